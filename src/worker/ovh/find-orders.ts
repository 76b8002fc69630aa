import type { Purchase } from '../../orders/checkout-attempt.ts';
import { isSameMoney } from '../../orders/money.ts';
import type { Order, OvhOrder } from '../../orders/order.ts';
import { skeletonOf } from '../../orders/project-name.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../orders/time.ts';
import { nullOnClientError, OvhError } from '../../ovh/errors.ts';
import { getOrder, getOrderDetailExtension, listOrderDetails, listOrders } from '../../ovh/orders.ts';
import { findLinkedOvhOrderIds } from '../../store/orders.ts';
import type { WorkerContext } from '../context.ts';
import { amountOf } from './quote-cart.ts';

/** An order's date may precede its checkout by this much: OVHcloud's servers need not agree to the second. */
const CLOCK_SLACK_MS = 2 * MINUTE_MS;
/** Our own clock may have been wrong by this much when an order was requested, and be right now. */
const CLOCK_ERROR_MS = 2 * HOUR_MS;
/** Maximum number of the account's orders remembered before a checkout (ovh-us lists all orders ever). */
const REMEMBERED = 100;

/** An order of the account; `at` is on OVHcloud's clock, `paymentDueAt` on ours. */
export type FoundOvhOrder = Omit<OvhOrder, 'cartId'>;

/**
 * A checkout whose order is searched for. `at` is on OVHcloud's clock, like the dates of its orders; without `purchase` it
 * was for what the order is for now.
 */
export type Search = {
  at: number;
  preexistingOrderIds: number[];
  rejectedOrderIds: number[];
  purchase?: Purchase;
  /** Orders to read even if the account's list omits them. */
  seenOrderIds?: number[];
  /**
   * An order placed later than this (on OVHcloud's clock) is only `possible`; missing if the cart proves the checkout, or
   * no one knows when it was sent.
   */
  landedBy?: number;
};

/**
 * What a search found. `certain` orders name the plan and the project in their details' extension (BETA at OVHcloud)
 * and have the right price; `possible` ones match in one of these only, or came too late; `unreadable` ones OVHcloud does not show.
 */
export type FoundOrders = { certain: FoundOvhOrder[]; possible: FoundOvhOrder[]; unreadable: number[] };

/**
 * Since when a forgotten checkout of an order can have been sent, on OVHcloud's clock (`ovhNow` is its time now). The
 * clock by which the order was requested may have been wrong.
 */
export function possibleCheckoutsSince(
  { createdAt }: Pick<Order, 'createdAt'>,
  { ovhNow, now }: { ovhNow: number; now: number },
): number {
  const age = now - createdAt;
  return ovhNow - (age < 0 ? DAY_MS : age + CLOCK_ERROR_MS);
}

/**
 * The OVHcloud orders placed recently by anyone: none of them is the result of a checkout that starts now. `since`
 * (ms since 1970, on OVHcloud's clock) reaches further back.
 */
export async function listNewestOvhOrders(
  since: number,
  ctx: Pick<WorkerContext, 'config' | 'ovh'>,
): Promise<number[]> {
  const from = new Date(since - 2 * CLOCK_SLACK_MS);
  const ids = await listOrders(ctx.ovh, { from, dateFilter: ctx.config.hasOrderDateFilter });
  return ids.toSorted((a, b) => b - a).slice(0, REMEMBERED);
}

/**
 * Finds the orders of the account that a checkout may have created: placed since, not known before it, not linked to an
 * order here, and not ruled out by people. One that cannot be read does not stop the search.
 */
