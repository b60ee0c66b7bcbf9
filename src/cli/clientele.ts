import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { type CellLibrary, type Definitions, readParams } from '../cell/index.ts';
import type { Connector } from '../engine/connector.ts';
import { connectNative } from '../engine/native-connector.ts';
import { connectNode } from '../engine/node-connector.ts';
import type { ReadOptions } from '../import/index.ts';
import type { NotebookDocument, Source } from '../notebook/document.ts';
import { emptyDocument } from '../notebook/empty-document.ts';
import * as op from '../notebook/operations.ts';
import { parseDocument } from '../notebook/parse-document.ts';
import { AppError } from '../util/app-error.ts';
import { readCellLibrary } from './cell-library.ts';
import { describeCells } from './describe-cells.ts';
import { bindingOf, type Loaded, loadSource, openFile, openSample } from './load-source.ts';
import { summary } from './print-summary.ts';
import { oneLine, type RanCell, runDocument, whyNot } from './run-document.ts';
import { type Command, readCommand, tableNamed, USAGE } from './terminal-arguments.ts';

/** Where the terminal writes to: results, and one line where there are none. */
export interface Output {
  out(text: string): void;
  error(line: string): void;
}

/** Runs one command of the terminal. Returns the exit code: 0, or 1 after one line of error. */
export async function clientele(words: readonly string[], output: Output): Promise<number> {
  try {
    return await runCommand(readCommand(words), output);
  } catch (error) {
    output.error(`clientele: ${oneLine(error instanceof Error ? error.message : String(error))}`);
    return 1;
  }
}

async function runCommand(command: Command, output: Output): Promise<number> {
  if (command.command === 'help') {
    output.out(USAGE);
    return 0;
  }
  const library = await readCellLibrary();
  if (command.command === 'cells') {
    output.out(JSON.stringify(await describeCells(library), null, 2));
    return 0;
  }
  const given = command.command === 'cell' ? checked(command, library) : await readNotebook(command.notebook);
  const connector = await (command.engine === 'native' ? connectNative() : connectNode());
  try {
    if (command.command === 'cell') return await runCell(command, given, connector, library, output);
    return await runNotebook(command, given, connector, library, output);
  } finally {
    await connector.close();
  }
}

/** A notebook of one cell, refused before anything is read where the cell or its parameters are none. */
function checked({ id, params, definitions }: Extract<Command, { command: 'cell' }>, library: CellLibrary): NotebookDocument {
  const cell = library.get(id);
  if (!cell) throw new AppError('cell.unknown', `no such analysis: ${id}`, { cell: id });
  const { refused } = readParams(cell.params, params);
  if (refused.length > 0) throw new RangeError(`parameter refused: ${refused.join(', ')}`);
  const document = op.setDefinitions(emptyDocument({ id: 'terminal' }), definitions as Partial<Definitions>);
  return parseDocument(JSON.parse(JSON.stringify(op.addAnalysis(document, cell, { params }).document)));
}

async function runCell(
  command: Extract<Command, { command: 'cell' }>,
  empty: NotebookDocument,
  connector: Connector,
  library: CellLibrary,
  output: Output,
): Promise<number> {
  let document = empty;
  const loaded: Loaded[] = [];
  const data = command.data.map(({ name, path }) => ({ table: tableNamed(name), path }));
  for (const { table, path } of data) {
    const file = await openFile(path);
    const id = `${table}_${loaded.length + 1}`;
    const each = await loadSource(connector, id, file);
    loaded.push(each);
    document = op.bindTable(op.putSource(document, each.source), bindingOf(table, each, command.binds), { beside: true });
  }
  const unused = command.binds.find(({ table }) => !data.some((each) => each.table === table));
  if (unused) throw new RangeError(`no file for the table: ${unused.table}`);
  const [ran] = await runDocument(document, connector, library, command.rows);
  const reason = whyNot(ran as RanCell)?.replace(/^[^:]*: /, '');
  if (reason?.startsWith('missing roles')) throw new Error(`${reason}; say --bind TABLE.ROLE=COLUMN`);
  if (reason !== undefined) throw new Error(reason);
  const sources = loaded.map(describeSource);
  const { definitions, bindings } = document;
  output.out(
    command.json ? JSON.stringify({ ...ran, sources, bindings, definitions }, null, 2) : await summary([ran as RanCell], document, library),
  );
  return 0;
}

async function readNotebook(path: string): Promise<NotebookDocument> {
  await openFile(path);
  return parseDocument(await readFile(path, 'utf8'));
}

async function runNotebook(
  command: Extract<Command, { command: 'run' }>,
  given: NotebookDocument,
  connector: Connector,
  library: CellLibrary,
  output: Output,
): Promise<number> {
  let document = given;
  const loaded: Loaded[] = [];
  const absent: string[] = [];
  const files = new Map(command.data.map(({ name, path }) => [sourceNamed(given, name).id, path]));
  for (const source of given.sources) {
    const path = files.get(source.id);
    if (path === undefined && source.origin.kind === 'file') {
      absent.push(source.id);
      continue;
    }
    const file = path === undefined ? await openSample(source.origin as { dataset: string; file: string }) : await openFile(path);
    const options = 'format' in source.options ? (source.options as unknown as ReadOptions) : undefined;
    const each = await loadSource(connector, source.id, file, options);
    loaded.push(each);
    document = op.putSource(document, { ...each.source, name: source.name, origin: source.origin });
  }
  const cells = await runDocument(document, connector, library, command.rows, absent);
  const sources = loaded.map(describeSource);
  output.out(command.json ? JSON.stringify({ title: document.title, sources, cells }, null, 2) : await summary(cells, document, library));
  const reason = cells.map(whyNot).find((each) => each !== null);
  if (reason === undefined) return 0;
  output.error(`clientele: ${reason}`);
  return 1;
}

/** A source by its id, its file's name or the table that it feeds. */
function sourceNamed(document: NotebookDocument, name: string): Source {
  const fed = document.bindings.find((binding) => binding.table === name)?.source;
  const found = document.sources.find((source) => [source.id, source.name].includes(name)) ?? document.sources.find(({ id }) => id === fed);
  if (!found) throw new RangeError(`no such source in the notebook: ${name}`);
  return found;
}

function describeSource({ source, rejected }: Loaded): unknown {
  const { id, name, fingerprint, bytes, rows, columns } = source;
  return { id, name, fingerprint, bytes, rows, columns, rejected };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await clientele(process.argv.slice(2), {
    out: (text) => process.stdout.write(`${text}\n`),
    error: (line) => process.stderr.write(`${line}\n`),
  });
}
