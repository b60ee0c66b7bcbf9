import type { Language } from './language.ts';
import { DASH, formatNumber } from './number-formats.ts';

/** Digits after the point that a currency is kept in: 2 for GBP, 0 for JPY; 2 where it is not known. */
export function currencyDigits(currency: string): number {
  return withCurrency(currency, (style) => new Intl.NumberFormat('en', style).resolvedOptions().maximumFractionDigits) ?? 2;
}

/**
 * Money in its currency (ISO 4217). Where the currency is empty or unknown, the number alone: a symbol is never made up.
 * From 1,000 on without the small coin, unless `options` say otherwise.
 */
export function formatMoney(value: number, language: Language, currency: string, options: Intl.NumberFormatOptions = {}): string {
  if (!Number.isFinite(value)) return DASH;
  const whole = Number.isInteger(value) || Math.abs(value) >= 1000;
  const digits = whole ? 0 : currencyDigits(currency);
  const fewest = Math.min(digits, options.maximumFractionDigits ?? digits);
  const style = 'notation' in options ? options : { minimumFractionDigits: fewest, maximumFractionDigits: digits, ...options };
  return withCurrency(currency, (money) => formatNumber(value, language, { ...money, ...style })) ?? formatNumber(value, language, style);
}

function withCurrency<T>(currency: string, use: (style: Intl.NumberFormatOptions) => T): T | undefined {
  if (!/^[A-Z]{3}$/.test(currency)) return undefined;
  return use({ style: 'currency', currency });
}
