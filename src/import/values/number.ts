import { parseAmount } from './amount.ts';
import { isMissing } from './missing.ts';

/** A number as `parseAmount` reads it; null where it is missing, a reason where it is none. */
export function parseNumber(text: string, decimalMark: '.' | ','): number | null | 'not_number' | 'too_large' {
  const plain = decimalMark === '.' && /^\s*-?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(plain)) return plain;
  if (isMissing(text)) return null;
  const amount = parseAmount(text, decimalMark);
  if (Number.isNaN(amount)) return 'not_number';
  return Number.isFinite(amount) ? amount : 'too_large';
}
