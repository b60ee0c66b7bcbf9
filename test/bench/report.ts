/** One line of the report; `limit` is on the ratio or, where there is nothing to hold against, on the value itself. */
export interface Line {
  what: string;
  browser: number;
  native?: number;
  limit?: number;
  unit: 's' | 'GB' | 'ms';
}

export const seconds = (ms: number): number => ms / 1000;

/** Prints the table and gives the number of lines over their limit. */
export function report(lines: readonly Line[]): number {
  let over = 0;
  console.log(
    `${'measure'.padEnd(WIDTH)} ${'Chromium'.padStart(10)} ${'beside'.padStart(10)} ${'ratio'.padStart(7)} ${'limit'.padStart(7)}`,
  );
  for (const { what, browser, native, limit, unit } of lines) {
    const ratio = native === undefined ? undefined : browser / native;
    const beyond = limit !== undefined && (ratio ?? browser) > limit;
    if (beyond) over++;
    const digits = unit === 'ms' ? 0 : 2;
    const cells = [
      `${browser.toFixed(digits)} ${unit}`.padStart(10),
      (native === undefined ? '' : `${native.toFixed(digits)} ${unit}`).padStart(10),
      (ratio?.toFixed(2) ?? '').padStart(7),
      (limit === undefined ? '' : `${limit}`).padStart(7),
    ];
    console.log(`${what.padEnd(WIDTH)} ${cells.join(' ')}${beyond ? '  over' : ''}`);
  }
  return over;
}

const WIDTH = 56;
