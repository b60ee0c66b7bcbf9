import { requiredRoles, rolesOf, type TableId } from '../../cell/roles.ts';
import type { PreviewColumn } from '../options.ts';
import { parseFlag } from '../values/flag.ts';
import { isMissing } from '../values/missing.ts';
import { parseNumber } from '../values/number.ts';
import { parseTemporal } from '../values/temporal.ts';
import { rowKey } from './propose.ts';
import type { RoleValue } from './types.ts';

/** What is wrong, or worth a look, with one role of a binding; texts are `import.problem.<code>`. */
export interface BindingProblem {
  code:
    | 'missing_role'
    | 'missing_one_of'
    | 'same_column'
    | 'unknown_column'
    | 'not_a_date'
    | 'not_a_number'
    | 'not_a_flag'
    | 'all_missing'
    | 'some_missing'
    | 'unfit'
    | 'ambiguous_date'
    | 'ambiguous_number'
    | 'repeats'
    | 'future';
  /** An error keeps the binding from being made, a warning does not. */
  severity: 'error' | 'warning';
  role: string;
  /** Empty where none is bound. */
  column: string;
  /** Values that show it, or the other roles and columns that it concerns. */
  examples: readonly string[];
  /** For `some_missing`: the share. */
  share?: number;
}

/**
 * Holds a binding against the columns of its file: required roles without a column, two roles on one, dates that are
 * none, amounts of text, and what deserves a look. `today` in days since 1970. Pure.
 */
export function checkBinding(
  table: TableId,
  bound: Readonly<Record<string, RoleValue | undefined>>,
  columns: readonly PreviewColumn[],
  today = Math.floor(Date.now() / 86_400_000),
): BindingProblem[] {
  const roles = rolesOf(table);
  const required = requiredRoles(table);
  const problems: BindingProblem[] = [];
  for (const group of required) {
    if (group.some((role) => bound[role])) continue;
    const role = group[0] as string;
    problems.push({
      code: group.length > 1 ? 'missing_one_of' : 'missing_role',
      severity: 'error',
      role,
      column: '',
      examples: group.length > 1 ? [...group] : [],
    });
  }
  const roleOf = new Map<string, string>();
  for (const [role, value] of Object.entries(bound)) {
    if (!value || !('column' in value) || !(role in roles)) continue;
    const found = columns.find(({ name }) => name === value.column);
    const problem = (
      code: BindingProblem['code'],
      severity: BindingProblem['severity'],
      examples: readonly string[] = [],
      share?: number,
    ) =>
      problems.push({
        code,
        severity,
        role,
        column: value.column,
        examples: examples.slice(0, 3),
        ...(share === undefined ? {} : { share }),
      });
    if (!found) {
      problem('unknown_column', 'error');
      continue;
    }
    const other = roleOf.get(value.column);
    if (other !== undefined) problem('same_column', 'error', [other]);
    roleOf.set(value.column, role);
    const needed = required.some((group) => group.length === 1 && group[0] === role);
    const unlike = notOfType(found, roles[role]?.type);
    if (unlike) problem(unlike.code, 'error', unlike.examples);
    else if (found.profile.values === 0) problem('all_missing', needed ? 'error' : 'warning');
    else {
      if (found.unfit.count > 0) problem('unfit', 'warning', found.unfit.examples);
      if (found.ambiguous === 'dateOrder') problem('ambiguous_date', 'warning', found.examples);
      if (found.ambiguous === 'decimalMark') problem('ambiguous_number', 'warning', found.examples);
      if (needed && found.missing > 0.01) problem('some_missing', 'warning', [], found.missing);
      if (isTime(found) && (found.profile.max ?? 0) > today + 1 && role !== 'due_at' && role !== 'period')
        problem('future', 'warning', latest(found));
      if (rowKey(table) === role && found.profile.distinct < found.profile.values) problem('repeats', 'warning');
    }
  }
  return problems;
}

const isTime = (column: PreviewColumn): boolean => column.type === 'date' || column.type === 'timestamp';

function latest(column: PreviewColumn): string[] {
  const dated = column.sample.map((text) => ({ text, days: parseTemporal(text)?.days ?? Number.NEGATIVE_INFINITY }));
  return dated
    .sort((a, b) => b.days - a.days)
    .slice(0, 1)
    .map(({ text }) => text);
}

/** Values of a column that is read as text, say, but should be dates; null where the type suits. */
function notOfType(
  column: PreviewColumn,
  role: string | undefined,
): { code: 'not_a_date' | 'not_a_number' | 'not_a_flag'; examples: string[] } | null {
  if (column.profile.values === 0) return null;
  const offenders = (reads: (text: string) => boolean): string[] => {
    const found = column.sample.filter((text) => !isMissing(text) && !reads(text));
    return (found.length > 0 ? found : column.examples).slice(0, 3);
  };
  switch (role) {
    case 'time':
      return isTime(column)
        ? null
        : { code: 'not_a_date', examples: offenders((text) => column.type === 'text' && parseTemporal(text) !== null) };
    case 'money':
    case 'number':
      return column.type === 'number' || column.type === 'integer'
        ? null
        : { code: 'not_a_number', examples: offenders((text) => column.type === 'text' && typeof parseNumber(text, '.') === 'number') };
    case 'flag': {
      const twofold =
        column.type === 'flag' || (column.type === 'integer' && (column.profile.min ?? 0) >= 0 && (column.profile.max ?? 2) <= 1);
      const words = column.type === 'text' && column.sample.every((text) => parseFlag(text) !== null || isMissing(text));
      return twofold || words ? null : { code: 'not_a_flag', examples: offenders((text) => parseFlag(text) !== null) };
    }
    default:
      return null;
  }
}
