import { getCart, listCarts } from './cart.ts';
import type { OvhClient } from './client.ts';
import type { Cart } from './schemas/cart.ts';

/**
 * The carts with exactly this description: those that the list has, each read by its id, for a list that ignored its
 * filter would name carts of other people. `alsoIds`: carts that the list may leave out.
 */
export async function findCarts(
  ovh: OvhClient,
  description: string,
  alsoIds: readonly string[] = [],
): Promise<Cart[]> {
  const cartIds = [...new Set([...(await listCarts(ovh, description)), ...alsoIds])];
  const carts = await Promise.all(cartIds.map((cartId) => getCart(ovh, cartId)));
  return carts.filter((cart) => cart !== null).filter((cart) => cart.description === description);
}
