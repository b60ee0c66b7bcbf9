import { table } from 'arquero';
import type { CellDefinition, Check, Definitions, Fact, Frame, ResultTable, RoleId, RunContext, Text, View } from '../cell/index.ts';
import { decode } from '../engine/arrow.ts';
import type { Connector } from '../engine/connector.ts';
import { encodeNumbers } from '../engine/encode-numbers.ts';
import type { JobEvent } from '../runtime/executor.ts';
import { AppError, throwIfCancelled } from '../util/app-error.ts';
import { breather } from '../util/breathe.ts';
import { ident, type Sql, sql } from '../util/sql.ts';
import { contractErrors, produced } from './contract.ts';
import { plain, plainView } from './plain-views.ts';
import type { Entry, RunTables } from './run-tables.ts';

const PROGRESS_MS = 100;

export interface RunRequest {
  connector: Connector;
  tables: RunTables;
  entry: Entry;
  cell: CellDefinition;
  alias: string;
  params: Readonly<Record<string, unknown>>;
  bound: ReadonlySet<RoleId>;
  definitions: Definitions;
  signal: AbortSignal;
  onEvent: (event: JobEvent) => void;
}

let scratches = 0;

/** The context of one run, and what it has gathered. */
export class Recorder {
  readonly statements: { sql: string; ms: number; rows: number | null }[] = [];
  readonly resolved: Record<string, unknown> = {};
  readonly #request: RunRequest;
  readonly #views = new Map<string, View>();
  readonly #facts = new Map<string, Fact>();
  readonly #checks = new Map<string, Check>();
  readonly #scratch: Sql[] = [];
  #progressAt = Number.NEGATIVE_INFINITY;

  constructor(request: RunRequest) {
    this.#request = request;
  }

  readonly context = (): RunContext => {
    const { signal, params, definitions, bound, onEvent } = this.#request;
    return {
      params,
      definitions,
      signal,
      has: (role) => bound.has(role),
      query: (statement) => this.#query(statement),
      table: (name, select) => this.#table(name, select),
      scratch: (name, select) => this.#makeScratch(name, select),
      scratchOf: (name, columns) => this.#insertScratch(name, columns),
      reshape: (frame) => table(Object.fromEntries(frame.names.map((name) => [name, frame.values(name)]))),
      resolved: (param, value) => {
        this.resolved[param] = value;
      },
      show: (view) => {
        const shown = plainView(view);
        this.#views.set(view.id, shown);
        onEvent({ type: 'view', view: shown });
      },
      fact: (name, value, disclosure) => {
        const fact: Fact = { grain: 'total', ...disclosure, name, value: plain(value) as Fact['value'] };
        this.#facts.set(name, fact);
        onEvent({ type: 'fact', fact });
      },
      check: (check) => {
        const said = plain(check) as Check;
        this.#checks.set(check.id, said);
        onEvent({ type: 'check', check: said });
      },
      progress: (done, note) => this.#progress(done, note),
      breathe: breather(signal),
    };
  };

  /** What the run has to show, in the cell's order; throws `cell.contract` where it breaks what the cell declares. */
  gathered(strict: boolean): { tables: ResultTable[]; views: View[]; facts: Fact[]; checks: Check[] } {
    const { cell, entry } = this.#request;
    const gathered = {
      tables: entry.tables.map((table) => produced(cell, table)),
      views: cell.views.flatMap((id) => this.#views.get(id) ?? []),
      facts: [...this.#facts.values()],
      checks: [...this.#checks.values()],
    };
    const errors = strict ? contractErrors(cell, entry.tables, [...this.#views.values()], gathered.facts) : [];
    if (errors.length > 0)
      throw new AppError('cell.contract', `cell ${cell.id}: ${errors.join('; ')}`, { cell: cell.id, errors: errors.join('; ') });
    return gathered;
  }

  /** Drops the tables that were for this run alone. */
  async sweep(): Promise<void> {
    for (const table of this.#scratch.splice(0)) await this.#request.connector.exec(sql`DROP TABLE IF EXISTS ${table}`);
  }

  #table(name: string, select: Sql): Promise<Sql> {
    const { tables, entry, alias, signal } = this.#request;
    return this.#timed(select, async () => {
      const { physical, rows } = await tables.make(entry, alias, name, select, signal);
      return { made: ident('run', physical), rows };
    });
  }

  #makeScratch(name: string, select: Sql): Promise<Sql> {
    const table = ident('run', `scratch__${name}__${++scratches}`);
    this.#scratch.push(table);
    return this.#timed(select, async () => {
      await this.#request.connector.exec(sql`CREATE TABLE ${table} AS\n${select}`, this.#request.signal);
      return { made: table, rows: null };
    });
  }

  async #insertScratch(name: string, columns: Readonly<Record<string, Float64Array>>): Promise<Sql> {
    throwIfCancelled(this.#request.signal);
    const table = `scratch__${name}__${++scratches}`;
    this.#scratch.push(ident('run', table));
    await this.#request.connector.insertArrow({ schema: 'run', name: table }, encodeNumbers(columns));
    return ident('run', table);
  }

  #query(statement: Sql): Promise<Frame> {
    const { connector, signal } = this.#request;
    return this.#timed(statement, async () => {
      const frame = decode(await connector.query(statement, signal));
      return { made: frame, rows: frame.size };
    });
  }

  async #timed<T>(statement: Sql, run: () => Promise<{ made: T; rows: number | null }>): Promise<T> {
    throwIfCancelled(this.#request.signal);
    const start = performance.now();
    const { made, rows } = await run();
    this.statements.push({ sql: statement.text, ms: performance.now() - start, rows });
    return made;
  }

  #progress(done: number | null, note: Text | undefined): void {
    const now = performance.now();
    if (now - this.#progressAt < PROGRESS_MS) return;
    this.#progressAt = now;
    const share = done === null || !Number.isFinite(done) ? null : Math.min(1, Math.max(0, done));
    this.#request.onEvent({ type: 'progress', done: share, ...(note ? { note } : {}) });
  }
}
