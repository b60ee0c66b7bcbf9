import type { ReactNode } from 'react';
import { TABLES, type TableId } from '../../cell/index.ts';
import type { RecipeItem } from '../../share/index.ts';
import { cellLibrary } from '../../workers/cells.ts';
import { useI18n } from '../i18n/index.ts';
import classes from './share.module.css';

/** What a link holds, item by item, in the words of the page. */
export function RecipeList({ items }: { items: readonly RecipeItem[] }) {
  const lines = useLines();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keys too
    <dl className={classes.recipe} tabIndex={0}>
      {items.map((item, i) => {
        const [term, what] = lines(item);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place
          <div key={i}>
            <dt>{term}</dt>
            <dd>{what}</dd>
          </div>
        );
      })}
    </dl>
  );
}

function useLines(): (item: RecipeItem) => [string, ReactNode] {
  const { t, list, pick } = useI18n();
  return (item) => {
    switch (item.kind) {
      case 'title':
        return [t('recipe.title'), item.title];
      case 'sample':
        return [t('recipe.sample'), item.name];
      case 'file':
        return [t('recipe.file'), t('recipe.file.what', { name: item.name, columns: list(item.columns) })];
      case 'binding': {
        const table = Object.hasOwn(TABLES, item.table) ? pick(TABLES[item.table as TableId].label) : item.table;
        const typed = [...item.constants, ...item.expressions];
        return [
          t('recipe.binding'),
          `${t('recipe.binding.what', { table, source: item.source })}${typed.length > 0 ? ` (${list(typed)})` : ''}`,
        ];
      }
      case 'definitions':
        return [t('recipe.definitions'), list(item.changed.map((name) => t(`definitions.${name}`)))];
      case 'segment':
        return [t('recipe.segment'), <Code key="code" name={item.name} text={item.select} />];
      case 'analysis': {
        const definition = cellLibrary.get(item.cell);
        const params = Object.entries(item.params).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
        return [
          t('recipe.analysis'),
          `${definition ? pick(definition.title) : item.cell}${params.length > 0 ? ` (${params.join(', ')})` : ''}`,
        ];
      }
      case 'sql':
        return [t('recipe.sql'), <Code key="code" name={item.name} text={item.code} />];
      case 'prose':
        return [
          t('recipe.prose'),
          <span key="text" className={classes.long}>
            {item.text}
          </span>,
        ];
    }
  };
}

const Code = ({ name, text }: { name: string; text: string }) => (
  <>
    <code>{name}</code>
    <pre>{text}</pre>
  </>
);
