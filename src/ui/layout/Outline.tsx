import type { Cell } from '../../notebook/document.ts';
import { outputName } from '../../notebook/names.ts';
import { cellLibrary } from '../../workers/cells.ts';
import { useI18n } from '../i18n/index.ts';
import { focusCell } from '../notebook/focus-cell.ts';
import { firstWords } from '../prose/first-words.ts';
import { setApp, useDocument } from '../store/app-store.ts';
import { useCellState } from '../store/use-cell-state.ts';
import { Icon } from '../theme/icons.tsx';
import classes from './outline.module.css';

/** The cells of the notebook in order, each with how it stands. */
export function Outline() {
  const { t } = useI18n();
  const cells = useDocument()?.cells ?? [];
  if (cells.length === 0) return <p className={classes.none}>{t('rail.outline.none')}</p>;
  return (
    <ol className={classes.list}>
      {cells.map((cell) => (
        <li key={cell.id}>
          <Line cell={cell} />
        </li>
      ))}
    </ol>
  );
}

function Line({ cell }: { cell: Cell }) {
  const { t, pick } = useI18n();
  const { status } = useCellState(cell.id);
  const title = cell.type === 'prose' ? firstWords(cell.text) || t('rail.cell.prose') : cell.type === 'sql' ? cell.name : nameOf(cell.cell);
  function nameOf(id: string): string {
    const definition = cellLibrary.get(id);
    return definition ? pick(definition.title) : id;
  }
  const mark = markOf(status.kind);
  return (
    <button
      type="button"
      className={classes.line}
      onClick={() => {
        setApp({ narrowRail: false });
        focusCell(cell.id);
      }}
    >
      <span className={classes.icon}>
        <Icon name={cell.type === 'prose' ? 'text' : cell.type === 'sql' ? 'table' : 'chart'} size={14} />
      </span>
      <span className={classes.title}>{title}</span>
      {cell.type === 'analysis' && outputName(cell) !== cellLibrary.get(cell.cell)?.alias && (
        <code className={classes.alias}>{cell.alias}</code>
      )}
      {mark && <span className={classes.mark} data-mark={mark} role="img" aria-label={t(`outline.${mark}`)} />}
    </button>
  );
}

function markOf(kind: string): 'working' | 'bad' | 'blocked' | null {
  if (kind === 'running' || kind === 'queued' || kind === 'waiting') return 'working';
  if (kind === 'failed') return 'bad';
  return kind === 'blocked' || kind === 'untrusted' || kind === 'cancelled' ? 'blocked' : null;
}
