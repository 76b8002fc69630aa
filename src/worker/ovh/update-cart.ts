import type { CartReference, Order } from '../../orders/order.ts';
import type { Quote } from '../../orders/quote.ts';
import {
  addConfiguration,
  findConfigurations,
  getConfiguration,
  getItem,
  type ItemReference,
  listOffers,
  removeConfiguration,
  setCartExpiry,
} from '../../ovh/cart.ts';
import { isNotFound, OvhClientError } from '../../ovh/errors.ts';
import type { Configuration } from '../../ovh/schemas/cart.ts';
import type { WorkerContext } from '../context.ts';
import { toFailure } from '../failures.ts';
import { cartEnd } from './build-cart.ts';
import { configurationReferences } from './cart-contents.ts';
import { findOwnCarts } from './own-carts.ts';
import { checkItem, offerTerms, previewCart } from './quote-cart.ts';

/**
 * Updates the order's cart to its request, as OVHcloud's guide does: each configuration is looked up, read, deleted if it
 * differs and posted again; then the checkout is previewed. Null if the order has no cart that can be updated: a new one
 * has to be built.
 */
export async function updateCart(
  order: Order,
  ctx: Pick<WorkerContext, 'config' | 'now' | 'ovh' | 'subsidiary'>,
): Promise<{ cart: CartReference; quote: Quote } | null> {
  const { ovh, config } = ctx;
  try {
    const found = await findCart(order, ctx);
    if (!found) return null;
    const { cartId, itemId } = found;
    const subsidiary = await ctx.subsidiary();
    const [prolonged, offers, item] = await Promise.all([
      setCartExpiry(ovh, cartId, { description: order.id, expire: cartEnd(ctx) }),
      listOffers(ovh, cartId),
      getItem(ovh, found),
      configure(found, { label: 'description', value: order.request.projectName }, ctx),
      configure(found, { label: 'voucher', value: order.request.voucher }, ctx),
    ]);
    const terms = offerTerms(offers, config.planCode);
    checkItem(item, terms);
    const [quote, there] = await Promise.all([
      previewCart(cartId, { ...terms, subsidiary, voucher: order.request.voucher }, ctx),
      readConfigurations(found, ctx),
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
    const { kind } = toFailure(error, order);
    // The cart is gone, or holds something twice: a new one fixes that.
    if (isNotFound(error) || kind === 'configuration_duplicated') return null;
    throw error;
  }
}

/** Extends a cart to the lifetime of a new one. If OVHcloud refuses that, the cart keeps its own. */
export async function extendCart(
  order: Order,
  cart: CartReference,
  ctx: Pick<WorkerContext, 'config' | 'now' | 'ovh'>,
): Promise<CartReference> {
  try {
    const terms = { description: order.id, expire: cartEnd(ctx) };
    const { expire } = await setCartExpiry(ctx.ovh, cart.cartId, terms);
    return { ...cart, expiresAt: expire && ctx.ovh.toLocalTime(expire) };
  } catch (error) {
    if (!(error instanceof OvhClientError)) throw error;
    return cart;
  }
}

/** The one open cart that the order has at OVHcloud, with one item in it. */
async function findCart(order: Order, ctx: Pick<WorkerContext, 'ovh'>): Promise<ItemReference | null> {
  const { open, spent } = await findOwnCarts(order, ctx);
  const [cart, ...others] = open;
  const [itemId, ...more] = cart?.items ?? [];
  const isAlone = others.length === 0 && spent.length === 0 && more.length === 0;
  return cart && itemId !== undefined && isAlone ? { cartId: cart.cartId, itemId } : null;
}

async function readConfigurations(
  item: ItemReference,
  { ovh }: Pick<WorkerContext, 'ovh'>,
  label?: string,
): Promise<Configuration[]> {
  const ids = await findConfigurations(ovh, item, label);
  return Promise.all(ids.map((id) => getConfiguration(ovh, item, id)));
}

/** Gives the item exactly one configuration of this label, or none if `value` is null. */
async function configure(
  item: ItemReference,
  { label, value }: { label: string; value: string | null },
  ctx: Pick<WorkerContext, 'ovh'>,
): Promise<void> {
  const { ovh } = ctx;
  const there = await readConfigurations(item, ctx, label);
  const [only, ...more] = there;
  if (only?.value === value && more.length === 0) return;
  await Promise.all(there.map(({ id }) => removeConfiguration(ovh, item, id)));
  if (value !== null) await addConfiguration(ovh, item, { label, value });
}
