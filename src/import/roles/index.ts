/** Column roles: what a file's columns could be in the canonical tables, and whether a binding holds. Pure. */

export { type BindingProblem, checkBinding } from './check.ts';
export { describeValues } from './describe-values.ts';
export { productOf, proposeBinding, proposeBindings } from './propose.ts';
export type * from './types.ts';
