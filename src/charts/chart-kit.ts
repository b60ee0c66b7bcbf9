import type { ChartKit } from '../cell/index.ts';
import { type BilingualMessages, formatMessage, ownMessage } from '../i18n/format-message.ts';
import { formatQuantity } from '../i18n/format-quantity.ts';
import type { Language } from '../i18n/language.ts';
import { periodFormat, unitFormat } from './axis-format.ts';
import { PALETTES, type Scheme } from './palette.ts';

export interface ChartKitOptions {
  language: Language;
  /** Width in CSS pixels that the chart will have. */
  width: number;
  scheme: Scheme;
  /** The cell's own messages. */
  messages: BilingualMessages;
  /** ISO 4217, or empty where it is not known. */
  currency: string;
}

/** What a cell's chart function gets beside its data. */
export function chartKit({ language, width, scheme, messages, currency }: ChartKitOptions): ChartKit {
  return {
    language,
    width,
    colors: PALETTES[scheme],
    t: (key, args) => formatMessage(messages, { key, args }, language, currency),
    name: (values, value) => ownMessage(messages, `${values}.${value}`, language) ?? (value === null ? '' : String(value)),
    format: (value) => formatQuantity(value, language, currency, 'bare'),
    axisFormat: (unit, style) => unitFormat(unit, language, currency, style),
    periodFormat: (grain) => periodFormat(grain, language),
  };
}
