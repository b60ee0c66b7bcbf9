import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorMessages } from '../../src/i18n/error-messages.ts';
import { messageArguments } from '../../src/i18n/message-arguments.ts';
import { errorText } from '../../src/i18n/translate.ts';
import { AppError, Cancelled } from '../../src/util/app-error.ts';

const root = join(import.meta.dirname, '../..');

/** Every `new AppError('code', …)` of the app, and where it stands. */
function thrown(): Map<string, string> {
  const codes = new Map<string, string>();
  for (const folder of ['src', 'cells'])
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
      const file = join(entry.parentPath, entry.name);
      for (const [, code = ''] of readFileSync(file, 'utf8').matchAll(/\bAppError\(\s*(?:\n\s*)?['"`]([^'"`]+)['"`]/g))
        codes.set(code, relative(root, file));
    }
  return codes;
}

describe('messages of errors', () => {
  it('there is one for every code that the app uses, in both languages', () => {
    const codes = thrown();
    expect(codes.size).toBeGreaterThan(20);
    const known = Object.keys(errorMessages.en);
    const without = [...codes].filter(([code]) => !known.includes(`error.${code}`)).map(([code, file]) => `${code} (${file})`);
    expect(without).toEqual([]);
  });

  it('are in lower case, without a full stop', () => {
    for (const message of Object.values(errorMessages.en)) {
      expect(message).not.toMatch(/\.$/);
      expect(message[0]).toBe(message[0]?.toLowerCase());
    }
    for (const message of Object.values(errorMessages.zh)) expect(message).not.toMatch(/[。.]$/);
  });

  it('take their arguments from the fields of the error', () => {
    const error = new AppError('chart.rows', 'chart has too many rows: 12345', { rows: 12345, limit: 5000 });
    expect(errorText(error, 'en')).toBe('more than 5,000 rows cannot be drawn: 12,345');
    expect(errorText(error, 'zh')).toBe('超过 5,000 行，无法绘制：12,345');
    expect(errorText(new Cancelled(), 'zh')).toBe('已取消');
    expect(messageArguments(errorMessages.en['error.engine.boot'])).toEqual(['detail', 'reason', 'seconds']);
  });

  it('fall back to what the error says itself', () => {
    expect(errorText(new Error('boom'), 'en')).toBe('something went wrong: boom');
    expect(errorText(new AppError('no.such', 'odd thing: x'), 'zh')).toBe('出错了：odd thing: x');
    expect(errorText(new AppError('chart.rows', 'chart has too many rows: 3'), 'en')).toBe(
      'something went wrong: chart has too many rows: 3',
    );
    expect(errorText('a text', 'en')).toBe('something went wrong: a text');
  });
});
