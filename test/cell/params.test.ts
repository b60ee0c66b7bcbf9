import { describe, expect, test } from 'vitest';
import { defaultParams, param, readParams } from '../../src/cell/index.ts';

const params = {
  bins: param.number({ default: 5, min: 3, max: 10, step: 1 }),
  weight: param.number({ default: 1, min: 0, max: 2, step: 0.1, integer: false }),
  method: param.choice({ choices: ['a', 'b'], default: 'a' }),
  strict: param.flag({ default: false }),
  asOf: param.date({ of: 'orders.time' }),
  channel: param.value({ of: 'orders.channel' }),
  cuts: param.numbers({ default: [1, 2], min: 0, max: 9, length: [1, 3] }),
  note: param.text({ default: '', maxLength: 5 }),
  rules: param.rules({ default: [], fields: [{ name: 'r', min: 1, max: 5 }] }),
};
const read = (given: Record<string, unknown>) => readParams(params, given);

test('nothing given is all defaults', () => {
  expect(read({})).toEqual({ values: defaultParams(params), refused: [] });
  expect(defaultParams(params)).toMatchObject({ bins: 5, asOf: 'auto', channel: 'auto' });
});

test('what fits is taken', () => {
  const given = {
    bins: 10,
    weight: 0.5,
    method: 'b',
    strict: true,
    asOf: '2024-02-29',
    channel: '门店',
    cuts: [0, 9],
    note: 'short',
    rules: [{ name: 'VIP', ranges: { r: [4, 5] } }],
  };
  expect(read(given)).toEqual({ values: given, refused: [] });
});

describe('what does not fit falls back to its default and is named', () => {
  test.each([
    ['bins', 2],
    ['bins', 11],
    ['bins', 4.5],
    ['bins', '5'],
    ['bins', Number.NaN],
    ['weight', Number.POSITIVE_INFINITY],
    ['method', 'c'],
    ['method', null],
    ['strict', 'yes'],
    ['asOf', '2024-02-30'],
    ['asOf', "2024-01-01'; drop table orders"],
    ['cuts', []],
    ['cuts', [1, 2, 3, 4]],
    ['cuts', [-1]],
    ['cuts', [10]],
    ['cuts', [Number.NaN]],
    ['note', 'too long'],
    ['note', 'a\0'],
    ['channel', '\0'],
    ['rules', [{ name: 'a\0b', ranges: {} }]],
    ['rules', [{ name: '', ranges: {} }]],
    ['rules', [{ name: 'x', ranges: { r: [1] } }]],
    ['rules', Array.from({ length: 41 }, () => ({ name: 'x', ranges: {} }))],
  ] as const)('%s: %j', (name, value) => {
    const { values, refused } = read({ [name]: value });
    expect(refused).toEqual([name]);
    expect(values).toEqual(defaultParams(params));
  });

  test('a name that the cell does not know, even one that every object has', () => {
    expect(read({ nonsense: 1 }).refused).toEqual(['nonsense']);
    expect(read(JSON.parse('{"__proto__": {"bins": 9}, "constructor": 1}')).refused.sort()).toEqual(['__proto__', 'constructor']);
    expect(read({ toString: 1 }).values).toEqual(defaultParams(params));
  });
});
