import type { CheckoutAttempt } from '../../orders/checkout-attempt.ts';
import { Denial } from '../../orders/denial.ts';
import type { Order, OvhOrder } from '../../orders/order.ts';
import { MINUTE_MS } from '../../orders/time.ts';
import { deleteCart, getCart } from '../../ovh/cart.ts';
import { isTransient, OvhError } from '../../ovh/errors.ts';
import { findLinkedOvhOrderIds } from '../../store/orders.ts';
import type { StepContext } from '../context.ts';
import { CheckoutNotPlacedError, CheckoutUnresolvedError } from '../errors.ts';
import { type FoundOrders, type FoundOvhOrder, findOvhOrders, readOvhOrder } from '../ovh/find-orders.ts';

/** People are asked to look into a checkout whose outcome is unknown for this long. */
const ASK_PEOPLE_AFTER_MS = 5 * MINUTE_MS;
/** Maximum number of orders with a button to choose them. */
const MAX_CHOICES = 10;

/**
 * Finds out the outcome of a checkout that was not answered with an order. A cart is checked out once, so the cart is
 * the fence; but OVHcloud may be late to show that it was checked out, and may still be processing it. So an open
 * cart is polled for a while, then deleted, and nothing is concluded while anything that was sent could still take
 * effect. An order is linked once it has stayed the only candidate. Throws CheckoutUnresolvedError, or
 * CheckoutNotPlacedError if another checkout may follow.
 */
export async function resolveCheckout(
  order: Order,
  checkoutAttempt: CheckoutAttempt,
  ctx: StepContext,
): Promise<void> {
  const { cartId } = checkoutAttempt;
  if (checkoutAttempt.outcomeUnknownSince === null)
    await ctx.change({ type: 'checkout_outcome_unknown', cartId });

  try {
    await concludeCheckout(order, checkoutAttempt, ctx);
  } catch (error) {
    // OVHcloud may refuse to say anything at all, for example to a revoked key: then people have to look.
    const isRefused = error instanceof OvhError && !isTransient(error);
    if (isRefused && isOverdue(checkoutAttempt, ctx.now()))
      await ctx.change({ type: 'match_not_found', cartId });
    throw error;
  }
}

async function concludeCheckout(
  order: Order,
  checkoutAttempt: CheckoutAttempt,
  ctx: StepContext,
): Promise<void> {
  const { cartId } = checkoutAttempt;
  const { checkoutTiming: timing } = ctx;
  const [looked, now] = await Promise.all([
    getCart(ctx.ovh, cartId).then(
      (cart) => ({ cart }),
      (error: unknown) => ({ error }),
    ),
    ctx.ovh.readTime(),
  ]);
  const landed = checkoutAttempt.at + timing.inFlightMs;
  const cart = 'cart' in looked ? looked.cart : hiddenBy(looked.error, now >= landed);
  if (await linkChosen(order, checkoutAttempt, ctx)) return;
  const isHidden = cart === 'hidden';
  const isSpent = checkoutAttempt.isCartSpent === true || (!isHidden && cart !== null && cart.readOnly);
  // A cart that was checked out has its order; without one, an order that came later is someone else's.
  const search = isSpent ? checkoutAttempt : { ...checkoutAttempt, landedBy: landed };
  const found = await findOvhOrders(order, search, ctx);
  const sole = soleCandidate(found, now >= landed);
  const isOpen = !isHidden && cart !== null && !isSpent;
  await noteLook(checkoutAttempt, { found, sole: sole?.orderId ?? null, isSpent, now }, ctx);
  // With a candidate in sight it is polled longer: the cart may well turn out to be checked out.
  const lookUntil = (checkoutAttempt.lookedSince ?? now) + (sole ? timing.soleCandidateMs : timing.lookMs);
  if (isOpen && now < lookUntil) throw unclear('The cart is still open', lookUntil - now);
  if (isOpen && checkoutAttempt.refusal && !sole && found.certain.length + found.possible.length === 0) {
    return notPlaced(checkoutAttempt, ctx);
  }
  const fencedAt = isOpen ? await fence(checkoutAttempt, now, ctx) : checkoutAttempt.fencedAt;

  // An order found behind our own fence may be someone else's: people are asked.
  const isOurs = isSpent || fencedAt === null;
  if (sole && isOurs) {
    const since =
      checkoutAttempt.soleCandidate?.orderId === sole.orderId ? checkoutAttempt.soleCandidate.since : now;
    const linkAt = since + timing.soleCandidateMs;
    if (now < linkAt) throw unclear('An order was found: does it stay the only one?', linkAt - now);
    await ctx.change({ type: 'placed', ovhOrder: onOurClock(sole, cartId, ctx) });
    return;
  }
  const unreadable = now >= landed ? found.unreadable : [];
  const candidates = [...[...found.certain, ...found.possible].map(({ orderId }) => orderId), ...unreadable];
  if (candidates.length > 0) return askPeople(checkoutAttempt, candidates.slice(0, MAX_CHOICES), ctx);
  if (isOverdue(checkoutAttempt, ctx.now())) await ctx.change({ type: 'match_not_found', cartId });
  if (isSpent) throw unclear('The cart was checked out, but its order is not listed yet');
  // It may still be open, and be checked out.
  if (isHidden) throw unclear('OVHcloud does not show the cart');
  if (now < landed) throw unclear('The checkout may still land', landed - now);
  return notPlaced(checkoutAttempt, ctx);
}

