import { type Formatters, IntlMessageFormat } from 'intl-messageformat';
import type { Quantity } from '../cell/quantity.ts';
import type { Messages, Text, TextArg } from '../cell/text.ts';
import { formatQuantity } from './format-quantity.ts';
import { HTML_LANG, type Language } from './language.ts';
import { DASH, formatNumber, numberFormat } from './number-formats.ts';

/** Messages of a cell or of the app, in both languages. */
export type BilingualMessages = Readonly<Record<Language, Messages>>;
/** What the app's own code may hand in beside the arguments of a result's text. */
export type MessageArg = TextArg | number | null;
export type MessageArgs = Readonly<Record<string, MessageArg>>;

/** Units that messages get as a number, so that they can choose a plural. */
const COUNTED: ReadonlySet<string> = new Set(['count', 'customers', 'orders', 'rows']);
/** A result may come from a link: text within text ends here. */
const MAX_DEPTH = 8;

/**
 * Writes a text. Arguments are put in as they are, never read as syntax. A key that is not there, or an argument that
 * the message needs and did not get, gives `⟨key⟩`; it never throws.
 */
export function formatMessage(
  messages: BilingualMessages,
  text: { key: string; args?: MessageArgs | undefined },
  language: Language,
  currency: string,
  depth = 0,
): string {
  const message = ownMessage(messages, text.key, language);
  if (message === undefined || depth > MAX_DEPTH) return fallback(text.key);
  const args: Record<string, string | number> = {};
  for (const [name, arg] of Object.entries(text.args ?? {})) args[name] = argument(messages, arg, language, currency, depth);
  try {
    return String(compiled(message, language).format(args));
  } catch {
    return fallback(text.key);
  }
}

/** The message of a key, or undefined; a key such as `constructor` finds nothing. */
export function ownMessage(messages: BilingualMessages, key: string, language: Language): string | undefined {
  const own = messages[language];
  return Object.hasOwn(own, key) ? own[key] : undefined;
}

function argument(messages: BilingualMessages, arg: MessageArg, language: Language, currency: string, depth: number): string | number {
  if (typeof arg === 'string') return arg;
  if (typeof arg === 'number') return arg;
  if (arg === null || typeof arg !== 'object') return DASH;
  if (isText(arg)) return formatMessage(messages, arg, language, currency, depth + 1);
  if (COUNTED.has(arg.unit)) return typeof arg.value === 'number' ? arg.value : Number.NaN;
  return formatQuantity(arg, language, currency);
}

const isText = (arg: Text | Quantity): arg is Text => 'key' in arg && typeof arg.key === 'string';
const fallback = (key: string) => `⟨${key}⟩`;

const compiledMessages: Record<Language, Map<string, IntlMessageFormat>> = { en: new Map(), zh: new Map() };

function compiled(message: string, language: Language): IntlMessageFormat {
  const cache = compiledMessages[language];
  let format = cache.get(message);
  if (!format) {
    format = new IntlMessageFormat(message, HTML_LANG[language], undefined, { ignoreTag: true, formatters: formatters(language) });
    cache.set(message, format);
  }
  return format;
}

const plurals = { en: new Intl.PluralRules('en'), zh: new Intl.PluralRules('zh-CN') };

/** Numbers within messages are written as everywhere else: a count that is not known is a dash. */
function formatters(language: Language): Formatters {
  const number = (options: Intl.NumberFormatOptions = {}) => ({
    ...numberFormat(language, options),
    format: (value: number) => formatNumber(Number(value), language, options),
  });
  return {
    getNumberFormat: (_locales, options) => number(options as Intl.NumberFormatOptions) as Intl.NumberFormat,
    getDateTimeFormat: (...args) => new Intl.DateTimeFormat(...args),
    getPluralRules: () => plurals[language],
  };
}
