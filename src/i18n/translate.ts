import type { Quantity } from '../cell/quantity.ts';
import { AppError } from '../util/app-error.ts';
import { CATALOGUE } from './catalogue.ts';
import { formatMessage, type MessageArgs, ownMessage } from './format-message.ts';
import { formatQuantity, type QuantityStyle } from './format-quantity.ts';
import type { Language } from './language.ts';

/** Writes the app's own messages and quantities in one language. */
export interface Translator {
  readonly language: Language;
  /** `t('cell.rows', { n: 12 })`. Numbers are counts; quantities carry their unit. */
  t(key: string, args?: MessageArgs): string;
  formatQuantity(value: Quantity, currency?: string, style?: QuantityStyle): string;
}

/** `currency` (ISO 4217, or empty) is for quantities of money that do not name another. */
export function createTranslator(language: Language, currency = ''): Translator {
  return {
    language,
    t: (key, args) => formatMessage(CATALOGUE, { key, args }, language, currency),
    formatQuantity: (value, own = currency, style = 'text') => formatQuantity(value, language, own, style),
  };
}

/** Whether the app has a message under a key that was put together at run time. */
export const isMessageKey = (key: string): boolean => ownMessage(CATALOGUE, key, 'en') !== undefined;

/** What a person reads of an error: the message of its code; where there is none, what the error says itself. */
export function errorText(error: unknown, language: Language): string {
  const { t } = createTranslator(language);
  if (error instanceof AppError && isMessageKey(`error.${error.code}`)) {
    const written = t(`error.${error.code}`, error.fields);
    if (!written.startsWith('⟨')) return written;
  }
  return t('error.unknown', { message: error instanceof Error ? error.message : String(error) });
}
