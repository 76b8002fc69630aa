import { sql } from 'kysely';
import type { Time } from '../orders/time.ts';
import type { Database } from './database.ts';
import { isPostgres } from './dialect.ts';

/** Orders that ended before `before` and still hold a voucher or a payment link, oldest first. */
export async function listRedactable(
  db: Database,
  { before, limit }: { before: Time; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('orders')
    .select('id')
    .where('redactable_since', '<=', before)
    .orderBy('redactable_since')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Erased data may remain in SQLite's WAL until a checkpoint. PostgreSQL's vacuum does it itself. */
export async function checkpointWal(db: Database): Promise<void> {
  if (!isPostgres(db)) await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
