/** The kit: all that a cell may import, beside `stats/`. */

export type { Frame, FrameValue } from '../util/frame.ts';
export { Day, ident, join, literal, Sql, type SqlValue, sql } from '../util/sql.ts';
export * from './chart-kit.ts';
export * from './context.ts';
export * from './define-cell.ts';
export * from './migrate.ts';
export * from './needs.ts';
export * from './params.ts';
export * from './quantity.ts';
export * from './result.ts';
export * from './roles.ts';
export * from './text.ts';
export * from './view.ts';
