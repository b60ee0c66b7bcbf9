import { expect, it } from 'vitest';
import { defineMessages, quantity, text } from '../../../src/cell/index.ts';
import { mendLabel } from '../../../src/ui/result/mend-label.ts';
import { paramInUse, paramLabel, paramText } from '../../../src/ui/result/param-text.ts';
import { words } from '../../../src/ui/result/words.ts';

const messages = defineMessages({
  en: { 'column.recency': 'Recency', 'segment.loyal': 'Loyal', 'param.method': 'Cut points', 'param.method.ntile': 'Equal groups' },
  zh: { 'column.recency': '最近购买', 'segment.loyal': '忠诚', 'param.method': '分界方法', 'param.method.ntile': '等分' },
});
const en = words('en', 'GBP', messages);
const zh = words('zh', '', messages);

it('calls a column by its own label, its message, or its name', () => {
  expect(en.label({ name: 'recency' })).toBe('Recency');
  expect(en.label({ name: 'x', label: text('segment.loyal') })).toBe('Loyal');
  expect(en.label({ name: 'a column of mine' })).toBe('a column of mine');
  expect([en.unit({ name: 'x', unit: 'money' }), zh.unit({ name: 'x', unit: 'money' }), zh.unit({ name: 'x', unit: 'days' })]).toEqual([
    'GBP',
    undefined,
    '天',
  ]);
});

it('translates the names that a cell gave and leaves those of a person', () => {
  const column = { name: 'segment', values: 'segment' };
  expect([zh.name(column, 'loyal'), zh.name(column, 'Mine'), zh.name(column, null), zh.name({ name: 'x' }, 'loyal')]).toEqual([
    '忠诚',
    'Mine',
    null,
    'loyal',
  ]);
  expect([en.name(column, true), zh.name(column, false)]).toEqual(['yes', '否']);
});

it('writes a figure apart from its interval', () => {
  expect(en.figure(quantity(0.6557, 'share', { low: 0.6414, high: 0.6697, level: 0.9 }))).toEqual({
    value: '65.6%',
    interval: '90% interval 64.1–67.0',
  });
  expect(en.figure(quantity(null, 'money', { low: 1, high: 2 }))).toEqual({ value: '–', interval: undefined });
});

it('says on the button how a check is put right', () => {
  expect(mendLabel({ kind: 'param', param: 'method', value: 'ntile' }, zh)).toBe('将“分界方法”设为 等分');
  expect(mendLabel({ kind: 'param', param: 'method', value: 3 }, en)).toBe('Set “Cut points” to 3');
  expect(mendLabel({ kind: 'bind', table: 'orders', column: 'cost' }, zh)).toBe('指定哪一列是“成本”');
  expect(mendLabel({ kind: 'bind', table: '__proto__', column: 'x' }, en)).toBe('Say which column is “x”');
});

it('writes a setting as a person set it, and what automatic became', () => {
  expect(paramInUse('method', 'ntile', {}, en)).toBe('Equal groups');
  expect(paramInUse('asOf', 'auto', { asOf: '2011-12-10' }, en)).toBe('2011-12-10 (automatic)');
  expect(paramInUse('bins', 5, { bins: 4 }, zh)).toBe('5 → 4');
  expect(paramInUse('cuts', [1, 2.5], {}, en)).toBe('1, 2.5');
  expect(
    paramInUse(
      'rules',
      [
        { name: 'loyal', ranges: { r: [4, 5], f: [5, 5] } },
        { name: 'Mine', ranges: {} },
      ],
      {},
      zh,
    ),
  ).toBe('忠诚: r 4–5, f 5\nMine: ');
  expect(paramText('x', { deep: [1] }, en)).toBe('{"deep":[1]}');
  expect([paramText('x', null, en), paramText('x', true, en), paramLabel('x', en)]).toEqual(['–', 'yes', 'x']);
});
