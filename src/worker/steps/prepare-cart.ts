import { createHash } from 'node:crypto';
import { money } from '../../orders/money.ts';
import type { CartReference, Order } from '../../orders/order.ts';
import type { Quote } from '../../orders/quote.ts';
import {
  addConfiguration,
  addProject,
  assignCart,
  createCart,
  deleteCart,
  findCarts,
  getItem,
  getRequiredConfiguration,
  listOffers,
} from '../../ovh/cart.ts';
import { previewCheckout } from '../../ovh/checkout.ts';
import type { CheckoutPreview, Item, Offer, Price, RequiredConfiguration } from '../../ovh/schemas.ts';
import type { Tools } from '../tools.ts';
import { CannotOrder } from './setbacks.ts';

/** The cart outlives the time for approval by this much, so that the last approval can still be carried out. */
const CHECKOUT_MARGIN_MS = 3_600_000;

/** How the project is put into the cart, as its offer says. */
type Terms = { planCode: string; duration: string; pricingMode: string; quantity: number };

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
  const expire = new Date(tools.now() + settings.approvalTimeoutMs + CHECKOUT_MARGIN_MS);
  const created = await createCart(ovh, { subsidiary, description: order.id, expire });
  const { cartId } = created;

  const [offers] = await Promise.all([listOffers(ovh, cartId), assignCart(ovh, cartId)]);
  const terms = termsOf(offers, settings.planCode);
  const { itemId } = await addProject(ovh, cartId, terms);
  const [item, required] = await Promise.all([
    getItem(ovh, cartId, itemId),
    getRequiredConfiguration(ovh, cartId, itemId),
  ]);
  checkItem(item, terms);
  const answers = configurationFor(order, required);
  await Promise.all(answers.map((answer) => addConfiguration(ovh, cartId, itemId, answer)));
  const preview = await previewCheckout(ovh, cartId);

  const expiresAt = created.expire?.getTime() ?? null;
  return {
    cart: { cartId, itemId, expiresAt },
    quote: quoteOf(preview, terms, subsidiary, settings.autoPay),
  };
}

/** What the cart would cost now. */
export async function previewCart(cartId: string, known: Quote, tools: Tools): Promise<Quote> {
  const preview = await previewCheckout(tools.ovh, cartId);
  return quoteOf(preview, known, known.subsidiary, tools.settings.autoPay);
}

/** Takes every cart of an order away at OVHcloud. Throws what OVHcloud answers to a cart that was checked out. */
export async function removeCarts(orderId: string, tools: Tools): Promise<void> {
  const cartIds = await findCarts(tools.ovh, orderId);
  await Promise.all(cartIds.map((cartId) => deleteCart(tools.ovh, cartId)));
}

/** Finds the plan among the offers, and takes duration and pricing mode from the price that renews it. */
function termsOf(offers: Offer[], planCode: string): Terms {
  const offer = offers.find((candidate) => candidate.planCode === planCode);
  const renewals = offer?.prices.filter((price) => price.capacities.includes('renew')) ?? [];
  const renewal = renewals.find((price) => price.pricingMode === 'default') ?? renewals[0];
  if (!renewal) throw new CannotOrder({ kind: 'plan_not_offered', planCode });
  return { planCode, duration: renewal.duration, pricingMode: renewal.pricingMode, quantity: 1 };
}

/** Reads the item back: what is in the cart has to be what was asked for. */
function checkItem(item: Item, terms: Terms): void {
  const { planCode, pricingMode, quantity } = item.settings;
  const says = { planCode, pricingMode, quantity, duration: item.duration };
  const differs = (Object.keys(terms) as (keyof Terms)[]).some(
    (term) => (says[term] ?? terms[term]) !== terms[term],
  );
  if (differs) {
    throw new CannotOrder({ kind: 'answer_not_understood' });
  }
}

/**
 * Decides what to send as the item's configuration. Which labels OVHcloud calls required is not reliable in either
 * direction, so name and voucher are always sent; what else is required must be something that can be answered.
 */
function configurationFor(order: Order, required: RequiredConfiguration[]) {
  const { projectName, voucher } = order.request;
  const answers = new Map([['description', projectName]]);
  if (voucher) answers.set('voucher', voucher);
  for (const { label, required: isRequired, allowedValues } of required) {
    if (!isRequired || answers.has(label) || label === 'voucher') continue;
    // OVHcloud's own control panel answers `production`.
    if (label === 'infrastructure') answers.set(label, 'production');
    else if (allowedValues?.length === 1 && allowedValues[0]) answers.set(label, allowedValues[0]);
    else throw new CannotOrder({ kind: 'configuration_missing', label });
  }
  return [...answers].map(([label, value]) => ({ label, value }));
}

function quoteOf(preview: CheckoutPreview, terms: Terms, subsidiary: string, autoPay: boolean): Quote {
  const { prices, contracts } = preview;
  return {
    subsidiary,
    planCode: terms.planCode,
    duration: terms.duration,
    pricingMode: terms.pricingMode,
    quantity: terms.quantity,
    withTax: amountOf(prices.withTax),
    withoutTax: amountOf(prices.withoutTax),
    tax: amountOf(prices.tax),
    reduction: prices.reduction ? amountOf(prices.reduction) : null,
    contracts: contracts.map(({ name, url, content }) => ({
      name,
      url,
      digest: createHash('sha256').update(content).digest('hex'),
    })),
    autoPay,
  };
}

/** OVHcloud's price as Money: from its own integer amount where it gives one. */
export function amountOf(price: Price): { ucents: number; currency: string } {
  const { currencyCode, value, priceInUcents } = price;
  return typeof priceInUcents === 'number'
    ? { ucents: priceInUcents, currency: currencyCode }
    : money(value, currencyCode);
}
