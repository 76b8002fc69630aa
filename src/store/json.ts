import { sql } from 'kysely';
import type { Database } from './database.ts';
import { isPostgres } from './dialect.ts';

/** A number in the body of an order's row, by its path; null if it is not there. */
export function numberInBody(db: Database, ...path: string[]) {
  return isPostgres(db)
    ? sql<number | null>`(body::json #>> ${sql.lit(`{${path.join(',')}}`)})::bigint`
    : sql<number | null>`json_extract(body, ${sql.lit(`$.${path.join('.')}`)})`;
}

/** A text in the body of an order's row, by its path; null if it is not there. */
export function textInBody(db: Database, ...path: string[]) {
  return isPostgres(db)
    ? sql<string | null>`body::json #>> ${sql.lit(`{${path.join(',')}}`)}`
    : sql<string | null>`json_extract(body, ${sql.lit(`$.${path.join('.')}`)})`;
}
