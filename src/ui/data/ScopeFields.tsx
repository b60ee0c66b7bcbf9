import { ActionIcon, Radio, Switch } from '@mantine/core';
import type { NotebookDocument } from '../../notebook/document.ts';
import { useI18n } from '../i18n/index.ts';
import { removeSegment, setScope } from '../store/edits.ts';
import { Icon } from '../theme/icons.tsx';
import classes from './definitions.module.css';

/** Whom the notebook is about: those who consented, and all customers or one of the saved segments. */
export function ScopeFields({ document }: { document: NotebookDocument }) {
  const { t } = useI18n();
  const { consent, segments, active } = document.scope;
  const isBound = document.bindings.some(({ table, columns }) => table === 'customers' && columns.consent !== undefined);
  const ALL = '';
  return (
    <>
      <Switch
        label={t('scope.consent')}
        description={consent && !isBound ? undefined : t('scope.consent.help')}
        error={consent && !isBound ? t('scope.consent.unbound') : undefined}
        checked={consent}
        onChange={(event) => setScope({ consent: event.currentTarget.checked })}
      />
      <Radio.Group
        label={t('scope.segment')}
        description={segments.length === 0 ? t('scope.segment.help') : undefined}
        value={active ?? ALL}
        onChange={(value) => setScope({ active: value === ALL ? null : value })}
      >
        <Radio value={ALL} label={t('scope.segment.all')} mt={6} size="xs" />
        {segments.map(({ id, name, select }) => (
          <div key={id} className={classes.segment}>
            <Radio value={id} label={name} description={<code>{select}</code>} size="xs" />
            <ActionIcon size={22} aria-label={t('scope.segment.remove', { name })} onClick={() => removeSegment(id)}>
              <Icon name="close" size={12} />
            </ActionIcon>
          </div>
        ))}
      </Radio.Group>
    </>
  );
}
