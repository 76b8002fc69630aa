import { getCart, listCarts } from './cart.ts';
import type { OvhClient } from './client.ts';
import type { Cart } from './schemas/cart.ts';

/**
 * The carts with exactly this description. Each is read by its ID, because a list that ignores its filter has carts of
 * others. `alsoIds`: carts that the list may leave out.
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
