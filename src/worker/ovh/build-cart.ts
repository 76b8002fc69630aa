import type { CartReference, Order } from '../../orders/order.ts';
import type { Quote } from '../../orders/quote.ts';
import {
  addConfiguration,
  addProject,
  assignCart,
  createCart,
  getCart,
  getItem,
  getRequiredConfiguration,
  listOffers,
} from '../../ovh/cart.ts';
import type { RequiredConfiguration } from '../../ovh/schemas.ts';
import type { WorkerContext } from '../context.ts';
import { CartDamagedError, OrderBlockedError } from '../errors.ts';
import { configurationReferences, holdsOnly } from '../steps/cart-contents.ts';
import { deleteOpenCarts, findOwnCarts } from '../steps/own-carts.ts';
import { checkItem, offerTerms, previewCart } from './quote-cart.ts';

/** The cart outlives the time for approval by this much, so that the last approval can still be carried out. */
const CHECKOUT_MARGIN_MS = 3_600_000;

/**
 * Builds the order's cart as OVHcloud's guide does, from POST /order/cart to GET …/checkout, and says what it
 * would cost. Calls that do not depend on each other run at the same time. On any failure the cart is of no use:
 * the next try starts with a new one (`deleteCarts` takes the old away).
 */
export async function buildCart(
  order: Order,
  ctx: WorkerContext,
): Promise<{ cart: CartReference; quote: Quote }> {
  const { ovh, config } = ctx;
  const subsidiary = await ctx.subsidiary();
  const expire = cartEnd(ctx);
  const created = await createCart(ovh, { subsidiary, description: order.id, expire });
  const { cartId } = created;

  const [offers] = await Promise.all([listOffers(ovh, cartId), assignCart(ovh, cartId)]);
  const terms = offerTerms(offers, config.planCode);
  const { itemId } = await addProject(ovh, cartId, terms);
  const configure = (answers: ConfigurationValue[]) =>
    Promise.all(answers.map((answer) => addConfiguration(ovh, cartId, itemId, answer)));
  const wanted = baseConfiguration(order);
  const [item, there, required, first] = await Promise.all([
    getItem(ovh, cartId, itemId),
    getCart(ovh, cartId),
    getRequiredConfiguration(ovh, cartId, itemId),
    configure(wanted),
  ]);
  checkItem(item, terms);
  if (!holdsOnly(there, itemId)) throw new CartDamagedError('The cart holds more than the one project');
  const further = await configure(requiredConfiguration(required, wanted));
  const quote = await previewCart(cartId, { ...terms, subsidiary }, ctx);
  const configurations = configurationReferences([...first, ...further]);
  return {
    cart: { cartId, itemId, expiresAt: created.expire && ovh.toLocalTime(created.expire), configurations },
    quote,
  };
}

/** Until when a cart that is quoted now should live. */
export function cartEnd({ now, config }: WorkerContext): Date {
  return new Date(now() + config.approvalTimeoutMs + CHECKOUT_MARGIN_MS);
}

/** Deletes every open cart of an order at OVHcloud. One that was checked out stays: see findForgottenCheckout. */
export async function deleteCarts(order: Order, ctx: WorkerContext): Promise<void> {
  const { open } = await findOwnCarts(order, ctx);
  await deleteOpenCarts(open, ctx);
}

/** A label of the item's configuration, and what it is given. */
type ConfigurationValue = { label: string; value: string };

/**
 * What is sent whatever OVHcloud calls required, which is not reliable in either direction: the project's name and the
 * voucher.
 */
function baseConfiguration({ request: { projectName, voucher } }: Order): ConfigurationValue[] {
  const description = { label: 'description', value: projectName };
  return voucher ? [description, { label: 'voucher', value: voucher }] : [description];
}

/** What else OVHcloud calls required. Throws OrderBlockedError if that is something which cannot be answered here. */
function requiredConfiguration(
  required: RequiredConfiguration[],
  given: ConfigurationValue[],
): ConfigurationValue[] {
  const known = new Set(['voucher', ...given.map(({ label }) => label)]);
  const asked = required.filter(({ label, required: isRequired }) => isRequired && !known.has(label));
  return asked.map(({ label, allowedValues }) => {
    const [only, ...others] = allowedValues ?? [];
    // OVHcloud's own control panel answers `production`.
    if (label === 'infrastructure') return { label, value: 'production' };
    if (only && others.length === 0) return { label, value: only };
    throw new OrderBlockedError({ kind: 'configuration_missing', label });
  });
}
