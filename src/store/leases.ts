import { sql } from 'kysely';
import { BEFORE_CHECKOUT, type Time } from '../orders/order.ts';
import type { Database } from './database.ts';
import type { Lease } from './orders.ts';
import { fromRow, type StoredOrder } from './rows.ts';
import { isShared } from './shared.ts';

/** An order that was claimed, and who had it before: a process that did not give it back, or null. */
export type Claimed = StoredOrder & { heldBefore: string | null };

/**
 * Which orders to claim. `people`: those that somebody waits for, until the order is placed, and all whose picture in
 * Slack has to change. The others are looked after in the background: `recent` ones, to which something has happened
 * lately, and `any`, those that wait the longest first.
 */
export type Lane = 'people' | 'recent' | 'any';

/** To an order in the lane `recent` something has happened within this. */
const RECENT_MS = 900_000;

/**
 * Claims up to `limit` orders of a lane that want attention and that no living process holds: one UPDATE, so that
 * no two processes get the same order. `inHand` are those that this process still works on, whatever the clock says.
 */
export async function claimDue(
  db: Database,
  lease: Lease,
  now: Time,
  { lane, limit, inHand = [] }: { lane: Lane; limit: number; inHand?: string[] },
): Promise<Claimed[]> {
  const due = db
    .selectFrom('orders')
    .select('id')
    .$if(lane === 'people', (query) =>
      query
        .where((row) =>
          row.or([
            row.and([row('state', 'in', BEFORE_CHECKOUT), row('due_at', '<=', now)]),
            row('show_at', '<=', now),
          ]),
        )
        .orderBy('updated_at'),
    )
    .$if(lane === 'recent', (query) =>
      query
        .where('due_at', '<=', now)
        .where('updated_at', '>', now - RECENT_MS)
        .where('state', 'not in', BEFORE_CHECKOUT)
        .orderBy('updated_at', 'desc'),
    )
    .$if(lane === 'any', (query) => query.where('due_at', '<=', now).orderBy('due_at'))
    .where((row) => row.or([row('lease_until', 'is', null), row('lease_until', '<=', now)]))
    .$if(inHand.length > 0, (query) => query.where('id', 'not in', inHand))
    .limit(limit)
    // Another replica may be claiming at this moment: what it has in its hands is not waited for.
    .$if(isShared(db), (query) => query.forUpdate().skipLocked());
  // Materialized, it is looked up once: PostgreSQL may else do so for each row, and claim more than `limit`.
  const rows = await db
    .with(
      (cte) => cte('due').materialized(),
      () => due,
    )
    .updateTable('orders')
    .set({
      lease_before: sql.ref('lease_owner'),
      lease_owner: lease.owner,
      lease_until: lease.until,
      tries: sql<number>`tries + 1`,
    })
    .where('id', 'in', (query) => query.selectFrom('due').select('due.id'))
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
