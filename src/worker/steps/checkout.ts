import type { OrderEvent } from '../../orders/events.ts';
import type { CartReference, Order } from '../../orders/order.ts';
import { approversOf } from '../../orders/policy.ts';
import { fingerprintOf, type Quote } from '../../orders/quote.ts';
import { Refusal } from '../../orders/refusal.ts';
import { deleteCart, getCart } from '../../ovh/cart.ts';
import { checkOut } from '../../ovh/checkout.ts';
import { OvhRefusal, wasNeverSent } from '../../ovh/errors.ts';
import { changeOrder } from '../../store/orders.ts';
import type { StoredOrder } from '../../store/rows.ts';
import { failureOf, isPassing, logOf } from '../failures.ts';
import type { Tools } from '../tools.ts';
import { holdsWhatWasApproved } from './cart-contents.ts';
import { amountOf, previewCart } from './cart-terms.ts';
import { prolong } from './change-cart.ts';
import { newestOrders } from './find-placed-orders.ts';
import { findForgottenCheckout, recoverCheckout } from './forgotten-checkout.ts';
import { isFormerAttemptFound, tellOfUnexpectedOrder } from './late-orders.ts';
import { prepareCart, removeCarts } from './prepare-cart.ts';
import { isPaid } from './progress-at-ovh.ts';
import { decisionTimes } from './quote.ts';
import { CannotOrder, CheckoutLost } from './setbacks.ts';
import { settleAttempt } from './settle-attempt.ts';
import { expire } from './wait-for-approval.ts';

/** A preview is made again before the checkout if the look at the account's orders took longer than it by this. */
const PREVIEW_HOLDS_MS = 1_000;

/**
 * `approved`: places the order, once. Who approved and what would be bought are compared with what was approved; the
 * attempt is written down before POST checkout is sent, and no other is sent before it is known what became of it.
 */
export async function checkoutStep({ order }: StoredOrder, tools: Tools): Promise<void> {
  if (order.attempt) return settleAttempt(order, order.attempt, tools);
  if (order.validUntil !== null && tools.now() >= order.validUntil)
    return expire(order, order.validUntil, tools);

  await refuseSecondPurchase(order, tools);
  const previewing = currentQuote(order, tools);
  // Whether it counts is known only once the cart was looked at: one that was checked out may not be previewed.
  previewing.catch(() => undefined);
  const [cart, approvers, at] = await Promise.all([
    order.cart && getCart(tools.ovh, order.cart.cartId),
    tools.currentApprovers(approversOf(order)),
    tools.ovh.readTime(),
  ]);
  if (order.cart && cart?.readOnly) {
    return recoverCheckout(order, { cartId: order.cart.cartId, isCartSpent: true }, tools);
  }
  waitForFormerAttempt(order, at, tools);
  const current = (await previewing) ?? (await quoteOfNewCart(order, tools));
  if (!current) return;
  // Between the last look at the price and the checkout there is to be no more time than needed.
  const isOld = tools.now() - current.at > PREVIEW_HOLDS_MS;
  if (isOld) Object.assign(current, await inspect(order, current.cart, current.quote, tools));
  const usable = current.isUnchanged ? current : await quoteOfNewCart(order, tools);
  if (!usable) return;
  const isApproved = current.isUnchanged && fingerprintOf(order.request, usable.quote) === order.fingerprint;
  if (!isApproved || usable.cart.cartId !== order.cart?.cartId) {
    // People decide anew, and have all the time for it again.
    const used = isApproved ? usable.cart : await prolong(order, usable.cart, tools);
    const asked = { quote: usable.quote, cart: used, ...decisionTimes(used, tools) };
    const isCartChanged = !current.isUnchanged;
    const event = { type: 'quoted', request: order.request, ...asked, isCartChanged } as const;
    const quoted = await change(order, event, tools);
    // Another process was faster, or somebody took their approval back: nobody will use a cart that was built for this.
    if (quoted instanceof Refusal && used.cartId !== order.cart?.cartId)
      await deleteCart(tools.ovh, used.cartId);
    if (!isApproved || quoted instanceof Refusal) return;
  }
  // The very last look at the account's orders: of a former checkout, and what this one cannot have made.
  const [first] = order.formerAttempts;
  const knownBefore = await newestOrders(Math.min(at, first?.at ?? at), tools);
  if (await isFormerAttemptFound(order, tools)) return;
  await startCheckout(order, { cartId: usable.cart.cartId, at, knownBefore, approvers }, tools);
}

