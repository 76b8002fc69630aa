import { type Kysely, PostgresAdapter } from 'kysely';

/** Whether the database is PostgreSQL: then other replicas may work on it at the same time, row by row. */
export function isPostgres(db: Pick<Kysely<unknown>, 'getExecutor'>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
