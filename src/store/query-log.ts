import type { LogEvent } from 'kysely';

/** One query, for metrics: without tables, values or text. */
export type QueryLog = {
  /** `transaction` begins or ends one; the end is where a commit waits for the disk. */
  operation: 'select' | 'insert' | 'update' | 'delete' | 'transaction' | 'other';
  outcome: 'ok' | 'error';
  ms: number;
};

const OPERATIONS: Record<string, QueryLog['operation']> = {
  SelectQueryNode: 'select',
  InsertQueryNode: 'insert',
  UpdateQueryNode: 'update',
  DeleteQueryNode: 'delete',
};

/** Kysely's log event, without what must not leave the store. */
export function queryLog({ level, query, queryDurationMillis }: LogEvent): QueryLog {
  const isTransaction = /^(begin|commit|rollback|start)\b/i.test(query.sql);
  return {
    operation: isTransaction ? 'transaction' : (OPERATIONS[query.query.kind] ?? 'other'),
    outcome: level === 'error' ? 'error' : 'ok',
    ms: queryDurationMillis,
  };
}
