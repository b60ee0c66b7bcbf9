import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { type Dataset, datasets, findDataset } from '../../datasets/index.ts';
import { projectFolder } from './paths.mjs';

const usage = `usage: npm run datasets                                        writes the shipped files of all datasets anew
       npm run datasets -- ID --orders N --out FILE [--file orders.csv]`;

/** Writes the shipped files and what files.json says of them. */
async function writeShipped(dataset: Dataset): Promise<void> {
  const generator = await dataset.generator();
  const folder = join(projectFolder, 'datasets', dataset.id);
  const facts: Record<string, { rows: number; bytes: number; fingerprint: string }> = {};
  for (const file of generator.files) {
    const text = [...generator.csv(file)].join('');
    const bytes = Buffer.from(text);
    await writeFile(join(folder, file), bytes);
    facts[file] = { rows: text.split('\n').length - 2, bytes: bytes.length, fingerprint: createHash('sha256').update(bytes).digest('hex') };
    console.log(`${dataset.id}/${file}: ${facts[file].rows} rows, ${facts[file].bytes} bytes`);
  }
  await writeFile(join(folder, 'files.json'), `${JSON.stringify(facts, null, 2)}\n`);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { orders: { type: 'string' }, out: { type: 'string' }, file: { type: 'string', default: 'orders.csv' } },
  });
  const [id] = positionals;
  if (id === undefined) {
    for (const dataset of datasets) await writeShipped(dataset);
    return;
  }
  const dataset = findDataset(id);
  if (!dataset) throw new RangeError(`no such dataset: ${id}`);
  const orders = Number((values.orders ?? '').replaceAll('_', ''));
  if (!values.out || !Number.isSafeInteger(orders) || orders < 1) throw new RangeError(usage);
  await pipeline(Readable.from((await dataset.generator()).csv(values.file, { orders })), createWriteStream(values.out));
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
