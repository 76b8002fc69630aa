import type { Transaction } from 'kysely';
import { Denial } from '../orders/denial.ts';
import { actorOf, auditRecord, auditRequest, type OrderEvent } from '../orders/events.ts';
import { isOpen, type Order, type Time } from '../orders/order.ts';
import { skeletonOf } from '../orders/project-name.ts';
import { containsSecrets } from '../orders/redaction.ts';
import { nextRunAt } from '../orders/schedule.ts';
import { transition } from '../orders/state-machine.ts';
import { appendEvent } from './audit-chain.ts';
import { storeTime } from './clock.ts';
import type { Database } from './database.ts';
import { findOpenByName } from './order-queries.ts';
import { type StoredOrder, storedOrderFromRow } from './rows.ts';
import type { Tables } from './tables.ts';
import {
  hashOfRow,
  isAsRecorded,
  newSalt,
  type RecordedColumns,
  selectRecorded,
  TamperedOrderError,
} from './tampering.ts';

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
      const recorded = recordedColumns(order, 1);
      await tx
        .insertInto('orders')
        .values({
          ...recorded,
          run_at: storeTime(db, now),
          sync_at: storeTime(db, now),
          locked_by: lease.owner,
          locked_until: storeTime(db, now, lease.forMs),
          attempts: 1,
          updated_at: storeTime(db, now),
        })
        .execute();
      await recordEvent(tx, recorded, {
        at: order.createdAt,
        actor: order.requester,
        type: 'requested',
        payload: { channel: order.channel, request: auditRequest(order.request) },
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

/**
 * Reads one order, or null if there is none with that id. `now` is when, for a store without a clock of its own. Throws
 * TamperedOrderError where the row is not as the app left it.
 */
export async function loadOrder(db: Database, id: string, now: Time = 0): Promise<StoredOrder | null> {
  const row = await selectRecorded(db)
    .select(storeTime(db, now).as('read_at'))
    .where('orders.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  if (isAsRecorded(row)) return storedOrderFromRow(row, Number(row.read_at));
  db.onTampered?.(id);
  throw new TamperedOrderError(id);
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
 * if nobody was faster; else computed anew. Returns the order after it, or the Denial. Throws if there is no
 * such order, TamperedOrderError, or what the database answered.
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
        return new Denial({ kind: 'name_taken', other: nameHolder(other) }, stored.order);
      throw error;
    }
  }
}

function nameHolder({ id, channel, requester }: Order): Pick<Order, 'id' | 'channel' | 'requester'> {
  return { id, channel, requester };
}

/** Saves `next` over `version`. False if the row has moved on: nothing was written then. */
async function saveOrder(db: Database, version: number, next: Order, event: OrderEvent, now: Time) {
  const due = nextRunAt(next, now);
  const recorded = recordedColumns(next, version + 1);
  return db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('orders')
      .set({
        ...recorded,
        run_at: due === null ? null : storeTime(db, now, due - now),
        ...(isUserVisible(event) && { sync_at: storeTime(db, now) }),
        attempts: 0,
        updated_at: storeTime(db, now),
      })
      .where('id', '=', next.id)
      .where('version', '=', version)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    const { type } = event;
    await recordEvent(tx, recorded, { at: now, actor: actorOf(event), type, payload: auditRecord(event) });
    return true;
  });
}

/** Nobody sees in Slack that a secret was erased: messages of long ago stay as they are. */
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
  row: RecordedColumns,
  event: { at: Time; actor: string | null; type: string; payload: Record<string, unknown> },
): Promise<void> {
  const { id: order_id, version } = row;
  const payload = JSON.stringify(event.payload);
  await appendEvent(tx, { ...event, order_id, version, payload, row_hash: hashOfRow(row) });
}

/** What the row of an order holds besides what the worker notes. */
export function recordedColumns(order: Order, version: number): RecordedColumns {
  return {
    id: order.id,
    version,
    state: order.state,
    requester: order.requester,
    open_name: isOpen(order) ? skeletonOf(order.request.projectName) : null,
    ovh_order_id: order.ovhOrder?.orderId ?? null,
    redactable_since: containsSecrets(order) ? (order.closure?.at ?? null) : null,
    body: JSON.stringify(order),
    created_at: order.createdAt,
    salt: newSalt(),
  };
}
