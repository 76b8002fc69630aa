import type { Time } from '../orders/order.ts';
import { storeTime } from './clock.ts';
import type { Database } from './database.ts';
import { postponeStep } from './leases.ts';
import { changeOrder } from './orders.ts';
import type { StoredOrder } from './rows.ts';

/**
 * Has the order looked at now, and each of its messages in Slack shown once more, whatever was shown last; `by` is
 * written down. The running app does it, within seconds. Throws if there is no such order, or what the database answered.
 */
export async function requestSync(db: Database, id: string, by: string, now: Time): Promise<StoredOrder> {
  await db.updateTable('messages').set({ content_hash: null }).where('order_id', '=', id).execute();
  const stored = await changeOrder(db, id, { type: 'sync_requested', by }, now);
  // It may happen in every state.
  if (!('version' in stored)) throw new Error(`Order ${id} could not be marked to be synced.`);
  if (stored.runAt !== null) await postponeStep(db, { id, version: stored.version }, { until: now, now });
  return stored;
}

/** Has the messages of all orders that wait for approval compared with what they should show: whom they ask may be new. */
export async function showWaitingAgain(db: Database, now: Time): Promise<void> {
  await db
    .updateTable('orders')
    .set({ sync_at: storeTime(db, now) })
    .where('state', '=', 'awaiting_approval')
    .where((row) => row.or([row('sync_at', 'is', null), row('sync_at', '>', storeTime(db, now))]))
    .execute();
}
