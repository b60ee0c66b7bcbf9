import type { Quantity } from './quantity.ts';

/**
 * Text of a result: a key into the cell's messages with typed arguments, so that a stored or shared result reads in
 * either language. A `Text` as an argument is written first and put in its place.
 */
export interface Text {
  key: string;
  args?: Readonly<Record<string, TextArg>>;
}
export type TextArg = Quantity | Text | string;

export const text = (key: string, args?: Readonly<Record<string, TextArg>>): Text => (args ? { key, args } : { key });

/** The two languages, always together. */
export interface Bilingual {
  en: string;
  zh: string;
}

/**
 * Messages of a cell or of the app, in ICU MessageFormat. A quantity of unit `count`, `customers`, `orders`, `rows`
 * is handed in as a plain number (`{n, number}`, `{n, plural, one {# customer} other {# customers}}`), every other
 * quantity already written by its unit (`{share}`, `{revenue}`).
 */
export type Messages = Readonly<Record<string, string>>;

/** Checks by type that both languages have the same keys. */
export function defineMessages<const K extends string>(messages: {
  en: Record<K, string>;
  zh: Record<NoInfer<K>, string>;
}): {
  en: Record<K, string>;
  zh: Record<K, string>;
} {
  return messages;
}
