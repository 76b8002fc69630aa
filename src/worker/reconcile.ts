import { exponentialBackoff, withJitter } from '../backoff.ts';
import { isUsageDue } from '../orders/budget.ts';
import { Denial } from '../orders/denial.ts';
import type { OrderEvent } from '../orders/events.ts';
import { isVoucherPending } from '../orders/project-voucher.ts';
import { changedFields } from '../orders/request.ts';
import { nextPollAt, nextRunAt } from '../orders/schedule.ts';
import { HOUR_MS, MINUTE_MS } from '../orders/time.ts';
import { OvhError } from '../ovh/errors.ts';
import { changeOrder } from '../store/change-order.ts';
import { postponeStep } from '../store/leases.ts';
import { loadOrder } from '../store/orders.ts';
import { onClock, type StoredOrder } from '../store/rows.ts';
import type { WorkerContext } from './context.ts';
import { CheckoutNotPlacedError, CheckoutUnresolvedError } from './errors.ts';
import { errorFields, isTransient, toFailure } from './failures.ts';
import { nextStep } from './steps/next-step.ts';

/** How long transient errors are retried before the order fails. */
const FAIL_AFTER_MS = 10 * MINUTE_MS;
/** How soon to retry an order whose quote is rate-limited. */
const QUOTE_PAUSE_MS = 2_000;
const MIN_PAUSE_MS = 1_000;
const MAX_PAUSE_MS = 30_000;
/** The longest wait that OVHcloud may ask for. */
const MAX_RETRY_AFTER_MS = 10 * MINUTE_MS;
const MAX_PAUSE_AFTER_END_MS = HOUR_MS;

/**
 * Takes an order's next step. If that fails, the step is postponed, or the order is marked as retrying or failed. Returns
 * the row as it was saved last; its times are on this process's clock.
 */
export async function reconcile(stored: StoredOrder, ctx: WorkerContext): Promise<StoredOrder> {
  let row = stored;
  const change = async (event: OrderEvent) => {
    const outcome = await changeOrder(ctx, row, event);
    if (!(outcome instanceof Denial)) row = outcome;
    return outcome;
  };
  const { order } = stored;
  if (order.state === 'approved' && !order.checkoutAttempt && !(await ctx.canShow())) {
    return postpone(row, ctx.now() + MAX_PAUSE_MS, ctx);
  }
  // It keeps its place in the queue: the oldest are claimed first.
  if (order.state === 'requested' && !ctx.mayQuote()) {
    return postpone(row, ctx.now() + QUOTE_PAUSE_MS * (1 + ctx.random()), ctx);
  }
  try {
    await nextStep(stored, { ...ctx, change });
  } catch (error) {
    return handleStepError(stored, error, ctx);
  }
  if (row.version !== stored.version) return row;
  // No event: delay, so that an order that is due by mistake does not loop.
  const soonest = ctx.now() + MIN_PAUSE_MS;
  const { readsUsage, usageEveryMs } = ctx.config;
  // Budgets may be switched on again later: then their usage is read.
  const atTheLatest = readsUsage ? soonest : soonest + usageEveryMs;
  const next = nextRunAt(row.order, soonest, { readsUsage }) ?? atTheLatest;
  return postpone(row, Math.max(next, soonest), ctx);
}

async function handleStepError(
  failed: StoredOrder,
  error: unknown,
  ctx: Pick<WorkerContext, 'db' | 'log' | 'now' | 'onError' | 'random'>,
): Promise<StoredOrder> {
  const { db, log, now, random } = ctx;
  const { id } = failed.order;
  const { attempts } = failed;
  const failure = toFailure(error, failed.order);
  log.warn({ ...errorFields(error, failed.order), failure: failure.kind, attempts }, 'order step failed');

  ctx.onError?.('step');
  // The step may have made progress before it failed, and people may have done something meanwhile.
  const stored = await loadOrder(db, id, now());
  if (!stored) throw new Error(`Order ${id} is no longer in the database`);
  const row = onClock(stored, now());
  const { order } = row;
  // The failure is about an earlier version of the request.
  if (changedFields(failed.order.request, order.request).length > 0) return row;
  const asked = Math.min(MAX_RETRY_AFTER_MS, error instanceof OvhError ? (error.retryAfter ?? 0) : 0);
  if (order.state === 'awaiting_payment' || order.state === 'delivering') {
    return postpone(row, Math.max(nextPollAt(order, now()), now() + asked), ctx);
  }
  if (order.state !== 'requested' && order.state !== 'approved') {
    const maxMs = MAX_PAUSE_AFTER_END_MS;
    // No one waits for usage: a minute at first, and as long as OVHcloud asks.
    const isUsage = isUsageDue(order, now()) && !isVoucherPending(order);
    const pause = exponentialBackoff(isUsage ? attempts + 6 : attempts, { maxMs, random });
    return postpone(row, now() + Math.max(asked, pause), ctx);
  }
  // The outcome of a checkout must be found out, however long it takes.
  const since = order.checkoutAttempt?.outcomeUnknownSince ?? order.retrying?.since ?? now();
  const change = async (event: OrderEvent) => {
    const outcome = await changeOrder({ db, now }, row, event);
    return outcome instanceof Denial ? row : outcome;
  };
  if (!order.checkoutAttempt && (now() - since >= FAIL_AFTER_MS || !isTransient(error))) {
    return change({ type: 'failed', failure });
  }
  // If a clock that was ahead dated it, it begins again now.
  const isNew = !order.checkoutAttempt && (order.retrying?.since ?? Number.POSITIVE_INFINITY) > now();
  const delayed = isNew ? await change({ type: 'retry_scheduled', failure }) : row;
  const pause = Math.max(asked, pauseFor(error, now() - since, random));
  // What someone did meanwhile has its own schedule.
  return delayed.order.state === order.state ? postpone(delayed, now() + pause, ctx) : delayed;
}

/** Postpones the next step, unless the order was changed since. */
async function postpone(
  row: StoredOrder,
  until: number,
  { db, now }: Pick<WorkerContext, 'db' | 'now'>,
): Promise<StoredOrder> {
  const { order, version } = row;
  await postponeStep(db, { id: order.id, version }, { until, now: now() });
  return { ...row, runAt: until };
}

/** Pauses grow with the outage: as long as it has lasted, between one and thirty seconds, unless the step says when. */
function pauseFor(error: unknown, troubleMs: number, random: () => number): number {
  if (error instanceof CheckoutNotPlacedError && error.waitMs > 0) return error.waitMs;
  // A clock was ahead, so how long it has lasted is unknown.
  const lasted = troubleMs < 0 ? MAX_PAUSE_MS : troubleMs;
  const pause = withJitter(Math.max(MIN_PAUSE_MS, Math.min(lasted, MAX_PAUSE_MS)), random);
  const pollInMs = error instanceof CheckoutUnresolvedError ? error.pollInMs : null;
  return pollInMs === null ? pause : Math.min(pause, Math.max(MIN_PAUSE_MS, pollInMs));
}
