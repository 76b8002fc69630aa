import { auditRecord } from '../orders/audit-record.ts';
import { Denial } from '../orders/denial.ts';
import { actorOf, type OrderEvent } from '../orders/events.ts';
import { isOpen, type Order } from '../orders/order.ts';
import { nextRunAt } from '../orders/schedule.ts';
import { transition } from '../orders/state-machine.ts';
import type { Time } from '../orders/time.ts';
import { appendEvent } from './audit-chain.ts';
import { storeTime } from './clock.ts';
import type { Database } from './database.ts';
import { assertOpenOrders, findOpenByName, TooManyOpenError } from './order-queries.ts';
import { readOrder } from './orders.ts';
import { columnsOf, type StoredOrder } from './rows.ts';
import { hashOfRow } from './tampering.ts';

/** The store, and the clock for changes to it (ms since 1970). */
export type StoreContext = { db: Database; now: () => Time };

/**
 * Applies an event: computes the transition on the current row and saves it with its audit record by compare-and-swap, as
 * often as needed. `at` is the order's ID, or its row as it was read or saved last, which is read again only if it has
 * changed since. A closed order reopens only if its requester then has at most `maxOpenOrders` open ones. Returns the row
 * after the event, or the Denial. Throws if there is no such order, TamperedOrderError, or the database's error.
 */
export async function changeOrder(
  { db, now: clock, maxOpenOrders }: StoreContext & { maxOpenOrders?: number },
  at: string | StoredOrder,
  event: OrderEvent,
): Promise<StoredOrder | Denial> {
  const now = clock();
  const id = typeof at === 'string' ? at : at.order.id;
  let stored = typeof at === 'string' ? await readOrder(db, at) : at;
  let isCurrent = typeof at === 'string';
  for (;;) {
    const next = transition(stored.order, event, now);
    if (next instanceof Denial) {
      if (isCurrent) return next;
      // A stale row may deny what the current one allows.
      const { version } = stored;
      stored = await readOrder(db, id);
      isCurrent = true;
      if (stored.version === version) return next;
      continue;
    }
    try {
      const limit = isOpen(stored.order) || !isOpen(next) ? undefined : maxOpenOrders;
      if (await saveOrder(db, stored.version, { next, event, now, maxOpenOrders: limit })) {
        db.onEvent?.({ type: event.type, before: stored.order, after: next, by: actorOf(event), at: now });
        const syncAt = isUserVisible(event) ? now : stored.syncAt;
        const times = { runAt: nextRunAt(next, now), syncAt, readAt: now };
        return { order: next, version: stored.version + 1, attempts: 0, ...times };
      }
    } catch (error) {
      if (error instanceof TooManyOpenError && maxOpenOrders !== undefined)
        return new Denial({ kind: 'too_many_open', limit: maxOpenOrders }, stored.order);
      const other = isOpen(next) && (await findOpenByName(db, next.request.projectName));
      if (other && other.id !== id)
        return new Denial({ kind: 'name_taken', other: nameHolder(other) }, stored.order);
      throw error;
    }
    stored = await readOrder(db, id);
    isCurrent = true;
  }
}

function nameHolder({ id, channel, requester }: Order): Pick<Order, 'id' | 'channel' | 'requester'> {
  return { id, channel, requester };
}

/** Saves `next` over `version`. False if the row has changed since: nothing is written then. */
async function saveOrder(
  db: Database,
  version: number,
  {
    next,
    event,
    now,
    maxOpenOrders,
  }: { next: Order; event: OrderEvent; now: Time; maxOpenOrders?: number | undefined },
): Promise<boolean> {
  const due = nextRunAt(next, now);
  const row = columnsOf(next, version + 1);
  return db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('orders')
      .set({
        ...row,
        run_at: due === null ? null : storeTime(db, now, due - now),
        ...(isUserVisible(event) && { sync_at: storeTime(db, now) }),
        attempts: 0,
        updated_at: storeTime(db, now),
      })
      .where('id', '=', next.id)
      .where('version', '=', version)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await appendEvent(tx, {
      ...{ order_id: next.id, version: version + 1, at: now, actor: actorOf(event) },
      ...{ type: event.type, payload: JSON.stringify(auditRecord(event)), row_hash: hashOfRow(row) },
    });
    if (maxOpenOrders !== undefined) await assertOpenOrders(tx, next.requester, maxOpenOrders);
    return true;
  });
}

/** Redacting a secret does not change Slack: old messages stay as they are. */
function isUserVisible({ type }: OrderEvent): boolean {
  return type !== 'secrets_redacted';
}
