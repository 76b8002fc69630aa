import { type CheckoutAttempt, lastInStory, type Order, type PlacedOrder } from '../../orders/order.ts';
import { deleteCart, getCart } from '../../ovh/cart.ts';
import { changeOrder, linkedOvhOrders } from '../../store/orders.ts';
import type { Tools } from '../tools.ts';
import { findPlacedOrders, readPlacedOrder } from './find-placed-orders.ts';
import { CheckoutLost, StillUnclear } from './setbacks.ts';

/** A checkout's order is listed within this: one that is found sooner may be a person's, with ours still to come. */
const ORDERS_ARE_LISTED_WITHIN_MS = 5_000;
/** An order placed through a cart that has gone since may take this long to appear among the account's orders. */
const ORDERS_APPEAR_WITHIN_MS = 60_000;
/** So many orders have a button to choose them. */
const MOST_CHOICES = 10;

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
    if (attempt.fencedAt === null) await change({ type: 'checkout_fenced', cartId });
    await deleteCart(tools.ovh, cartId);
    // The fence stands only now, however long that took.
    await change({ type: 'checkout_fenced', cartId });
  }
  const isFree =
    attempt.chosen !== null && !(await linkedOvhOrders(tools.db, [attempt.chosen])).has(attempt.chosen);
  if (attempt.chosen !== null && isFree) {
    const chosen = await readPlacedOrder(attempt.chosen, tools);
    await change({ type: 'placed', placed: { ...chosen, cartId } });
    return;
  }
  // Looked for even after the deletion: the checkout may have landed right before it.
  const { certain, possible } = await findPlacedOrders(order, attempt, tools);
  const [found] = certain;
  // An order that stands there although the cart was never seen checked out may be somebody else's: people are asked.
  const isOurs = cart === null ? attempt.fencedAt === null : cart.readOnly;
  if (found && certain.length === 1 && possible.length === 0 && isOurs) {
    if (tools.now() - attempt.at < ORDERS_ARE_LISTED_WITHIN_MS) {
      throw new StillUnclear('An order was found: it is looked whether it stays the only one');
    }
    const placed: PlacedOrder = { ...found, cartId };
    await change({ type: 'placed', placed });
    return;
  }
  const candidates = [...certain, ...possible].map(({ orderId }) => orderId).slice(0, MOST_CHOICES);
  if (candidates.length > 0) {
    const asked = lastInStory(order);
    const isAsked =
      asked?.kind === 'orders_to_choose' && candidates.every((id) => asked.orderIds.includes(id));
    if (!isAsked) await change({ type: 'orders_to_choose', cartId, orderIds: candidates });
    throw new StillUnclear(`OVHcloud orders that could be this one: ${candidates.join(', ')}`);
  }
  if (cart?.readOnly) throw new StillUnclear('The cart was checked out, but its order is not to be seen yet');
  if (!cart && attempt.fencedAt === null && tools.now() - attempt.at < ORDERS_APPEAR_WITHIN_MS) {
    throw new StillUnclear('The cart has gone by itself: its order may still appear');
  }
  const sinceFence = tools.now() - (attempt.fencedAt ?? 0);
  if (cart || sinceFence < ORDERS_ARE_LISTED_WITHIN_MS)
    throw new StillUnclear('The cart was deleted a moment ago');
  await change({ type: 'checkout_had_no_effect', cartId });
  throw new CheckoutLost('The checkout had no effect');
}
