import type { OrderEvent } from '../../orders/events.ts';
import type { CheckoutAttempt, Order, PlacedOrder } from '../../orders/order.ts';
import { deleteCart, getCart } from '../../ovh/cart.ts';
import { changeOrder, linkedOvhOrders } from '../../store/orders.ts';
import type { Tools } from '../tools.ts';
import { type FoundOrders, findPlacedOrders, readPlacedOrder } from './find-placed-orders.ts';
import { CheckoutLost, StillUnclear } from './setbacks.ts';

/** What becomes of a checkout that cannot be found out for this long is for people to look into. */
const ASK_PEOPLE_AFTER_MS = 300_000;
/** So many orders have a button to choose them. */
const MOST_CHOICES = 10;

/**
 * Finds out what became of a checkout that was not answered with an order. A cart is checked out once, so the cart is
 * the fence; but OVHcloud may show late that it was checked out, and may still be working on it. So an open cart is
 * looked at for a while, then deleted, and nothing is concluded before nothing that was sent can land any more. An order
 * is linked once it has stayed the only one that it can be. Throws StillUnclear, or CheckoutLost where another checkout
 * may follow.
 */
export async function settleAttempt(order: Order, attempt: CheckoutAttempt, tools: Tools): Promise<void> {
  const { cartId } = attempt;
  const { checkoutPace: pace } = tools;
  const change = (event: OrderEvent) => changeOrder(tools.db, order.id, event, tools.now());
  if (attempt.unclearSince === null) await change({ type: 'checkout_unclear', cartId });

  const [cart, now] = await Promise.all([getCart(tools.ovh, cartId), tools.ovh.readTime()]);
  if (await linkChosen(order, attempt, tools)) return;
  const found = await findPlacedOrders(order, attempt, tools);
  const sole = soleCandidate(found, now - attempt.at >= pace.inFlightMs);
  await noteCandidate(order, attempt, { sole: sole?.orderId ?? null, now }, tools);

  const isOpen = cart !== null && !cart.readOnly;
  // With a candidate in sight it is looked at longer: the cart may well show that it was checked out.
  const lookUntil = attempt.at + (sole ? pace.soleCandidateMs : pace.lookMs);
  if (isOpen && now < lookUntil) throw unclear('The cart is still open', lookUntil - now);
  if (isOpen && attempt.refusal && !sole && found.certain.length + found.possible.length === 0) {
    return notPlaced(order, attempt, tools);
  }
  const fencedAt = isOpen ? await fence(order, attempt, now, tools) : attempt.fencedAt;

  // Found behind our own fence it may be a person's: people are asked.
  const isOurs = cart?.readOnly || fencedAt === null;
  if (sole && isOurs) {
    const since = attempt.soleCandidate?.orderId === sole.orderId ? attempt.soleCandidate.since : now;
    const linkAt = since + pace.soleCandidateMs;
    if (now < linkAt) throw unclear('An order was found: does it stay the only one?', linkAt - now);
    const placed: PlacedOrder = { ...sole, cartId };
    await change({ type: 'placed', placed });
    return;
  }
  const landed = attempt.at + pace.inFlightMs;
  const unreadable = now >= landed ? found.unreadable : [];
  const candidates = [...[...found.certain, ...found.possible].map(({ orderId }) => orderId), ...unreadable];
  if (candidates.length > 0) return askPeople(order, attempt, candidates.slice(0, MOST_CHOICES), tools);
  if (isOverdue(attempt, tools.now())) await change({ type: 'order_not_found', cartId });
  if (cart?.readOnly) throw unclear('The cart was checked out, but its order is not listed yet');
  if (now < landed) throw unclear('The checkout may still land', landed - now);
  return notPlaced(order, attempt, tools);
}

/** Links the order that an approver chose; false where there is none, or it is another order's by now. */
async function linkChosen(order: Order, { chosen, cartId }: CheckoutAttempt, tools: Tools): Promise<boolean> {
  if (chosen === null || (await linkedOvhOrders(tools.db, [chosen])).has(chosen)) return false;
  const placed = { ...(await readPlacedOrder(chosen, tools)), cartId };
  await changeOrder(tools.db, order.id, { type: 'placed', placed }, tools.now());
  return true;
}

/** The only order that it can be. One that cannot be read might be another, until it is late for ours. */
function soleCandidate({ certain, possible, unreadable }: FoundOrders, isLate: boolean) {
  const [only, ...more] = certain;
  const isAlone = more.length === 0 && possible.length === 0 && (isLate || unreadable.length === 0);
  return only && isAlone ? only : null;
}

async function noteCandidate(
  order: Order,
  { cartId, soleCandidate: before }: CheckoutAttempt,
  { sole, now }: { sole: number | null; now: number },
  tools: Tools,
): Promise<void> {
  if ((before?.orderId ?? null) === sole) return;
  const candidate = sole === null ? null : { orderId: sole, since: now };
  await changeOrder(tools.db, order.id, { type: 'candidate_seen', cartId, candidate }, tools.now());
}

/** Deletes the cart, so that no checkout can land in it any more. Returns when that was begun, on OVHcloud's clock. */
async function fence(order: Order, attempt: CheckoutAttempt, at: number, tools: Tools): Promise<number> {
  const { cartId } = attempt;
  if (attempt.fencedAt === null) {
    await changeOrder(tools.db, order.id, { type: 'checkout_fenced', cartId, at }, tools.now());
  }
  await deleteCart(tools.ovh, cartId);
  return attempt.fencedAt ?? at;
}

async function askPeople(
  order: Order,
  { cartId, askedAbout }: CheckoutAttempt,
  orderIds: number[],
  tools: Tools,
): Promise<never> {
  const isAsked = askedAbout !== null && orderIds.every((id) => askedAbout.includes(id));
  if (!isAsked) {
    await changeOrder(tools.db, order.id, { type: 'orders_to_choose', cartId, orderIds }, tools.now());
  }
  throw unclear(`OVHcloud orders that could be this one: ${orderIds.join(', ')}`);
}

/** Nothing was ordered. Throws CheckoutLost if the order goes on with another checkout. */
async function notPlaced(order: Order, { cartId }: CheckoutAttempt, tools: Tools): Promise<void> {
  const event = { type: 'checkout_had_no_effect', cartId, isUnsent: false } as const;
  const outcome = await changeOrder(tools.db, order.id, event, tools.now());
  if ('reason' in outcome || outcome.order.state !== 'approved') return;
  throw new CheckoutLost('The checkout had no effect');
}

/** Whether people have to be told by now that no order is found. A clock that was set back does not put that off. */
function isOverdue({ isNotFoundTold, askedAbout, searchingSince }: CheckoutAttempt, now: number): boolean {
  if (isNotFoundTold || askedAbout) return false;
  return now < searchingSince || now - searchingSince >= ASK_PEOPLE_AFTER_MS;
}

function unclear(why: string, lookAgainInMs?: number): StillUnclear {
  return new StillUnclear(why, lookAgainInMs);
}