export async function findOvhOrders(
  order: Order,
  search: Search,
  ctx: Pick<WorkerContext, 'config' | 'db' | 'log' | 'ovh'>,
): Promise<FoundOrders> {
  const { hasOrderDateFilter } = ctx.config;
  const from = new Date(search.at - CLOCK_SLACK_MS);
  const ids = await listOrders(ctx.ovh, { from, dateFilter: hasOrderDateFilter });
  const newestFirst = [...new Set([...ids, ...(search.seenOrderIds ?? [])])].toSorted((a, b) => b - a);
  const linked = await findLinkedOvhOrderIds(ctx.db, newestFirst.slice(0, 1_000));
  const former = order.previousOvhOrders.map(({ orderId }) => orderId);
  const others = new Set([...former, ...linked, ...search.rejectedOrderIds, ...search.preexistingOrderIds]);
  const newestKnown = Math.max(0, ...search.preexistingOrderIds);
  const wanted = search.purchase ?? purchaseOf(order, ctx);

  const found: FoundOrders = { certain: [], possible: [], unreadable: [] };
  for (const orderId of newestFirst.filter((id) => !others.has(id))) {
    const seen = await readOrNull(wanted, orderId, ctx);
    if (!seen) {
      // Without a date filter the list covers years: only orders newer than every known one count.
      if (hasOrderDateFilter || orderId > newestKnown) found.unreadable.push(orderId);
      continue;
    }
    const { ovhOrder, match } = seen;
    if (ovhOrder.at < from.getTime()) {
      if (hasOrderDateFilter) continue;
      // ovh-us lists all orders that ever were: the first that is too old ends the search.
      break;
    }
    const isThePrice = !wanted.withTax || isSameMoney(ovhOrder.withTax, wanted.withTax);
    const isInTime = search.landedBy === undefined || ovhOrder.at <= search.landedBy + CLOCK_SLACK_MS;
    if (match === 'yes' && isThePrice && isInTime) found.certain.push(ovhOrder);
    else if (match === 'yes' || (match === 'unknown' && wanted.withTax && isThePrice))
      found.possible.push(ovhOrder);
  }
  return found;
}

/** What the order would buy now. Without a quote, any price matches. */
export function purchaseOf({ request, quote }: Order, { config }: Pick<WorkerContext, 'config'>): Purchase {
  const { planCode } = quote ?? config;
  return { projectName: request.projectName, planCode, withTax: quote?.withTax ?? null };
}

/** Reads an order of the account (GET /me/order/{orderId}) as one that was placed: just now, if it has no date. */
export async function readOvhOrder(orderId: number, ctx: Pick<WorkerContext, 'ovh'>): Promise<FoundOvhOrder> {
  const { date, expirationDate, priceWithTax, url } = await getOrder(ctx.ovh, orderId);
  const at = date?.getTime() ?? (await ctx.ovh.readTime());
  const paymentDueAt = expirationDate && ctx.ovh.toLocalTime(expirationDate);
  return { orderId, url: url ?? '', withTax: amountOf(priceWithTax), at, paymentDueAt };
}

type Match = 'yes' | 'no' | 'unknown';

async function readOrNull(
  wanted: Purchase,
  orderId: number,
  ctx: Pick<WorkerContext, 'log' | 'ovh'>,
): Promise<{ ovhOrder: FoundOvhOrder; match: Match } | null> {
  try {
    const ovhOrder = await readOvhOrder(orderId, ctx);
    return { ovhOrder, match: await matches(wanted, orderId, ctx) };
  } catch (error) {
    if (!(error instanceof OvhError)) throw error;
    const { call, status, queryId } = error;
    ctx.log.warn({ ovhOrderId: orderId, call, status, queryId }, 'failed to read OVHcloud order');
    return null;
  }
}

async function matches(wanted: Purchase, orderId: number, ctx: Pick<WorkerContext, 'ovh'>): Promise<Match> {
  const orderDetailIds = await listOrderDetails(ctx.ovh, orderId);
  let isUnclear = orderDetailIds.length === 0;
  for (const orderDetailId of orderDetailIds) {
    const extension = await getOrderDetailExtension(ctx.ovh, { orderId, orderDetailId }).catch(
      nullOnClientError,
    );
    const description = extension?.configurations.find(({ label }) => label === 'description')?.value;
    const isWanted = extension?.planCode === wanted.planCode;
    if (isWanted && description === wanted.projectName) return 'yes';
    // Details without a plan, or with a plan but no project, may be of any order; the name may be spelled differently.
    const isAlike = description === undefined || skeletonOf(description) === skeletonOf(wanted.projectName);
    isUnclear ||= extension?.planCode == null || (isWanted && isAlike);
  }
  return isUnclear ? 'unknown' : 'no';
}
