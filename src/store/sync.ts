import { setTimeout } from 'node:timers/promises';
import { Denial } from '../orders/denial.ts';
import type { Time } from '../orders/time.ts';
import { changeOrder, type StoreContext } from './change-order.ts';
import { storeTime } from './clock.ts';
import type { Database } from './database.ts';
import { postponeStep, releaseLease } from './leases.ts';

/** A process that works on an order releases it within this, or its lease expires. */
const TIMEOUT_MS = 15_000;
const PAUSE_MS = 100;
const LEASE_MS = 5_000;

/** The order stayed leased for so long that it could not be locked; nothing was changed. */
class OrderBusyError extends Error {
  override readonly name = 'OrderBusyError';

  constructor(id: string) {
    super(`Order ${id} is being worked on: try again in a moment.`);
  }
}

/**
 * Has the running app process the order and render all its Slack messages again, even if unchanged, within seconds;
 * `by` is recorded. Throws OrderBusyError, or the database's error.
 */
export async function requestSync({ db, now }: StoreContext, id: string, by: string): Promise<void> {
  // A process that is syncing the order at this moment would record its hashes afterwards.
  await takeLease({ db, now }, id, by);
  try {
    await db.updateTable('messages').set({ content_hash: null }).where('order_id', '=', id).execute();
    const stored = await changeOrder({ db, now }, id, { type: 'sync_requested', by });
    if (!(stored instanceof Denial) && stored.runAt !== null) {
      const at = now();
      await postponeStep(db, { id, version: stored.version }, { until: at, now: at });
    }
  } finally {
    await releaseLease(db, id, by);
  }
}

async function takeLease({ db, now }: StoreContext, id: string, owner: string): Promise<void> {
  const since = performance.now();
  while (performance.now() - since < TIMEOUT_MS) {
    const { numUpdatedRows } = await db
      .updateTable('orders')
      .set({ locked_by: owner, locked_until: storeTime(db, now(), LEASE_MS) })
      .where('id', '=', id)
      .where((row) =>
        row.or([row('locked_until', 'is', null), row('locked_until', '<=', storeTime(db, now()))]),
      )
      .executeTakeFirst();
    if (numUpdatedRows > 0n) return;
    await setTimeout(PAUSE_MS);
  }
  throw new OrderBusyError(id);
}

/** Has the messages of all pending orders synced again: they may have to mention other approvers. */
export async function showWaitingAgain(db: Database, now: Time): Promise<void> {
  await db
    .updateTable('orders')
    .set({ sync_at: storeTime(db, now) })
    .where('state', '=', 'awaiting_approval')
    .where((row) => row.or([row('sync_at', 'is', null), row('sync_at', '>', storeTime(db, now))]))
    .execute();
}

/**
 * Has an order's root message updated although it shows what it should, because only then Slack says whether it is still
 * there. False, and nothing is done, where it will be updated anyway: the order has changed since `version`; or where it is
 * known to be there: `messageTs`, which was clicked, is the root message.
 */
export async function checkRootMessage(
  db: Database,
  {
    id,
    version,
    messageTs = '',
    now,
  }: { id: string; version: number; messageTs?: string | undefined; now: Time },
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const current = tx.selectFrom('orders').select('id').where('id', '=', id).where('version', '=', version);
    const { numUpdatedRows } = await tx
      .updateTable('messages')
      .set({ content_hash: null })
      .where('order_id', 'in', current)
      .where('key', '=', 'root')
      .where('ts', '!=', messageTs)
      .where('error', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await tx
      .updateTable('orders')
      .set({ sync_at: storeTime(db, now) })
      .where('id', '=', id)
      .execute();
    return true;
  });
}
