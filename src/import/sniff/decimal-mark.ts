/**
 * Whether `,` or `.` begins the decimals. A value with both tells by the last one, one with any number of digits but
 * three after a lone mark too, and a mark that stands twice groups thousands. `1.234` alone could be either: a mark
 * that groups in other columns of the file (`commaLikely`) decides, and it is called ambiguous.
 */
export function sniffDecimalMark(values: readonly string[], commaLikely: boolean): { mark: '.' | ','; ambiguous: boolean } {
  let point = 0;
  let comma = 0;
  let openPoint = 0;
  let openComma = 0;
  for (const value of values) {
    const marks = value.replace(/[^.,]/g, '');
    if (marks === '') continue;
    const last = marks.at(-1);
    const other = last === '.' ? ',' : '.';
    if (marks.includes(other)) {
      if (last === '.') point++;
      else comma++;
    } else if (marks.length > 1) {
      if (last === '.') comma++;
      else point++;
    } else if (/[.,]\d{3}(?!\d)/.test(value) && /(?<!\d)[1-9]\d{0,2}[.,]/.test(value)) {
      if (last === '.') openPoint++;
      else openComma++;
    } else if (last === '.') point++;
    else comma++;
  }
  if (point !== comma) return { mark: point > comma ? '.' : ',', ambiguous: false };
  if (openPoint > 0) return { mark: commaLikely ? ',' : '.', ambiguous: true };
  if (openComma > 0) return { mark: '.', ambiguous: true };
  return { mark: '.', ambiguous: false };
}
