import type { Imported, ImportProgress, Preview, ReadOptions } from '../import/options.ts';
import type { Environment, Job, JobEvent, JobOutcome } from '../runtime/executor.ts';
import type { AppError } from '../util/app-error.ts';
import type { Frame } from '../util/frame.ts';
import type { Effects } from './left-out.ts';

/**
 * What the compute worker offers to the page over Comlink. Work that can be cancelled is named by a task id of the
 * caller's; `cancel(task)` ends it while it is queued, in a query or in a loop, and its call rejects with `Cancelled`.
 */
export interface ComputeApi {
  /** Starts the engine. `onLost` is called once if it dies later, or is given up because it would not stop. */
  boot(options: BootOptions, onLost: (error: AppError) => void): Promise<EngineInfo>;
  prepare(environment: Environment): Promise<void>;
  run(task: string, job: Job, onEvent: (event: JobEvent) => void): Promise<JobOutcome>;
  restore(runKey: string, alias: string): Promise<boolean>;
  forget(alias: string): Promise<void>;
  cancel(task: string): Promise<void>;

  /** Reads enough of a file to show it and to propose how to read it. */
  preview(file: File): Promise<Preview>;
  /** Imports into `raw.<source>`; nothing is left behind when it fails or is cancelled. */
  import(task: string, source: string, file: File, options: ReadOptions, onProgress: (progress: ImportProgress) => void): Promise<Imported>;
  /** All rejected rows of a source as CSV. */
  rejected(source: string): Promise<Blob>;
  dropSource(source: string): Promise<void>;
  /** Checks a column against the role that it is to play; see import/roles. */
  columnSample(source: string, column: string, rows: number): Promise<{ values: (string | null)[]; type: string }>;

  /** What definitions and consent leave out, for an environment that need not be prepared. */
  effects(environment: Environment): Promise<Effects>;
  /** Values of a column of a table in `main` with their rows, the most frequent first; at most 200. */
  values(table: string, column: string): Promise<{ value: string; rows: number }[]>;

  /** A page of a table in `main`, for the grid. */
  page(table: string, request: PageRequest): Promise<Page>;
  /** A whole table in `main` as a CSV file (UTF-8 with BOM, so that spreadsheets read Chinese). */
  csv(table: string): Promise<Blob>;
  tables(): Promise<{ name: string; kind: 'table' | 'view'; columns: { name: string; type: string }[] }[]>;
}

export interface BootOptions {
  timeoutMs: number;
  /** Addresses of the engine's two files, of the app's own origin; those that the build put beside the worker unless said. */
  mainModule?: string;
  worker?: string;
}
export interface EngineInfo {
  version: string;
  bootMs: number;
}
export interface PageRequest {
  offset: number;
  limit: number;
  sort?: { column: string; descending: boolean };
}
export interface Page {
  total: number;
  rows: ReturnType<Frame['rows']>;
}
