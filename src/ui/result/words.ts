import { createContext, useContext } from 'react';
import type { CellValue, Column, Messages, Quantity, Text } from '../../cell/index.ts';
import { CATALOGUE } from '../../i18n/catalogue.ts';
import { type BilingualMessages, formatMessage, type MessageArgs, ownMessage } from '../../i18n/format-message.ts';
import { formatInterval, formatQuantity } from '../../i18n/format-quantity.ts';
import type { Language } from '../../i18n/language.ts';

/** How the texts and numbers of one result are written: its messages over the app's own, one language, one currency. */
export interface Words {
  readonly language: Language;
  readonly currency: string;
  readonly messages: BilingualMessages;
  t(key: string, args?: MessageArgs): string;
  /** Whether there is a message of this key. */
  known(key: string): boolean;
  text(text: Text): string;
  /** What a column is called. */
  label(column: Column): string;
  /** The unit that stands beside the label: `days`, `GBP`; none where the numbers show it, or it says nothing. */
  unit(column: Column): string | undefined;
  /** A name as people read it, where the column is one of names that the cell gave. */
  name(column: Column, value: CellValue): CellValue;
  /** The figure of a tile, and its interval with its level. */
  figure(value: Quantity): { value: string; interval: string | undefined };
}

const NONE: BilingualMessages = { en: {}, zh: {} };
const UNITS_IN_HEADERS: ReadonlySet<string> = new Set(['days', 'weeks', 'months', 'points']);

/** `messages` are those of the cell; none for SQL cells, whose columns are called by their names. */
export function words(language: Language, currency: string, own: BilingualMessages = NONE): Words {
  const messages: BilingualMessages = { en: over('en', own.en), zh: over('zh', own.zh) };
  const t = (key: string, args?: MessageArgs) => formatMessage(messages, { key, args }, language, currency);
  const known = (key: string) => ownMessage(messages, key, language) !== undefined;
  return {
    language,
    currency,
    messages,
    t,
    known,
    text: (text) => t(text.key, text.args),
    label: (column) => {
      if (column.label) return t(column.label.key, column.label.args);
      const key = `column.${column.name}`;
      return known(key) ? t(key) : column.name;
    },
    unit: (column) => {
      if (column.unit === 'money') return currency || undefined;
      return column.unit && UNITS_IN_HEADERS.has(column.unit) ? t(`unit.${column.unit}`) : undefined;
    },
    name: (column, value) => {
      if (typeof value === 'boolean') return t(value ? 'value.true' : 'value.false');
      const key = `${column.values}.${value}`;
      return column.values !== undefined && value !== null && known(key) ? t(key) : value;
    },
    figure: (quantity) => {
      const { value, unit, level = 0.95 } = quantity;
      const interval = value === null ? undefined : formatInterval(quantity, language);
      return {
        value: formatQuantity({ value, unit }, language, currency, 'tile'),
        interval: interval && t('result.interval', { level: { value: level, unit: 'share' }, interval }),
      };
    },
  };
}

const over = (language: Language, own: Messages): Messages => ({ ...CATALOGUE[language], ...own });

export const WordsContext = createContext<Words>(words('en', ''));
export const useWords = (): Words => useContext(WordsContext);
