import { TextInput } from '@mantine/core';
import { rolesOf, type TableId } from '../../cell/index.ts';
import type { RoleValue } from '../../import/roles/types.ts';
import { useI18n } from '../i18n/index.ts';
import { ColumnPick } from './ColumnPick.tsx';
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
      <label htmlFor={id} id={`${id}-name`} className={classes.roleName}>
        {label}
        {required && <span className={classes.required}>{t('import.role.required')}</span>}
      </label>
      <div className={classes.roleColumn}>
        <ColumnPick
          id={id}
          columns={model.columns}
          bound={bound}
          formula={formula}
          isKey={definition?.type === 'key'}
          required={required}
          invalid={problems.some(({ severity }) => severity === 'error')}
          described={problems.length > 0 ? `${id}-problems` : undefined}
          onBind={onBind}
        />
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
        <div id={`${id}-problems`}>
          {problems.map((problem) => (
            <p key={problem.code} className={problem.severity === 'error' ? classes.bad : classes.warn}>
              {problemText(problem)}
            </p>
          ))}
        </div>
        {problems.length === 0 && column && column.examples.length > 0 && (
          <span className={classes.examples}>{t('import.role.examples', { examples: list(column.examples.slice(0, 3).map(short)) })}</span>
        )}
      </div>
    </li>
  );
}

const short = (value: string): string => (value.length > 24 ? `${value.slice(0, 23)}…` : value);
