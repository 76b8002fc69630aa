import type { OrderEvent } from '../../orders/events.ts';
import type { Progress } from '../../orders/fulfilment.ts';
import type { Order, OvhOrder } from '../../orders/order.ts';
import { cartCleanupAt, isProjectOverdue, paymentReminderAt } from '../../orders/schedule.ts';
import { getFollowUp, getOrder } from '../../ovh/orders.ts';
import type { FollowUp } from '../../ovh/schemas.ts';
import { changeOrder } from '../../store/orders.ts';
import type { StoredOrder } from '../../store/rows.ts';
import type { WorkerContext } from '../context.ts';
import { CheckoutUnresolvedError } from '../errors.ts';
import { isTransient, toFailure } from '../failures.ts';
import { findProject } from '../ovh/find-project.ts';
import { fetchOrderProgress, type OvhOrderProgress } from '../ovh/order-progress.ts';
import { cleanUpOvhOrder } from './clean-up-carts.ts';
import { checkFormerAttempts } from './late-orders.ts';

/** OVHcloud's clock and ours may differ: an order cancelled this short before its end has lapsed. */
const CLOCK_SLACK_MS = 600_000;

/** A payment of the last minute may take this long to show: before that, nobody is told to order again. */
const PAYMENT_SHOWS_WITHIN_MS = 900_000;

/** `awaiting_payment` and `delivering`: sees how far OVHcloud is with the order, until its project is there. */
export async function trackStep(stored: StoredOrder, ctx: WorkerContext): Promise<void> {
  const { order } = stored;
  const { ovhOrder } = order;
  if (!ovhOrder) throw new Error(`Order ${order.id} is followed, but was never placed`);
  // What cannot be tidied away must not keep anybody from hearing how far the order is.
  const tidy = cartCleanupAt(order, ctx.now());
  const trackingLost = (error: unknown) =>
    changeOrder(ctx.db, order.id, { type: 'tracking_lost', failure: toFailure(error, order) }, ctx.now());
  const seen = await fetchOrderProgress(ovhOrder.orderId, ctx).catch(async (error: unknown) => {
    await trackingLost(error);
    throw error;
  });
  if (seen === null)
    await trackingLost(new CheckoutUnresolvedError('OVHcloud does not know how far its order is'));
  else if (order.retrying) await changeOrder(ctx.db, order.id, { type: 'tracking_restored' }, ctx.now());
  const event = await nextEvent(order, ovhOrder, seen, ctx);
  if (event) await changeOrder(ctx.db, order.id, event, ctx.now());
  if (tidy !== null && tidy <= ctx.now()) await cleanUpOvhOrder(order, ovhOrder, ctx);
  await checkFormerAttempts(order, ctx);
}

/** What the order has to be told, now that OVHcloud has said how far it is; null: nothing new. */
async function nextEvent(
  order: Order,
  ovhOrder: OvhOrder,
  seen: OvhOrderProgress,
  ctx: WorkerContext,
): Promise<OrderEvent | null> {
  const { orderId, paymentDueAt } = ovhOrder;
  const now = ctx.now();
  if (seen === 'cancelled') {
    const wasOver = paymentDueAt !== null && now >= paymentDueAt - CLOCK_SLACK_MS;
    if (order.state === 'awaiting_payment' && wasOver) return { type: 'payment_expired' };
    const reason = whyCancelled(await followUpOf(orderId, ctx));
    return { type: 'cancelled_at_ovh', orderId, reason };
  }
  if (seen === 'awaiting_payment' && order.state === 'awaiting_payment') {
    if (paymentDueAt !== null && now >= paymentDueAt + PAYMENT_SHOWS_WITHIN_MS)
      return expireOrExtend(orderId, now, ctx);
    const remindAt = paymentReminderAt(order);
    if (remindAt !== null && now >= remindAt) return { type: 'payment_reminded' };
    return ovhOrder.url === '' ? refreshCheckoutUrl(orderId, ctx) : null;
  }
  if (seen !== null && !isKnown(order, seen)) {
    const followUp =
      seen === 'checking' || seen === 'documents_requested' ? await followUpOf(orderId, ctx) : [];
    const progress = seen === 'checking' && isUnderReview(followUp) ? 'under_review' : seen;
    const message =
      progress === 'documents_requested' ? historyMessage(followUp, 'FRAUD_DOCS_REQUESTED') : null;
    return { type: 'status_changed', orderId, progress, message };
  }
  if (seen !== 'delivered') return null;
  const isLate = isProjectOverdue(order, now);
  // However it goes on: people hear that it takes long.
  const project = await findProject(orderId, ctx).catch((error: unknown) => {
    if (!isLate) throw error;
    return null;
  });
  if (project) return { type: 'project_ready', project };
  return isLate ? { type: 'project_overdue' } : null;
}

