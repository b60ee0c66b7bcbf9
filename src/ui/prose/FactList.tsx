import { useI18n } from '../i18n/index.ts';
import { useApp } from '../store/app-store.ts';
import { useFacts } from '../store/use-cell-state.ts';
import classes from './prose.module.css';

/** Facts that could be quoted at the caret, with their values; Tab takes the first. */
export function FactList({ names, onTake }: { names: readonly string[]; onTake: (name: string) => void }) {
  const { t, formatQuantity } = useI18n();
  const currency = useApp((app) => app.history?.present.definitions.currency ?? '');
  const facts = useFacts();
  return (
    <ul className={classes.facts} aria-label={t('prose.facts')}>
      {names.map((name) => {
        const value = facts[name];
        return (
          <li key={name}>
            <button type="button" onClick={() => onTake(name)}>
              <code>{name}</code>
              <span>{value ? formatQuantity(value, currency) : t('prose.fact.pending')}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
