import { getCart, listCarts } from './cart.ts';
import type { OvhClient } from './client.ts';
import { nullIfRefused } from './errors.ts';
import type { Cart } from './schemas/cart.ts';

/**
 * The carts with exactly this description: the ones listed, each read by its id, because a list that ignored its
 * filter would include other people's carts. `ownIds`: carts known to be ours, which the list may omit, and whose
 * description anyone may have changed.
 */
export async function findCarts(
  ovh: OvhClient,
  description: string,
  ownIds: readonly string[] = [],
): Promise<Cart[]> {
  const others = (await listCarts(ovh, description)).filter((cartId) => !ownIds.includes(cartId));
  // A cart that OVHcloud does not show to this account is not ours.
  const [own, listed] = await Promise.all([
    Promise.all([...new Set(ownIds)].map((cartId) => getCart(ovh, cartId))),
    Promise.all([...new Set(others)].map((cartId) => getCart(ovh, cartId).catch(nullIfRefused))),
  ]);
  const found = [...own, ...listed.filter((cart) => cart?.description === description)];
  return found.filter((cart) => cart !== null);
}
