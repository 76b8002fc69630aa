import { Denial } from '../../orders/denial.ts';
import type { Order } from '../../orders/order.ts';
import { findCarts } from '../../ovh/find-carts.ts';
import type { StepContext, WorkerContext } from '../context.ts';
import { findOvhOrders, possibleCheckoutsSince, purchaseOf } from '../ovh/find-orders.ts';
import { findOwnCarts } from '../ovh/own-carts.ts';

/** What OVHcloud has of a checkout that is missing from the row. `cartId` is null if only an order shows it. */
export type ForgottenCheckout = { cartId: string | null };

/**
 * Looks for a checkout that is missing from the row, because the database was restored from an older copy, or its
 * order came late: a cart of this order that was checked out, or an order of this project placed since it was asked for.
 * Null: there is none.
 */
export async function findForgottenCheckout(
  order: Order,
  ctx: Pick<WorkerContext, 'config' | 'db' | 'log' | 'now' | 'ovh'>,
): Promise<ForgottenCheckout | null> {
  const [{ spent }, ovhNow] = await Promise.all([findOwnCarts(order, ctx), ctx.ovh.readTime()]);
  const [cart] = spent;
  if (cart) return { cartId: cart.cartId };
  const rejectedOrderIds = order.formerAttempts.flatMap((former) => former.rejectedOrderIds);
  const since = possibleCheckoutsSince(order, { ovhNow, now: ctx.now() });
  // It may have been placed at another price than is known here.
  const purchase = { ...purchaseOf(order, ctx), withTax: null };
  const search = { at: since, preexistingOrderIds: [], rejectedOrderIds, purchase };
  const { certain } = await findOvhOrders(order, search, ctx);
  return certain.length > 0 ? { cartId: null } : null;
}

/**
 * The cart of this order that was checked out although the row knows of no such attempt, or its present cart if that was;
 * null if there is none. Unlike findForgottenCheckout, it proves the checkout, and needs no cart of a former attempt.
 */
export async function findForgottenCart(
  order: Order,
  { ovh }: Pick<WorkerContext, 'ovh'>,
): Promise<string | null> {
  const present = order.cart?.cartId;
  const known = [...order.formerAttempts, ...order.previousOvhOrders].map(({ cartId }) => cartId);
  const carts = await findCarts(ovh, order.id, present === undefined ? [] : [present]);
  const spent = carts.filter(({ readOnly }) => readOnly).map(({ cartId }) => cartId);
  return spent.find((cartId) => cartId === present || !known.includes(cartId)) ?? null;
}

/**
 * From now on it is resolved like a checkout whose answer was lost. Without a spent cart nothing proves whose an order is:
 * then people are asked, and `cartId` is an open cart of this order that is no longer needed.
 */
export async function recoverCheckout(
  order: Order,
  { cartId, isCartSpent }: { cartId: string; isCartSpent: boolean },
  ctx: Pick<StepContext, 'change' | 'log' | 'now' | 'ovh'>,
): Promise<void> {
  const at = possibleCheckoutsSince(order, { ovhNow: await ctx.ovh.readTime(), now: ctx.now() });
  const event = { type: 'checkout_recovered', cartId, at, isCartSpent } as const;
  const outcome = await ctx.change(event);
  if (outcome instanceof Denial) return;
  ctx.log.warn({ order: order.id }, 'checkout missing from database (restored backup?)');
}
