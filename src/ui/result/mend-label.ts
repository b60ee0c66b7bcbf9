import { type Mend, rolesOf, TABLES, type TableId } from '../../cell/index.ts';
import { paramLabel, paramText } from './param-text.ts';
import type { Words } from './words.ts';

/** What the button says that puts a check right. */
export function mendLabel(mend: Mend, words: Words): string {
  if (mend.kind === 'definition') return words.t('mend.definition');
  if (mend.kind === 'bind') return words.t('mend.bind', { role: roleLabel(mend.table, mend.column, words) });
  return words.t('mend.param', { param: paramLabel(mend.param, words), value: paramText(mend.param, mend.value, words) });
}

function roleLabel(table: string, column: string, words: Words): string {
  if (!Object.hasOwn(TABLES, table)) return column;
  const roles = rolesOf(table as TableId);
  return Object.hasOwn(roles, column) ? (roles[column]?.label[words.language] ?? column) : column;
}
