import { sql } from 'kysely';
import type { Time } from '../orders/order.ts';
import type { Database } from './database.ts';
import { isShared } from './shared.ts';

/** Orders that ended before `before` and still hold a voucher or a checkout URL, those that ended first before others. */
export async function listErasable(db: Database, before: Time, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('orders')
    .select('id')
    .where('erasable_since', '<=', before)
    .orderBy('erasable_since')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Notes that an ended order holds nothing to erase: rows of an older version do not know. */
export async function markNotErasable(db: Database, id: string): Promise<void> {
  const nothing = { erasable_since: null };
  await db.updateTable('orders').set(nothing).where('id', '=', id).where('open_name', 'is', null).execute();
}

/** What was erased may still stand in SQLite's second file, until that is written back. PostgreSQL's vacuum does it itself. */
export async function dropTraces(db: Database): Promise<void> {
  if (!isShared(db)) await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
