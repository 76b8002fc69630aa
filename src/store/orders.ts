import { auditRequest } from '../orders/audit-record.ts';
import type { Order } from '../orders/order.ts';
import type { Time } from '../orders/time.ts';
import { appendEvent } from './audit-chain.ts';
import { storeTime } from './clock.ts';
import type { Database } from './database.ts';
import { assertOpenOrders, findOpenByName, TooManyOpenError } from './order-queries.ts';
import { columnsOf, type StoredOrder, storedOrderFromRow } from './rows.ts';
import { hashOfRow, isAsRecorded, selectRecorded, TamperedOrderError } from './tampering.ts';

/** Why a new order was not written: see insertOrder. */
export type InsertConflict = { taken: Order } | { existing: Order } | { openOrders: number };

/** The lease of a row by one running process (`owner`), for `forMs` unless renewed. */
export type Lease = { owner: string; forMs: number };

/**
 * Inserts a new order with its first event, already leased to the process that will work on it. If there is a conflict,
 * writes nothing and returns it: an open order with the same project name (`taken`), the same order written before
 * (`existing`), or the limit of open orders (`openOrders`) that the requester has reached.
 */
export async function insertOrder(
  db: Database,
  order: Order,
  { maxOpenOrders = Number.POSITIVE_INFINITY, ...lease }: Lease & { maxOpenOrders?: number },
): Promise<InsertConflict | null> {
  const { createdAt: now } = order;
  try {
    await db.transaction().execute(async (tx) => {
      const row = columnsOf(order, 1);
      await tx
        .insertInto('orders')
        .values({
          ...row,
          run_at: storeTime(db, now),
          sync_at: storeTime(db, now),
          locked_by: lease.owner,
          locked_until: storeTime(db, now, lease.forMs),
          attempts: 1,
          updated_at: storeTime(db, now),
        })
        .execute();
      const payload = { channel: order.channel, request: auditRequest(order.request) };
      await appendEvent(tx, {
        ...{ order_id: order.id, version: 1, at: now, actor: order.requester },
        ...{ type: 'requested', payload: JSON.stringify(payload), row_hash: hashOfRow(row) },
      });
      await assertOpenOrders(tx, order.requester, maxOpenOrders);
    });
  } catch (error) {
    // It was submitted before, or it was written just now and only the answer was lost.
    const existing = await loadOrder(db, order.id);
    if (existing) return { existing: existing.order };
    if (error instanceof TooManyOpenError) return { openOrders: maxOpenOrders };
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

/** Like loadOrder, for an order that has to exist: throws an Error if there is none. */
export async function readOrder(db: Database, id: string): Promise<StoredOrder> {
  const stored = await loadOrder(db, id);
  if (!stored) throw new Error(`There is no order ${id} in this database.`);
  return stored;
}

/** Those of the OVHcloud order IDs that are already linked to an order here. */
export async function findLinkedOvhOrderIds(db: Database, ids: number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('orders')
    .select('ovh_order_id')
    .where('ovh_order_id', 'in', ids)
    .execute();
  return new Set(rows.map((row) => Number(row.ovh_order_id)));
}

/** The audit log of one order, oldest first. */
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
