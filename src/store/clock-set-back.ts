import type { ExpressionBuilder } from 'kysely';
import { OPEN_STATES } from '../orders/order.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Time } from '../orders/time.ts';
import { storeTime } from './clock.ts';
import type { Database } from './database.ts';
import { numberInBody } from './json.ts';
import type { Tables } from './tables.ts';

/** No lease and no pause is longer than this: anything further ahead was set by a wrong clock. */
const MAX_LEASE_MS = MINUTE_MS;
const MAX_PAUSE_MS = 15 * MINUTE_MS;
/** In these states only a wrong clock makes an order wait longer: until it closes, only a decision may take longer. */
const PAUSING = OPEN_STATES.filter((state) => state !== 'awaiting_approval');
/** Remaining work on a closed order is due within this. */
const MAX_PAUSE_AFTER_END_MS = 2 * HOUR_MS;
/** Where its spend is followed, even if budgets are off, it waits at most for the longest time between two readings. */
const MAX_PAUSE_OF_SPEND_MS = 7 * DAY_MS + MINUTE_MS;

/**
 * Shortens leases and pauses that a clock has set too far ahead before it was set back. An order that awaits approval
 * is due at its own deadline at the latest.
 */
export async function pullInFarTimes(db: Database, now: Time): Promise<void> {
  const time = storeTime(db, now);
  const isFar = (pauseMs: number) => storeTime(db, now, pauseMs);
  const orders = () => db.updateTable('orders');
  await orders()
    .set({ locked_by: null, locked_until: null })
    .where('locked_until', '>', isFar(MAX_LEASE_MS))
    .execute();
  await orders().set({ sync_at: time }).where('sync_at', '>', isFar(MAX_PAUSE_MS)).execute();
  const due = (
    isPaused: (row: ExpressionBuilder<Tables, 'orders'>) => ReturnType<typeof row>,
    pauseMs: number,
  ) => orders().set({ run_at: time }).where('run_at', '>', isFar(pauseMs)).where(isPaused).execute();
  await due((row) => row('state', 'in', PAUSING), MAX_PAUSE_MS);
  await due(
    (row) => row.and([row('is_open', '=', 0), row('monthly_budget', 'is', null)]),
    MAX_PAUSE_AFTER_END_MS,
  );
  await due((row) => row('monthly_budget', 'is not', null), MAX_PAUSE_OF_SPEND_MS);
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
