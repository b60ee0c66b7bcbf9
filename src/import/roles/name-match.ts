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
 * How well a name (normalised) says what one of the synonyms says: 1 the same, less where the synonym is only part of
 * it, by how much of the name it covers; 0 not at all. Words must stand alone: `cost` is not in `costume`. A synonym
 * that begins with `=` counts only as the whole name.
 */
export function nameMatch(name: string, synonyms: readonly string[]): number {
  let best = 0;
  const flat = name.replaceAll(' ', '');
  for (const [i, each] of synonyms.entries()) {
    const exact = each.startsWith('=');
    const synonym = exact ? each.slice(1) : each;
    // of synonyms that fit as well, the earlier one says it more plainly
    const rank = 1 - 0.1 * (i / synonyms.length);
    let score = 0;
    if (name === synonym || flat === synonym.replaceAll(' ', '')) score = 1;
    else if (/\p{Script=Han}/u.test(synonym)) {
      if (flat.endsWith(synonym)) score = 0.55 + 0.4 * (synonym.length / flat.length);
      else if (flat.includes(synonym)) score = 0.4 + 0.4 * (synonym.length / flat.length);
    } else if (exact) score = 0;
    else if (` ${name}`.endsWith(` ${synonym}`)) score = 0.45 + 0.45 * (synonym.length / name.length);
    // the last word says what it is: a customer type is a type
    else if (` ${name} `.includes(` ${synonym} `)) score = 0.2 + 0.35 * (synonym.length / name.length);
    best = Math.max(best, score * rank);
  }
  return best;
}
