import { AppError } from '../util/app-error.ts';
import { CATALOGUE } from './catalogue.ts';
import { formatMessage, type MessageArgs, ownMessage } from './format-message.ts';
import type { Language } from './language.ts';

/** Writes one of the app's own messages: `t('cell.rows', { n: 12 })`. Numbers are counts; quantities carry their unit. */
export type Translate = (key: string, args?: MessageArgs) => string;

/** A `Translate` for a language; `currency` (ISO 4217, or empty) is for quantities of money among the arguments. */
export function translator(language: Language, currency = ''): Translate {
  return (key, args) => formatMessage(CATALOGUE, { key, args }, language, currency);
}

/** Whether the app has a message under a key that was put together at run time. */
export const isMessageKey = (key: string): boolean => ownMessage(CATALOGUE, key, 'en') !== undefined;

/** What a person reads of an error: the message of its code; where there is none, what the error says itself. */
export function errorText(error: unknown, language: Language): string {
  const t = translator(language);
  if (error instanceof AppError && isMessageKey(`error.${error.code}`)) {
    const written = t(`error.${error.code}`, error.fields);
    if (!written.startsWith('⟨')) return written;
  }
  return t('error.unknown', { message: error instanceof Error ? error.message : String(error) });
}
