/**
 * Names for the columns of a table out of a heading: spaces trimmed, control characters taken out, empty ones named by
 * place (`column_3`), repeated ones numbered (`date`, `date_2`), compared without regard to case as DuckDB does.
 */
export function uniqueNames(headings: readonly string[]): string[] {
  const taken = new Set<string>();
  // a name that stands in the file goes before one that is made
  const plain = headings.map(clean);
  for (const name of plain) taken.add(name.toLowerCase());
  const given = new Set<string>();
  return plain.map((name, i) => {
    const base = name === '' ? `column_${i + 1}` : name;
    let unique = base;
    const free = (candidate: string) => !given.has(candidate.toLowerCase()) && (candidate === name || !taken.has(candidate.toLowerCase()));
    for (let n = 2; !free(unique); n++) unique = `${base}_${n}`;
    given.add(unique.toLowerCase());
    return unique;
  });
}

const clean = (heading: string): string =>
  heading
    .replace(/[\p{Cc}\ufeff]+/gu, ' ')
    .trim()
    .slice(0, 200)
    .trim();
