import type { RangeRule } from '../../cell/index.ts';
import type { Words } from './words.ts';

/** What a setting is called: its message, or its name. */
export function paramLabel(name: string, words: Words): string {
  return words.known(`param.${name}`) ? words.t(`param.${name}`) : name;
}

/** A value of a setting in words: choices by their message, rules a line each. */
export function paramText(name: string, value: unknown, words: Words): string {
  if (value === undefined || value === null || value === '') return '–';
  if (typeof value === 'boolean') return words.t(value ? 'value.true' : 'value.false');
  if (typeof value === 'string') return words.known(`param.${name}.${value}`) ? words.t(`param.${name}.${value}`) : value;
  if (Array.isArray(value)) return value.every(isRule) ? value.map((rule) => ruleText(rule, words)).join('\n') : value.join(', ');
  return JSON.stringify(value);
}

/** A setting as set, and what it became where that is another: `auto → 2011-12-10`. */
export function paramInUse(name: string, set: unknown, resolved: Readonly<Record<string, unknown>>, words: Words): string {
  const as = paramText(name, set, words);
  const used = Object.hasOwn(resolved, name) ? paramText(name, resolved[name], words) : as;
  if (set === undefined || as === used) return used;
  return set === 'auto' ? words.t('provenance.auto', { value: used }) : `${as} → ${used}`;
}

const isRule = (value: unknown): value is RangeRule =>
  typeof value === 'object' && value !== null && 'name' in value && 'ranges' in value && typeof value.ranges === 'object';

function ruleText({ name, ranges }: RangeRule, words: Words): string {
  const parts = Object.entries(ranges ?? {}).map(
    ([field, [low, high] = [NaN, NaN]]) => `${field} ${low === high ? low : `${low}–${high}`}`,
  );
  const called = words.known(`segment.${name}`) ? words.t(`segment.${name}`) : name;
  return `${called}: ${parts.join(', ')}`;
}
