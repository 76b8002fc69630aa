import { isProjectLate, type Progress, payReminderAt } from '../../orders/delivery.ts';
import type { OrderEvent } from '../../orders/events.ts';
import type { Order, PlacedOrder } from '../../orders/order.ts';
import { tidyAt } from '../../orders/transitions.ts';
import { getFollowUp, getOrder } from '../../ovh/orders.ts';
import type { FollowUp } from '../../ovh/schemas.ts';
import { changeOrder } from '../../store/orders.ts';
import type { StoredOrder } from '../../store/rows.ts';
import { failureOf, isPassing } from '../failures.ts';
import type { Tools } from '../tools.ts';
import { findProject } from './find-project.ts';
import { checkFormerAttempts } from './late-orders.ts';
import { type ProgressAtOvh, progressAtOvh } from './progress-at-ovh.ts';
import { StillUnclear } from './setbacks.ts';
import { tidyUpPlaced } from './tidy-up.ts';

/** OVHcloud's clock and ours may differ: an order cancelled this short before its end has lapsed. */
const CLOCK_SLACK_MS = 600_000;

/** A payment of the last minute may take this long to show: before that, nobody is told to order again. */
const PAYMENT_SHOWS_WITHIN_MS = 900_000;

/** `unpaid` and `delivering`: sees how far OVHcloud is with the order, until its project is there. */
export async function followStep(stored: StoredOrder, tools: Tools): Promise<void> {
  const { order } = stored;
  const { placed } = order;
  if (!placed) throw new Error(`Order ${order.id} is followed, but was never placed`);
  // What cannot be tidied away must not keep anybody from hearing how far the order is.
  const tidy = tidyAt(order, tools.now());
  const outOfSight = (error: unknown) =>
    changeOrder(tools.db, order.id, { type: 'out_of_sight', failure: failureOf(error, order) }, tools.now());
  const seen = await progressAtOvh(placed.orderId, tools).catch(async (error: unknown) => {
    await outOfSight(error);
    throw error;
  });
  if (seen === null) await outOfSight(new StillUnclear('OVHcloud does not know how far its order is'));
  else if (order.delayed) await changeOrder(tools.db, order.id, { type: 'seen_again' }, tools.now());
  const event = await newsOf(order, placed, seen, tools);
  if (event) await changeOrder(tools.db, order.id, event, tools.now());
  if (tidy !== null && tidy <= tools.now()) await tidyUpPlaced(order, placed, tools);
  await checkFormerAttempts(order, tools);
}

/** What the order has to be told, now that OVHcloud has said how far it is; null: nothing new. */
async function newsOf(
  order: Order,
  placed: PlacedOrder,
  seen: ProgressAtOvh,
  tools: Tools,
): Promise<OrderEvent | null> {
  const { orderId, payUntil } = placed;
  const now = tools.now();
  if (seen === 'cancelled') {
    const wasOver = payUntil !== null && now >= payUntil - CLOCK_SLACK_MS;
    if (order.state === 'unpaid' && wasOver) return { type: 'lapsed' };
    const reason = whyCancelled(await followUpOf(orderId, tools));
    return { type: 'cancelled_at_ovh', orderId, reason };
  }
  if (seen === 'unpaid' && order.state === 'unpaid') {
    if (payUntil !== null && now >= payUntil + PAYMENT_SHOWS_WITHIN_MS)
      return lapsedOrProlonged(orderId, now, tools);
    const remindAt = payReminderAt(order);
    if (remindAt !== null && now >= remindAt) return { type: 'payment_reminded' };
    return placed.url === '' ? urlReadAgain(orderId, tools) : null;
  }
  if (seen !== null && !isKnown(order, seen)) {
    const followUp =
      seen === 'checking' || seen === 'documents_requested' ? await followUpOf(orderId, tools) : [];
    const progress = seen === 'checking' && isUnderReview(followUp) ? 'under_review' : seen;
    const says = progress === 'documents_requested' ? whatIsSaid(followUp, 'FRAUD_DOCS_REQUESTED') : null;
    return { type: 'progressed', orderId, progress, says };
  }
  if (seen !== 'delivered') return null;
  const isLate = isProjectLate(order, now);
  // However it goes on: people hear that it takes long.
  const project = await findProject(orderId, tools).catch((error: unknown) => {
    if (!isLate) throw error;
    return null;
  });
  if (project) return { type: 'project_ready', project };
  return isLate ? { type: 'project_late' } : null;
}

/** An order that can no longer be paid; OVHcloud may have given it more time. */
async function lapsedOrProlonged(orderId: number, now: number, tools: Tools): Promise<OrderEvent> {
  const [{ expirationDate }, atOvh] = await Promise.all([getOrder(tools.ovh, orderId), tools.ovh.readTime()]);
  const isOver = !expirationDate || expirationDate.getTime() <= Math.min(now, atOvh);
  if (isOver) return { type: 'lapsed' };
  const payUntil = tools.ovh.toLocalTime(expirationDate);
  return payUntil > now ? { type: 'payment_due', payUntil } : { type: 'lapsed' };
}

/** Erased with the order's end, the checkout URL is needed again: a late payment was found, and did not work. */
async function urlReadAgain(orderId: number, tools: Tools): Promise<OrderEvent | null> {
  try {
    const { url } = await getOrder(tools.ovh, orderId);
    return url ? { type: 'url_read_again', orderId, url } : null;
  } catch (error) {
    if (isPassing(error)) throw error;
    tools.log.warn({ err: error, ovhOrder: orderId }, 'OVHcloud does not say where the order can be paid');
    return null;
  }
}

/** Whether the order was told already. A check that may have gone on to OVHcloud's staff is asked about again. */
function isKnown({ delivery }: Order, seen: Progress): boolean {
  if (delivery?.progress === 'under_review') return seen === 'checking';
  return delivery?.progress === seen && seen !== 'checking';
}

/** Empty where the details are not to be had: the status alone says enough. */
async function followUpOf(orderId: number, tools: Tools): Promise<FollowUp> {
  try {
    return await getFollowUp(tools.ovh, orderId);
  } catch (error) {
    if (isPassing(error)) throw error;
    tools.log.warn({ err: error, ovhOrder: orderId }, 'OVHcloud does not say how far the order is in detail');
    return [];
  }
}

function isUnderReview(followUp: FollowUp): boolean {
  return newest(followUp)?.label === 'FRAUD_MANUAL_REVIEW';
}

/** Why an order was cancelled, in OVHcloud's words: the last that was said in the step that failed. */
function whyCancelled(followUp: FollowUp): string | null {
  const refused = whatIsSaid(followUp, 'FRAUD_REFUSED');
  const failed = followUp.filter(({ status }) => status === 'ERROR');
  return refused ?? newest(failed)?.description ?? null;
}

function whatIsSaid(followUp: FollowUp, label: string): string | null {
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
