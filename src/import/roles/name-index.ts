import { rolesOf, TABLE_IDS } from '../../cell/roles.ts';
import { HAN, nameMatch, normalise, withoutSpaces } from './name-match.ts';
import { synonymsOf, UNIT_PRICE } from './synonyms.ts';

interface Entry {
  /** `orders.amount`. */
  role: string;
  synonym: string;
  /** Of synonyms that fit as well, the earlier one says it more plainly. */
  rank: number;
}

/** Where a synonym could be found in a name: by all of it, by its first word, by its first Chinese character. */
interface Index {
  whole: Map<string, Entry[]>;
  word: Map<string, Entry[]>;
  han: Map<string, Entry[]>;
}

let index: Index | undefined;

/**
 * Every role that a column's name speaks for, as `table.role` with how well, 0…1; `unit_price` stands for the price of
 * one piece. Looked up, not searched: a file may have ten thousand columns.
 */
export function rolesByName(name: string): Map<string, number> {
  index ??= build();
  const plain = normalise(name);
  const scores = new Map<string, number>();
  const consider = (entries: readonly Entry[] = []) => {
    for (const { role, synonym, rank } of entries) {
      const score = nameMatch(plain, synonym) * rank;
      if (score > (scores.get(role) ?? 0)) scores.set(role, score);
    }
  };
  consider(index.whole.get(withoutSpaces(plain)));
  for (const word of new Set(plain.split(' '))) consider(index.word.get(word));
  for (const character of new Set(plain)) consider(index.han.get(character));
  return scores;
}

function build(): Index {
  const built: Index = { whole: new Map(), word: new Map(), han: new Map() };
  const add = (map: Map<string, Entry[]>, key: string, entry: Entry) => void map.set(key, [...(map.get(key) ?? []), entry]);
  const enter = (role: string, synonyms: readonly string[]) => {
    for (const [i, synonym] of synonyms.entries()) {
      const entry = { role, synonym, rank: 1 - 0.1 * (i / synonyms.length) };
      const plain = synonym.replace(/^=/, '');
      add(built.whole, withoutSpaces(plain), entry);
      if (synonym !== plain) continue;
      if (HAN.test(plain)) add(built.han, plain.charAt(0), entry);
      else add(built.word, plain.split(' ')[0] as string, entry);
    }
  };
  for (const table of TABLE_IDS) for (const role of Object.keys(rolesOf(table))) enter(`${table}.${role}`, synonymsOf(table, role));
  enter('unit_price', UNIT_PRICE);
  return built;
}
