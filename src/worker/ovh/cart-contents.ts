import type { CartReference, Order } from '../../orders/order.ts';
import { findConfigurations, getCart, getConfiguration, getItem } from '../../ovh/cart.ts';
import { nullOnNotFound } from '../../ovh/errors.ts';
import type { Cart, Configuration } from '../../ovh/schemas/cart.ts';
import type { WorkerContext } from '../context.ts';
import { type ItemTerms, isOnTerms } from './quote-cart.ts';

/**
 * Whether a cart still holds exactly what was put into it. Many of OVHcloud's calls on a cart need no key, so anyone who
 * knows its ID can change it. All parts are read concurrently.
 */
export async function holdsWhatWasApproved(
  order: Order,
  { cart: reference, quote: terms }: { cart: CartReference; quote: ItemTerms },
  { ovh }: Pick<WorkerContext, 'ovh'>,
): Promise<boolean> {
  const { cartId, itemId, configurations } = reference;
  const [cart, item, ids, values] = await Promise.all([
    getCart(ovh, cartId),
    getItem(ovh, reference).catch(nullOnNotFound),
    findConfigurations(ovh, reference).catch(nullOnNotFound),
    Promise.all(configurations.map(({ id }) => getConfiguration(ovh, reference, id).catch(nullOnNotFound))),
  ]);
  if (!item || !ids) return false;
  const areTheConfigurations =
    ids.length === configurations.length &&
    configurations.every(
      (expected, index) => isSame(order, expected, values[index]) && ids.includes(expected.id),
    );
  return holdsOnly(cart, itemId) && isOnTerms(item, terms) && areTheConfigurations;
}

/** Whether the project is the only item in the cart: a gateway may have sent a POST twice. */
export function holdsOnly(cart: Cart | null, itemId: number): boolean {
  return cart !== null && cart.items.length === 1 && cart.items[0] === itemId;
}

/** What the item was configured with, without the voucher. */
export function configurationReferences(configurations: Configuration[]): CartReference['configurations'] {
  return configurations.map(({ id, label, value }) => ({
    id,
    label,
    value: label === 'voucher' ? null : value,
  }));
}

function isSame(
  order: Order,
  expected: CartReference['configurations'][number],
  actual: Configuration | null | undefined,
): boolean {
  const value = expected.label === 'voucher' ? order.request.voucher : expected.value;
  return actual?.label === expected.label && actual.value === value;
}
