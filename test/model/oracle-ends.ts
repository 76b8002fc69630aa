import { hasOvhOrder } from '../../src/orders/failure.ts';
import { isOpen, type Order } from '../../src/orders/order.ts';
import { latestEntry } from '../../src/orders/timeline.ts';
import type { Outcome } from './oracle.ts';
import { type Sale, wasOver } from './sales.ts';

const HOUR = 3_600_000;
/** An order that takes longer to be listed may stay unknown: the last look for it is an hour after its checkout. */
const LISTED_WITHIN_MS = HOUR - 120_000;
/** A person's order that is listed this much sooner than ours may be taken for it. */
const LISTED_TOGETHER_MS = 58_000;
/** People have 72 hours to decide; the app's clock may be an hour behind when they are asked. */
const TO_DECIDE_MS = 70 * HOUR;

/** Orders that did not end as they should, or with something left of them. */
export function brokenEnds(outcome: Outcome): string[] {
  const { soon, rested, ended, cartsLeft, journals, asked } = outcome;
  const broken: string[] = [];
  for (const { order, runAt, syncAt } of ended) {
    const sale = outcome.sales.find(({ id }) => id === order.ovhOrder?.orderId);
    if (sale && sale.orderId !== order.id && !isMistakable(order, outcome))
      broken.push(`${order.id} shows someone else's order`);
    const waitsForPeople = ['match_ambiguous', 'match_not_found'].includes(latestEntry(order)?.kind ?? '');
    const stands = order.state === 'approved' && waitsForPeople;
    if (isOpen(order) && !stands) broken.push(`${order.id} is lost: still ${order.state}`);
    if (order.state !== 'approved' && runAt !== null) broken.push(`${order.id} never comes to rest`);
    if (syncAt !== null) broken.push(`${order.id} is not shown as it is`);
    if (order.state === 'ready' && !isBought(sale)) broken.push(`${order.id} is ready, but was not paid`);
    if (sale && isBought(sale) && order.state !== 'ready')
      broken.push(`${order.id} was paid, but is ${order.state}`);
    broken.push(...hidden(order, outcome));
  }
  for (const { order } of soon) {
    const isIdle = order.state === 'approved' && !order.checkoutAttempt;
    if (order.state === 'requested' || isIdle) broken.push(`${order.id} stands still, ${order.state}`);
  }
  for (const { order } of rested) {
    const hasEnded = !isOpen(order) || order.state === 'awaiting_payment';
    const left = cartsLeft.filter(({ description }) => description === order.id).length;
    if (hasEnded && left > 0) broken.push(`${order.id} is ${order.state} and left ${left} carts`);
  }
  for (const { id } of asked) {
    const journal = journals.get(id) ?? [];
    const expired = journal.findLast(({ type }) => type === 'approval_expired');
    const quoted = journal.findLast(
      ({ type, after }) => type === 'quote_received' && after.remindAt !== null,
    );
    if (expired && quoted && expired.trueAt < quoted.trueAt + TO_DECIDE_MS)
      broken.push(`${id} expired before its time`);
  }
  return broken;
}

/** The orders at OVHcloud that an order's people were told nothing of, or told that there is none. */
function hidden(order: Order, { sales, endedAt }: Outcome): string[] {
  const own = sales.filter((sale) => sale.orderId === order.id);
  const findable = own.filter(
    ({ checkout, visibleAt }) => visibleAt - (checkout?.at ?? 0) < LISTED_WITHIN_MS,
  );
  const broken: string[] = [];
  for (const sale of findable) {
    if (!isNamed(order, sale)) broken.push(`${order.id}: the thread never names OVHcloud order ${sale.id}`);
  }
  const last = latestEntry(order);
  const isNoneNamed = order.unexpectedOrders.length === 0;
  const saysNothing = last?.kind === 'failed' && !hasOvhOrder(last.failure) && isNoneNamed;
  if (saysNothing && findable.some((sale) => !wasOver(sale, endedAt)))
    broken.push(`${order.id} says “Nothing was ordered” of an order that stands`);
  return broken;
}

function isNamed(
  { ovhOrder, previousOvhOrders, unexpectedOrders, timeline }: Order,
  { id, checkout }: Sale,
): boolean {
  return (
    ovhOrder?.orderId === id ||
    previousOvhOrders.some(({ orderId }) => orderId === id) ||
    unexpectedOrders.some(({ orderId, cartId }) => (orderId ?? id) === id && cartId === checkout?.cartId) ||
    timeline.some(
      (item) =>
        (item.kind === 'unexpected_order' && item.orderId === id) ||
        (item.kind === 'placed' && item.orderId === id) ||
        (item.kind === 'match_ambiguous' && item.orderIds.includes(id)),
    )
  );
}

/** Whether a person's order could be taken for this one: ours was listed much later, or its cart expired. */
function isMistakable({ id }: Order, { sales, cartsLost }: Outcome): boolean {
  const isLate = ({ at, visibleAt }: Sale) => visibleAt - at > LISTED_TOGETHER_MS;
  return sales.some((sale) => sale.orderId === id && isLate(sale)) || cartsLost.has(id);
}

function isBought(sale: Sale | undefined): boolean {
  return sale !== undefined && sale.paidAt !== null && sale.cancelledAt === null;
}
