/** Pixels that one Latin letter takes at the type size of cells and of headings; a Chinese one takes more. */
const CELL_LETTER = 7.9;
const HEADING_LETTER = 6.9;
const PADDING = 24;
/** Room for the arrow of the order. */
const ARROW = 12;
const NARROWEST = 48;
/** What has more text than this is cut short, or wrapped where the table is small. */
const WIDEST = 300;
const WIDEST_WISHED = 720;

export interface ColumnWidth {
  /** Pixels that it needs. */
  least: number;
  /** Pixels that it would like, where there is room. */
  wished: number;
}

/** Width of a column by its heading (with unit) and the texts of its cells. */
export function columnWidth(heading: string, texts: readonly string[]): ColumnWidth {
  const cells = texts.reduce((most, text) => Math.max(most, letters(text)), 0) * CELL_LETTER;
  const natural = Math.max(cells, letters(heading) * HEADING_LETTER + ARROW) + PADDING;
  return { least: within(natural, WIDEST), wished: within(natural, WIDEST_WISHED) };
}

const within = (width: number, widest: number) => Math.round(Math.min(widest, Math.max(NARROWEST, width)));

function letters(text: string): number {
  let count = 0;
  for (const letter of text.slice(0, 120)) count += (letter.codePointAt(0) ?? 0) >= 0x2e80 ? 1.7 : 1;
  return count;
}
