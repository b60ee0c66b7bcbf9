import * as z from 'zod/mini';
import { TABLE_IDS, type TableId } from '../cell/index.ts';
import type { NotebookDocument } from './document.ts';
import { NAME } from './names.ts';

/** What a document may hold at most; a document from a link or a file is hostile until it has passed. */
export const LIMITS = {
  title: 300,
  cells: 500,
  sources: 50,
  bindings: 200,
  columns: 10_000,
  segments: 100,
  statuses: 200,
  code: 200_000,
  label: 1_000,
  /** Members, items and levels of free JSON (parameters, reading options). */
  jsonNodes: 50_000,
  jsonDepth: 12,
} as const;

const text = (max: number) => z.string().check(z.maxLength(max));
const label = text(LIMITS.label);
const name = z.string().check(z.regex(NAME));
const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
const count = z.int().check(z.minimum(0));
const list = <T extends z.ZodMiniType>(item: T, max: number) => z.array(item).check(z.maxLength(max));
const json = z.unknown().check(z.refine((value) => fitsJson(value), { error: 'too large or too deep' }));
const jsonRecord = z.record(label, json).check(z.refine((value) => fitsJson(value), { error: 'too large or too deep' }));

const source = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9_]{0,62}$/)),
  name: label,
  origin: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('sample'), dataset: id, file: z.string().check(z.regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$/)) }),
    z.strictObject({ kind: z.literal('file') }),
  ]),
  fingerprint: z.string().check(z.regex(/^([0-9a-f]{64})?$/)),
  bytes: count,
  rows: count,
  columns: list(z.strictObject({ name: label, type: text(200) }), LIMITS.columns),
  options: jsonRecord,
});

const boundTo = z.union([
  z.strictObject({ column: label }),
  z.strictObject({ constant: z.union([label, z.number(), z.boolean()]) }),
  z.strictObject({ row: z.literal(true) }),
  z.strictObject({ expression: text(LIMITS.code) }),
]);

const binding = z.strictObject({
  table: z.enum(TABLE_IDS as [TableId, ...TableId[]]),
  source: z.string(),
  columns: z.record(label, boundTo).check(z.refine((value) => Object.keys(value).length <= LIMITS.columns)),
});

const definitions = z.strictObject({
  currency: z.string().check(z.regex(/^([A-Z]{3})?$/)),
  weekStart: z.int().check(z.minimum(1), z.maximum(7)),
  asOf: z.union([z.literal('auto'), z.iso.date()]),
  returns: z.enum(['net', 'keep', 'drop']),
  statuses: list(label, LIMITS.statuses),
  knownRevenue: z.optional(z.number()),
});

const segment = z.strictObject({ id, name: label, select: text(LIMITS.code) });
const scope = z.strictObject({ consent: z.boolean(), segments: list(segment, LIMITS.segments), active: z.nullable(id) });

const cell = z.discriminatedUnion('type', [
  z.strictObject({ id, type: z.literal('analysis'), cell: id, version: z.int().check(z.minimum(1)), alias: name, params: jsonRecord }),
  z.strictObject({ id, type: z.literal('sql'), name, code: text(LIMITS.code) }),
  z.strictObject({ id, type: z.literal('prose'), text: text(LIMITS.code) }),
]);

/** A document of this version, to the letter: no member too many, no name that is not one. */
export const documentSchema: z.ZodMiniType<NotebookDocument> = z.strictObject({
  schema: z.literal(1),
  id,
  title: text(LIMITS.title),
  sources: list(source, LIMITS.sources),
  bindings: list(binding, LIMITS.bindings),
  definitions,
  scope,
  cells: list(cell, LIMITS.cells),
}) as unknown as z.ZodMiniType<NotebookDocument>;

/** Whether a JSON value keeps within the limits on depth and size and has no `__proto__`. */
export function fitsJson(value: unknown): boolean {
  let nodes = 0;
  const visit = (item: unknown, depth: number): boolean => {
    nodes += 1;
    if (nodes > LIMITS.jsonNodes || depth > LIMITS.jsonDepth) return false;
    if (typeof item === 'string') return item.length <= LIMITS.code;
    if (item === null || typeof item !== 'object') return item === null || typeof item === 'number' || typeof item === 'boolean';
    return Object.entries(item).every(([key, member]) => key !== '__proto__' && visit(member, depth + 1));
  };
  return visit(value, 0);
}
