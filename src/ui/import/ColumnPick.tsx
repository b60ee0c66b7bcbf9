import type { PreviewColumn } from '../../import/options.ts';
import type { RoleValue } from '../../import/roles/types.ts';
import { useI18n } from '../i18n/index.ts';
import classes from './import.module.css';

interface ColumnPickProps {
  id: string;
  columns: readonly PreviewColumn[];
  bound: RoleValue | undefined;
  /** A formula that is offered beside the columns. */
  formula: string | null;
  isKey: boolean;
  required: boolean;
  invalid: boolean;
  /** The id of what is wrong, if anything is. */
  described: string | undefined;
  onBind: (value: RoleValue | null) => void;
}

/** More columns than a list can show are typed, with suggestions. */
const LISTED = 200;
const SUGGESTIONS = 'import-columns';

/** Which column plays a role; or the row's number, one value for all rows, a formula. */
export function ColumnPick({ id, columns, bound, formula, isKey, required, invalid, described, onBind }: ColumnPickProps) {
  const { t } = useI18n();
  const wide = columns.length > LISTED;
  const own = bound && 'expression' in bound && bound.expression !== formula ? bound.expression : '';
  const isColumn = bound !== undefined && 'column' in bound;
  const select = (
    <select
      id={id}
      className={classes.pick}
      aria-describedby={described}
      aria-invalid={invalid || undefined}
      value={wide && isColumn ? 'column:' : optionOf(bound)}
      onChange={(event) => onBind(boundTo(event.target.value, bound))}
    >
      <option value="">{required ? t('import.role.choose') : t('import.role.none')}</option>
      {wide ? (
        <option value="column:">{t('import.role.typed')}</option>
      ) : (
        columns.map(({ name }) => (
          <option key={name} value={`column:${name}`}>
            {name}
          </option>
        ))
      )}
      {formula && <option value={`expression:${formula}`}>{readable(formula)}</option>}
      {isKey && <option value="row:">{t('import.role.row')}</option>}
      <option value="constant:">{t('import.role.constant')}</option>
      <option value={`expression:${own}`}>{t('import.role.expression')}</option>
    </select>
  );
  if (!wide || !isColumn) return select;
  return (
    <>
      {select}
      <input
        className={classes.pick}
        aria-labelledby={`${id}-name`}
        list={SUGGESTIONS}
        value={bound.column}
        onChange={(event) => onBind({ column: event.target.value })}
      />
    </>
  );
}

/** The names that a typed column is suggested from; once for all roles. */
export function ColumnSuggestions({ columns }: { columns: readonly PreviewColumn[] }) {
  if (columns.length <= LISTED) return null;
  return (
    <datalist id={SUGGESTIONS}>
      {columns.map(({ name }) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}

const readable = (formula: string): string => formula.replaceAll('""', '″').replaceAll('"', '').replace(' * ', ' × ');

function optionOf(bound: RoleValue | undefined): string {
  if (!bound) return '';
  if ('column' in bound) return `column:${bound.column}`;
  if ('expression' in bound) return `expression:${bound.expression}`;
  return 'row' in bound ? 'row:' : 'constant:';
}

function boundTo(option: string, before: RoleValue | undefined): RoleValue | null {
  const [kind = '', rest = ''] = [option.slice(0, option.indexOf(':')), option.slice(option.indexOf(':') + 1)];
  if (kind === 'column') return { column: rest };
  if (kind === 'row') return { row: true };
  if (kind === 'constant') return { constant: '' };
  if (kind === 'expression')
    return { expression: rest || (before && 'column' in before ? `"${before.column.replaceAll('"', '""')}"` : '') };
  return null;
}
