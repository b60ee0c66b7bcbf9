import type { Dataset } from '../../../datasets/dataset.ts';
import { datasets } from '../../../datasets/index.ts';
import { GROUPS } from '../../cell/index.ts';
import type { NotebookDocument, Source } from '../../notebook/document.ts';
import { emptyDocument } from '../../notebook/empty-document.ts';
import * as op from '../../notebook/operations.ts';
import { AppError } from '../../util/app-error.ts';
import { cellLibrary as library } from '../../workers/cells.ts';
import type { I18n } from '../i18n/index.ts';

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

/** A notebook on a sample: its files, bindings and definitions, an introduction and the analyses that are taught on it. */
export function sampleDocument(dataset: Dataset, i18n: I18n): NotebookDocument {
  let document = withSample(emptyDocument({ title: i18n.pick(dataset.title) }), dataset);
  const description = i18n.pick(dataset.description);
  const taught = library.list().filter((definition) => definition.sample === dataset.id);
  taught.sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group));
  // The introduction quotes the segments of the sample firm; a lab has its description alone.
  const introduced = taught.some(({ alias }) => alias === 'rfm');
  document = op.addProse(document, { text: introduced ? i18n.t('sample.intro', { description }) : description }).document;
  for (const definition of taught) document = op.addAnalysis(document, definition).document;
  return document;
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
