import { parseAmount } from './amount.ts';
import { isMissing } from './missing.ts';

/** A whole number as people write it (`1,234`, `+5`, `12.00`), exact to 64 bits. */
export function parseInteger(text: string): bigint | null | 'not_integer' | 'too_large' {
  if (isMissing(text)) return null;
  const plain = /^\s*[+-]?\d+\s*$/.test(text) ? BigInt(text.trim().replace('+', '')) : fromAmount(text);
  if (plain === null) return 'not_integer';
  return plain >= -(2n ** 63n) && plain < 2n ** 63n ? plain : 'too_large';
}

function fromAmount(text: string): bigint | null {
  const amount = parseAmount(text);
  return Number.isSafeInteger(amount) ? BigInt(amount) : null;
}
