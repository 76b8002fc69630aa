import { CompiledQuery } from 'kysely';
import type { Database } from '../../src/store/database.ts';
import { isPostgres } from '../../src/store/dialect.ts';

/** A statement as it went to the database. */
export type Statement = { sql: string; parameters: readonly unknown[] };

/** Tables with so many rows that nothing may read or sort all of them. */
export const LARGE = ['orders', 'order_events', 'messages', 'homes'];

/** PostgreSQL may sort so many rows that it found by an index. */
const FEW = 100;

/** How the database would run a statement: the steps of its plan, and which of them take longer the more rows there are. */
export async function planOf(
  db: Database,
  { sql, parameters }: Statement,
): Promise<{ steps: string[]; slow: string[] }> {
  const explain = isPostgres(db) ? 'explain (format json)' : 'explain query plan';
  const { rows } = await db.executeQuery<{ detail: string; 'QUERY PLAN': { Plan: PlanNode }[] }>(
    CompiledQuery.raw(`${explain} ${sql}`, [...parameters]),
  );
  if (!isPostgres(db)) {
    const steps = rows.map(({ detail }) => detail);
    return { steps, slow: steps.filter(isSlowInSqlite) };
  }
  const nodes = rows.flatMap((row) => row['QUERY PLAN']).flatMap(({ Plan }) => nodesOf(Plan));
  return { steps: nodes.map(describeNode), slow: nodes.filter(isSlowInPostgres).map(describeNode) };
}

/** One line of SQLite's plan: `SCAN` reads all rows, by an index or not. */
function isSlowInSqlite(detail: string): boolean {
  const scanned = /^SCAN (\w+)/.exec(detail)?.[1];
  return (scanned !== undefined && LARGE.includes(scanned)) || detail.startsWith('USE TEMP B-TREE');
}

type PlanNode = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  /** How many come out of it, by the planner's estimate. */
  'Plan Rows': number;
  Plans?: PlanNode[];
};

function nodesOf(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

/** One node of PostgreSQL's plan: without a condition, an index is read from one end to the other. */
function isSlowInPostgres(node: PlanNode): boolean {
  const type = node['Node Type'];
  if (type === 'Seq Scan') return LARGE.includes(node['Relation Name'] ?? '');
  if (/Index (Only )?Scan/.test(type)) return node['Index Cond'] === undefined;
  return type.endsWith('Sort') && node['Plan Rows'] > FEW;
}

function describeNode(node: PlanNode): string {
  const on = node['Index Name'] ?? node['Relation Name'];
  return on ? `${node['Node Type']} of ${on}` : node['Node Type'];
}
