import type { Dataset } from '../../../datasets/dataset.ts';
import { datasets } from '../../../datasets/index.ts';
import { type CellDefinition, GROUPS, type RoleId, resolveNeeds } from '../../cell/index.ts';
import type { NotebookDocument, Source } from '../../notebook/document.ts';
import { emptyDocument } from '../../notebook/empty-document.ts';
import * as op from '../../notebook/operations.ts';
import { AppError } from '../../util/app-error.ts';
import { cellLibrary as library } from '../../workers/cells.ts';
import type { I18n } from '../i18n/index.ts';

/** Who the customers are, and whether they come back: what the sample firm opens with. */
const STARTERS = ['rfm-segmentation', 'cohort-retention'];

export const samples: readonly Dataset[] = datasets;
export const findSample = (id: string): Dataset | undefined => samples.find((dataset) => dataset.id === id);

/** The bytes of a sample's file, from the app's own origin. Throws `sample.missing`. */
export async function sampleFile(origin: { dataset: string; file: string }): Promise<File | undefined> {
  const file = findSample(origin.dataset)?.files.find(({ name }) => name === origin.file);
  if (!file) return undefined;
  const response = await fetch(file.url());
  if (!response.ok) throw new AppError('sample.missing', `sample file not found: ${origin.file}`, { file: origin.file });
  return new File([await response.blob()], file.name);
}

/** A notebook on a sample: its files, bindings and definitions, an introduction and analyses to start with. */
export function sampleDocument(dataset: Dataset, i18n: I18n, wanted: readonly CellDefinition[] = starters(dataset)): NotebookDocument {
  let document = withSample(emptyDocument({ title: i18n.pick(dataset.title) }), dataset);
  const description = i18n.pick(dataset.description);
  // The introduction quotes the segments of the sample firm; a lab has its description alone.
  const isFirm = STARTERS.every((id) => wanted.some((definition) => definition.id === id));
  document = op.addProse(document, { text: isFirm ? i18n.t('sample.intro', { description }) : description }).document;
  for (const definition of wanted) document = op.addAnalysis(document, definition).document;
  return document;
}

/** The analyses that a sample opens with: the two that everyone asks first, or those that are taught on it. */
function starters(dataset: Dataset): CellDefinition[] {
  const bound = new Set(dataset.files.flatMap((file) => Object.keys(file.bindings).map((role) => `${file.table}.${role}` as RoleId)));
  const fits = library.list().filter((cell) => cell.sample === dataset.id && resolveNeeds(cell.needs, bound).missing.length === 0);
  const first = STARTERS.flatMap((id) => fits.filter((cell) => cell.id === id));
  return first.length > 0 ? first : fits.sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group)).slice(0, 2);
}

/** The notebook with a sample's data in it. */
export function withSample(document: NotebookDocument, dataset: Dataset): NotebookDocument {
  let next = op.setDefinitions(document, { ...dataset.definitions });
  for (const file of dataset.files) {
    const source: Source = {
      id: sourceId(file.name),
      name: file.name,
      origin: { kind: 'sample', dataset: dataset.id, file: file.name },
      fingerprint: file.fingerprint,
      bytes: file.bytes,
      rows: file.rows,
      // Known once the file was read.
      columns: [],
      options: {},
    };
    next = op.putSource(next, source);
    const columns = Object.fromEntries(Object.entries(file.bindings).map(([role, column]) => [role, { column }]));
    next = op.bindTable(next, { table: file.table, source: source.id, columns });
  }
  return next;
}

const sourceId = (fileName: string) =>
  `sample_${fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[^a-z0-9]+/gi, '_')
    .toLowerCase()}`;
