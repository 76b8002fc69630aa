import { type ExpressionBuilder, sql } from 'kysely';
import { BEFORE_CHECKOUT, type Time } from '../orders/order.ts';
import { storeTime } from './clock.ts';
import type { Database } from './database.ts';
import type { Lease } from './orders.ts';
import { fromRow, type StoredOrder } from './rows.ts';
import { isShared } from './shared.ts';
import type { Tables } from './tables.ts';

/** An order that was claimed, who had it before (a process that did not give it back, or null), and how late it is. */
export type Claimed = StoredOrder & { heldBefore: string | null; lateMs: number };

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
  const time = storeTime(db, now);
  const due = db
    .selectFrom('orders')
    .select('id')
    .$if(lane === 'people', (query) =>
      query
        .where((row) =>
          row.or([
            row.and([row('state', 'in', BEFORE_CHECKOUT), row('due_at', '<=', time)]),
            row('show_at', '<=', time),
          ]),
        )
        .orderBy('updated_at'),
    )
    .$if(lane === 'recent', (query) =>
      query
        .where('due_at', '<=', time)
        .where('updated_at', '>', storeTime(db, now, -RECENT_MS))
        .where('state', 'not in', BEFORE_CHECKOUT)
        .orderBy('updated_at', 'desc'),
    )
    .$if(lane === 'any', (query) => query.where('due_at', '<=', time).orderBy('due_at'))
    .where((row) => row.or([row('lease_until', 'is', null), row('lease_until', '<=', time)]))
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
      lease_until: storeTime(db, now, lease.forMs),
      tries: sql<number>`tries + 1`,
    })
    .where('id', 'in', (query) => query.selectFrom('due').select('due.id'))
    .returningAll()
    .returning(time.as('read_at'))
    .execute();
  return rows.map((row) => {
    const stored = fromRow(row, Number(row.read_at));
    const since = Math.min(...[stored.dueAt, stored.showAt].filter((at) => at !== null));
    return { ...stored, heldBefore: row.lease_before, lateMs: Math.max(0, stored.readAt - since) };
  });
}

/** Keeps the leases of a living process. */
export async function renewLeases(db: Database, ids: string[], lease: Lease, now: Time): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('orders')
    .set({ lease_until: storeTime(db, now, lease.forMs) })
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
export async function postponeStep(
  db: Database,
  { id, version }: { id: string; version: number },
  { until, now }: { until: Time; now: Time },
): Promise<void> {
  await db
    .updateTable('orders')
    .set({ due_at: storeTime(db, now, until - now) })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute();
}

/** Notes that Slack shows the order as of `version` (`next` null), or when to try to show it again. */
export async function markShown(
  db: Database,
  { id, version }: { id: string; version: number },
  { next, now }: { next: Time | null; now: Time },
): Promise<void> {
  await db
    .updateTable('orders')
    .set({ show_at: next === null ? null : storeTime(db, now, next - now) })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute();
}

/** No lease is longer than this, and no pause of a step or of Slack: what lies further ahead was made by a wrong clock. */
const LONGEST_LEASE_MS = 60_000;
const LONGEST_PAUSE_MS = 900_000;
/** Until an order has ended, only a decision may be waited for longer than that. */
const PAUSING: readonly string[] = ['requested', 'approved', 'unpaid', 'delivering'];
/** What is left to do for an order that has ended is done within this. */
const LONGEST_PAUSE_AFTER_END_MS = 7_200_000;

/**
 * Makes due what a clock that has been set back since would hold up: leases and pauses further ahead than any is made.
 * Orders that wait for a decision keep their times.
 */
export async function pullInFarTimes(db: Database, now: Time): Promise<void> {
  const time = storeTime(db, now);
  const isFar = (pauseMs: number) => storeTime(db, now, pauseMs);
  const orders = () => db.updateTable('orders');
  await orders()
    .set({ lease_owner: null, lease_until: null })
    .where('lease_until', '>', isFar(LONGEST_LEASE_MS))
    .execute();
  await orders().set({ show_at: time }).where('show_at', '>', isFar(LONGEST_PAUSE_MS)).execute();
  const due = (
    isPaused: (row: ExpressionBuilder<Tables, 'orders'>) => ReturnType<typeof row>,
    pauseMs: number,
  ) => orders().set({ due_at: time }).where('due_at', '>', isFar(pauseMs)).where(isPaused).execute();
  await due((row) => row('state', 'in', PAUSING), LONGEST_PAUSE_MS);
  await due((row) => row('is_open', '=', 0), LONGEST_PAUSE_AFTER_END_MS);
}
