import { countedApprovers } from '../../orders/approval-policy.ts';
import { Denial } from '../../orders/denial.ts';
import type { CartReference, Order } from '../../orders/order.ts';
import { fingerprintOf, type Quote } from '../../orders/quote.ts';
import { approvalDeadlines } from '../../orders/schedule.ts';
import { deleteCart } from '../../ovh/cart.ts';
import { checkOut } from '../../ovh/checkout.ts';
import { isNotFound, nullOnNotFound, OvhClientError, wasNeverSent } from '../../ovh/errors.ts';
import { loadOrder } from '../../store/orders.ts';
import type { StoredOrder } from '../../store/rows.ts';
import type { StepContext, WorkerContext } from '../context.ts';
import { CheckoutNotPlacedError, OrderBlockedError } from '../errors.ts';
import { errorFields, isTransient, toFailure } from '../failures.ts';
import { buildCart, deleteOrderCarts } from '../ovh/build-cart.ts';
import { holdsWhatWasApproved } from '../ovh/cart-contents.ts';
import { listNewestOvhOrders, purchaseOf, readOvhOrder } from '../ovh/find-orders.ts';
import { isFormerAttemptFound, reportUnexpectedOrder } from '../ovh/late-orders.ts';
import { isPaid } from '../ovh/order-progress.ts';
import { amountOf, previewCart } from '../ovh/quote-cart.ts';
import { extendCart } from '../ovh/update-cart.ts';
import { findForgottenCart, findForgottenCheckout, recoverCheckout } from './recover-checkout.ts';
import { expire } from './remind-or-expire.ts';
import { resolveCheckout } from './resolve-checkout.ts';

/** Anything read longer ago than this is read again right before the checkout. */
const PREVIEW_HOLDS_MS = 1_000;

/**
 * `approved`: places the order, once. The approvals and the cart are compared with what was approved; the attempt is
 * saved before POST checkout is sent, and no other is sent before its outcome is known.
 */
export async function checkoutStep({ order }: StoredOrder, ctx: StepContext): Promise<void> {
  if (order.checkoutAttempt) return resolveCheckout(order, order.checkoutAttempt, ctx);
  if (order.validUntil !== null && ctx.now() >= order.validUntil) return expire(order.validUntil, ctx);

  await failAsDuplicate(order, ctx);
  const previewing = currentQuote(order, ctx);
  // Whether a failure counts is known only once the cart was read: one that was checked out may not be previewed.
  previewing.catch(() => undefined);
  const [spentCartId, approvers, at] = await Promise.all([
    findForgottenCart(order, ctx),
    ctx.currentApprovers(countedApprovers(order)),
    ctx.ovh.readTime(),
  ]);
  if (spentCartId !== null) return recoverCheckout(order, { cartId: spentCartId, isCartSpent: true }, ctx);
  const readAt = ctx.now();
  waitForFormerAttempt(order, at, ctx);
  const current = (await previewing) ?? (await quoteOfNewCart(order, ctx));
  if (!current) return;
  const usable = current.isUnchanged ? current : await quoteOfNewCart(order, ctx);
  if (!usable) return;
  const isApproved = current.isUnchanged && fingerprintOf(order.request, usable.quote) === order.fingerprint;
  if (!isApproved || usable.cart.cartId !== order.cart?.cartId) {
    // People decide again, with a new deadline.
    const used = isApproved ? usable.cart : await extendCart(order, usable.cart, ctx);
    const asked = { quote: usable.quote, cart: used, ...approvalDeadlines(used, ctx.config, ctx.now()) };
    const isCartChanged = !current.isUnchanged;
    const event = { type: 'quote_received', request: order.request, ...asked, isCartChanged } as const;
    const quoted = await ctx.change(event);
    // Another process was faster, or an approval was withdrawn: no one will use a cart that was built for this.
    if (quoted instanceof Denial && used.cartId !== order.cart?.cartId)
      await deleteCart(ctx.ovh, used.cartId);
    if (!isApproved || quoted instanceof Denial) return;
  }
  // The last listing of the account's orders: it may show one of a former checkout, but none of this one.
  const earliest = Math.min(at, ...order.formerAttempts.map((former) => former.at));
  const preexistingOrderIds = await listNewestOvhOrders(earliest, ctx);
  if (await isFormerAttemptFound(order, ctx)) return;
  // All of this took a while: Slack must still accept the app's messages, or no one could see what is bought.
  if (!(await ctx.canShow())) return;
  // These reads may have taken long. The next run of this step handles what has changed meanwhile.
  if (!isRecent(usable.at, ctx) && !(await isAsApproved(order, usable, ctx))) return;
  // Our clock may have been set meanwhile.
  const sentAt = isRecent(readAt, ctx) ? at + ctx.now() - readAt : await ctx.ovh.readTime();
  const { cartId } = usable.cart;
  await startCheckout(order, { cartId, at: sentAt, preexistingOrderIds, approvers }, ctx);
}

