/** Currency signs, codes and words that may stand before or after an amount. */
const CURRENCY =
  /^(?:(?:us|hk|nt|au|ca|sg|nz|r|mx|c|a|s)?\$|[¥€£₹₩₽฿₫₺]|(?:usd|eur|gbp|cny|rmb|jpy|hkd|twd|aud|cad|sgd|chf|inr|krw|sek|nok|dkk)(?![a-z])|kr\.?(?![a-z])|人民币|美元|欧元|英镑|日元|港币|新台币|元|块|圆)\s*|\s*(?:[$¥€£₹₩₽฿₫₺]|usd|eur|gbp|cny|rmb|jpy|hkd|twd|aud|cad|sgd|chf|inr|krw|sek|nok|dkk|kr\.?|人民币|美元|欧元|英镑|日元|港币|新台币|元整?|块|圆)$/i;

const SCALE: readonly [string, number][] = [
  ['万亿', 1e12],
  ['千万', 1e7],
  ['百万', 1e6],
  ['十万', 1e5],
  ['亿', 1e8],
  ['億', 1e8],
  ['万', 1e4],
  ['萬', 1e4],
  ['千', 1e3],
];

/** Digits, perhaps grouped (1,234 · 1 234 · 1'234 · 12,34,567), a decimal part, an exponent. By decimal mark. */
const DIGITS = {
  '.': /^(?:\d+|\d{1,3}(?:(?:,\d{2,3})*,\d{3}|(?:[ '’]\d{3})+))?(?:\.\d*)?(?:e[+-]?\d+)?$/i,
  ',': /^(?:\d+|\d{1,3}(?:(?:\.\d{3})+|(?:[ '’]\d{3})+))?(?:,\d*)?(?:e[+-]?\d+)?$/i,
} as const;

/**
 * A number as people write amounts: `¥1,234.50`, `1.234,50 €`, `(12.00)`, `12.5%` (0.125), `3.2万` (32,000), `－５`.
 * Brackets and a minus sign before or after mean negative. NaN for anything else, ±Infinity where it is too large.
 */
export function parseAmount(text: string, decimalMark: '.' | ',' = '.'): number {
  let rest = text.normalize('NFKC').trim();
  let sign = 1;
  let factor = 1;
  // a sign and a currency may stand in either order: -$5, $-5, 5-€
  for (let i = 0; i < 3; i++) {
    const before = rest;
    rest = rest.replace(CURRENCY, '').trim();
    const bracketed = /^\((.*)\)$/s.exec(rest);
    if (bracketed) {
      if (sign === -1) return Number.NaN;
      sign = -1;
      rest = bracketed[1]?.trim() ?? '';
    }
    const signed = /^([+\-−–])\s*(?=[^+\-−–])|(?<=[\d.,)])\s*([-−–])$/.exec(rest);
    if (signed) {
      if (sign === -1 && (signed[1] ?? signed[2]) !== '+') return Number.NaN;
      if ((signed[1] ?? signed[2]) !== '+') sign = -1;
      rest = (rest.slice(0, signed.index) + rest.slice(signed.index + signed[0].length)).trim();
    }
    if (rest === before) break;
  }
  if (rest.endsWith('%')) {
    factor = 0.01;
    rest = rest.slice(0, -1).trimEnd();
  } else {
    const scale = SCALE.find(([word]) => rest.endsWith(word));
    if (scale) {
      factor = scale[1];
      rest = rest.slice(0, -scale[0].length).trimEnd();
    }
  }
  if (!/\d/.test(rest) || !DIGITS[decimalMark].test(rest)) return Number.NaN;
  const plain = decimalMark === '.' ? rest.replace(/[, '’]/g, '') : rest.replace(/[. '’]/g, '').replace(',', '.');
  // scaling by way of the exponent keeps 12.3% at 0.123 and 3.2万 at 32000
  const shifted = factor === 1 || /e/i.test(plain) ? Number(plain) * factor : Number(`${plain}e${Math.round(Math.log10(factor))}`);
  return sign * shifted;
}
