import type { Transaction } from 'kysely';
import { Denial } from '../orders/denial.ts';
import { actorOf, auditRecord, auditRequest, type OrderEvent } from '../orders/events.ts';
import { isOpen, type Order, type Time } from '../orders/order.ts';
import { containsSecrets } from '../orders/redaction.ts';
import { normalizeProjectName } from '../orders/request.ts';
import { nextRunAt } from '../orders/schedule.ts';
import { transition } from '../orders/state-machine.ts';
import { appendEvent } from './audit-chain.ts';
import { storeTime } from './clock.ts';
import type { Database } from './database.ts';
import { findOpenByName } from './order-queries.ts';
import { type StoredOrder, storedOrderFromRow } from './rows.ts';
import type { Tables } from './tables.ts';

/** Whose the row is for a while: one running process (`owner`), for `forMs` unless renewed. */
export type Lease = { owner: string; forMs: number };

/**
 * Writes a new order together with its first event, already leased to the process that will work on it. Returns the
 * order that stands in its way, and writes nothing: an open one with the same project name (`taken`), or the same one,
 * written before (`existing`).
 */
export async function insertOrder(
  db: Database,
  order: Order,
  lease: Lease,
): Promise<{ taken: Order } | { existing: Order } | null> {
  const { createdAt: now } = order;
  try {
    await db.transaction().execute(async (tx) => {
      await tx
        .insertInto('orders')
        .values({
          ...columnsOf(order),
          id: order.id,
          version: 1,
          run_at: storeTime(db, now),
          sync_at: storeTime(db, now),
          locked_by: lease.owner,
          locked_until: storeTime(db, now, lease.forMs),
          attempts: 1,
          created_at: now,
          updated_at: storeTime(db, now),
        })
        .execute();
      await recordEvent(tx, order.id, 1, order.createdAt, order.requester, 'requested', {
        channel: order.channel,
        request: auditRequest(order.request),
      });
    });
  } catch (error) {
    // The order itself: it was submitted before, or it was written just now and only the answer was lost.
    const existing = await loadOrder(db, order.id);
    if (existing) return { existing: existing.order };
    const taken = await findOpenByName(db, order.request.projectName);
    if (!taken) throw error;
    return { taken };
  }
  db.onEvent?.({ type: 'requested', before: null, after: order, by: order.requester, at: order.createdAt });
  return null;
}

/** Reads one order, or null if there is none with that id. `now` is when, for a store without a clock of its own. */
export async function loadOrder(db: Database, id: string, now: Time = 0): Promise<StoredOrder | null> {
  const row = await db
    .selectFrom('orders')
    .selectAll()
    .select(storeTime(db, now).as('read_at'))
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? storedOrderFromRow(row, Number(row.read_at)) : null;
}

/** The OVHcloud order ids among `ids` that already belong to an order here. */
export async function findLinkedOvhOrderIds(db: Database, ids: number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('orders')
    .select('ovh_order_id')
    .where('ovh_order_id', 'in', ids)
    .execute();
  return new Set(rows.map((row) => Number(row.ovh_order_id)));
}

/**
 * Lets an event happen: the transition is computed on the row as it is and saved, with its audit record, only
 * if no one was faster; else computed again. Returns the order after it, or the Denial. Throws if there is no
 * such order, or what the database answered.
 */
export async function changeOrder(
  db: Database,
  id: string,
  event: OrderEvent,
  now: Time,
): Promise<StoredOrder | Denial> {
  for (;;) {
    const stored = await loadOrder(db, id);
    if (!stored) throw new Error(`There is no order ${id}: it was never written to this database.`);
    const next = transition(stored.order, event, now);
    if (next instanceof Denial) return next;
    try {
      if (await saveOrder(db, stored.version, next, event, now)) {
        db.onEvent?.({ type: event.type, before: stored.order, after: next, by: actorOf(event), at: now });
        const times = { runAt: nextRunAt(next, now), syncAt: now, readAt: now };
        return { order: next, version: stored.version + 1, attempts: 0, ...times };
      }
    } catch (error) {
      const other = isOpen(next) && (await findOpenByName(db, next.request.projectName));
      if (other && other.id !== id)
        return new Denial({ kind: 'name_taken', otherId: other.id }, stored.order);
      throw error;
    }
  }
}

/** Saves `next` over `version`. False if the row has moved on: nothing was written then. */
async function saveOrder(db: Database, version: number, next: Order, event: OrderEvent, now: Time) {
  const due = nextRunAt(next, now);
  return db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('orders')
      .set({
        ...columnsOf(next),
        version: version + 1,
        run_at: due === null ? null : storeTime(db, now, due - now),
        ...(isUserVisible(event) && { sync_at: storeTime(db, now) }),
        attempts: 0,
        updated_at: storeTime(db, now),
      })
      .where('id', '=', next.id)
      .where('version', '=', version)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await recordEvent(tx, next.id, version + 1, now, actorOf(event), event.type, auditRecord(event));
    return true;
  });
}

/** Erasing a secret does not change Slack: old messages stay as they are. */
function isUserVisible({ type }: OrderEvent): boolean {
  return type !== 'secrets_redacted';
}

/** The audit trail of one order, oldest first. */
export async function eventsOf(db: Database, id: string) {
  const rows = await db
    .selectFrom('order_events')
    .selectAll()
    .where('order_id', '=', id)
    .orderBy('version')
    .execute();
  return rows.map(({ version, at, actor, type, payload }) => ({
    version,
    at: Number(at),
    actor,
    type,
    payload: JSON.parse(payload) as Record<string, unknown>,
  }));
}

async function recordEvent(
  tx: Transaction<Tables>,
  orderId: string,
  version: number,
  at: Time,
  actor: string | null,
  type: string,
  payload: Record<string, unknown>,
): Promise<void> {
  await appendEvent(tx, { order_id: orderId, version, at, actor, type, payload: JSON.stringify(payload) });
}

/** The columns of an order's row besides its version and the worker's. */
export function columnsOf(order: Order) {
  return {
    state: order.state,
    requester: order.requester,
    open_name: isOpen(order) ? normalizeProjectName(order.request.projectName) : null,
    ovh_order_id: order.ovhOrder?.orderId ?? null,
    redactable_since: containsSecrets(order) ? (order.closure?.at ?? null) : null,
    body: JSON.stringify(order),
  };
}
