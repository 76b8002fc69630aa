import type { Order, Time } from './order.ts';
import type { Unverified } from './progress.ts';
import { chargesAccount } from './quote.ts';

/** OVHcloud may not know a project for minutes after its order was delivered; then people are told. */
const PROJECT_APPEARS_WITHIN_MS = 1_800_000;
/** A project that OVHcloud does not refuse to show may still come for this long. */
const PROJECT_GIVEN_UP_AFTER_MS = 86_400_000;
/** A payment of the last minute may take this long to show: before that, nobody is told to order again. */
const PAYMENT_SHOWS_WITHIN_MS = 900_000;
/** An order of which OVHcloud does not say when it ends can be paid for this long at most. */
const LONGEST_TO_PAY_MS = 30 * 86_400_000;
/** A paid order of which OVHcloud says nothing for this long is followed no further. */
const TRACKING_ABANDONED_AFTER_MS = 7 * 86_400_000;

/** Whether OVHcloud was asked to take the money for a placed order from the account, and there is some to take. */
export function isCharged({ quote, ovhOrder }: Order): boolean {
  return quote !== null && ovhOrder !== null && chargesAccount({ ...quote, withTax: ovhOrder.withTax });
}

/** Whether a delivered order's project should be there by now, and nobody was told yet that it is not. */
export function isProjectOverdue(order: Order, now: Time): boolean {
  return !order.isOverdueNotified && isDeliveredFor(order, PROJECT_APPEARS_WITHIN_MS, now);
}

/** Whether the id that the order names is told although its project could not be read: it will not be, or takes too long. */
export function mayEndUnverified(order: Order, { reason }: Unverified, now: Time): boolean {
  const isRefused = reason === 'forbidden' || reason === 'not_shown';
  return isDeliveredFor(order, isRefused ? PROJECT_APPEARS_WITHIN_MS : PROJECT_GIVEN_UP_AFTER_MS, now);
}

/** Whether a delivered order of which no project was found is followed no further; `isAnswered`: OVHcloud answers. */
export function isProjectGivenUp(order: Order, now: Time, isAnswered = true): boolean {
  return isDeliveredFor(order, isAnswered ? PROJECT_GIVEN_UP_AFTER_MS : TRACKING_ABANDONED_AFTER_MS, now);
}

function isDeliveredFor({ fulfilment }: Order, ms: number, now: Time): boolean {
  return fulfilment?.progress === 'delivered' && now - fulfilment.since >= ms;
}

/** Whether a placed order can no longer be paid, and a payment of its last minute would show by now. */
export function isPastPayment({ ovhOrder }: Order, now: Time): boolean {
  if (!ovhOrder) return false;
  return now >= (ovhOrder.paymentDueAt ?? ovhOrder.at + LONGEST_TO_PAY_MS) + PAYMENT_SHOWS_WITHIN_MS;
}

/** Whether OVHcloud has not said for so long how far a paid order is that it is followed no further. */
export function isTrackingAbandoned(order: Order, now: Time): boolean {
  const { retrying } = order;
  return (
    retrying !== null && now - retrying.since >= TRACKING_ABANDONED_AFTER_MS && isPastPayment(order, now)
  );
}

/** Whether an OVHcloud order that has lapsed here turned out to be paid. */
export function wasPaidAfterExpiry(
  { timeline }: Order,
  expired: { number: number; orderId: number },
): boolean {
  return timeline.slice(expired.number).some((entry) => {
    if (entry.kind === 'paid') return entry.orderId === expired.orderId;
    if (entry.kind !== 'failed' || entry.failure.kind !== 'paid_after_expiry') return false;
    return entry.failure.orderId === expired.orderId;
  });
}
