import type { Unverified } from './fulfilment.ts';
import type { Order } from './order.ts';
import { DAY_MS, MINUTE_MS, type Time } from './time.ts';

/** OVHcloud may not list a project for minutes after its order was delivered; after this, people are notified. */
const PROJECT_APPEARS_WITHIN_MS = 30 * MINUTE_MS;
/** A project that OVHcloud does not explicitly refuse to show may still appear for this long. */
const PROJECT_GIVEN_UP_AFTER_MS = DAY_MS;
/** A payment in the last minute may take this long to appear: until then, no one is asked to order again. */
const PAYMENT_SHOWS_WITHIN_MS = 15 * MINUTE_MS;
/** Without a deadline from OVHcloud, an order can be paid for this long at most. */
const MAX_PAYABLE_MS = 30 * DAY_MS;
/** A paid order without news from OVHcloud for this long is no longer tracked. */
const TRACKING_ABANDONED_AFTER_MS = 7 * DAY_MS;

/** Whether a delivered order's project should exist by now, and no one was notified yet that it does not. */
export function isProjectOverdue(order: Order, now: Time): boolean {
  return !order.isOverdueNotified && isDeliveredFor(order, PROJECT_APPEARS_WITHIN_MS, now);
}

/**
 * Whether to report the project ID in the order although the project could not be read: it never will be, or takes
 * too long.
 */
export function mayEndUnverified(order: Order, { reason }: Unverified, now: Time): boolean {
  const isRefused = reason === 'forbidden' || reason === 'not_shown';
  return isDeliveredFor(order, isRefused ? PROJECT_APPEARS_WITHIN_MS : PROJECT_GIVEN_UP_AFTER_MS, now);
}

/** Whether to stop tracking a delivered order without a project; `isAnswered`: OVHcloud answers. */
export function isProjectGivenUp(order: Order, now: Time, { isAnswered = true } = {}): boolean {
  return isDeliveredFor(order, isAnswered ? PROJECT_GIVEN_UP_AFTER_MS : TRACKING_ABANDONED_AFTER_MS, now);
}

function isDeliveredFor({ fulfilment }: Order, ms: number, now: Time): boolean {
  return fulfilment?.progress === 'delivered' && now - fulfilment.since >= ms;
}

/** Whether a placed order can no longer be paid, and even a last-minute payment would show by now. */
export function isPastPayment({ ovhOrder }: Order, now: Time): boolean {
  if (!ovhOrder) return false;
  return now >= (ovhOrder.paymentDueAt ?? ovhOrder.at + MAX_PAYABLE_MS) + PAYMENT_SHOWS_WITHIN_MS;
}

/** Whether a paid order's status has been missing for so long that tracking ends. */
export function isTrackingAbandoned(order: Order, now: Time): boolean {
  const { retrying } = order;
  return (
    retrying !== null && now - retrying.since >= TRACKING_ABANDONED_AFTER_MS && isPastPayment(order, now)
  );
}
