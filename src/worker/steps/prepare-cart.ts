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
import type { Tools } from '../tools.ts';
import { configurationReferences, holdsOnly } from './cart-contents.ts';
import { checkItem, previewCart, termsOf } from './cart-terms.ts';
import { deleteOpenCarts, findOwnCarts } from './own-carts.ts';
import { CannotOrder, CartDamagedError } from './setbacks.ts';

/** The cart outlives the time for approval by this much, so that the last approval can still be carried out. */
const CHECKOUT_MARGIN_MS = 3_600_000;

/**
 * Builds the order's cart as OVHcloud's guide does, from POST /order/cart to GET …/checkout, and says what it
 * would cost. Calls that do not depend on each other run at the same time. On any failure the cart is of no use:
 * the next try starts with a new one (`removeCarts` takes the old away).
 */
export async function prepareCart(
  order: Order,
  tools: Tools,
): Promise<{ cart: CartReference; quote: Quote }> {
  const { ovh, settings } = tools;
  const subsidiary = await tools.subsidiary();
  const expire = cartEnd(tools);
  const created = await createCart(ovh, { subsidiary, description: order.id, expire });
  const { cartId } = created;

  const [offers] = await Promise.all([listOffers(ovh, cartId), assignCart(ovh, cartId)]);
  const terms = termsOf(offers, settings.planCode);
  const { itemId } = await addProject(ovh, cartId, terms);
  const configure = (answers: Answer[]) =>
    Promise.all(answers.map((answer) => addConfiguration(ovh, cartId, itemId, answer)));
  const wanted = answersOf(order);
  const [item, there, required, first] = await Promise.all([
    getItem(ovh, cartId, itemId),
    getCart(ovh, cartId),
    getRequiredConfiguration(ovh, cartId, itemId),
    configure(wanted),
  ]);
  checkItem(item, terms);
  if (!holdsOnly(there, itemId)) throw new CartDamagedError('The cart holds more than the one project');
  const further = await configure(furtherAnswers(required, wanted));
  const quote = await previewCart(cartId, { ...terms, subsidiary }, tools);
  const configurations = configurationReferences([...first, ...further]);
  return {
    cart: { cartId, itemId, expiresAt: created.expire && ovh.toLocalTime(created.expire), configurations },
    quote,
  };
}

/** Until when a cart that is quoted now should live. */
export function cartEnd({ now, settings }: Tools): Date {
  return new Date(now() + settings.approvalTimeoutMs + CHECKOUT_MARGIN_MS);
}

/** Deletes every open cart of an order at OVHcloud. One that was checked out stays: see findForgottenCheckout. */
export async function removeCarts(order: Order, tools: Tools): Promise<void> {
  const { open } = await findOwnCarts(order, tools);
  await deleteOpenCarts(open, tools);
}

/** A label of the item's configuration, and what it is given. */
type Answer = { label: string; value: string };

/**
 * What is sent whatever OVHcloud calls required, which is not reliable in either direction: the project's name and the
 * voucher.
 */
function answersOf({ request: { projectName, voucher } }: Order): Answer[] {
  const description = { label: 'description', value: projectName };
  return voucher ? [description, { label: 'voucher', value: voucher }] : [description];
}

/** What else OVHcloud calls required. Throws CannotOrder if that is something which cannot be answered here. */
function furtherAnswers(required: RequiredConfiguration[], given: Answer[]): Answer[] {
  const known = new Set(['voucher', ...given.map(({ label }) => label)]);
  const asked = required.filter(({ label, required: isRequired }) => isRequired && !known.has(label));
  return asked.map(({ label, allowedValues }) => {
    const [only, ...others] = allowedValues ?? [];
    // OVHcloud's own control panel answers `production`.
    if (label === 'infrastructure') return { label, value: 'production' };
    if (only && others.length === 0) return { label, value: only };
    throw new CannotOrder({ kind: 'configuration_missing', label });
  });
}
