import { type CheckoutAttempt, lastInStory, type Order, type PlacedOrder } from '../../orders/order.ts';
import { deleteCart, getCart } from '../../ovh/cart.ts';
import { changeOrder } from '../../store/orders.ts';
import type { Tools } from '../tools.ts';
import { findPlacedOrders, readPlacedOrder } from './find-placed-orders.ts';
import { CheckoutLost, StillUnclear } from './setbacks.ts';

/** An order placed through a cart that has gone since may take this long to appear among the account's orders. */
const ORDERS_APPEAR_WITHIN_MS = 60_000;
/** An order that cannot be seen for this long is for people to look for. */
const ASK_PEOPLE_AFTER_MS = 300_000;

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
  if (attempt.chosen !== null) {
    const chosen = await readPlacedOrder(attempt.chosen, tools);
    await change({ type: 'placed', placed: { ...chosen, cartId } });
    return;
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
    const asked = lastInStory(order);
    const isAsked =
      asked?.kind === 'orders_to_choose' && candidates.every((id) => asked.orderIds.includes(id));
    if (!isAsked) await change({ type: 'orders_to_choose', cartId, orderIds: candidates });
    throw new StillUnclear(`OVHcloud orders that could be this one: ${candidates.join(', ')}`);
  }
  if (cart?.readOnly) {
    const lookedFor = tools.now() - (attempt.unclearSince ?? tools.now());
    const isTold = order.story.some(({ kind, at }) => kind === 'order_not_found' && at > attempt.at);
    if (lookedFor > ASK_PEOPLE_AFTER_MS && !isTold) await change({ type: 'order_not_found', cartId });
    throw new StillUnclear('The cart was checked out, but its order is not to be seen yet');
  }
  if (!cart && attempt.fencedAt === null && tools.now() - attempt.at < ORDERS_APPEAR_WITHIN_MS) {
    throw new StillUnclear('The cart has gone by itself: its order may still appear');
  }
  await change({ type: 'checkout_had_no_effect', cartId });
  throw new CheckoutLost('The checkout had no effect');
}
