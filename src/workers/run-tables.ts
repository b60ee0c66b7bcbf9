import { TABLE_IDS } from '../cell/index.ts';
import type { ColumnInfo, Connector } from '../engine/connector.ts';
import { AppError } from '../util/app-error.ts';
import { ident, join, personsSql, type Sql, sql } from '../util/sql.ts';
import { tableBytes } from './table-bytes.ts';

/** A table of a run: `name` is what later cells know it by after the alias, empty for a SQL cell's only table. */
export interface RunTable {
  name: string;
  /** Its name in the `run` schema. */
  physical: string;
  columns: readonly ColumnInfo[];
  rows: number;
}

/** What one run left, or is about to leave. */
export interface Entry {
  readonly runKey: string;
  readonly tables: RunTable[];
  bytes: number;
  usedAt: number;
}

/** The name in `main` of a run's table. */
export const viewName = (alias: string, table: string): string => (table === '' ? alias : `${alias}_${table}`);

/**
 * The tables that runs leave in the `run` schema, and the views in `main` that point to them. Tables that no view
 * uses are kept for undo while they fit the byte budget; the least recently used go first.
 */
export class RunTables {
  readonly #connector: Connector;
  readonly #budget: number;
  readonly #entries = new Map<string, Entry>();
  readonly #shown = new Map<string, { entry: Entry; views: readonly string[] }>();
  readonly #names = new Set<string>();
  #clock = 0;
  /** Grows whenever a view may have changed. */
  generation = 0;

  constructor(connector: Connector, budgetBytes: number) {
    this.#connector = connector;
    this.#budget = budgetBytes;
  }

  begin(runKey: string): Entry {
    return { runKey, tables: [], bytes: 0, usedAt: ++this.#clock };
  }

  /** Makes a table of a run under a name of its own. */
  async make(entry: Entry, alias: string, name: string, select: Sql, signal: AbortSignal): Promise<RunTable> {
    const view = viewName(alias, name);
    if ((TABLE_IDS as readonly string[]).includes(view.toLowerCase())) {
      throw new AppError('name.taken', `the name belongs to a table of the data: ${view}`, { name: view });
    }
    const physical = this.#freeName(`${view}__${entry.runKey}`);
    const table: RunTable = { name, physical, columns: [], rows: 0 };
    // Known before it is made, so that a run that fails half-way drops it too.
    entry.tables.push(table);
    await this.#connector.exec(sql`CREATE TABLE ${ident('run', physical)} AS\n${select}`, signal);
    table.columns = await this.#connector.columns({ schema: 'run', name: physical });
    const { rows, bytes } = await tableBytes(this.#connector, physical, table.columns);
    table.rows = rows;
    entry.bytes += bytes;
    return table;
  }

  /** Points the views of an alias to a finished run, all in one go, and forgets what that supersedes. */
  async commit(entry: Entry, alias: string): Promise<void> {
    const before = this.#entries.get(entry.runKey);
    this.#entries.set(entry.runKey, entry);
    await this.#show(entry, alias);
    if (before) await this.#release(before);
    await this.#evict();
  }

  /** Drops what a run made. */
  async discard(entry: Entry): Promise<void> {
    for (const { physical } of entry.tables) {
      await this.#connector.exec(sql`DROP TABLE IF EXISTS ${ident('run', physical)}`);
      this.#names.delete(physical.toLowerCase());
    }
    entry.tables.length = 0;
  }

  /** Puts a kept run back under its names; false where it is gone. */
  async restore(runKey: string, alias: string): Promise<boolean> {
    const entry = this.#entries.get(runKey);
    if (!entry) return false;
    entry.usedAt = ++this.#clock;
    if (this.#shown.get(alias)?.entry !== entry) await this.#show(entry, alias);
    return true;
  }

  /** Drops the views of an alias. */
  async forget(alias: string): Promise<void> {
    const shown = this.#shown.get(alias);
    if (!shown) return;
    this.#shown.delete(alias);
    this.generation++;
    if (shown.views.length > 0) await this.#connector.exec(join(shown.views.map(dropView), '; '));
    await this.#release(shown.entry);
    await this.#evict();
  }

  /** The table behind a view in `main`, if a run made it. */
  behind(view: string): RunTable | undefined {
    for (const [alias, { entry }] of this.#shown) {
      const found = entry.tables.find(({ name }) => viewName(alias, name) === view);
      if (found) return found;
    }
    return undefined;
  }

  async #show(entry: Entry, alias: string): Promise<void> {
    const views = entry.tables.map(({ name }) => viewName(alias, name));
    const gone = (this.#shown.get(alias)?.views ?? []).filter((view) => !views.includes(view));
    const statements = [
      ...gone.map(dropView),
      ...entry.tables.map(({ name, physical, columns }) => {
        const list = join(columns.map((column) => ident(column.name)));
        return sql`CREATE OR REPLACE VIEW ${ident('main', viewName(alias, name))} AS SELECT ${list} FROM ${ident('run', physical)}`;
      }),
    ];
    if (statements.length > 0) await this.#transaction(statements);
    const before = this.#shown.get(alias);
    this.#shown.set(alias, { entry, views });
    this.generation++;
    if (before) await this.#release(before.entry);
  }

  /** Drops a run that another one of its key has taken the place of, once nothing shows it. */
  async #release(entry: Entry): Promise<void> {
    if (this.#entries.get(entry.runKey) !== entry && !this.#inUse(entry)) await this.discard(entry);
  }

  /** One text, so that no other statement can come in between. */
  async #transaction(statements: readonly Sql[]): Promise<void> {
    try {
      await this.#connector.exec(join([personsSql('BEGIN'), ...statements, personsSql('COMMIT')], ';\n'));
    } catch (error) {
      await this.#connector.exec(personsSql('ROLLBACK')).catch(() => {});
      throw error;
    }
  }

  async #evict(): Promise<void> {
    const idle = [...this.#entries.values()].filter((entry) => !this.#inUse(entry)).sort((a, b) => a.usedAt - b.usedAt);
    let total = [...this.#entries.values()].reduce((sum, entry) => sum + entry.bytes, 0);
    for (const entry of idle) {
      if (total <= this.#budget) return;
      total -= entry.bytes;
      this.#entries.delete(entry.runKey);
      await this.discard(entry);
    }
  }

  #inUse(entry: Entry): boolean {
    return [...this.#shown.values()].some((shown) => shown.entry === entry);
  }

  #freeName(base: string): string {
    let name = base;
    for (let n = 2; this.#names.has(name.toLowerCase()); n++) name = `${base}__${n}`;
    this.#names.add(name.toLowerCase());
    return name;
  }
}

const dropView = (view: string): Sql => sql`DROP VIEW IF EXISTS ${ident('main', view)}`;
