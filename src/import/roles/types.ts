import type { TableId } from '../../cell/roles.ts';

/** What a role is bound to, as a notebook keeps it. An expression is SQL over the source's columns. */
export type RoleValue = { column: string } | { constant: string | number | boolean } | { row: true } | { expression: string };

/** Why a binding is proposed; texts are `import.why.<code>`. */
export type Why = 'name' | 'similar_name' | 'content' | 'only_one' | 'product';

export interface ProposedRole {
  bound: RoleValue;
  /** 0…1; what is below 0.5 deserves a look. */
  confidence: number;
  why: Why;
}

/** One canonical table that a file could feed, with what each role would be bound to. */
export interface ProposedBinding {
  table: TableId;
  columns: Readonly<Record<string, ProposedRole>>;
  /** 0…1: how well the file fits the table; 0 where a required role is not found. */
  fit: number;
}
