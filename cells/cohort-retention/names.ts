import { quantity, type TextArg, text } from '../../src/cell/index.ts';

/** The name of a period (`2010`, `2010-H2`, `2010-Q4`, `2010-12`, a day) as the reader's language writes it. */
export function periodName(cohort: string): TextArg {
  const [, year = '', kind, n = ''] = /^(\d{4})(?:-([QH])(\d))?$/.exec(cohort) ?? [];
  if (year === '') return quantity(cohort, 'date');
  return kind ? text(kind === 'Q' ? 'name.quarter' : 'name.half', { year, n }) : text('name.year', { year });
}
