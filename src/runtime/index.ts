export * from './cell-state.ts';
export * from './executor.ts';
export { createRuntime } from './runtime.ts';
export * from './runtime-api.ts';
