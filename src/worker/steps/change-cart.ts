import type { CartReference, Order } from '../../orders/order.ts';
import type { Quote } from '../../orders/quote.ts';
import {
  addConfiguration,
  findConfigurations,
  getConfiguration,
  getItem,
  listOffers,
  prolongCart,
  removeConfiguration,
} from '../../ovh/cart.ts';
import { OvhRefusal } from '../../ovh/errors.ts';
import type { Configuration } from '../../ovh/schemas.ts';
import { failureOf } from '../failures.ts';
import type { Tools } from '../tools.ts';
import { configurationReferences } from './cart-contents.ts';
import { checkItem, previewCart, termsOf } from './cart-terms.ts';
import { findOwnCarts } from './own-carts.ts';
import { cartEnd } from './prepare-cart.ts';

/**
 * Brings the cart that an order has to what its request says now, as OVHcloud's guide does: what was configured is
 * looked up, read, deleted where it differs and posted anew; then the checkout is previewed. Null if the order has no
 * cart that this can be done with: a new one has to be built.
 */
export async function changeCart(
  order: Order,
  tools: Tools,
): Promise<{ cart: CartReference; quote: Quote } | null> {
  const { ovh, settings } = tools;
  try {
    const found = await findCart(order, tools);
    if (!found) return null;
    const { cartId, itemId } = found;
    const subsidiary = await tools.subsidiary();
    const [prolonged, offers, item] = await Promise.all([
      prolongCart(ovh, cartId, { description: order.id, expire: cartEnd(tools) }),
      listOffers(ovh, cartId),
      getItem(ovh, cartId, itemId),
      configure(cartId, itemId, 'description', order.request.projectName, tools),
      configure(cartId, itemId, 'voucher', order.request.voucher, tools),
    ]);
    const terms = termsOf(offers, settings.planCode);
    checkItem(item, terms);
    const [quote, there] = await Promise.all([
      previewCart(cartId, { ...terms, subsidiary }, tools),
      readConfigurations(cartId, itemId, tools),
    ]);
    const configurations = configurationReferences(there);
    return {
      cart: {
        cartId,
        itemId,
        expiresAt: prolonged.expire && ovh.toLocalTime(prolonged.expire),
        configurations,
      },
      quote,
    };
  } catch (error) {
    const { kind } = failureOf(error, order);
    // The cart is gone, or holds something twice: nothing that a new one would not put right.
    if (kind === 'cart_lost' || kind === 'configuration_duplicated') return null;
    throw error;
  }
}

/** Gives a cart the time that a new one would have. Where OVHcloud refuses that, it keeps the time it has. */
export async function prolong(order: Order, cart: CartReference, tools: Tools): Promise<CartReference> {
  try {
    const terms = { description: order.id, expire: cartEnd(tools) };
    const { expire } = await prolongCart(tools.ovh, cart.cartId, terms);
    return { ...cart, expiresAt: expire && tools.ovh.toLocalTime(expire) };
  } catch (error) {
    if (!(error instanceof OvhRefusal)) throw error;
    return cart;
  }
}

/** The one open cart that the order has at OVHcloud, with one item in it. */
async function findCart(order: Order, tools: Tools): Promise<{ cartId: string; itemId: number } | null> {
  const { open, spent } = await findOwnCarts(order, tools);
  const [cart, ...others] = open;
  const [itemId, ...more] = cart?.items ?? [];
  const isAlone = others.length === 0 && spent.length === 0 && more.length === 0;
  return cart && itemId !== undefined && isAlone ? { cartId: cart.cartId, itemId } : null;
}

async function readConfigurations(cartId: string, itemId: number, { ovh }: Tools): Promise<Configuration[]> {
  const ids = await findConfigurations(ovh, cartId, itemId);
  return Promise.all(ids.map((id) => getConfiguration(ovh, cartId, itemId, id)));
}

/** Gives the item exactly one configuration of this label, or none if `value` is null. */
async function configure(
  cartId: string,
  itemId: number,
  label: string,
  value: string | null,
  { ovh }: Tools,
): Promise<void> {
  const ids = await findConfigurations(ovh, cartId, itemId, label);
  const there = await Promise.all(ids.map((id) => getConfiguration(ovh, cartId, itemId, id)));
  const [only, ...more] = there;
  if (only?.value === value && more.length === 0) return;
  await Promise.all(ids.map((id) => removeConfiguration(ovh, cartId, itemId, id)));
  if (value !== null) await addConfiguration(ovh, cartId, itemId, { label, value });
}
