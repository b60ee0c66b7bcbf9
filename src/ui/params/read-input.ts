import type { Param } from '../../cell/index.ts';

/** What a person typed, read: a value that fits, or what is wrong with it as a message of the page. */
export type Read = { ok: true; value: unknown } | { ok: false; key: string; args?: Record<string, string | number> };

const problem = (key: string, args?: Record<string, string | number>): Read => ({
  ok: false,
  key: `params.invalid.${key}`,
  ...(args ? { args } : {}),
});

/** Reads the text of a number, date, list or text field; what does not fit is not applied. */
export function readInput(param: Param, text: string): Read {
  switch (param.kind) {
    case 'number':
      return readNumber(param, text);
    case 'numbers':
      return readNumbers(param, text);
    case 'date':
      return checked(param, text.trim(), 'date');
    case 'text':
      return checked(param, text, 'long', { max: maxLength(param) });
    default:
      return checked(param, text);
  }
}

/** The text of a value in its field. */
export function inputText(param: Param, value: unknown): string {
  if (param.kind === 'numbers' && Array.isArray(value)) return value.join(', ');
  return value === null || value === undefined ? '' : String(value);
}

function readNumber(param: Param, text: string): Read {
  const value = parseNumber(text);
  if (value === null) return problem('number');
  const parsed = param.schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const { min, max } = param;
  if (min === undefined || max === undefined) return problem('step');
  return problem(wantsWhole(param, min, max) ? 'integer' : 'range', { min, max });
}

/** Whether a number between two whole ones is refused. */
function wantsWhole(param: Param, min: number, max: number): boolean {
  const between = Math.min(max, Math.floor(min) + 0.5);
  return !Number.isInteger(between) && between >= min && !param.schema.safeParse(between).success;
}

function readNumbers(param: Param, text: string): Read {
  const parts = text
    .split(/[,;，；、\s]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const values = parts.map(parseNumber);
  if (values.some((value) => value === null)) return problem('numbers');
  return checked(param, values, 'numbers');
}

/** A number as people type it, also in full-width digits and with a decimal comma; null where it is none. */
export function parseNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace('−', '-');
  const pointed = /^[-+]?\d+,\d+$/.test(plain) ? plain.replace(',', '.') : plain;
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i.test(pointed)) return null;
  const value = Number(pointed);
  return Number.isFinite(value) ? value : null;
}

function checked(param: Param, value: unknown, key?: string, args?: Record<string, string | number>): Read {
  const parsed = param.schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return key ? problem(key, args) : { ok: false, key: 'params.invalid' };
}

/** The greatest length of a text that fits, by halving. */
function maxLength(param: Param): number {
  let fits = 0;
  let tooLong = 1 << 20;
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (param.schema.safeParse('x'.repeat(middle)).success) fits = middle;
    else tooLong = middle;
  }
  return fits;
}