function isRecent(at: number, { now }: Pick<WorkerContext, 'now'>): boolean {
  const age = now() - at;
  return age >= 0 && age <= PREVIEW_HOLDS_MS;
}

/** Whether the cart is still there, and costs and holds what was approved. */
async function isAsApproved(
  order: Order,
  usable: Current,
  ctx: Pick<WorkerContext, 'config' | 'now' | 'ovh'>,
): Promise<boolean> {
  const seen = await inspect(order, usable, ctx).catch(nullOnNotFound);
  return seen?.isUnchanged === true && fingerprintOf(order.request, seen.quote) === order.fingerprint;
}

/** Saves the intent, with everything that has to hold for it counted again, and sends the checkout. */
async function startCheckout(
  order: Order,
  { cartId, ...known }: { cartId: string; at: number; preexistingOrderIds: number[]; approvers: string[] },
  ctx: StepContext,
): Promise<void> {
  const { fingerprint } = order;
  const { approvalRules: rules } = ctx;
  if (fingerprint === null) throw new Error(`Order ${order.id} is approved, but has no quote`);
  // Throws where the row was changed outside the app since it was claimed.
  await loadOrder(ctx.db, order.id);
  const purchase = purchaseOf(order, ctx);
  const event = { type: 'checkout_started', cartId, fingerprint, rules, purchase, ...known } as const;
  const started = await ctx.change(event);
  if (!(started instanceof Denial)) return placeOrder(started.order, cartId, ctx);
  if (started.reason.kind !== 'quorum_missing') return;
  const lookedUp = countedApprovers(order);
  // Someone approved meanwhile: the next run looks up whether they may.
  if (countedApprovers(started.order).some((id) => !lookedUp.includes(id))) return;
  const lost = lookedUp.filter((id) => !known.approvers.includes(id));
  if (lost.length === 0) {
    ctx.log.error({ order: order.id }, 'order is marked as approved, but lacks approvals');
  }
  await ctx.change({ type: 'approvals_lost', lost });
}

/** An expired order that turns out to be paid is what was requested: another one would buy it twice. */
async function failAsDuplicate({ previousOvhOrders }: Order, ctx: Pick<WorkerContext, 'ovh'>): Promise<void> {
  for (const { orderId } of previousOvhOrders) {
    if (await isPaid(orderId, ctx)) throw new OrderBlockedError({ kind: 'paid_after_expiry', orderId });
  }
}

/** No second checkout is sent while the first may still be under way at OVHcloud. */
function waitForFormerAttempt(
  { formerAttempts }: Order,
  now: number,
  { checkoutTiming }: Pick<WorkerContext, 'checkoutTiming'>,
): void {
  // One that was recovered from a restored backup comes last here, although it was sent earlier.
  const lastAt = Math.max(...formerAttempts.map(({ at }) => at));
  const waitMs = lastAt + checkoutTiming.inFlightMs - now;
  if (waitMs > 0) throw new CheckoutNotPlacedError('The previous checkout may still be in flight', waitMs);
}

