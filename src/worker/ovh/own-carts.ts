import type { Order } from '../../orders/order.ts';
import { deleteCart, getCart } from '../../ovh/cart.ts';
import { OvhClientError } from '../../ovh/errors.ts';
import { findCarts } from '../../ovh/find-carts.ts';
import type { Cart } from '../../ovh/schemas/cart.ts';
import type { WorkerContext } from '../context.ts';

/** The carts that OVHcloud has of an order: `open` ones can still be ordered, `spent` ones were. */
export type OwnCarts = { open: Cart[]; spent: Cart[] };

/**
 * Finds an order's carts at OVHcloud, without those of its known OVHcloud orders. Each is read by its id: the list may
 * ignore its filter, and leave out carts that were checked out.
 */
export async function findOwnCarts(order: Order, { ovh }: Pick<WorkerContext, 'ovh'>): Promise<OwnCarts> {
  const known = new Set([order.ovhOrder, ...order.previousOvhOrders].map((placed) => placed?.cartId));
  const remembered = [order.cart, order.checkoutAttempt, ...order.formerAttempts].flatMap(
    (cart) => cart?.cartId ?? [],
  );
  const own = (await findCarts(ovh, order.id, remembered)).filter(({ cartId }) => !known.has(cartId));
  return { open: own.filter(({ readOnly }) => !readOnly), spent: own.filter(({ readOnly }) => readOnly) };
}

/** Deletes carts that were open a moment ago. One that was checked out meanwhile stays, and is returned. */
export async function deleteOpenCarts(carts: Cart[], { ovh }: Pick<WorkerContext, 'ovh'>): Promise<Cart[]> {
  const outcomes = await Promise.all(
    carts.map(async ({ cartId }) => {
      try {
        await deleteCart(ovh, cartId);
        return null;
      } catch (error) {
        const cart = error instanceof OvhClientError ? await getCart(ovh, cartId) : null;
        if (!cart?.readOnly) throw error;
        return cart;
      }
    }),
  );
  return outcomes.filter((cart) => cart !== null);
}
