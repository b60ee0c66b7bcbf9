export * from './cell-state.ts';
export * from './executor.ts';
export * from './runtime-api.ts';