async function placeOrder(
  order: Order,
  cartId: string,
  ctx: Pick<StepContext, 'change' | 'config' | 'log' | 'now' | 'ovh'>,
): Promise<void> {
  try {
    const waiveRetractation = ctx.config.hasWaiver ? order.request.waiveWithdrawal : null;
    const consent = { autoPay: order.quote?.autoPay ?? false, waiveRetractation };
    const { orderId, url, prices } = await checkOut(ctx.ovh, cartId, consent);
    if (order.checkoutAttempt?.preexistingOrderIds.includes(orderId))
      throw new Error(`The checkout was answered with order ${orderId}, which existed before it`);
    const read = prices ? null : await readOvhOrder(orderId, ctx).catch(() => null);
    const withTax = prices ? amountOf(prices.withTax) : (read?.withTax ?? order.quote?.withTax);
    if (!withTax) throw new Error(`Order ${order.id} was checked out without a quote`);
    const ovhOrder = { orderId, cartId, url: url ?? '', withTax, at: ctx.now(), paymentDueAt: null };
    const outcome = await ctx.change({ type: 'placed', ovhOrder });
    if (outcome instanceof Denial) await reportUnexpectedOrder(order, { cartId, orderId }, ctx);
  } catch (error) {
    if (wasNeverSent(error)) {
      await ctx.change({ type: 'checkout_not_placed', cartId, isUnsent: true });
      throw error;
    }
    if (!(error instanceof OvhClientError)) {
      ctx.log.warn(errorFields(error, order), 'checkout outcome unknown');
      await ctx.change({ type: 'checkout_outcome_unknown', cartId });
      return;
    }
    ctx.log.warn(errorFields(error, order), 'checkout refused');
    const failure = toFailure(error, order);
    // If it is the cart that does not exist, another one may work.
    const mayPass = isTransient(error) || isNotFound(error);
    await ctx.change({ type: 'checkout_refused', cartId, failure, isTransient: mayPass });
  }
}

/** A preview: its price and cart, when OVHcloud gave it (ms since 1970), and whether the cart is unchanged. */
type Current = { cart: CartReference; quote: Quote; at: number; isUnchanged: boolean };

/** What the order's cart costs and holds now; null where there is none (any more). */
async function currentQuote(
  order: Order,
  ctx: Pick<WorkerContext, 'config' | 'now' | 'ovh'>,
): Promise<Current | null> {
  const { cart, quote: asked } = order;
  if (!cart || !asked) return null;
  try {
    return { cart, ...(await inspect(order, { cart, quote: asked }, ctx)) };
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

async function inspect(
  order: Order,
  { cart, quote: asked }: { cart: CartReference; quote: Quote },
  ctx: Pick<WorkerContext, 'config' | 'now' | 'ovh'>,
) {
  const [quote, isUnchanged] = await Promise.all([
    previewCart(cart.cartId, { ...asked, voucher: order.request.voucher }, ctx),
    holdsWhatWasApproved(order, { cart, quote: asked }, ctx),
  ]);
  return { quote, isUnchanged, at: ctx.now() };
}

/** Builds another cart, unless this order was checked out before: then null, and it continues with that checkout. */
async function quoteOfNewCart(order: Order, ctx: StepContext): Promise<Current | null> {
  const forgotten = await findForgottenCheckout(order, ctx);
  if (forgotten?.cartId) {
    await recoverCheckout(order, { cartId: forgotten.cartId, isCartSpent: true }, ctx);
    return null;
  }
  await deleteOrderCarts(order, ctx);
  const built = await buildCart(order, ctx);
  if (forgotten) {
    await recoverCheckout(order, { cartId: built.cart.cartId, isCartSpent: false }, ctx);
    return null;
  }
  return { ...built, at: ctx.now(), isUnchanged: true };
}
