import type { Order } from '../../orders/order.ts';
import { Refusal } from '../../orders/refusal.ts';
import { changeOrder } from '../../store/orders.ts';
import type { Tools } from '../tools.ts';
import { findPlacedOrders } from './find-placed-orders.ts';
import { findOwnCarts } from './own-carts.ts';

/** What OVHcloud has of a checkout that the row knows nothing of. `cartId` is null where only an order shows it. */
export type ForgottenCheckout = { cartId: string | null };

/**
 * Looks for a checkout that the row knows nothing of, because the database was restored from an older copy, or its
 * order came late: a cart of this order that was checked out, or an order of this project placed since it was asked for.
 * Null: there is none.
 */
export async function findForgottenCheckout(order: Order, tools: Tools): Promise<ForgottenCheckout | null> {
  const [{ spent }, at] = await Promise.all([findOwnCarts(order, tools), tools.ovh.readTime()]);
  const [cart] = spent;
  if (cart) return { cartId: cart.cartId };
  const dismissed = order.formerAttempts.flatMap((former) => former.dismissed);
  const since = at - Math.max(0, tools.now() - order.createdAt);
  const { certain } = await findPlacedOrders(order, { at: since, knownBefore: [], dismissed }, tools);
  return certain.length > 0 ? { cartId: null } : null;
}

/**
 * From now on it is settled as a checkout whose answer was lost. Without a spent cart nothing proves whose an order is:
 * then people are asked, and `cartId` is an open cart of this order that is not needed any more.
 */
export async function recoverCheckout(
  order: Order,
  { cartId, isCartSpent }: { cartId: string; isCartSpent: boolean },
  tools: Tools,
): Promise<void> {
  const now = tools.now();
  const at = (await tools.ovh.readTime()) - Math.max(0, now - order.createdAt);
  const event = { type: 'checkout_recovered', cartId, at, isCartSpent } as const;
  const outcome = await changeOrder(tools.db, order.id, event, now);
  if (outcome instanceof Refusal) return;
  tools.log.warn({ order: order.id }, 'this order was checked out before, and the database does not know it');
}
