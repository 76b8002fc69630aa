import type { OrderEvent } from '../../orders/events.ts';
import type { Failure } from '../../orders/failure.ts';
import type { Progress } from '../../orders/fulfilment.ts';
import type { Order, OvhOrder } from '../../orders/order.ts';
import { cartCleanupAt, paymentReminderAt } from '../../orders/schedule.ts';
import { DAY_MS, MINUTE_MS } from '../../orders/time.ts';
import {
  isPastPayment,
  isProjectGivenUp,
  isProjectOverdue,
  isTrackingAbandoned,
  mayEndUnverified,
} from '../../orders/time-limits.ts';
import { getOrder } from '../../ovh/orders.ts';
import type { StoredOrder } from '../../store/rows.ts';
import type { StepContext, WorkerContext } from '../context.ts';
import { CheckoutUnresolvedError } from '../errors.ts';
import { isTransient, toFailure } from '../failures.ts';
import { findProject } from '../ovh/find-project.ts';
import { followUpOf, historyMessage, isUnderReview, whyCancelled } from '../ovh/follow-up.ts';
import { checkFormerAttempts } from '../ovh/late-orders.ts';
import { fetchOrderProgress, type OvhOrderProgress } from '../ovh/order-progress.ts';
import { cleanUpOvhOrder } from './clean-up-carts.ts';

/** OVHcloud's clock and ours may differ by this much. */
const CLOCK_SLACK_MS = 10 * MINUTE_MS;

/** How much longer to wait for an order if OVHcloud does not say (any more) when it ends. */
const MAX_WITHOUT_END_MS = DAY_MS;

/** `awaiting_payment` and `delivering`: polls the OVHcloud order until its project exists. */
export async function trackStep(stored: StoredOrder, ctx: StepContext): Promise<void> {
  const { order } = stored;
  const { ovhOrder } = order;
  if (!ovhOrder) throw new Error(`Order ${order.id} is tracked, but was never placed`);
  // A failed clean-up must not delay news of the order.
  const tidy = cartCleanupAt(order, ctx.now());
  const { seen, error } = await poll(ovhOrder.orderId, ctx);
  let refusal: unknown = null;
  if (seen === null) {
    const hasEnded = await loseSight(order, error, ctx);
    if (!hasEnded && !(error instanceof CheckoutUnresolvedError)) {
      if (isTransient(error)) throw error;
      // A status that is refused for good must not keep the rest from being done.
      refusal = error;
    }
  } else if (order.retrying) await ctx.change({ type: 'tracking_restored' });
  const event = seen === null ? null : await nextEvent(order, { ovhOrder, seen }, ctx);
  if (event) await ctx.change(event);
  if (tidy !== null && tidy <= ctx.now()) await cleanUpOvhOrder(order, ovhOrder, ctx);
  await checkFormerAttempts(order, ctx);
  if (refusal !== null) throw refusal;
}

/** How far OVHcloud is, or why it does not say. */
async function poll(
  orderId: number,
  ctx: Pick<WorkerContext, 'ovh'>,
): Promise<{ seen: NonNullable<OvhOrderProgress>; error: null } | { seen: null; error: unknown }> {
  try {
    const seen = await fetchOrderProgress(orderId, ctx);
    if (seen !== null) return { seen, error: null };
    const failure = { kind: 'status_unknown', orderId } as const;
    return {
      seen,
      error: new CheckoutUnresolvedError('OVHcloud did not return the status of its order', { failure }),
    };
  } catch (error) {
    return { seen: null, error };
  }
}

/** Records that OVHcloud does not return the status. True if that has lasted so long that the order has ended. */
async function loseSight(
  order: Order,
  error: unknown,
  ctx: Pick<StepContext, 'change' | 'now' | 'ovh'>,
): Promise<boolean> {
  const failure = toFailure(error, order);
  const noted = await ctx.change({ type: 'tracking_lost', failure });
  const { order: current } = noted;
  const now = ctx.now();
  // A transient error right after the deadline proves nothing.
  const isConclusive =
    error instanceof CheckoutUnresolvedError || !isTransient(error) || current.retrying?.notified === true;
  let event: OrderEvent | null = null;
  if (current.state === 'awaiting_payment' && isConclusive && isPastPayment(current, now)) {
    event = await expireOrExtend(current, ctx, failure);
  } else if (current.state === 'delivering' && isTrackingAbandoned(current, now)) {
    event = { type: 'tracking_abandoned' };
  }
  if (event) await ctx.change(event);
  return event !== null;
}

