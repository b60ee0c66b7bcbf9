import { type CellDefinition, defaultParams, type Param, type RangeRule, readParams } from '../../cell/index.ts';

/** One line of a parameter form. */
export interface FormLine {
  name: string;
  param: Param;
  value: unknown;
  /** Whether it differs from its default. */
  changed: boolean;
}

export interface ParamForm {
  lines: readonly FormLine[];
  advanced: readonly FormLine[];
  /** Whether anything differs from the defaults. */
  changed: boolean;
  /** Names of stored parameters that do not fit any more and were replaced by their defaults. */
  refused: readonly string[];
}

/** The form of an analysis as it is set: which lines are shown, with which values. */
export function paramForm(definition: CellDefinition, given: Readonly<Record<string, unknown>>): ParamForm {
  const params = definition.params as Readonly<Record<string, Param>>;
  const { values, refused } = readParams(params, given);
  const defaults = defaultParams(params);
  const lines = Object.entries(params)
    .filter(([, param]) => param.when?.(values) ?? true)
    .map(([name, param]) => ({ name, param, value: values[name], changed: !same(values[name], defaults[name]) }));
  return {
    lines: lines.filter(({ param }) => !param.advanced),
    advanced: lines.filter(({ param }) => param.advanced),
    changed: Object.keys(params).some((name) => !same(values[name], defaults[name])),
    refused,
  };
}

/** What to store: nothing where the value is the default. */
export function storedValue(param: Param, value: unknown): unknown {
  return same(value, param.default) ? undefined : value;
}

/** What is wrong with a list of rules, as a message of the page; null where nothing is. */
export function rulesProblem(param: Param, rules: readonly RangeRule[]): { key: string; args?: Record<string, string | number> } | null {
  for (const { name, ranges } of rules) {
    if (name.trim() === '' || name.length > 60) return { key: 'params.invalid.rule.name' };
    for (const { name: field, min, max } of param.fields ?? []) {
      const [low, high] = ranges[field] ?? [min, max];
      if (!(low >= min && high <= max && low <= high)) return { key: 'params.invalid.rule.range', args: { name, field, min, max } };
    }
  }
  return param.schema.safeParse(rules).success ? null : { key: 'params.invalid' };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
