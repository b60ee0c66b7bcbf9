import { useMemo } from 'react';
import type { ChartFunction, TableView, View } from '../../cell/index.ts';
import type { Scheme } from '../../charts/palette.ts';
import type { BilingualMessages } from '../../i18n/format-message.ts';
import type { Language } from '../../i18n/language.ts';
import type { Page, PageRequest } from '../../workers/compute-api.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { Headline } from './Headline.tsx';
import { Prose } from './Prose.tsx';
import styles from './result.module.css';
import { type Slot, slots } from './slots.ts';
import { TableFigure } from './TableFigure.tsx';
import { Tiles } from './Tiles.tsx';
import { WordsContext, words } from './words.ts';

export interface ResultViewProps {
  /** Views of the current run, as far as they are there; of the last run where none is under way. */
  views: readonly View[];
  /** Views of the run before: they hold the place, dimmed, until the current run has its own. */
  previous?: readonly View[];
  /** Ids of views in reading order, as the cell declares them. */
  order?: readonly string[];
  /** Whether more views may come. */
  pending?: boolean;
  /** Whether something above has changed, so that what is shown no longer holds: dimmed. */
  stale?: boolean;
  /** The cell's own messages; none for SQL cells. */
  messages?: BilingualMessages | undefined;
  /** The cell's own charts; undefined until they are loaded. */
  charts?: Readonly<Record<string, ChartFunction>> | undefined;
  language: Language;
  /** ISO 4217, or empty where it is not known. */
  currency: string;
  scheme: Scheme;
  /** Starts the names of downloaded files. */
  alias: string;
  /** Names the state of the data: another key makes tables read anew. */
  runKey?: string;
  /** A page of a table of this result; without it a table shows the rows that the result carries. */
  onPage?: ((view: TableView, request: PageRequest) => Promise<Page>) | undefined;
  /** A whole table as a file; without it the rows that the result carries. */
  onCsv?: ((view: TableView) => Promise<Blob>) | undefined;
  /** Makes a segment out of a table of customers; without it no button is shown. */
  onSegment?: ((view: TableView) => void) | undefined;
}

/** A result in reading order: headline, tiles, charts, tables, prose. */
export function ResultView(props: ResultViewProps) {
  const { views, previous = NONE, order = NO_IDS, pending = false, stale = false, messages, language, currency } = props;
  const own = useMemo(() => words(language, currency, messages), [language, currency, messages]);
  return (
    <WordsContext value={own}>
      <div className={styles.result} data-stale={stale || undefined} aria-busy={pending}>
        {slots({ order, views, previous, pending }).map((slot) => (
          <SlotView key={slot.id} slot={slot} {...props} />
        ))}
      </div>
    </WordsContext>
  );
}

function SlotView({ slot, ...props }: { slot: Slot } & ResultViewProps) {
  if (slot.state === 'awaited') return <div className={styles.awaited} data-room={slot.room} aria-hidden="true" />;
  return (
    <div className={styles.slot} data-old={slot.state === 'old' || undefined}>
      <AnyView view={slot.view} {...props} />
    </div>
  );
}

function AnyView({ view, charts, scheme, alias, runKey = '', onPage, onCsv, onSegment }: { view: View } & ResultViewProps) {
  switch (view.kind) {
    case 'headline':
      return <Headline view={view} />;
    case 'tiles':
      return <Tiles view={view} />;
    case 'chart':
      return <ChartFigure view={view} charts={charts} scheme={scheme} fileName={`${alias}-${view.id}`} />;
    case 'table':
      return (
        <TableFigure view={view} fileName={`${alias}-${view.id}`} dataKey={runKey} onPage={onPage} onCsv={onCsv} onSegment={onSegment} />
      );
    case 'prose':
      return <Prose view={view} />;
  }
}

const NONE: readonly View[] = [];
const NO_IDS: readonly string[] = [];
