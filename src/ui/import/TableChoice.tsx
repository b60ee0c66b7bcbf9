import { Checkbox } from '@mantine/core';
import { TABLES, type TableId } from '../../cell/index.ts';
import { useI18n } from '../i18n/index.ts';
import { ColumnSuggestions } from './ColumnPick.tsx';
import classes from './import.module.css';
import { alsoGiven, type BindingModel, chooseTable, toggleTable } from './model.ts';
import { RoleTable } from './RoleTable.tsx';

interface TableChoiceProps<M extends BindingModel> {
  model: M;
  /** What the file is called in SQL. */
  source: string;
  onChange: (model: M) => void;
}

/** What one row of the file is, and the roles that follow from it. */
export function TableChoice<M extends BindingModel>({ model, source, onChange }: TableChoiceProps<M>) {
  const { t, pick } = useI18n();
  const [main] = model.tables;
  const likely = model.proposals.filter(({ fit }) => fit > 0);
  const others = model.proposals.filter(({ fit }) => fit === 0);
  const also = main ? alsoGiven(main, model.proposals) : [];
  const option = ({ table }: { table: TableId }) => (
    <option key={table} value={table}>
      {`${pick(TABLES[table].row)} · ${pick(TABLES[table].label)}`}
    </option>
  );
  return (
    <section className={classes.what} aria-labelledby="import-what">
      <h3 id="import-what">{t('import.what')}</h3>
      <p className={classes.help}>{t('import.what.help')}</p>
      <div className={classes.question}>
        <label htmlFor="import-table">{t('import.what.row')}</label>
        <select
          id="import-table"
          className={classes.tablePick}
          value={main?.table ?? ''}
          onChange={(event) => onChange(chooseTable(model, (event.target.value || null) as TableId | null))}
        >
          {likely.length > 0 && <optgroup label={t('import.what.likely')}>{likely.map(option)}</optgroup>}
          <optgroup label={t('import.what.other')}>{others.map(option)}</optgroup>
          <option value="">{t('import.what.none')}</option>
        </select>
        {also.map(({ table }) => (
          <Checkbox
            key={table}
            size="xs"
            label={`${t('import.what.also')} ${pick(TABLES[table].label)}`}
            checked={model.tables.some((chosen) => chosen.table === table)}
            onChange={() => onChange(toggleTable(model, table))}
          />
        ))}
      </div>
      <ColumnSuggestions columns={model.columns} />
      {!main && (
        <p className={classes.help}>
          {likely.length === 0 ? t('import.what.nothing') : t('import.what.none.help', { table: `raw.${source}` })}
        </p>
      )}
      {model.tables.map((chosen) => (
        <RoleTable key={chosen.table} model={model} chosen={chosen} titled={model.tables.length > 1} onChange={onChange} />
      ))}
    </section>
  );
}
