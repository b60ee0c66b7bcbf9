import { Button } from '@mantine/core';
import type { CellDefinition } from '../../cell/index.ts';
import { CATALOGUE } from '../../i18n/catalogue.ts';
import type { BilingualMessages } from '../../i18n/format-message.ts';
import { formatMessage } from '../../i18n/format-message.ts';
import type { CellState } from '../../runtime/index.ts';
import { useI18n } from '../i18n/index.ts';
import { Progress } from '../result/index.ts';
import { useApp } from '../store/app-store.ts';
import { trust } from '../store/session.ts';
import { BlockedNotice } from './BlockedNotice.tsx';
import { Notice } from './Notice.tsx';

export interface CellStatusProps {
  cellId: string;
  state: CellState;
  /** The analysis; none for cells of other kinds. */
  definition?: CellDefinition;
  /** The cell's own words, for notes on progress. */
  messages?: BilingualMessages | undefined;
}

/** How a cell stands where there is more to say than its result: at work, stopped, failed, or short of something. */
export function CellStatus({ cellId, state: { status }, definition, messages }: CellStatusProps) {
  const { t, language, errorText } = useI18n();
  const runtime = useApp((app) => app.runtime);
  const preparing = usePreparing();
  const rerun = () => runtime?.rerun(cellId);
  switch (status.kind) {
    case 'running': {
      const words: BilingualMessages = { en: { ...CATALOGUE.en, ...messages?.en }, zh: { ...CATALOGUE.zh, ...messages?.zh } };
      const note = status.note && formatMessage(words, status.note, language, '');
      return <Progress done={status.done} note={note} language={language} onCancel={() => runtime?.cancel(cellId)} />;
    }
    case 'queued':
    case 'waiting':
      return (
        <Progress done={null} note={preparing?.note ?? t('cell.queued')} language={language} onCancel={() => runtime?.cancel(cellId)} />
      );
    case 'idle':
      return preparing ? <Progress done={preparing.done} note={preparing.note} language={language} /> : null;
    case 'failed':
      return (
        <Notice
          tone="bad"
          title={t('cell.failed')}
          text={errorText(status.error)}
          details={{ label: t('cell.failed.details'), text: detailsOf(status.error) }}
        >
          <Button variant="default" onClick={rerun}>
            {t('action.retry')}
          </Button>
        </Notice>
      );
    case 'cancelled':
      return (
        <Notice tone="plain" title={t('cell.cancelled')} text={t('cell.cancelled.help')}>
          <Button variant="default" onClick={rerun}>
            {t('cell.rerun')}
          </Button>
        </Notice>
      );
    case 'untrusted':
      return (
        <Notice tone="warn" title={t('sql.confirm.title')} text={t('sql.confirm')}>
          <Button onClick={trust}>{t('sql.confirm.yes')}</Button>
        </Notice>
      );
    case 'blocked':
      return <BlockedNotice reason={status.reason} definition={definition} />;
    case 'done':
      return null;
  }
}

/** What the engine does before cells can run; null where nothing. */
function usePreparing(): { done: number | null; note: string } | null {
  const { t } = useI18n();
  const engine = useApp((app) => app.engine.kind);
  const loading = useApp((app) => app.loading);
  const sources = useApp((app) => app.history?.present.sources);
  const reading = Object.entries(loading)[0];
  if (engine === 'booting') return { done: null, note: t('engine.booting') };
  if (!reading) return null;
  const name = sources?.find((source) => source.id === reading[0])?.name ?? reading[0];
  return { done: reading[1], note: t('engine.reading', { name }) };
}

/** For those who mend: code, message, fields, and what lies behind. */
export function detailsOf(error: {
  code: string;
  message: string;
  fields: Readonly<Record<string, string | number>>;
  cause?: unknown;
}): string {
  const fields = Object.entries(error.fields).map(([name, value]) => `${name}: ${value}`);
  const cause = error.cause instanceof Error ? [`cause: ${error.cause.message}`] : [];
  return [`${error.code}: ${error.message}`, ...fields, ...cause].join('\n');
}
