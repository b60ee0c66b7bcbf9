import { describe, expect, test } from 'vitest';
import { type CellDefinition, type Param, param } from '../../../src/cell/index.ts';
import { paramForm, rulesProblem, storedValue } from '../../../src/ui/params/param-model.ts';

const params = {
  method: param.choice({ choices: ['quantile', 'fixed'], default: 'quantile' }),
  cuts: param.numbers({ default: [1, 2], when: ({ method }) => method === 'fixed' }),
  bins: param.number({ default: 5, min: 3, max: 10, step: 1 }),
  weight: param.number({ default: 1, min: 0, max: 10, advanced: true }),
};
const definition = { params } as unknown as CellDefinition;
const names = (lines: readonly { name: string }[]) => lines.map(({ name }) => name);

describe('the form of an analysis', () => {
  test('shows a line only while its condition holds', () => {
    expect(names(paramForm(definition, {}).lines)).toEqual(['method', 'bins']);
    expect(names(paramForm(definition, { method: 'fixed' }).lines)).toEqual(['method', 'cuts', 'bins']);
  });

  test('keeps rarely needed lines apart', () => {
    expect(names(paramForm(definition, {}).advanced)).toEqual(['weight']);
  });

  test('knows what differs from its default', () => {
    const form = paramForm(definition, { bins: 4, weight: 1 });
    expect(form.changed).toBe(true);
    expect(form.lines.find(({ name }) => name === 'bins')).toMatchObject({ value: 4, changed: true });
    expect(form.advanced[0]).toMatchObject({ value: 1, changed: false });
    expect(paramForm(definition, {}).changed).toBe(false);
  });

  test('falls back to the default for what does not fit, and names it', () => {
    const form = paramForm(definition, { bins: 99, gone: 1 });
    expect([...form.refused].sort()).toEqual(['bins', 'gone']);
    expect(form.lines.find(({ name }) => name === 'bins')?.value).toBe(5);
  });

  test('stores nothing where a value is its default', () => {
    expect(storedValue(params.bins as unknown as Param, 5)).toBeUndefined();
    expect(storedValue(params.cuts as unknown as Param, [1, 2])).toBeUndefined();
    expect(storedValue(params.bins as unknown as Param, 6)).toBe(6);
  });
});

describe('a list of rules', () => {
  const rules = param.rules({ default: [], fields: [{ name: 'r', min: 1, max: 5 }] }) as unknown as Param;

  test('is well where every rule has a name and a range from low to high', () => {
    expect(rulesProblem(rules, [{ name: 'Champions', ranges: { r: [4, 5] } }])).toBeNull();
    expect(rulesProblem(rules, [{ name: 'All', ranges: {} }])).toBeNull();
  });

  test('says which rule and field is wrong', () => {
    expect(rulesProblem(rules, [{ name: ' ', ranges: {} }])).toEqual({ key: 'params.invalid.rule.name' });
    for (const range of [
      [4, 3],
      [0, 5],
      [1, 6],
      [Number.NaN, 5],
    ] as const) {
      expect(rulesProblem(rules, [{ name: 'A', ranges: { r: range } }])).toEqual({
        key: 'params.invalid.rule.range',
        args: { name: 'A', field: 'r', min: 1, max: 5 },
      });
    }
  });
});
