import type { CheckoutAttempt, Order, PlacedOrder } from '../../orders/order.ts';
import { deleteCart, getCart } from '../../ovh/cart.ts';
import { changeOrder } from '../../store/orders.ts';
import type { Tools } from '../tools.ts';
import { findPlacedOrders } from './find-placed-orders.ts';
import { CheckoutLost, StillUnclear } from './setbacks.ts';

/** An order placed through a cart that has gone since may take this long to appear among the account's orders. */
const ORDERS_APPEAR_WITHIN_MS = 60_000;

/**
 * Finds out what became of a checkout whose answer was lost. The cart is the fence: a cart is checked out once, and
 * a cart that was deleted can never be. So either the order it became is found, or the cart is deleted, and only
 * then may another cart be checked out. Throws StillUnclear or CheckoutLost unless the order was found.
 */
export async function settleAttempt(order: Order, attempt: CheckoutAttempt, tools: Tools): Promise<void> {
  const { cartId } = attempt;
  const change = (event: Parameters<typeof changeOrder>[2]) =>
    changeOrder(tools.db, order.id, event, tools.now());
  if (attempt.unclearSince === null) await change({ type: 'checkout_unclear', cartId });

  const cart = await getCart(tools.ovh, cartId);
  if (cart && !cart.readOnly) {
    await change({ type: 'checkout_fenced', cartId });
    await deleteCart(tools.ovh, cartId);
  }
  // Looked for even after the deletion: the checkout may have landed right before it.
  const { certain, possible } = await findPlacedOrders(order, attempt, tools);
  const [found] = certain;
  if (found && certain.length === 1 && possible.length === 0 && cart?.readOnly !== false) {
    const placed: PlacedOrder = { ...found, cartId };
    await change({ type: 'placed', placed });
    return;
  }
  const candidates = [...certain, ...possible].map(({ orderId }) => orderId);
  if (candidates.length > 0) {
    const told = order.story.some((item) => item.kind === 'several_orders_found');
    if (!told) await change({ type: 'several_orders_found', cartId, orderIds: candidates });
    throw new StillUnclear(`OVHcloud orders that could be this one: ${candidates.join(', ')}`);
  }
  if (cart?.readOnly) throw new StillUnclear('The cart was checked out, but its order is not to be seen yet');
  if (!cart && attempt.fencedAt === null && tools.now() - attempt.at < ORDERS_APPEAR_WITHIN_MS) {
    throw new StillUnclear('The cart has gone by itself: its order may still appear');
  }
  await change({ type: 'checkout_had_no_effect', cartId });
  throw new CheckoutLost('The checkout had no effect');
}
