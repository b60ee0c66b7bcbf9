import { useState } from 'react';
import { NAME } from '../../notebook/names.ts';
import { useI18n } from '../i18n/index.ts';
import { renameOutput } from '../store/edits.ts';
import classes from './alias-field.module.css';

/** The name under which a cell leaves its tables and facts; references follow when it changes. */
export function AliasField({ cellId, name }: { cellId: string; name: string }) {
  const { t } = useI18n();
  const [draft, setDraft] = useState<string | null>(null);
  const value = draft ?? name;
  const wrong = !NAME.test(value);
  const settle = () => {
    if (draft !== null && !wrong && draft !== name) renameOutput(cellId, draft);
    setDraft(null);
  };
  return (
    <span className={classes.field} data-value={value} data-wrong={wrong || undefined}>
      <input
        className={classes.input}
        size={1}
        aria-label={t('cell.alias')}
        title={wrong ? t('sql.invalid.name') : t('cell.alias')}
        aria-invalid={wrong || undefined}
        value={value}
        maxLength={63}
        spellCheck={false}
        autoCapitalize="off"
        onChange={(event) => setDraft(event.currentTarget.value.trim())}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setDraft(null);
        }}
      />
    </span>
  );
}
