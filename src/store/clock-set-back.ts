import { MAX_USAGE_PAUSE_MS } from '../orders/budget.ts';
import { OPEN_STATES } from '../orders/order.ts';
import { HOUR_MS, MINUTE_MS, type Time } from '../orders/time.ts';
import { storeTime } from './clock.ts';
import type { Database } from './database.ts';
import { numberInBody } from './json.ts';

/** No lease and no pause is longer than this: anything further ahead was set by a wrong clock. */
const MAX_LEASE_MS = MINUTE_MS;
const MAX_PAUSE_MS = 15 * MINUTE_MS;
/** Orders in these states never pause longer than MAX_PAUSE_MS. Those that await approval do. */
const PAUSING = OPEN_STATES.filter((state) => state !== 'awaiting_approval');
/** Remaining work on a closed order is due within this. */
const MAX_PAUSE_AFTER_END_MS = 2 * HOUR_MS;
/** An order with a budget is due within this, even where budgets are off now. */
const MAX_PAUSE_OF_SPEND_MS = MAX_USAGE_PAUSE_MS + MINUTE_MS;

/**
 * Shortens leases and pauses that a clock has set too far ahead before it was set back. An order that awaits approval
 * is due at its own deadline at the latest.
 */
export async function pullInFarTimes(db: Database, now: Time): Promise<void> {
  const time = storeTime(db, now);
  const inFuture = (ms: number) => storeTime(db, now, ms);
  const orders = () => db.updateTable('orders');
  await orders()
    .set({ locked_by: null, locked_until: null })
    .where('locked_until', '>', inFuture(MAX_LEASE_MS))
    .execute();
  await orders().set({ sync_at: time }).where('sync_at', '>', inFuture(MAX_PAUSE_MS)).execute();
  const pausedFor = (ms: number) => orders().set({ run_at: time }).where('run_at', '>', inFuture(ms));
  await pausedFor(MAX_PAUSE_MS).where('state', 'in', PAUSING).execute();
  await pausedFor(MAX_PAUSE_AFTER_END_MS)
    .where('is_open', '=', 0)
    .where('monthly_budget', 'is', null)
    .execute();
  await pausedFor(MAX_PAUSE_OF_SPEND_MS).where('monthly_budget', 'is not', null).execute();
  // A reading that is overdue is paused on purpose.
  const nextRead = numberInBody(db, 'spending', 'nextReadAt');
  await orders()
    .set({ run_at: nextRead })
    .where('state', '=', 'ready')
    .where(nextRead, '>', time)
    .where('run_at', '>', nextRead)
    .execute();
  const end = numberInBody(db, 'validUntil');
  await orders()
    .set({ run_at: end })
    .where('state', '=', 'awaiting_approval')
    .where('run_at', '>', end)
    .execute();
}
