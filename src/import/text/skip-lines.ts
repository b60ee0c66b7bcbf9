/** Where line number `lines + 1` begins. */
export function skipLines(bytes: Uint8Array, lines: number, newline: number, end = bytes.length): number {
  let position = 0;
  for (let n = 0; n < lines; n++) {
    const found = bytes.indexOf(newline, position);
    if (found < 0 || found >= end) return end;
    position = found + 1;
  }
  return position;
}
