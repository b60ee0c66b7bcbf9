import * as z from 'zod/mini';
import type { RoleId } from './roles.ts';

/**
 * A parameter: its schema, its default and enough to draw a form control for it. Its label and help are messages of
 * the cell (`param.<name>`, `param.<name>.help`, and `param.<name>.<choice>` for each choice).
 * `auto` parameters depend on data: the run resolves them and the provenance says what they became.
 */
export interface Param<T = unknown> {
  kind: 'number' | 'choice' | 'flag' | 'date' | 'column' | 'value' | 'numbers' | 'rules' | 'text';
  schema: z.ZodMiniType<T>;
  default: T;
  /** Shown only while this holds of the other parameters. */
  when?: (values: Readonly<Record<string, unknown>>) => boolean;
  /** Rarely needed; folded away at first. */
  advanced?: boolean;
  min?: number;
  max?: number;
  step?: number;
  choices?: readonly string[];
  /** The role whose range (date), columns (column: a table) or values (value) are offered. */
  of?: RoleId;
  auto?: boolean;
  /** For `rules`: the fields that a rule may test, each with its range. */
  fields?: readonly { name: string; min: number; max: number }[];
}

interface Common {
  when?: Param['when'];
  advanced?: boolean;
}

/** A named rule over scored fields: every field within its inclusive range. First match wins. */
export interface RangeRule {
  name: string;
  ranges: Readonly<Record<string, readonly [number, number]>>;
}

/** Text that can be a value in SQL. */
const plainText = z.refine<string>((value) => !value.includes('\0'));

export const param = {
  number: (o: { default: number; min: number; max: number; step?: number; integer?: boolean } & Common): Param<number> => ({
    kind: 'number',
    schema:
      (o.integer ?? o.step === 1)
        ? z.int().check(z.minimum(o.min), z.maximum(o.max))
        : z.number().check(z.minimum(o.min), z.maximum(o.max)),
    ...o,
  }),
  choice: <const C extends string>(o: { choices: readonly C[]; default: NoInfer<C> } & Common): Param<C> => ({
    kind: 'choice',
    schema: z.enum(o.choices as unknown as [C, ...C[]]) as unknown as z.ZodMiniType<C>,
    ...o,
  }),
  flag: (o: { default: boolean } & Common): Param<boolean> => ({ kind: 'flag', schema: z.boolean(), ...o }),
  /** A day within the range of a time role, or `auto`. */
  date: (o: { of: RoleId } & Common): Param<string> => ({
    kind: 'date',
    schema: z.union([z.literal('auto'), z.iso.date()]) as unknown as z.ZodMiniType<string>,
    default: 'auto',
    auto: true,
    ...o,
  }),
  /** A value of a role (as a channel), or `auto`. */
  value: (o: { of: RoleId } & Common): Param<string> => ({
    kind: 'value',
    schema: z.string().check(plainText),
    default: 'auto',
    auto: true,
    ...o,
  }),
  numbers: (
    o: { default: readonly number[]; min?: number; max?: number; length?: [number, number] } & Common,
  ): Param<readonly number[]> => ({
    kind: 'numbers',
    schema: z
      .array(z.number().check(z.minimum(o.min ?? -Number.MAX_VALUE), z.maximum(o.max ?? Number.MAX_VALUE)))
      .check(z.minLength(o.length?.[0] ?? 0), z.maxLength(o.length?.[1] ?? 20)) as unknown as z.ZodMiniType<readonly number[]>,
    ...o,
  }),
  text: (o: { default: string; maxLength?: number } & Common): Param<string> => ({
    kind: 'text',
    schema: z.string().check(z.maxLength(o.maxLength ?? 1000), plainText),
    ...o,
  }),
  rules: (o: { default: readonly RangeRule[]; fields: NonNullable<Param['fields']> } & Common): Param<readonly RangeRule[]> => ({
    kind: 'rules',
    schema: z
      .array(
        z.object({
          name: z.string().check(z.minLength(1), z.maxLength(60), plainText),
          ranges: z.record(z.string(), z.tuple([z.number(), z.number()])),
        }),
      )
      .check(z.maxLength(40)) as unknown as z.ZodMiniType<readonly RangeRule[]>,
    ...o,
  }),
};

export type Params = Readonly<Record<string, Param<never>>>;
export type ParamValues<P> = { readonly [K in keyof P]: P[K] extends Param<infer T> ? T : never };

/** Defaults of all parameters. */
export function defaultParams(params: Readonly<Record<string, Param<unknown>>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).map(([name, p]) => [name, p.default]));
}

/** Values with defaults filled in; what does not fit its schema falls back to its default and is named in `refused`. */
export function readParams(
  params: Readonly<Record<string, Param<unknown>>>,
  given: Readonly<Record<string, unknown>>,
): { values: Record<string, unknown>; refused: string[] } {
  const values: Record<string, unknown> = {};
  const refused = Object.keys(given).filter((name) => !Object.hasOwn(params, name));
  for (const [name, p] of Object.entries(params)) {
    const parsed = Object.hasOwn(given, name) ? p.schema.safeParse(given[name]) : undefined;
    if (parsed && !parsed.success) refused.push(name);
    values[name] = parsed?.success ? parsed.data : p.default;
  }
  return { values, refused };
}
