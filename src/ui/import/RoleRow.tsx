import { TextInput } from '@mantine/core';
import { rolesOf, type TableId } from '../../cell/index.ts';
import type { RoleValue } from '../../import/roles/types.ts';
import { useI18n } from '../i18n/index.ts';
import { Confidence } from './Confidence.tsx';
import classes from './import.module.css';
import { amountFormula, type BindingModel, type ChosenRole, type Problem } from './model.ts';
import { useProblemText } from './problem-text.ts';

interface RoleRowProps {
  model: BindingModel;
  table: TableId;
  role: string;
  required: boolean;
  chosen: ChosenRole | undefined;
  problems: readonly Problem[];
  onBind: (value: RoleValue | null) => void;
}

/** One role: what it is called, the column that plays it, how sure that is, examples, and what is wrong. */
export function RoleRow({ model, table, role, required, chosen, problems, onBind }: RoleRowProps) {
  const { t, pick, list } = useI18n();
  const problemText = useProblemText(table);
  const definition = rolesOf(table)[role];
  const label = definition ? pick(definition.label) : role;
  const bound = chosen?.bound;
  const id = `import-role-${table}-${role}`;
  const formula = definition?.type === 'money' ? amountFormula(model) : null;
  const column = bound && 'column' in bound ? model.columns.find(({ name }) => name === bound.column) : undefined;
  return (
    <li className={classes.role} data-bad={problems.some(({ severity }) => severity === 'error') || undefined}>
      <label htmlFor={id} className={classes.roleName}>
        {label}
        {required && <span className={classes.required}>{t('import.role.required')}</span>}
      </label>
      <div className={classes.roleColumn}>
        <select
          id={id}
          className={classes.pick}
          aria-describedby={problems.length > 0 ? `${id}-problems` : undefined}
          aria-invalid={problems.some(({ severity }) => severity === 'error') || undefined}
          value={optionOf(bound)}
          onChange={(event) => onBind(boundTo(event.target.value, bound))}
        >
          <option value="">{required ? t('import.role.choose') : t('import.role.none')}</option>
          {model.columns.map(({ name }) => (
            <option key={name} value={`column:${name}`}>
              {name}
            </option>
          ))}
          {formula && <option value={`expression:${formula}`}>{readable(formula)}</option>}
          {definition?.type === 'key' && <option value="row:">{t('import.role.row')}</option>}
          <option value="constant:">{t('import.role.constant')}</option>
          {bound && 'expression' in bound && bound.expression !== formula && (
            <option value={`expression:${bound.expression}`}>{t('import.role.expression')}</option>
          )}
          {!(bound && 'expression' in bound && bound.expression !== formula) && (
            <option value="expression:">{t('import.role.expression')}</option>
          )}
        </select>
        {bound && 'constant' in bound && (
          <TextInput
            aria-label={t('import.role.constant.label', { role: label })}
            value={String(bound.constant)}
            onChange={(event) => onBind({ constant: event.currentTarget.value })}
          />
        )}
        {bound && 'expression' in bound && bound.expression !== formula && (
          <TextInput
            aria-label={t('import.role.expression.label', { role: label })}
            ff="monospace"
            value={bound.expression}
            onChange={(event) => onBind({ expression: event.currentTarget.value })}
          />
        )}
      </div>
      {chosen ? <Confidence chosen={chosen} /> : <span />}
      <div className={classes.roleNote}>
        {problems.map((problem) => (
          <p key={problem.code} id={`${id}-problems`} className={problem.severity === 'error' ? classes.bad : classes.warn}>
            {problemText(problem)}
          </p>
        ))}
        {problems.length === 0 && column && column.examples.length > 0 && (
          <span className={classes.examples}>{t('import.role.examples', { examples: list(column.examples.slice(0, 3).map(short)) })}</span>
        )}
      </div>
    </li>
  );
}

const short = (value: string): string => (value.length > 24 ? `${value.slice(0, 23)}…` : value);
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
