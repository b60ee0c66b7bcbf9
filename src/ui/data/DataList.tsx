import { ActionIcon, Menu } from '@mantine/core';
import { TABLES } from '../../cell/index.ts';
import type { Source } from '../../notebook/document.ts';
import { useI18n } from '../i18n/index.ts';
import { openDialog, useApp, useDocument } from '../store/app-store.ts';
import { removeSource } from '../store/edits.ts';
import { Icon } from '../theme/icons.tsx';
import classes from './data-list.module.css';

/** The files of the notebook, each with the tables that are made of it. */
export function DataList() {
  const { t } = useI18n();
  const sources = useDocument()?.sources ?? [];
  if (sources.length === 0) return <p className={classes.none}>{t('rail.data.none')}</p>;
  return (
    <ul className={classes.list}>
      {sources.map((source) => (
        <li key={source.id}>
          <SourceLine source={source} />
        </li>
      ))}
    </ul>
  );
}

function SourceLine({ source }: { source: Source }) {
  const { t, pick, list, formatQuantity } = useI18n();
  const bindings = useDocument()?.bindings ?? [];
  const loading = useApp((app) => app.loading[source.id]);
  const absent = useApp((app) => app.absent.includes(source.id));
  const tables = bindings.filter((binding) => binding.source === source.id).map((binding) => pick(TABLES[binding.table].label));
  const isSample = source.origin.kind === 'sample';
  return (
    <div className={classes.source} data-absent={absent || undefined}>
      <span className={classes.icon}>
        <Icon name="file" size={14} />
      </span>
      <div className={classes.text}>
        <div className={classes.name} title={source.name}>
          {source.name}
        </div>
        <div className={classes.note}>
          {absent ? (
            <button type="button" className={classes.again} onClick={() => openDialog({ kind: 'import', source: source.id })}>
              {t('rail.data.absent')}
            </button>
          ) : (
            <>
              {tables.length > 0 ? list(tables) : t('rail.data.unbound')}
              {source.rows > 0 && ` · ${t('rail.data.rows', { n: source.rows })}`}
            </>
          )}
        </div>
        {loading !== undefined && (
          <div
            className={classes.track}
            role="progressbar"
            aria-label={t('engine.reading', { name: source.name })}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={loading === null ? undefined : Math.round(loading * 100)}
            title={loading === null ? undefined : formatQuantity({ value: loading, unit: 'share' })}
          >
            <div style={{ scale: `${loading ?? 0.2} 1` }} />
          </div>
        )}
      </div>
      <Menu position="bottom-end" width={180}>
        <Menu.Target>
          <ActionIcon className={classes.menu} size={24} aria-label={t('rail.data.menu', { name: source.name })}>
            <Icon name="more" size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {!absent && <Menu.Item onClick={() => openDialog({ kind: 'bind', source: source.id })}>{t('rail.data.bind')}</Menu.Item>}
          {!isSample && <Menu.Item onClick={() => openDialog({ kind: 'import', source: source.id })}>{t('rail.data.again')}</Menu.Item>}
          <Menu.Item color="red" onClick={() => removeSource(source)}>
            {t('rail.data.remove', { name: source.name })}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
