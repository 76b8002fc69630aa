import { isUsageDue } from '../orders/budget.ts';
import { isVoucherPending } from '../orders/project-voucher.ts';
import { nextPollAt, nextRunAt } from '../orders/schedule.ts';
import { OvhError } from '../ovh/errors.ts';
import { postponeStep } from '../store/leases.ts';
import { changeOrder, loadOrder } from '../store/orders.ts';
import type { StoredOrder } from '../store/rows.ts';
import { exponentialBackoff } from './backoff.ts';
import type { WorkerContext } from './context.ts';
import { CheckoutNotPlacedError, CheckoutUnresolvedError } from './errors.ts';
import { errorFields, isTransient, toFailure } from './failures.ts';
import { nextStep } from './steps/next-step.ts';

/** For how long an order waits for an OVHcloud that does not answer before its people are asked to try again. */
const FAIL_AFTER_MS = 600_000;
const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** OVHcloud may ask for any wait; its orders are not left alone for longer than this. */
const LONGEST_RETRY_AFTER_MS = 600_000;
const LONGEST_PAUSE_AFTER_END_MS = 3_600_000;

/** Takes an order's next step. If that fails, the order is put off, delayed or failed, and its people see it. */
export async function reconcile(stored: StoredOrder, ctx: WorkerContext): Promise<void> {
  const { order, version } = stored;
  if (order.state === 'approved' && !order.checkoutAttempt && !(await ctx.canShow())) {
    const now = ctx.now();
    return postponeStep(ctx.db, { id: order.id, version }, { until: now + LONGEST_PAUSE_MS, now });
  }
  try {
    await nextStep(stored, ctx);
    // Nothing came of it: not again at once, or an order that is due by mistake would be a loop.
    const now = ctx.now();
    const soonest = now + SHORTEST_PAUSE_MS;
    const { readsUsage, usageEveryMs } = ctx.config;
    // Budgets may be on again some time: then what there is to read is read.
    const atTheLatest = readsUsage ? soonest : now + usageEveryMs;
    const until = Math.max(nextRunAt(order, soonest, { readsUsage }) ?? atTheLatest, soonest);
    await postponeStep(ctx.db, { id: order.id, version }, { until, now });
  } catch (error) {
    await handleStepError(stored, error, ctx);
  }
}

async function handleStepError(failed: StoredOrder, error: unknown, ctx: WorkerContext): Promise<void> {
  const { db, log, now } = ctx;
  const { id } = failed.order;
  const { attempts } = failed;
  const failure = toFailure(error, failed.order);
  log.warn(
    { ...errorFields(error, failed.order), failure: failure.kind, attempts },
    'a step of an order failed',
  );

  ctx.onError?.('step');
  const stored = await loadOrder(db, id);
  if (!stored) return;
  const { order } = stored;
  const asked = Math.min(LONGEST_RETRY_AFTER_MS, error instanceof OvhError ? (error.retryAfter ?? 0) : 0);
  const postpone = (version: number, until: number) =>
    postponeStep(db, { id, version }, { until, now: now() });
  if (order.state === 'awaiting_payment' || order.state === 'delivering') {
    return postpone(stored.version, Math.max(nextPollAt(order, now()), now() + asked));
  }
  if (order.state !== 'requested' && order.state !== 'approved') {
    // Nobody waits for what a project spends: a minute, then twice as long each time.
    const tries = isUsageDue(order, now()) && !isVoucherPending(order) ? attempts + 6 : attempts;
    const pause = exponentialBackoff(tries, LONGEST_PAUSE_AFTER_END_MS);
    return postpone(stored.version, now() + Math.max(asked, pause));
  }
  // What became of an attempted checkout has to be found out, however long it takes.
  const since = order.checkoutAttempt?.outcomeUnknownSince ?? order.retrying?.since ?? now();
  if (!order.checkoutAttempt && (now() - since >= FAIL_AFTER_MS || !isTransient(error))) {
    await changeOrder(db, id, { type: 'failed', failure }, now());
    return;
  }
  if (!order.checkoutAttempt && !order.retrying)
    await changeOrder(db, id, { type: 'retry_scheduled', failure }, now());
  const delayed = await loadOrder(db, id);
  const pause = Math.max(asked, pauseFor(error, now() - since));
  // What somebody did meanwhile has its own time.
  if (delayed?.order.state === order.state) await postpone(delayed.version, now() + pause);
}

/** Pauses grow with the trouble: as long as it has lasted, between one and thirty seconds, unless the step says when. */
function pauseFor(error: unknown, troubleMs: number): number {
  if (error instanceof CheckoutNotPlacedError && error.waitMs > 0) return error.waitMs;
  const lookAgain = error instanceof CheckoutUnresolvedError ? error.lookAgainInMs : null;
  const longest = Math.min(LONGEST_PAUSE_MS, lookAgain ?? LONGEST_PAUSE_MS);
  return Math.max(SHORTEST_PAUSE_MS, Math.min(troubleMs, longest));
}