/** An order that can no longer be paid; OVHcloud may have given it more time. */
async function expireOrExtend(orderId: number, now: number, ctx: WorkerContext): Promise<OrderEvent> {
  const [{ expirationDate }, atOvh] = await Promise.all([getOrder(ctx.ovh, orderId), ctx.ovh.readTime()]);
  const isOver = !expirationDate || expirationDate.getTime() <= Math.min(now, atOvh);
  if (isOver) return { type: 'payment_expired' };
  const paymentDueAt = ctx.ovh.toLocalTime(expirationDate);
  return paymentDueAt > now ? { type: 'payment_deadline_set', paymentDueAt } : { type: 'payment_expired' };
}

/** Erased with the order's end, the checkout URL is needed again: a late payment was found, and did not work. */
async function refreshCheckoutUrl(orderId: number, ctx: WorkerContext): Promise<OrderEvent | null> {
  try {
    const { url } = await getOrder(ctx.ovh, orderId);
    return url ? { type: 'checkout_url_refreshed', orderId, url } : null;
  } catch (error) {
    if (isTransient(error)) throw error;
    ctx.log.warn({ err: error, ovhOrderId: orderId }, 'OVHcloud does not say where the order can be paid');
    return null;
  }
}

/** Whether the order was told already. A check that may have gone on to OVHcloud's staff is asked about again. */
function isKnown({ fulfilment }: Order, seen: Progress): boolean {
  if (fulfilment?.progress === 'under_review') return seen === 'checking';
  return fulfilment?.progress === seen && seen !== 'checking';
}

/** Empty where the details are not to be had: the status alone says enough. */
async function followUpOf(orderId: number, ctx: WorkerContext): Promise<FollowUp> {
  try {
    return await getFollowUp(ctx.ovh, orderId);
  } catch (error) {
    if (isTransient(error)) throw error;
    ctx.log.warn({ err: error, ovhOrderId: orderId }, 'OVHcloud does not say how far the order is in detail');
    return [];
  }
}

function isUnderReview(followUp: FollowUp): boolean {
  return newest(followUp)?.label === 'FRAUD_MANUAL_REVIEW';
}

/** Why an order was cancelled, in OVHcloud's words: the last that was said in the step that failed. */
function whyCancelled(followUp: FollowUp): string | null {
  const refused = historyMessage(followUp, 'FRAUD_REFUSED');
  const failed = followUp.filter(({ status }) => status === 'ERROR');
  return refused ?? newest(failed)?.description ?? null;
}

function historyMessage(followUp: FollowUp, label: string): string | null {
  return historyOf(followUp).findLast((entry) => entry.label === label)?.description || null;
}

function newest(followUp: FollowUp) {
  return historyOf(followUp).at(-1);
}

/** Everything that happened, oldest first. */
function historyOf(followUp: FollowUp) {
  const entries = followUp.flatMap(({ history }) => history ?? []);
  return entries.toSorted((a, b) => (a.date?.getTime() ?? 0) - (b.date?.getTime() ?? 0));
}
