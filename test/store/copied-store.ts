import { GENESIS } from '../../src/store/audit-chain.ts';
import type { Database } from '../../src/store/database.ts';

const TABLES = ['orders', 'order_events', 'audit_head', 'messages'] as const;
/** So many rows are written at once: databases take only so many values in a statement. */
const ROWS_AT_ONCE = 200;

/** A copy of the database; `restore` puts it back, and has Slack rendered again, as docs/backup.md says. */
export type Copy = { restore: () => Promise<void> };

/** Copies all that is in the tables. Restore it only while no process runs. */
export async function copyStore(db: Database): Promise<Copy> {
  const rows = await Promise.all(TABLES.map((table) => db.selectFrom(table).selectAll().execute()));
  return {
    async restore() {
      await emptyStore(db);
      await db.deleteFrom('audit_head').execute();
      for (const [index, table] of TABLES.entries()) {
        // Whether an order is open is made by the database.
        const kept = (rows[index] ?? []).map((row) => ({ ...row, is_open: undefined }));
        for (let from = 0; from < kept.length; from += ROWS_AT_ONCE)
          await db
            .insertInto(table)
            .values(kept.slice(from, from + ROWS_AT_ONCE) as never)
            .execute();
      }
      await db.updateTable('messages').set({ content_hash: null }).execute();
      await db.updateTable('orders').set({ sync_at: 0 }).where('open_name', 'is not', null).execute();
    },
  };
}

/** Leaves nothing of the orders that were there. */
export async function emptyStore(db: Database): Promise<void> {
  for (const table of ['messages', 'order_events', 'orders'] as const) await db.deleteFrom(table).execute();
  await db.updateTable('audit_head').set({ sequence: 0, hash: GENESIS }).execute();
}
