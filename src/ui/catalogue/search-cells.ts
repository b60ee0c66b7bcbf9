import { type CellDefinition, GROUPS, type Group } from '../../cell/index.ts';

/** An analysis that was found, with how well it fits. */
export interface Found {
  definition: CellDefinition;
  score: number;
}

/**
 * Analyses in which every word of the query occurs: in title, question, terms, id or group, in either language and
 * whatever the case or width of the letters. The best come first; an empty query gives all, by group and title.
 */
export function searchCells(
  cells: readonly CellDefinition[],
  query: string,
  groupNames: Readonly<Record<Group, readonly string[]>>,
): Found[] {
  const words = normal(query).split(/\s+/).filter(Boolean);
  const found = cells.flatMap((definition) => {
    const scores = words.map((word) => wordScore(definition, word, groupNames[definition.group]));
    return scores.some((score) => score === 0) ? [] : [{ definition, score: scores.reduce((sum, score) => sum + score, 0) }];
  });
  const place = (found: Found) => GROUPS.indexOf(found.definition.group);
  return found.sort((a, b) => b.score - a.score || place(a) - place(b) || (a.definition.title.en < b.definition.title.en ? -1 : 1));
}

function wordScore({ id, title, question, terms }: CellDefinition, word: string, groups: readonly string[]): number {
  const titles = [title.en, title.zh].map(normal);
  const names = terms.map(normal);
  if (titles.some((each) => each.startsWith(word))) return 8;
  if (names.some((each) => each === word)) return 7;
  if (titles.some((each) => each.includes(word))) return 6;
  if (names.some((each) => each.startsWith(word))) return 5;
  if (names.some((each) => each.includes(word))) return 4;
  if (id.includes(word)) return 3;
  if ([question.en, question.zh].map(normal).some((each) => each.includes(word))) return 2;
  return groups.map(normal).some((each) => each.includes(word)) ? 1 : 0;
}

const normal = (text: string): string => text.normalize('NFKC').toLowerCase().trim();
