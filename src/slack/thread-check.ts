import { LRUCache } from 'lru-cache';
import { monotonicClock } from '../monotonic-clock.ts';
import type { Logger } from '../observability/log.ts';
import type { StoreContext } from '../store/change-order.ts';
import type { StoredOrder } from '../store/rows.ts';
import { checkRootMessage } from '../store/sync.ts';

/** Slack is asked about an order's thread at most this often. */
const EVERY_MS = 60_000;
const MAX_KEPT = 5_000;

/** Has the worker check whether an order's first message still exists. Never throws. */
export type CheckThread = (row: StoredOrder, clicked: { messageTs: string | undefined }) => Promise<void>;

/**
 * A click in a thread does not prove that its root message exists: Slack keeps the replies of a deleted one, and
 * tells the app only when it updates that message. `nudge` wakes the worker, which rebuilds the thread.
 */
export function createThreadCheck({
  db,
  now,
  log,
  nudge,
}: StoreContext & { log: Logger; nudge: () => void }): CheckThread {
  const checked = new LRUCache<string, true>({
    max: MAX_KEPT,
    ttl: EVERY_MS,
    ttlResolution: 0,
    perf: { now: monotonicClock(now) },
  });
  return async ({ order: { id }, version }, { messageTs }) => {
    if (checked.has(id)) return;
    try {
      if (!(await checkRootMessage(db, { id, version, messageTs, now: now() }))) return;
      checked.set(id, true);
      nudge();
    } catch (error) {
      log.info({ err: error, order: id }, 'failed to check whether the root message is still there');
    }
  };
}
