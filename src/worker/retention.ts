import { DAY_MS, MINUTE_MS } from '../orders/time.ts';
import { changeOrder } from '../store/change-order.ts';
import { checkpointWal, listRedactable } from '../store/retention.ts';
import { forgetSeenRequests } from '../store/seen-requests.ts';
import { TamperedOrderError } from '../store/tampering.ts';
import type { WorkerContext } from './context.ts';

/** A background job: periodic, in bounded batches. */
const EVERY_MS = 10 * MINUTE_MS;
const AT_A_TIME = 500;

/**
 * Redacts vouchers and payment links of orders that ended `retainDays` ago, and deletes requests that are too old to be
 * replayed; stopped once `stop` has resolved.
 */
export function startRetention(
  ctx: Pick<WorkerContext, 'db' | 'log' | 'now'>,
  retainDays: number,
): { stop: () => Promise<void> } {
  const retainMs = Math.round(retainDays * DAY_MS);
  const stopping = new AbortController();
  let sweeping = Promise.resolve();
  const sweep = () => {
    sweeping = sweeping
      .then(() => redactExpired(ctx, retainMs, stopping.signal))
      .then(() => forgetSeenRequests(ctx.db, ctx.now()))
      .catch((error: unknown) => ctx.log.error({ err: error }, 'secret retention failed'));
  };
  const timer = setInterval(sweep, EVERY_MS);
  sweep();
  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await sweeping;
    },
  };
}

/** One round. An order that is retried at this moment keeps what it needs. */
export async function redactExpired(
  { db, now }: Pick<WorkerContext, 'db' | 'now'>,
  retainMs: number,
  signal: AbortSignal,
): Promise<void> {
  const ids = await listRedactable(db, { before: now() - retainMs, limit: AT_A_TIME });
  for (const id of ids) {
    if (signal.aborted) return;
    await changeOrder({ db, now }, id, { type: 'secrets_redacted' }).catch((error: unknown) => {
      // Reported elsewhere; it must not hold up other orders.
      if (!(error instanceof TamperedOrderError)) throw error;
    });
  }
  if (ids.length > 0) await checkpointWal(db);
}
