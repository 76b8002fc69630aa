import type { CartReference, Order } from '../../orders/order.ts';
import { fingerprintOf, type Quote } from '../../orders/quote.ts';
import { Refusal } from '../../orders/refusal.ts';
import { deleteCart, getCart } from '../../ovh/cart.ts';
import { checkOut } from '../../ovh/checkout.ts';
import { hadNoEffect } from '../../ovh/errors.ts';
import { changeOrder } from '../../store/orders.ts';
import type { StoredOrder } from '../../store/rows.ts';
import { failureOf, isPassing, logOf } from '../failures.ts';
import type { Tools } from '../tools.ts';
import { amountOf, previewCart } from './cart-terms.ts';
import { prolong } from './change-cart.ts';
import { newestOrders } from './find-placed-orders.ts';
import { takeUpForgottenCheckout } from './forgotten-checkout.ts';
import { prepareCart, removeCarts } from './prepare-cart.ts';
import { isPaid } from './progress-at-ovh.ts';
import { decisionTimes } from './quote.ts';
import { CannotOrder, CheckoutLost } from './setbacks.ts';
import { settleAttempt } from './settle-attempt.ts';

/** A preview is made again before the checkout if the look at the account's orders took longer than it by this. */
const PREVIEW_HOLDS_MS = 1_000;

/**
 * `approved`: places the order, once. What would be bought is compared with what was approved; the attempt is
 * written down before POST checkout is sent, and that call is never repeated before it is known what became of it.
 */
export async function checkoutStep({ order }: StoredOrder, tools: Tools): Promise<void> {
  if (order.attempt) return settleAttempt(order, order.attempt, tools);

  await refuseSecondPurchase(order, tools);
  const previewing = currentQuote(order, tools);
  // Whether it counts is known only once the cart was looked at: one that was checked out may not be previewed.
  previewing.catch(() => undefined);
  const [cart, knownBefore] = await Promise.all([
    order.cart && getCart(tools.ovh, order.cart.cartId),
    newestOrders(tools),
  ]);
  const isForgotten = order.cart !== null && (cart === null || cart.readOnly);
  if (isForgotten && (await takeUpForgottenCheckout(order, cart, tools))) return;
  const current = (await previewing) ?? (await quoteOfNewCart(order, tools));
  // Between the last look at the price and the checkout there is to be no more time than needed.
  const isOld = tools.now() - current.at > PREVIEW_HOLDS_MS;
  if (isOld) current.quote = await previewCart(current.cart.cartId, current.quote, tools);
  const isApproved = fingerprintOf(order.request, current.quote) === order.fingerprint;
  if (!isApproved || current.cart.cartId !== order.cart?.cartId) {
    // People decide anew, and have all the time for it again.
    const used = isApproved ? current.cart : await prolong(order, current.cart, tools);
    const asked = { quote: current.quote, cart: used, ...decisionTimes(used, tools) };
    const event = { type: 'quoted', request: order.request, ...asked } as const;
    const quoted = await change(order, event, tools);
    // Another process was faster, or somebody took their approval back: nobody will use a cart that was built for this.
    if (quoted instanceof Refusal && used.cartId !== order.cart?.cartId)
      await deleteCart(tools.ovh, used.cartId);
    if (!isApproved || quoted instanceof Refusal) return;
  }
  const { cartId } = current.cart;
  const fingerprint = fingerprintOf(order.request, current.quote);
  const started = await change(order, { type: 'checkout_started', cartId, fingerprint, knownBefore }, tools);
  if (started instanceof Refusal) return;
  await placeOrder(started.order, cartId, tools);
}

/** An order that lapsed here and was paid after all is what was asked for: another one would be bought twice. */
async function refuseSecondPurchase({ formerOrders }: Order, tools: Tools): Promise<void> {
  for (const { orderId } of formerOrders) {
    if (await isPaid(orderId, tools)) throw new CannotOrder({ kind: 'paid_after_all', orderId });
  }
}

async function placeOrder(order: Order, cartId: string, tools: Tools): Promise<void> {
  try {
    const waiveRetractation = tools.settings.hasWaiver ? order.request.waiveWithdrawal : null;
    const consent = { autoPay: order.quote?.autoPay ?? false, waiveRetractation };
    const { orderId, url, prices } = await checkOut(tools.ovh, cartId, consent);
    const withTax = amountOf(prices.withTax);
    const placed = { orderId, cartId, url, withTax, at: tools.now(), payUntil: null };
    const outcome = await change(order, { type: 'placed', placed }, tools);
    if (outcome instanceof Refusal) {
      tools.log.error(
        { order: order.id, ovhOrder: orderId },
        'an OVHcloud order was placed that nobody waits for',
      );
    }
  } catch (error) {
    if (!hadNoEffect(error)) {
      tools.log.warn(logOf(error, order), 'the answer to the checkout is unclear');
      await change(order, { type: 'checkout_unclear', cartId }, tools);
      return;
    }
    if (isPassing(error)) {
      await change(order, { type: 'checkout_had_no_effect', cartId }, tools);
      throw error;
    }
    tools.log.warn(logOf(error, order), 'the checkout was refused');
    const failure = failureOf(error, order);
    if (failure.kind === 'cart_lost') {
      await change(order, { type: 'checkout_had_no_effect', cartId }, tools);
      throw new CheckoutLost('The cart went in the moment of its checkout: another one is built');
    }
    await change(order, { type: 'checkout_refused', cartId, failure }, tools);
  }
}

/** What an order would cost, in which cart, and when OVHcloud said so (ms since 1970). */
type Current = { cart: CartReference; quote: Quote; at: number };

/** What the order's cart costs now; null where there is none (any more). */
async function currentQuote(order: Order, tools: Tools): Promise<Current | null> {
  const { cart, quote: asked } = order;
  if (!cart || !asked) return null;
  try {
    return { cart, quote: await previewCart(cart.cartId, asked, tools), at: tools.now() };
  } catch (error) {
    if (failureOf(error, order).kind === 'cart_lost') return null;
    throw error;
  }
}

async function quoteOfNewCart(order: Order, tools: Tools): Promise<Current> {
  await removeCarts(order, tools);
  return { ...(await prepareCart(order, tools)), at: tools.now() };
}

function change(order: Order, event: Parameters<typeof changeOrder>[2], tools: Tools) {
  return changeOrder(tools.db, order.id, event, tools.now());
}
