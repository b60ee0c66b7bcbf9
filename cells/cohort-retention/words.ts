import { type Quantity, quantity, type Text, type TextArg, text, type Unit } from '../../src/cell/index.ts';
import { periodName } from './names.ts';
import type { Plan } from './plan.ts';
import type { Point } from './read.ts';

/** The words that sentences, titles and tiles share. */
export const unitArgs = ({ calendar }: Plan): { unit: Text; counted: Text; units: Text } => ({
  unit: text(`grain.${calendar.grain}`),
  counted: text(`counted.${calendar.grain}`),
  units: text(`grains.${calendar.grain}`),
});

/** Since when periods are counted. */
export const originOf = (plan: Plan): Text =>
  text(`origin.${plan.recurring ? 'recurring' : plan.cohortBy === 'acquired_at' ? 'acquired_at' : 'first_order'}`);

/** `in month 3`, `in months 4 to 6`, `in month 3 or later`. */
export function whenOf(plan: Plan, { period, period_to }: Pick<Point, 'period' | 'period_to'>): Text {
  const args = { ...unitArgs(plan), k: quantity(period, 'count') };
  if (plan.retention === 'bracket' && period_to !== null && period_to > period)
    return text('when.bracket', { ...args, to: quantity(period_to, 'count') });
  return text(plan.retention === 'unbounded' ? 'when.unbounded' : 'when.period', args);
}

/** What is measured, relative to what. */
export const whatOf = (plan: Plan): Text => text(`what.${plan.measure}.${plan.relativeTo}`, unitArgs(plan));

/** A cohort's name: a period is written as a date of the reader's language. */
export const nameOf = (plan: Plan, cohort: string): TextArg => (plan.byTime ? periodName(cohort) : cohort);

/** The unit of a value. */
export function unitOf(plan: Plan): Unit {
  if (plan.relativeTo !== 'none') return 'share';
  return amountUnit(plan);
}

export const amountUnit = ({ measure }: Plan): Unit => (measure === 'customers' || measure === 'orders' ? measure : 'money');

/** A value with its unit and interval. */
export function measured(plan: Plan, { value, low, high }: Pick<Point, 'value' | 'low' | 'high'>): Quantity {
  return quantity(value, unitOf(plan), low === null || high === null ? undefined : { low, high, level: plan.level });
}

/** The same within a sentence, where a count has to be asked to be written out. */
export function amountArg(plan: Plan, value: number | null): TextArg {
  const written = quantity(value, unitOf(plan));
  return written.unit === 'customers' || written.unit === 'orders' ? text('number', { n: written }) : written;
}

/** Whether the first column is 100% whatever the data say, so that it need not be drawn. */
export const startIsWhole = (plan: Plan): boolean =>
  plan.relativeTo !== 'none' && !(plan.cohortBy === 'acquired_at' && plan.measure === 'customers');
