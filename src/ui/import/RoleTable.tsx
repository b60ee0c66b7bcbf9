import { useState } from 'react';
import { requiredRoles, rolesOf, TABLES } from '../../cell/index.ts';
import { useI18n } from '../i18n/index.ts';
import classes from './import.module.css';
import { type BindingModel, bindRole, type ChosenTable, problemsOf } from './model.ts';
import { RoleRow } from './RoleRow.tsx';

interface RoleTableProps<M extends BindingModel> {
  model: M;
  chosen: ChosenTable;
  /** More than one table is made: each has a heading. */
  titled: boolean;
  onChange: (model: M) => void;
}

/** The roles of one table, needed ones first, each with its column, how sure that is, and what is wrong with it. */
export function RoleTable<M extends BindingModel>({ model, chosen, titled, onChange }: RoleTableProps<M>) {
  const { t, pick } = useI18n();
  const [all, setAll] = useState(false);
  const { table, roles } = chosen;
  const problems = problemsOf(model, chosen);
  const names = Object.keys(rolesOf(table));
  const needed = new Set(requiredRoles(table).flat());
  const [first, rest] = [names.filter((role) => needed.has(role)), names.filter((role) => !needed.has(role))];
  // what is bound stands with the needed ones; the others are folded away
  const [bound, unbound] = [rest.filter((role) => roles[role]), rest.filter((role) => !roles[role])];
  const shown = all ? names.filter((role) => needed.has(role)).concat(rest) : [...first, ...bound];
  return (
    <div className={classes.roles}>
      {titled && <h4>{pick(TABLES[table].label)}</h4>}
      <ul aria-label={pick(TABLES[table].label)}>
        {shown.map((role) => (
          <RoleRow
            key={role}
            model={model}
            table={table}
            role={role}
            required={needed.has(role)}
            chosen={roles[role]}
            problems={problems.filter((problem) => problem.role === role)}
            onBind={(next) => onChange(bindRole(model, table, role, next))}
          />
        ))}
      </ul>
      {unbound.length > 0 && (
        <button type="button" className={classes.link} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('import.role.fewer') : t('import.role.more', { n: unbound.length })}
        </button>
      )}
    </div>
  );
}
