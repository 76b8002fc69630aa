import type { CheckoutAttempt, Order } from '../../orders/order.ts';
import type { Cart } from '../../ovh/schemas.ts';
import { changeOrder } from '../../store/orders.ts';
import type { Tools } from '../tools.ts';
import { findPlacedOrders } from './find-placed-orders.ts';

/**
 * Takes up a checkout that the row knows nothing of: the database was restored from a copy that is older than it. The
 * cart was checked out (`cart` is read-only), or it has gone and an order of this project stands there. From then on it is
 * settled as one whose answer was lost. False: there was none.
 */
export async function takeUpForgottenCheckout(
  order: Order,
  cart: Cart | null,
  tools: Tools,
): Promise<boolean> {
  if (!order.cart || !order.fingerprint) return false;
  const { cartId } = order.cart;
  const change = (event: Parameters<typeof changeOrder>[2]) =>
    changeOrder(tools.db, order.id, event, tools.now());
  if (!cart && !(await hasPlacedOrder(order, cartId, tools))) return false;
  const { fingerprint, createdAt: since } = order;
  await change({ type: 'checkout_started', cartId, fingerprint, knownBefore: [], since });
  // Without its cart nothing proves that the order is this one: people are asked.
  if (!cart) await change({ type: 'checkout_fenced', cartId });
  tools.log.warn({ order: order.id }, 'this order was checked out before, and the database does not know it');
  return true;
}

async function hasPlacedOrder(order: Order, cartId: string, tools: Tools): Promise<boolean> {
  const unknown = { knownBefore: [], unclearSince: null, fencedAt: null, chosen: null, dismissed: [] };
  const attempt: CheckoutAttempt = { cartId, at: order.createdAt, ...unknown };
  return (await findPlacedOrders(order, attempt, tools)).certain.length > 0;
}
