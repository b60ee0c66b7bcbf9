import type { ChartFunction } from './chart-kit.ts';
import type { RunContext } from './context.ts';
import type { Needs } from './needs.ts';
import type { Param, ParamValues } from './params.ts';
import type { Unit } from './quantity.ts';
import type { Bilingual, Messages } from './text.ts';
import type { Disclosure } from './view.ts';

/** The parts of the catalogue, in its order. */
export const GROUPS = ['data', 'segments', 'value', 'retention', 'satisfaction', 'growth', 'interaction', 'sales', 'evaluation'] as const;
export type Group = (typeof GROUPS)[number];

/** Stands in `ProducedTable` for the type of a key column, which is VARCHAR or an integer type as it came. */
export const KEY_TYPE = 'KEY';

/** A table that a run leaves behind: its columns, in order, with DuckDB type (or `KEY`) and unit. */
export interface ProducedTable extends Disclosure {
  columns: Readonly<Record<string, { type: string; unit?: Unit; optional?: true }>>;
}

type AnyParams = Readonly<Record<string, Param<any>>>;

export interface CellDefinition<P extends AnyParams = AnyParams> {
  /** Final: shared links name it. */
  id: string;
  /** Raised whenever the same input may give another result; part of the run key. */
  version: number;
  group: Group;
  /** The prefix of its tables and facts, unless the notebook holds it twice: `rfm`, then `rfm_2`. */
  alias: string;
  title: Bilingual;
  /** The question that it answers, as a person would ask it. */
  question: Bilingual;
  /** Names of the method that people search for, in either language. */
  terms: readonly string[];
  needs: Needs;
  params: P;
  /** Params of older versions made into those of the next: `migrations[1]` turns version 1 into 2. */
  migrations?: Readonly<Record<number, (params: Readonly<Record<string, unknown>>) => Record<string, unknown>>>;
  produces: Readonly<Record<string, ProducedTable>>;
  facts: Readonly<Record<string, Unit>>;
  /** Ids of views in reading order; a run may show them in any order and leave some out. */
  views: readonly string[];
  /** The dataset it is taught and tested on. */
  sample: string;
  text: () => Promise<{ messages: { en: Messages; zh: Messages } }>;
  charts: () => Promise<{ charts: Readonly<Record<string, ChartFunction>> }>;
  run: () => Promise<{ run: (context: RunContext<ParamValues<P>>) => Promise<void> }>;
  notes: { en: () => Promise<{ default: string }>; zh: () => Promise<{ default: string }> };
}

/** Declares a cell; it only fixes the types. A cell's module has this as its default export. */
export function defineCell<P extends AnyParams>(cell: CellDefinition<P>): CellDefinition<P> {
  return cell;
}

/** All cells that the app has. The page and the compute worker glob them, the terminal reads the folder. */
export interface CellLibrary {
  list(): readonly CellDefinition[];
  /** Undefined for an id that this version does not know. */
  get(id: string): CellDefinition | undefined;
}
