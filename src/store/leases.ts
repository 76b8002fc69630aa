import { sql } from 'kysely';
import { PRE_CHECKOUT_STATES } from '../orders/order.ts';
import { MINUTE_MS, type Time } from '../orders/time.ts';
import { storeTime } from './clock.ts';
import type { Database } from './database.ts';
import { isPostgres } from './dialect.ts';
import type { Lease } from './orders.ts';
import { type StoredOrder, storedOrderFromRow } from './rows.ts';
import { isAsRecorded, selectRecorded } from './tampering.ts';

/** A claimed order; its previous lease owner, if that did not release it; and how late the order is. */
export type Claimed = StoredOrder & { previousOwner: string | null; lateMs: number };

/**
 * Which orders to claim. `interactive`: those that people wait for, until the order is placed, and all whose messages in
 * Slack are out of sync. The others are processed in the background: `recent` ones, which had an event lately, and
 * `background`, those that have waited longest first.
 */
export type Priority = 'interactive' | 'recent' | 'background';

/** An order of priority `recent` had an event within this. */
const RECENT_MS = 15 * MINUTE_MS;

/**
 * Claims up to `limit` due orders of a priority that no live process has leased: one UPDATE, so that no two processes get
 * the same order. `inFlightIds` are those that this process is still working on, whatever the clock says. `onTampered` is
 * called for those whose rows were changed outside the app: they are not among the claimed.
 */
export async function claimDue(
  db: Database,
  lease: Lease,
  claim: {
    now: Time;
    priority: Priority;
    limit: number;
    inFlightIds?: string[];
    onTampered?: (id: string) => void;
  },
): Promise<Claimed[]> {
  const { now, priority, limit, inFlightIds = [], onTampered } = claim;
  const time = storeTime(db, now);
  const due = db
    .selectFrom('orders')
    .select('id')
    .$if(priority === 'interactive', (query) =>
      query
        .where((row) =>
          row.or([
            row.and([row('state', 'in', PRE_CHECKOUT_STATES), row('run_at', '<=', time)]),
            row('sync_at', '<=', time),
          ]),
        )
        // Reminders and deadlines come behind what people wait for.
        .orderBy(
          sql`case when state = 'awaiting_approval' and (sync_at is null or sync_at > ${time}) then 1 else 0 end`,
        )
        .orderBy('updated_at'),
    )
    .$if(priority === 'recent', (query) =>
      query
        .where('run_at', '<=', time)
        .where('updated_at', '>', storeTime(db, now, -RECENT_MS))
        .where('state', 'not in', PRE_CHECKOUT_STATES)
        .orderBy('updated_at', 'desc'),
    )
    .$if(priority === 'background', (query) => query.where('run_at', '<=', time).orderBy('run_at'))
    .where((row) => row.or([row('locked_until', 'is', null), row('locked_until', '<=', time)]))
    .$if(inFlightIds.length > 0, (query) => query.where('id', 'not in', inFlightIds))
    .limit(limit)
    // Skip the rows that another replica is claiming at this moment.
    .$if(isPostgres(db), (query) => query.forUpdate().skipLocked());
  // Materialized, it is looked up once: PostgreSQL may else do so for each row, and claim more than `limit`.
  const claimed = await db
    .with(
      (cte) => cte('due').materialized(),
      () => due,
    )
    .updateTable('orders')
    .set({
      last_locked_by: sql.ref('locked_by'),
      locked_by: lease.owner,
      locked_until: storeTime(db, now, lease.forMs),
      attempts: sql<number>`attempts + 1`,
    })
    .where('id', 'in', (query) => query.selectFrom('due').select('due.id'))
    .returning('id')
    .execute();
  if (claimed.length === 0) return [];
  const ids = claimed.map(({ id }) => id);
  const rows = await selectRecorded(db).select(time.as('read_at')).where('orders.id', 'in', ids).execute();
  return rows.flatMap((row) => {
    if (!isAsRecorded(row)) {
      db.onTampered?.(row.id);
      onTampered?.(row.id);
      return [];
    }
    const stored = storedOrderFromRow(row, Number(row.read_at));
    const since = Math.min(...[stored.runAt, stored.syncAt].filter((at) => at !== null));
    return { ...stored, previousOwner: row.last_locked_by, lateMs: Math.max(0, stored.readAt - since) };
  });
}

/** Renews the leases of this process. */
export async function renewLeases(
  db: Database,
  lease: Lease,
  { ids, now }: { ids: string[]; now: Time },
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('orders')
    .set({ locked_until: storeTime(db, now, lease.forMs) })
    .where('id', 'in', ids)
    .where('locked_by', '=', lease.owner)
    .execute();
}

/** Releases an order, so that any process may claim it. */
export async function releaseLease(db: Database, id: string, owner: string): Promise<void> {
  await db
    .updateTable('orders')
    .set({ locked_by: null, locked_until: null })
    .where('id', '=', id)
    .where('locked_by', '=', owner)
    .execute();
}

/** Postpones the next step of an order that is still at `version`. */
export async function postponeStep(
  db: Database,
  { id, version }: { id: string; version: number },
  { until, now }: { until: Time; now: Time },
): Promise<void> {
  await db
    .updateTable('orders')
    .set({ run_at: storeTime(db, now, until - now) })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute();
}

/** Postpones everything that is due for an order and releases it: its row is not trusted. */
export async function putOff(
  db: Database,
  { id, owner }: { id: string; owner: string },
  { until, now }: { until: Time; now: Time },
): Promise<void> {
  const later = storeTime(db, now, until - now);
  const unlessNull = (column: 'run_at' | 'sync_at') =>
    sql<number | null>`case when ${sql.ref(column)} is null then null else ${later} end`;
  await db
    .updateTable('orders')
    .set({
      run_at: unlessNull('run_at'),
      sync_at: unlessNull('sync_at'),
      locked_by: null,
      locked_until: null,
    })
    .where('id', '=', id)
    .where('locked_by', '=', owner)
    .execute();
}

/** Records that Slack shows the order as of `version` (`next` null), or when to retry the sync. */
export async function markSynced(
  db: Database,
  { id, version }: { id: string; version: number },
  { next, now }: { next: Time | null; now: Time },
): Promise<void> {
  await db
    .updateTable('orders')
    .set({ sync_at: next === null ? null : storeTime(db, now, next - now) })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute();
}
