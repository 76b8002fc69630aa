import type { Outcome } from './oracle.ts';
import { type Checkout, wasOver } from './sales.ts';

/** No second checkout is sent sooner than this after the first, less what the second's rounding of times takes. */
const IN_FLIGHT_MS = 118_000;
/** An order that was found is not linked sooner than this after its checkout. */
const SOLE_CANDIDATE_MS = 58_000;

/** Checkouts that were sent too soon, too often, or though an order could be seen to stand already. */
export function brokenCheckouts(outcome: Outcome): string[] {
  const byOrder = Map.groupBy(outcome.checkouts, ({ orderId }) => orderId);
  return [...byOrder].flatMap(([orderId, checkouts]) => [
    ...checkouts.flatMap((checkout, index) => brokenBy(checkout, checkouts.slice(0, index), outcome)),
    ...linkedTooSoon(orderId, checkouts, outcome),
  ]);
}

function brokenBy(checkout: Checkout, before: Checkout[], { sales, restores }: Outcome): string[] {
  const { orderId, at, journal } = checkout;
  const broken: string[] = [];
  // What a copy that was restored forgot, only OVHcloud can say.
  const known = before.filter((earlier) => !restores.some((time) => time >= earlier.at && time <= at));
  const open = known.filter(
    ({ cartId }) =>
      !journal.some(({ type, after }) => type === 'placed' && after.ovhOrder?.cartId === cartId),
  );
  const last = open.at(-1);
  const seconds = Math.round((at - (last?.at ?? 0)) / 1_000);
  if (last && at - last.at < IN_FLIGHT_MS)
    broken.push(`${orderId} was checked out again after only ${seconds} s`);
  const isAsked = journal.some(
    ({ type, trueAt }) => (type === 'approved' || type === 'retried') && trueAt >= (last?.at ?? 0),
  );
  if (last?.autoPay && last.ucents > 0 && !isAsked)
    broken.push(`${orderId} was checked out again, with automatic payment, and no one was asked`);
  if (checkout.leavesCartOpen && known.length === before.length)
    broken.push(`${orderId} was checked out while a cart of before could still be ordered`);
  const standing = sales.filter(({ id }) => checkout.knowable.includes(id));
  const second = sales.find((sale) => sale.checkout === checkout);
  if (second && standing.some((sale) => sale !== second && !wasOver(sale, second.at)))
    broken.push(`${orderId} was bought again, though its order could be seen`);
  return broken;
}

/** Orders of unanswered checkouts that were linked before others could be listed. */
function linkedTooSoon(orderId: string, checkouts: Checkout[], { journals }: Outcome): string[] {
  const placings = (journals.get(orderId) ?? []).filter(
    ({ type, before }) =>
      type === 'placed' &&
      before?.checkoutAttempt?.outcomeUnknownSince &&
      !before.checkoutAttempt.confirmedOrderId,
  );
  return placings.flatMap(({ after, trueAt }) => {
    const { cartId } = after.ovhOrder ?? {};
    const checkout = checkouts.findLast((each) => each.cartId === cartId && each.at <= trueAt);
    const isSoon = checkout && !checkout.isAnswered && trueAt - checkout.at < SOLE_CANDIDATE_MS;
    return isSoon ? [`${orderId} was linked before others could be listed`] : [];
  });
}
