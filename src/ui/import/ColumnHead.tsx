import type { ColumnType, PreviewColumn, TextColumn } from '../../import/options.ts';
import { leadingParts } from '../../import/values/temporal.ts';
import { useI18n } from '../i18n/index.ts';
import classes from './import.module.css';

const TYPES: readonly ColumnType[] = ['text', 'integer', 'number', 'date', 'timestamp', 'flag'];

interface ColumnHeadProps {
  column: PreviewColumn;
  /** How it is read; absent for files that carry their types. */
  read: TextColumn | undefined;
  onChange: (change: Partial<Pick<TextColumn, 'type' | 'dateOrder' | 'decimalMark'>>) => void;
}

/** A column's name, its type to correct, and what does not fit it. */
export function ColumnHead({ column, read, onChange }: ColumnHeadProps) {
  const { t, list, formatQuantity } = useI18n();
  const { name, type, unfit, ambiguous, missing } = column;
  const dated = (type === 'date' || type === 'timestamp') && column.sample.some((value) => leadingParts(value) !== null);
  // a point is the rule: the choice is offered where there is one to make
  const marked =
    type === 'number' && (read?.decimalMark === ',' || ambiguous === 'decimalMark' || column.sample.some((value) => value.includes(',')));
  return (
    <div className={classes.head} data-number={type === 'integer' || type === 'number' || undefined}>
      <span className={classes.name} title={name}>
        {name}
      </span>
      {read ? (
        <select
          className={classes.pick}
          aria-label={t('import.type', { column: name })}
          value={type}
          onChange={(event) => onChange({ type: event.target.value as ColumnType })}
        >
          {TYPES.map((each) => (
            <option key={each} value={each}>
              {t(`import.type.${each}`)}
            </option>
          ))}
        </select>
      ) : (
        <span className={classes.type}>{t(`import.type.${type}`)}</span>
      )}
      {read && dated && (
        <select
          className={classes.pick}
          aria-label={t('import.order', { column: name })}
          data-ambiguous={ambiguous === 'dateOrder' || undefined}
          value={read.dateOrder ?? 'ymd'}
          onChange={(event) => onChange({ dateOrder: event.target.value as 'ymd' | 'dmy' | 'mdy' })}
        >
          {(['dmy', 'mdy', 'ymd'] as const).map((each) => (
            <option key={each} value={each}>
              {t(`import.order.${each}`)}
            </option>
          ))}
        </select>
      )}
      {read && marked && (
        <select
          className={classes.pick}
          aria-label={t('import.mark', { column: name })}
          data-ambiguous={ambiguous === 'decimalMark' || undefined}
          value={read.decimalMark ?? '.'}
          onChange={(event) => onChange({ decimalMark: event.target.value as '.' | ',' })}
        >
          <option value=".">{t('import.mark.point')}</option>
          <option value=",">{t('import.mark.comma')}</option>
        </select>
      )}
      {ambiguous && <span className={classes.warn}>{t('import.ambiguous', { examples: list(column.examples.slice(0, 2)) })}</span>}
      {unfit.count > 0 && (
        <span className={classes.warn}>{t('import.unfit', { n: unfit.count, examples: list(unfit.examples.slice(0, 2)) })}</span>
      )}
      {missing > 0 && <span className={classes.gap}>{t('import.gaps', { share: formatQuantity({ value: missing, unit: 'share' }) })}</span>}
      {type === 'timestamp' && read?.offset !== undefined && (
        <span className={classes.gap}>{t('import.offset', { offset: offsetText(read.offset) })}</span>
      )}
    </div>
  );
}

/** `+08:00`, or nothing for UTC itself. */
function offsetText(minutes: number): string {
  if (minutes === 0) return '';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '−' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
