/** Pixels that one Latin letter takes at the grid's type size; a Chinese one takes two. */
const LETTER = 7.9;
const PADDING = 24;
const NARROWEST = 48;
const WIDEST = 300;

/** Width in pixels of a column that holds these texts, its header among them. */
export function columnWidth(texts: readonly string[]): number {
  const letters = texts.reduce((most, text) => Math.max(most, letterCount(text)), 0);
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, letters * LETTER + PADDING)));
}

function letterCount(text: string): number {
  let count = 0;
  for (const letter of text.slice(0, 60)) count += (letter.codePointAt(0) ?? 0) >= 0x2e80 ? 1.7 : 1;
  return count;
}
