import type { Bilingual, TableId, Unit } from '../src/cell/index.ts';

/** A sample: the small files that are shipped, what they mean, and what is known to be true of them. */
export interface Dataset {
  /** Final: notebooks and links name it. */
  id: string;
  title: Bilingual;
  description: Bilingual;
  files: readonly DatasetFile[];
  /** Definitions that suit it; a notebook that starts from the sample takes them over. */
  definitions: { currency: string; statuses: readonly string[] };
  dictionary: () => Promise<Dictionary>;
  truth: () => Promise<Truths>;
  /** The same firm in another size, as CSV text in chunks. */
  generator: () => Promise<Generator>;
}

export interface DatasetFile {
  /** Unique in the dataset. */
  name: string;
  /** The canonical table that it feeds. */
  table: TableId;
  /** Where it is: same origin in the browser, `file:` in Node. */
  url: () => string;
  /** SHA-256 of its bytes, hex. */
  fingerprint: string;
  rows: number;
  bytes: number;
  /** Role of the table → column of the file. */
  bindings: Readonly<Record<string, string>>;
}

/** File → column → what it means. */
export type Dictionary = Readonly<Record<string, Readonly<Record<string, DictionaryEntry>>>>;
export interface DictionaryEntry {
  meaning: Bilingual;
  /** As `CNY`, `pieces`; none for names and keys. */
  unit?: string;
  /** The role that it plays in the file's table. */
  role: string;
  /** For categories: every value that occurs. */
  values?: readonly string[];
}

/** A number that was planted, and how near a right analysis of the shipped files has to come. */
export interface Truth {
  value: number;
  unit: Unit;
  /** Greatest absolute difference that chance explains. */
  tolerance: number;
  /** What is counted over what, in which period, and where the value comes from. */
  how: string;
}
export type Truths = Readonly<Record<string, Truth>>;

export interface Generator {
  /** Names of the files that it can write. */
  readonly files: readonly string[];
  /**
   * A file in chunks of about 64 kB, header first. Without `orders` it is the shipped file byte for byte; with it,
   * exactly so many orders (and the customers and lines that belong to them), customer by customer, with little memory.
   */
  csv(file: string, options?: { orders?: number; seed?: number }): Iterable<string>;
}