/** Saves the intent, with everything that has to hold for it counted again, and sends the checkout. */
async function startCheckout(
  order: Order,
  { cartId, ...known }: { cartId: string; at: number; knownBefore: number[]; approvers: string[] },
  tools: Tools,
): Promise<void> {
  const { fingerprint } = order;
  const { approvalRules: rules } = tools;
  if (fingerprint === null) throw new Error(`Order ${order.id} is approved, but has no quote`);
  const started = await change(
    order,
    { type: 'checkout_started', cartId, fingerprint, rules, ...known },
    tools,
  );
  if (!(started instanceof Refusal)) return placeOrder(started.order, cartId, tools);
  if (started.reason.kind !== 'quorum_missing') return;
  const lost = approversOf(order).filter((id) => !known.approvers.includes(id));
  if (lost.length === 0) {
    tools.log.error({ order: order.id }, 'the order is marked as approved, but its approvals are not enough');
  }
  await change(order, { type: 'approvals_lost', lost }, tools);
}

/** An order that lapsed here and was paid after all is what was asked for: another one would be bought twice. */
async function refuseSecondPurchase({ formerOrders }: Order, tools: Tools): Promise<void> {
  for (const { orderId } of formerOrders) {
    if (await isPaid(orderId, tools)) throw new CannotOrder({ kind: 'paid_after_all', orderId });
  }
}

/** No second checkout is sent while the first may still be under way at OVHcloud. */
function waitForFormerAttempt({ formerAttempts }: Order, now: number, { checkoutPace }: Tools): void {
  const last = formerAttempts.at(-1);
  const waitMs = last ? last.at + checkoutPace.inFlightMs - now : 0;
  if (waitMs > 0) throw new CheckoutLost('The checkout before may still be under way', waitMs);
}

async function placeOrder(order: Order, cartId: string, tools: Tools): Promise<void> {
  try {
    const waiveRetractation = tools.settings.hasWaiver ? order.request.waiveWithdrawal : null;
    const consent = { autoPay: order.quote?.autoPay ?? false, waiveRetractation };
    const { orderId, url, prices } = await checkOut(tools.ovh, cartId, consent);
    const withTax = prices ? amountOf(prices.withTax) : order.quote?.withTax;
    if (!withTax) throw new Error(`Order ${order.id} was checked out without a quote`);
    const placed = { orderId, cartId, url: url ?? '', withTax, at: tools.now(), payUntil: null };
    const outcome = await change(order, { type: 'placed', placed }, tools);
    if (outcome instanceof Refusal) await tellOfUnexpectedOrder(order, { cartId, orderId }, tools);
  } catch (error) {
    if (wasNeverSent(error)) {
      await change(order, { type: 'checkout_had_no_effect', cartId, isUnsent: true }, tools);
      throw error;
    }
    if (!(error instanceof OvhRefusal)) {
      tools.log.warn(logOf(error, order), 'the answer to the checkout is unclear');
      await change(order, { type: 'checkout_unclear', cartId }, tools);
      return;
    }
    tools.log.warn(logOf(error, order), 'the checkout was refused');
    const failure = failureOf(error, order);
    const mayPass = isPassing(error) || failure.kind === 'cart_lost';
    await change(order, { type: 'checkout_refused', cartId, failure, isTransient: mayPass }, tools);
  }
}

/** What an order would cost, in which cart, when OVHcloud said so (ms since 1970), and whether the cart is as it was. */
type Current = { cart: CartReference; quote: Quote; at: number; isUnchanged: boolean };

/** What the order's cart costs and holds now; null where there is none (any more). */
async function currentQuote(order: Order, tools: Tools): Promise<Current | null> {
  const { cart, quote: asked } = order;
  if (!cart || !asked) return null;
  try {
    return { cart, ...(await inspect(order, cart, asked, tools)) };
  } catch (error) {
    if (failureOf(error, order).kind === 'cart_lost') return null;
    throw error;
  }
}

async function inspect(order: Order, cart: CartReference, asked: Quote, tools: Tools) {
  const [quote, isUnchanged] = await Promise.all([
    previewCart(cart.cartId, asked, tools),
    holdsWhatWasApproved(order, cart, asked, tools),
  ]);
  return { quote, isUnchanged, at: tools.now() };
}

/** Builds another cart, unless this order was checked out before: then null, and it goes on with that. */
async function quoteOfNewCart(order: Order, tools: Tools): Promise<Current | null> {
  const forgotten = await findForgottenCheckout(order, tools);
  if (forgotten?.cartId) {
    await recoverCheckout(order, { cartId: forgotten.cartId, isCartSpent: true }, tools);
    return null;
  }
  await removeCarts(order, tools);
  const built = await prepareCart(order, tools);
  if (forgotten) {
    await recoverCheckout(order, { cartId: built.cart.cartId, isCartSpent: false }, tools);
    return null;
  }
  return { ...built, at: tools.now(), isUnchanged: true };
}

function change(order: Order, event: OrderEvent, tools: Tools) {
  return changeOrder(tools.db, order.id, event, tools.now());
}
