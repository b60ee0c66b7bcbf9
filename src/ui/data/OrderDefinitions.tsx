import { Checkbox, NumberInput } from '@mantine/core';
import { TABLES } from '../../cell/index.ts';
import type { NotebookDefinitions } from '../../notebook/document.ts';
import type { Effects } from '../../workers/left-out.ts';
import { useI18n } from '../i18n/index.ts';
import { leftOutParts } from '../result/left-out.ts';
import { setDefinitions } from '../store/edits.ts';
import classes from './definitions.module.css';
import { switchStatus } from './segment-select.ts';

interface Props {
  definitions: NotebookDefinitions;
  effects: Effects | null;
}

/** Which orders count, by the statuses that the data has. */
export function StatusChoice({ definitions, effects }: Props) {
  const { t } = useI18n();
  const found = effects?.statuses ?? [];
  const gone = definitions.statuses.filter((status) => !found.some(({ value }) => value === status));
  const options = [...found, ...gone.map((value) => ({ value, rows: 0 }))];
  if (options.length === 0) return null;
  const known = found.map(({ value }) => value);
  return (
    <fieldset className={classes.group}>
      <legend className={classes.label}>{t('definitions.statuses')}</legend>
      <p className={classes.help}>{t('definitions.statuses.help')}</p>
      {options.map(({ value, rows }) => (
        <Checkbox
          key={value}
          size="xs"
          label={t('definitions.status.option', { value: value || t('definitions.statuses.none'), n: rows })}
          checked={definitions.statuses.length === 0 || definitions.statuses.includes(value)}
          onChange={() => setDefinitions({ statuses: switchStatus(definitions.statuses, known, value) })}
        />
      ))}
    </fieldset>
  );
}

/** The revenue that the person knows, and how far the data is from it by these definitions. */
export function TieOut({ definitions, effects }: Props) {
  const { t, formatQuantity } = useI18n();
  const { knownRevenue, currency } = definitions;
  const revenue = effects?.revenue ?? null;
  const money = (value: number) => formatQuantity({ value, unit: 'money' }, currency, 'bare');
  return (
    <div>
      <NumberInput
        label={t('definitions.knownRevenue')}
        description={t('definitions.knownRevenue.help')}
        value={knownRevenue ?? ''}
        hideControls
        thousandSeparator=","
        onChange={(value) => setDefinitions({ knownRevenue: typeof value === 'number' ? value : undefined }, true)}
      />
      {revenue !== null && (
        <p className={classes.help} role="status">
          {knownRevenue === undefined || knownRevenue === 0
            ? t('definitions.tieOut.none', { revenue: money(revenue) })
            : t('definitions.tieOut', {
                revenue: money(revenue),
                difference: money(revenue - knownRevenue),
                share: formatQuantity({ value: (revenue - knownRevenue) / Math.abs(knownRevenue), unit: 'share' }),
              })}
        </p>
      )}
    </div>
  );
}

/** What the definitions leave of each table, and why. */
export function EffectList({ effects }: { effects: Effects | null }) {
  const i18n = useI18n();
  const { t, pick } = i18n;
  return (
    <section className={classes.effects} aria-live="polite">
      <h3 className={classes.label}>{t('definitions.effect')}</h3>
      {effects === null && <p className={classes.help}>{t('definitions.effect.wait')}</p>}
      <ul>
        {effects?.tables.map(({ table, rows, ofRows, left }) => (
          <li key={table}>
            {t('definitions.effect.rows', { table: pick(TABLES[table].label), rows, of: ofRows })}
            {left.length > 0 && (
              <span className={classes.help}> {t('left.line', { parts: i18n.list(leftOutParts(table, left, i18n)) })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
