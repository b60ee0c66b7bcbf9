import * as z from 'zod/mini';
import type { CellDefinition, CellLibrary, Param } from '../cell/index.ts';

/** The catalogue as plain JSON: what each analysis answers, needs, takes (as JSON schema) and leaves. */
export async function describeCells(library: CellLibrary): Promise<unknown[]> {
  return Promise.all(library.list().map(describeCell));
}

async function describeCell(cell: CellDefinition): Promise<unknown> {
  const { messages } = await cell.text();
  const { id, version, group, alias, title, question, terms, needs, produces, facts, views, sample } = cell;
  const properties = Object.fromEntries(
    Object.entries(cell.params).map(([name, param]) => [name, describeParam(param, messages.en[`param.${name}`])]),
  );
  const params = { type: 'object', properties, additionalProperties: false };
  return { id, version, group, alias, title, question, terms, needs, params, produces, facts, views, sample };
}

function describeParam(param: Param, title: string | undefined): unknown {
  const { $schema: _, ...schema } = z.toJSONSchema(param.schema);
  return { ...(title === undefined ? {} : { title }), ...schema, default: param.default, ...(param.of ? { 'x-of': param.of } : {}) };
}
