import { sql } from 'kysely';
import type { Time } from '../orders/order.ts';
import { type Database, isShared } from './database.ts';
import type { Lease } from './orders.ts';
import { fromRow, type StoredOrder } from './rows.ts';

/** An order that was claimed, and who had it before: a process that did not give it back, or null. */
export type Claimed = StoredOrder & { heldBefore: string | null };

/**
 * Claims up to `limit` orders that want attention and that no living process holds: one UPDATE, so that
 * no two processes get the same order. `inHand` are those that this process still works on, whatever the clock says.
 */
export async function claimDue(
  db: Database,
  lease: Lease,
  now: Time,
  limit: number,
  inHand: string[] = [],
): Promise<Claimed[]> {
  const due = db
    .selectFrom('orders')
    .select('id')
    .where((row) => row.or([row('due_at', '<=', now), row('show_at', '<=', now)]))
    .where((row) => row.or([row('lease_until', 'is', null), row('lease_until', '<=', now)]))
    .$if(inHand.length > 0, (query) => query.where('id', 'not in', inHand))
    .orderBy('updated_at')
    .limit(limit)
    // Another replica may be claiming at this moment: what it has in its hands is not waited for.
    .$if(isShared(db), (query) => query.forUpdate().skipLocked());
  const rows = await db
    .updateTable('orders')
    .set({
      lease_before: sql.ref('lease_owner'),
      lease_owner: lease.owner,
      lease_until: lease.until,
      tries: sql<number>`tries + 1`,
    })
    .where('id', 'in', due)
    .returningAll()
    .execute();
  return rows.map((row) => ({ ...fromRow(row), heldBefore: row.lease_before }));
}

/** Keeps the leases of a living process. */
export async function renewLeases(db: Database, ids: string[], lease: Lease): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('orders')
    .set({ lease_until: lease.until })
    .where('id', 'in', ids)
    .where('lease_owner', '=', lease.owner)
    .execute();
}

/** Gives an order back, so that whoever is free may claim it. */
export async function releaseLease(db: Database, id: string, owner: string): Promise<void> {
  await db
    .updateTable('orders')
    .set({ lease_owner: null, lease_until: null })
    .where('id', '=', id)
    .where('lease_owner', '=', owner)
    .execute();
}

/** Puts off the next step of an order that has not moved on since `version`. */
export async function postponeStep(db: Database, id: string, version: number, until: Time): Promise<void> {
  await db
    .updateTable('orders')
    .set({ due_at: until })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute();
}

/** Notes that Slack shows the order as of `version` (`next` null), or when to try to show it again. */
export async function markShown(db: Database, id: string, version: number, next: Time | null): Promise<void> {
  await db
    .updateTable('orders')
    .set({ show_at: next })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute();
}
