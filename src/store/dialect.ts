import { type Kysely, PostgresAdapter } from 'kysely';

/** Whether other processes may work on the same database at the same moment, row by row. */
export function isPostgres(db: Pick<Kysely<unknown>, 'getExecutor'>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