/** A cart that OVHcloud refuses to show for good, or has not shown for long, says nothing; the account's orders may. */
function hiddenBy(error: unknown, isLate: boolean): 'hidden' {
  if (error instanceof OvhError && (isLate || !isTransient(error))) return 'hidden';
  throw error;
}

/** Links the order that an approver confirmed; false if there is none, or it is linked to another order by now. */
async function linkChosen(
  order: Order,
  checkoutAttempt: CheckoutAttempt,
  ctx: Pick<StepContext, 'change' | 'db' | 'now' | 'ovh'>,
): Promise<boolean> {
  const { confirmedOrderId, cartId, purchase } = checkoutAttempt;
  if (
    confirmedOrderId === null ||
    (await findLinkedOvhOrderIds(ctx.db, [confirmedOrderId])).has(confirmedOrderId)
  )
    return false;
  const withTax = purchase?.withTax ?? order.quote?.withTax;
  const read = await readOvhOrder(confirmedOrderId, ctx).catch(async (error: unknown) => {
    if (!(error instanceof OvhError) || isTransient(error) || !withTax) throw error;
    // People can see what OVHcloud does not show to this key.
    const at = await ctx.ovh.readTime();
    return { orderId: confirmedOrderId, url: '', withTax, at, paymentDueAt: null };
  });
  await ctx.change({ type: 'placed', ovhOrder: onOurClock(read, cartId, ctx) });
  return true;
}

/** An order that was found, with its date on our clock, like that of an order in a checkout's answer. */
function onOurClock(found: FoundOvhOrder, cartId: string, ctx: Pick<StepContext, 'now' | 'ovh'>): OvhOrder {
  return { ...found, cartId, at: Math.min(ctx.now(), ctx.ovh.toLocalTime(new Date(found.at))) };
}

/** The only candidate. An order that cannot be read counts as another one until ours can no longer appear. */
function soleCandidate({ certain, possible, unreadable }: FoundOrders, isLate: boolean) {
  const [only, ...more] = certain;
  const isAlone = more.length === 0 && possible.length === 0 && (isLate || unreadable.length === 0);
  return only && isAlone ? only : null;
}

/** What was seen once counts, even if OVHcloud's servers do not show it at the next poll. */
async function noteLook(
  { cartId, lookedSince, soleCandidate: before, seenOrderIds = [], isCartSpent = false }: CheckoutAttempt,
  { found, sole, isSpent, now }: { found: FoundOrders; sole: number | null; isSpent: boolean; now: number },
  ctx: Pick<StepContext, 'change'>,
): Promise<void> {
  const orderIds = [
    ...[...found.certain, ...found.possible].map(({ orderId }) => orderId),
    ...found.unreadable,
  ];
  const isSame = (before?.orderId ?? null) === sole;
  const isKnown = isCartSpent === isSpent && orderIds.every((id) => seenOrderIds.includes(id));
  if (lookedSince !== undefined && isSame && isKnown) return;
  const candidate = isSame ? before : sole === null ? null : { orderId: sole, since: now };
  await ctx.change({ type: 'candidate_seen', cartId, candidate, at: now, orderIds, isCartSpent: isSpent });
}

/** Deletes the cart, so that no late checkout can use it. Returns when the deletion began, on OVHcloud's clock. */
async function fence(
  attempt: CheckoutAttempt,
  at: number,
  ctx: Pick<StepContext, 'change' | 'ovh'>,
): Promise<number> {
  const { cartId } = attempt;
  if (attempt.fencedAt === null) {
    await ctx.change({ type: 'cart_fenced', cartId, at });
  }
  await deleteCart(ctx.ovh, cartId);
  return attempt.fencedAt ?? at;
}

async function askPeople(
  { cartId, askedAbout }: CheckoutAttempt,
  orderIds: number[],
  ctx: Pick<StepContext, 'change'>,
): Promise<never> {
  const isAsked = askedAbout !== null && orderIds.every((id) => askedAbout.includes(id));
  if (!isAsked) {
    await ctx.change({ type: 'match_ambiguous', cartId, orderIds });
  }
  throw unclear(`OVHcloud orders that could be this one: ${orderIds.join(', ')}`);
}

/** Nothing was ordered. Throws CheckoutNotPlacedError if the order continues with another checkout. */
async function notPlaced({ cartId }: CheckoutAttempt, ctx: Pick<StepContext, 'change'>): Promise<void> {
  const event = { type: 'checkout_not_placed', cartId, isUnsent: false } as const;
  const outcome = await ctx.change(event);
  if (outcome instanceof Denial || outcome.order.state !== 'approved') return;
  throw new CheckoutNotPlacedError('The checkout had no effect');
}

/** Whether to notify people now that no order is found. A clock that was set back does not delay that. */
function isOverdue(
  { isNotFoundNotified, askedAbout, searchingSince }: CheckoutAttempt,
  now: number,
): boolean {
  if (isNotFoundNotified || askedAbout) return false;
  return now < searchingSince || now - searchingSince >= ASK_PEOPLE_AFTER_MS;
}

function unclear(why: string, pollInMs?: number): CheckoutUnresolvedError {
  return new CheckoutUnresolvedError(why, { pollInMs });
}
