import { parseArgs } from 'node:util';
import { rolesOf, TABLE_IDS, type TableId } from '../cell/index.ts';
import type { BoundTo } from '../notebook/document.ts';

export const USAGE = `usage: clientele cells
       clientele cell ID --data TABLE=FILE … [--bind TABLE.ROLE=COLUMN …] [--params JSON] [--definitions JSON] [--rows N]
                      [--engine wasm|native] [--json]
       clientele run NOTEBOOK.json [--data SOURCE=FILE …] [--rows N] [--engine wasm|native] [--json]
TABLE is one of ${TABLE_IDS.join(', ')}; SOURCE is a source of the notebook, or a table that it feeds.
COLUMN may be sql:EXPRESSION over the file's columns.
--engine wasm is the engine of the page and the default; --engine native needs the optional package @duckdb/node-api.`;

/** What was asked for. Files and columns are not looked at yet. */
export type Command =
  | { command: 'help' }
  | { command: 'cells' }
  | ({ command: 'cell'; id: string; binds: readonly Bind[]; params: JsonObject; definitions: JsonObject } & Common)
  | ({ command: 'run'; notebook: string } & Common);

/** The page's engine in Node, or DuckDB's own for this machine. */
export type Engine = 'wasm' | 'native';

interface Common {
  /** What each file is given for, and its path. */
  data: readonly { name: string; path: string }[];
  rows: number;
  engine: Engine;
  json: boolean;
}
export interface Bind {
  table: TableId;
  role: string;
  to: BoundTo;
}
export type JsonObject = Readonly<Record<string, unknown>>;

/** Reads the words after the program's name. Throws a RangeError or parseArgs's TypeError on what cannot be meant. */
export function readCommand(words: readonly string[]): Command {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      data: { type: 'string', multiple: true, default: [] },
      bind: { type: 'string', multiple: true, default: [] },
      params: { type: 'string', default: '{}' },
      definitions: { type: 'string', default: '{}' },
      rows: { type: 'string', default: '100' },
      engine: { type: 'string', default: 'wasm' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [command, subject, ...more] = positionals;
  if (values.help || command === undefined || command === 'help') return { command: 'help' };
  if (more.length > 0) throw new RangeError(`one thing too many: ${more[0]}`);
  const engine = engineNamed(values.engine);
  if (!/^\d{1,9}$/.test(values.rows)) throw new RangeError(`not a number of rows: ${values.rows}`);
  const data = values.data.map((text) => {
    const [name, path] = pair(text, '--data TABLE=FILE');
    return { name, path };
  });
  const common = { data, rows: Number(values.rows), engine, json: values.json };

  if (command === 'cells') return { command };
  if (subject === undefined) throw new RangeError(`what to run is missing: ${command}`);
  if (command === 'run') return { command, notebook: subject, ...common };
  if (command !== 'cell') throw new RangeError(`no such command: ${command}`);
  const params = jsonObject(values.params, '--params');
  const definitions = jsonObject(values.definitions, '--definitions');
  return { command, id: subject, binds: values.bind.map(readBind), params, definitions, ...common };
}

/** The canonical table of this name. */
export function tableNamed(name: string): TableId {
  const table = TABLE_IDS.find((each) => each === name);
  if (!table) throw new RangeError(`no such table: ${name}`);
  return table;
}

function engineNamed(name: string): Engine {
  if (name === 'wasm' || name === 'native') return name;
  throw new RangeError(`no such engine: ${name}`);
}

function readBind(text: string): Bind {
  const [target, column] = pair(text, '--bind TABLE.ROLE=COLUMN');
  const [name = '', role = '', ...more] = target.split('.');
  const table = tableNamed(name);
  if (!(role in rolesOf(table)) || more.length > 0) throw new RangeError(`no such role: ${target}`);
  return { table, role, to: column.startsWith('sql:') ? { expression: column.slice('sql:'.length) } : { column } };
}

function pair(text: string, form: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) throw new RangeError(`not of the form ${form}: ${text}`);
  return [text.slice(0, at), text.slice(at + 1)];
}

function jsonObject(text: string, option: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RangeError(`${option} is not JSON: ${text}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new RangeError(`${option} is not an object: ${text}`);
  return value as JsonObject;
}