/** The event that follows from the status at OVHcloud; null if there is nothing new. */
async function nextEvent(
  order: Order,
  { ovhOrder, seen }: { ovhOrder: OvhOrder; seen: NonNullable<OvhOrderProgress> },
  ctx: Pick<WorkerContext, 'log' | 'now' | 'ovh' | 'projectIndex'>,
): Promise<OrderEvent | null> {
  const { orderId, paymentDueAt } = ovhOrder;
  const now = ctx.now();
  if (seen === 'cancelled') {
    // Cancelled this close to its deadline, it has expired.
    const wasOver = paymentDueAt !== null && now >= paymentDueAt - CLOCK_SLACK_MS;
    if (order.state === 'awaiting_payment' && wasOver) return { type: 'payment_expired' };
    const reason = whyCancelled(await followUpOf(orderId, ctx));
    return { type: 'cancelled_at_ovh', orderId, reason };
  }
  if (seen === 'awaiting_payment' && order.state === 'awaiting_payment') {
    if (ovhOrder.at > now + CLOCK_SLACK_MS) {
      // A clock that was ahead when it was placed has dated it, and its deadline.
      return { type: 'payment_deadline_set', paymentDueAt: await readDeadline(orderId, ctx) };
    }
    if (isPastPayment(order, now)) return expireOrExtend(order, ctx);
    const remindAt = paymentReminderAt(order);
    if (remindAt !== null && now >= remindAt) return { type: 'payment_reminded' };
    return ovhOrder.url === '' ? refreshCheckoutUrl(orderId, ctx) : null;
  }
  if (!isKnown(order, seen)) {
    const followUp =
      seen === 'checking' || seen === 'documents_requested' ? await followUpOf(orderId, ctx) : [];
    const progress = seen === 'checking' && isUnderReview(followUp) ? 'under_review' : seen;
    const message =
      progress === 'documents_requested' ? historyMessage(followUp, 'FRAUD_DOCS_REQUESTED') : null;
    return { type: 'status_changed', orderId, progress, message };
  }
  return seen === 'delivered' ? nextProjectEvent(order, orderId, ctx) : null;
}

/** Until when the order can be paid, by our clock; null if OVHcloud does not say. */
async function readDeadline(orderId: number, { ovh }: Pick<WorkerContext, 'ovh'>): Promise<number | null> {
  const [{ expirationDate }] = await Promise.all([getOrder(ovh, orderId), ovh.readTime()]);
  return expirationDate ? ovh.toLocalTime(expirationDate) : null;
}

/** For a delivered order: its project, or the event to notify people of until it appears. */
async function nextProjectEvent(
  order: Order,
  orderId: number,
  ctx: Pick<WorkerContext, 'now' | 'ovh' | 'projectIndex'>,
): Promise<OrderEvent | null> {
  const { project, error } = await findProject(order, orderId, ctx);
  const now = ctx.now();
  if (project && (!project.unverified || mayEndUnverified(order, project.unverified, now))) {
    return { type: 'project_ready', project };
  }
  const isAnswered = error === null || !isTransient(error);
  if (!project && isProjectGivenUp(order, now, { isAnswered })) return { type: 'project_not_found' };
  // Notify people that it takes long, even after an error.
  if (isProjectOverdue(order, now)) return { type: 'project_overdue' };
  if (error) throw error;
  return null;
}

/**
 * An order that can no longer be paid; OVHcloud may have extended its deadline. `paymentUnknown`: why it does not say
 * whether the order was paid. Null if it can be paid, and only our clock is ahead.
 */
async function expireOrExtend(
  order: Order,
  ctx: Pick<WorkerContext, 'now' | 'ovh'>,
  paymentUnknown?: Failure,
): Promise<OrderEvent | null> {
  const ovhNow = await ctx.ovh.readTime();
  // A local clock that is ahead must not expire an order that can still be paid.
  const now = Math.min(ctx.now(), ovhNow + CLOCK_SLACK_MS);
  const leftMs = await getOrder(ctx.ovh, order.ovhOrder?.orderId ?? 0).then(
    ({ expirationDate }) => (expirationDate ? expirationDate.getTime() - ovhNow : null),
    (error: unknown) => {
      const isWorthWaiting = isTransient(error) && !isPastPayment(order, now - MAX_WITHOUT_END_MS);
      if (isWorthWaiting && !paymentUnknown) throw error;
      return null;
    },
  );
  const isOver = leftMs === null ? isPastPayment(order, now) : leftMs <= 0;
  if (isOver) return { type: 'payment_expired', ...(paymentUnknown && { paymentUnknown }) };
  const isAhead = ctx.now() - ovhNow > CLOCK_SLACK_MS;
  return leftMs === null || isAhead
    ? null
    : { type: 'payment_deadline_set', paymentDueAt: ctx.now() + leftMs };
}

/** Reads the payment link again, which was redacted after the order closed: a late payment was found, and failed. */
async function refreshCheckoutUrl(
  orderId: number,
  ctx: Pick<WorkerContext, 'log' | 'ovh'>,
): Promise<OrderEvent | null> {
  try {
    const { url } = await getOrder(ctx.ovh, orderId);
    return url ? { type: 'checkout_url_refreshed', orderId, url } : null;
  } catch (error) {
    if (isTransient(error)) throw error;
    ctx.log.warn({ err: error, ovhOrderId: orderId }, 'OVHcloud did not return the payment link');
    return null;
  }
}

/** Whether this status was already reported. A check that OVHcloud staff may have taken over is read again. */
function isKnown({ fulfilment }: Order, seen: Progress): boolean {
  if (fulfilment?.progress === 'under_review') return seen === 'checking';
  return fulfilment?.progress === seen && seen !== 'checking';
}
