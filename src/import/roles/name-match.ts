/**
 * A column's name in one form: words in lower case parted by single spaces, whether it came as `CustomerID`,
 * `customer_id`, `customer-id` or `Customer Id`; Chinese is kept as it is, full-width letters made plain;
 * what stands in brackets, as a unit does, is left out.
 */
export function normalise(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/(?<=[^\s(])\s*\([^()]*\)/g, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(\p{Script=Han})\s+(?=\p{Script=Han})/gu, '$1')
    .trim();
}

/**
 * How well a name says what a synonym says (both normalised): 1 the same, less where the synonym is only part of it,
 * by how much of the name it covers; 0 not at all. Words must stand alone: `cost` is not in `costume`. A synonym that
 * begins with `=` counts only as the whole name.
 */
export function nameMatch(name: string, synonym: string): number {
  const flat = withoutSpaces(name);
  if (synonym.startsWith('=')) return flat === withoutSpaces(synonym.slice(1)) ? 1 : 0;
  if (flat === withoutSpaces(synonym)) return 1;
  if (HAN.test(synonym)) {
    if (flat.endsWith(synonym)) return 0.55 + 0.4 * (synonym.length / flat.length);
    return flat.includes(synonym) ? 0.4 + 0.4 * (synonym.length / flat.length) : 0;
  }
  if (` ${name}`.endsWith(` ${synonym}`)) return 0.45 + 0.45 * (synonym.length / name.length);
  // the last word says what it is: a customer type is a type
  return ` ${name} `.includes(` ${synonym} `) ? 0.2 + 0.35 * (synonym.length / name.length) : 0;
}

export const HAN = /\p{Script=Han}/u;
export const withoutSpaces = (name: string): string => name.replaceAll(' ', '');
