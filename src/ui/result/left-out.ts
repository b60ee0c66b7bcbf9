import { type LeftOut, type Provenance, TABLES, type TableId } from '../../cell/index.ts';
import type { MessageArgs } from '../../i18n/format-message.ts';
import type { Language } from '../../i18n/language.ts';

/** What is needed to write: a translator, or the words of a result. */
export interface Writer {
  readonly language: Language;
  t(key: string, args?: MessageArgs): string;
}

/** What one table lacks, a reason at a time: `48 orders by status (cancelled 40, refunded 8)`. */
export function leftOutParts(table: string, left: readonly LeftOut[], { t, language }: Writer): string[] {
  return left.map(({ reason, rows, values = [] }) => {
    const known = Object.hasOwn(TABLES, table) ? TABLES[table as TableId] : undefined;
    const label = known?.label[language] ?? table;
    const what =
      rows === 1 && known
        ? t('left.what.one', { row: known.row[language] })
        : t('left.what', { n: rows, table: language === 'en' ? label.toLowerCase() : label });
    const named = values.map(({ value, rows: n }) => t('left.status.each', { value: value || t('definitions.statuses.none'), n }));
    return t(`left.${reason}`, reason === 'status' ? { what, statuses: named.join(t('list.separator')) } : { what });
  });
}

/** One line on whom a result is about and what was left out of its data; empty where it is about all that there is. */
export function leftOutLine(provenance: Pick<Provenance, 'inputs' | 'scope'>, writer: Writer, feeds: string | null = null): string {
  const { t } = writer;
  const parts = provenance.inputs.flatMap(({ table, left = [] }) => leftOutParts(table, left, writer));
  const segment = provenance.scope?.segment;
  return [
    ...(feeds === null ? [] : [t('left.feeds', { name: feeds })]),
    ...(segment ? [t('left.about', { name: segment.name, n: segment.customers })] : []),
    ...(parts.length > 0 ? [t('left.line', { parts: parts.join(t('list.separator')) })] : []),
  ].join(writer.language === 'zh' ? '' : ' ');
}
