import { rolesOf, type TableId } from '../../cell/index.ts';
import { useI18n } from '../i18n/index.ts';
import type { Problem } from './model.ts';

/** Writes what is wrong with a role of a table. */
export function useProblemText(table: TableId): (problem: Problem) => string {
  const { t, pick, list, formatQuantity } = useI18n();
  const roleLabels = (roles: readonly string[]) =>
    list(
      roles.map((role) => {
        const definition = rolesOf(table)[role];
        return definition ? pick(definition.label) : role;
      }),
    );
  return (problem) => {
    const share = 'share' in problem && problem.share !== undefined ? formatQuantity({ value: problem.share, unit: 'share' }) : '';
    return t(`import.problem.${problem.code}`, {
      column: problem.column,
      examples: list(problem.examples.map((example) => (example.length > 40 ? `${example.slice(0, 39)}…` : example))),
      roles: roleLabels(problem.examples),
      reason: problem.examples[0] ?? '',
      share,
    });
  };
}
