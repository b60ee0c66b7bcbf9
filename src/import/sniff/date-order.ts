import { type DateOrder, leadingParts, parseTemporal } from '../values/temporal.ts';

/**
 * The order of the parts of dates that do not begin with a four-digit year. A part above 12 tells; where none is,
 * the order under which the file runs forward; else what the separator suggests (05.03.2024 day first, 3/5/2024
 * month first), and that it is ambiguous.
 */
export function sniffDateOrder(values: readonly string[]): { order: DateOrder; ambiguous: boolean } {
  let dayFirst = 0;
  let monthFirst = 0;
  let yearFirst = 0;
  const open: string[] = [];
  for (const value of values) {
    const parts = leadingParts(value);
    if (!parts) continue;
    open.push(value);
    if (parts[0] > 31) yearFirst++;
    else if (parts[0] > 12) dayFirst++;
    else if (parts[1] > 12) monthFirst++;
  }
  if (open.length === 0 || (yearFirst > 0 && yearFirst >= dayFirst + monthFirst)) return { order: 'ymd', ambiguous: false };
  if (dayFirst !== monthFirst) return { order: dayFirst > monthFirst ? 'dmy' : 'mdy', ambiguous: false };
  const [forwardDmy, forwardMdy] = [forward(open, 'dmy'), forward(open, 'mdy')];
  if (dayFirst === 0 && forwardDmy !== forwardMdy) return { order: forwardDmy ? 'dmy' : 'mdy', ambiguous: false };
  return { order: open.some((value) => /^\s*\d+\s*\//.test(value)) ? 'mdy' : 'dmy', ambiguous: dayFirst === 0 || dayFirst === monthFirst };
}

/** Whether the values never go back in time, and move. */
function forward(values: readonly string[], order: DateOrder): boolean {
  const days = values.map((value) => parseTemporal(value, order)?.days ?? Number.NaN);
  if (values.length < 5 || days.some(Number.isNaN)) return false;
  return days.every((day, i) => i === 0 || day >= (days[i - 1] as number)) && days[0] !== days.at(-1);
}
