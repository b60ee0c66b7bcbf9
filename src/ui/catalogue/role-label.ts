import { type RoleId, rolesOf, TABLES, type TableId } from '../../cell/index.ts';
import type { Language } from '../../i18n/language.ts';

/** `Orders: amount` in words: `Amount (Orders)`. */
export function roleLabel(role: RoleId, language: Language): string {
  const [table, name = ''] = role.split('.') as [TableId, string];
  const label = rolesOf(table)[name]?.label[language] ?? name;
  const tableLabel = TABLES[table].label[language];
  return language === 'zh' ? `${label}（${tableLabel}）` : `${label} (${tableLabel})`;
}
