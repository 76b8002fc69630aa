import type { CartReference, Order } from '../../orders/order.ts';
import type { Quote } from '../../orders/quote.ts';
import { HOUR_MS } from '../../orders/time.ts';
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
import { OvhClientError } from '../../ovh/errors.ts';
import { meaningOf } from '../../ovh/refusals.ts';
import type { RequiredConfiguration } from '../../ovh/schemas/cart.ts';
import type { WorkerContext } from '../context.ts';
import { CartDamagedError, OrderBlockedError } from '../errors.ts';
import { configurationReferences, holdsOnly } from './cart-contents.ts';
import { deleteOpenCarts, findOwnCarts } from './own-carts.ts';
import { checkItem, offerTerms, previewCart } from './quote-cart.ts';

/** The cart outlives the approval deadline by this much, so that the last approval can still be carried out. */
const CHECKOUT_MARGIN_MS = HOUR_MS;

/**
 * Builds the order's cart as OVHcloud's guide does, from POST /order/cart to GET …/checkout, and says what it
 * would cost. Calls that do not depend on each other run concurrently. After any failure the cart is useless: the next
 * attempt starts with a new one (`deleteOrderCarts` deletes the old one).
 */
export async function buildCart(
  order: Order,
  ctx: Pick<WorkerContext, 'config' | 'now' | 'ovh' | 'subsidiary'>,
): Promise<{ cart: CartReference; quote: Quote }> {
  const { ovh, config } = ctx;
  const subsidiary = await ctx.subsidiary();
  const expire = cartEnd(ctx);
  const created = await createCart(ovh, { subsidiary, description: order.id, expire });
  const { cartId } = created;

  const [offers] = await Promise.all([listOffers(ovh, cartId), assignCart(ovh, cartId)]);
  const terms = offerTerms(offers, config.planCode);
  const { itemId } = await addProject(ovh, cartId, terms).catch((error: unknown) => {
    throw planRefused(error, terms.planCode) ?? error;
  });
  const reference = { cartId, itemId };
  const configure = (answers: ConfigurationValue[]) =>
    Promise.all(answers.map((answer) => addConfiguration(ovh, reference, answer)));
  const wanted = baseConfiguration(order);
  const [item, there, required, first] = await Promise.all([
    getItem(ovh, reference),
    getCart(ovh, cartId),
    getRequiredConfiguration(ovh, reference),
    configure(wanted),
  ]);
  checkItem(item, terms);
  if (!holdsOnly(there, itemId)) throw new CartDamagedError('The cart contains more than one project');
  const further = requiredConfiguration(required, wanted);
  const configured = [...first, ...(await configure(further))];
  const preview = () => previewCart(cartId, { ...terms, subsidiary, voucher: order.request.voucher }, ctx);
  const quote = await preview().catch(async (error: unknown) => {
    // Configurations that OVHcloud requires without listing them are added if their values are known.
    const missing = missingLabels(error).map((label) => ({ label, allowedValues: [] }));
    const more = requiredConfiguration(missing, [...wanted, ...further]);
    if (missing.length === 0 || more.length < missing.length) throw error;
    configured.push(...(await configure(more)));
    return preview();
  });
  const configurations = configurationReferences(configured);
  return {
    cart: { cartId, itemId, expiresAt: created.expire && ovh.toLocalTime(created.expire), configurations },
    quote,
  };
}

/** The error for a plan that OVHcloud says it does not sell; else null. */
function planRefused(error: unknown, planCode: string): OrderBlockedError | null {
  if (!(error instanceof OvhClientError) || meaningOf(error).kind !== 'plan_not_offered') return null;
  const { call, queryId, apiMessage: message } = error;
  return new OrderBlockedError({ kind: 'plan_not_offered', planCode, call, queryId, message });
}

function missingLabels(error: unknown): string[] {
  const meaning = error instanceof OvhClientError ? meaningOf(error) : null;
  return meaning?.kind === 'configuration_missing' ? meaning.labels : [];
}

/** Until when a cart that is quoted now should live. */
export function cartEnd({ now, config }: Pick<WorkerContext, 'config' | 'now'>): Date {
  return new Date(now() + config.approvalTimeoutMs + CHECKOUT_MARGIN_MS);
}

/** Deletes every open cart of an order at OVHcloud. One that was checked out stays: see findForgottenCheckout. */
export async function deleteOrderCarts(order: Order, ctx: Pick<WorkerContext, 'ovh'>): Promise<void> {
  const { open } = await findOwnCarts(order, ctx);
  await deleteOpenCarts(open, ctx);
}

/** A label of the item's configuration, with its value. */
type ConfigurationValue = { label: string; value: string };

/** What is always sent: the project's name and the voucher. */
function baseConfiguration({ request: { projectName, voucher } }: Order): ConfigurationValue[] {
  const description = { label: 'description', value: projectName };
  return voucher ? [description, { label: 'voucher', value: voucher }] : [description];
}

/** What OVHcloud's control panel sends. */
const KNOWN_ANSWERS: Record<string, string> = { infrastructure: 'production' };

/**
 * Values for the item's other labels: those with one possible value, or a known one. The rest is left out, even if
 * `required`, which is unreliable in both directions: GET …/checkout decides.
 */
export function requiredConfiguration(
  asked: readonly Pick<RequiredConfiguration, 'label' | 'allowedValues'>[],
  given: readonly ConfigurationValue[],
): ConfigurationValue[] {
  const answers = new Map<string, string>();
  const own = new Set(['description', 'voucher', ...given.map(({ label }) => label)]);
  for (const { label, allowedValues } of asked) {
    const value = answerTo(label, allowedValues);
    // A label that is sent twice is refused at the checkout.
    if (value !== null && !own.has(label)) answers.set(label, value);
  }
  return [...answers].map(([label, value]) => ({ label, value }));
}

function answerTo(label: string, allowedValues: readonly string[]): string | null {
  const allowed = [...new Set(allowedValues)].filter((value) => value !== '');
  const known = Object.hasOwn(KNOWN_ANSWERS, label) ? KNOWN_ANSWERS[label] : undefined;
  if (known !== undefined && (allowed.length === 0 || allowed.includes(known))) return known;
  const [only, ...others] = allowed;
  return only !== undefined && others.length === 0 ? only : null;
}
