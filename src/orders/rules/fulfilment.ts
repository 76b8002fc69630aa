import { type DenialReason, invalidState } from '../denial.ts';
import type { Order } from '../order.ts';
import { paymentReminderAt } from '../schedule.ts';
import { leaveToPerson } from '../settlement.ts';
import { HOUR_MS, MINUTE_MS, type Time } from '../time.ts';
import {
  isPastPayment,
  isProjectGivenUp,
  isProjectOverdue,
  isTrackingAbandoned,
  mayEndUnverified,
} from '../time-limits.ts';
import { appendEntry, clearRetrying, close, type EventOf, fail, type Rules } from './rule.ts';

/** Minimum interval between polls triggered by Pay. */
const HURRY_AFTER_MS = MINUTE_MS;

/** How long tracking may fail before people are notified. */
const NOTIFY_AFTER_MS = HOUR_MS;

/** A placed order: it is paid and delivered, expires, or is cancelled at OVHcloud. */
export const fulfilmentRules: Rules<
  | 'pay_clicked'
  | 'payment_deadline_set'
  | 'checkout_url_refreshed'
  | 'payment_reminded'
  | 'tracking_lost'
  | 'tracking_restored'
  | 'status_changed'
  | 'payment_expired'
  | 'tracking_abandoned'
  | 'cancelled_at_ovh'
  | 'project_overdue'
  | 'project_not_found'
  | 'project_ready'
> = {
  pay_clicked: {
    from: ['awaiting_payment'],
    to: (order, _event, now) => {
      const since = order.fulfilment?.since ?? order.ovhOrder?.at ?? now;
      // Far ahead of now, it was set by a wrong clock.
      if (Math.abs(now - since) < HURRY_AFTER_MS) return invalidState;
      return { ...order, fulfilment: { progress: 'awaiting_payment', since: now } };
    },
  },
  payment_deadline_set: {
    from: ['awaiting_payment'],
    // A clock that was ahead has dated the order, too.
    to: ({ ovhOrder, ...order }, { paymentDueAt }, now) =>
      ovhOrder
        ? { ...order, ovhOrder: { ...ovhOrder, at: Math.min(ovhOrder.at, now), paymentDueAt } }
        : invalidState,
  },
  checkout_url_refreshed: {
    from: ['awaiting_payment'],
    to: (order, { orderId, url }) =>
      order.ovhOrder?.orderId === orderId && order.ovhOrder.url === ''
        ? { ...order, ovhOrder: { ...order.ovhOrder, url } }
        : invalidState,
  },
  payment_reminded: {
    from: ['awaiting_payment'],
    to: (order, _event, now) => {
      const at = paymentReminderAt(order);
      if (at === null || now < at || !order.ovhOrder) return invalidState;
      const reminded = { ...order, paymentRemindersSent: order.paymentRemindersSent + 1 };
      const { paymentDueAt } = order.ovhOrder;
      return appendEntry(reminded, { kind: 'payment_reminded', paymentDueAt }, now);
    },
  },
  tracking_lost: { from: ['awaiting_payment', 'delivering'], to: trackingLost },
  tracking_restored: {
    from: ['awaiting_payment', 'delivering'],
    to: (order) => (order.retrying ? clearRetrying(order) : invalidState),
  },
  // A payment in the last minute may appear only after the order has expired here.
  status_changed: { from: ['awaiting_payment', 'delivering', 'payment_expired'], to: statusChanged },
  payment_expired: {
    from: ['awaiting_payment'],
    to: expired,
  },
  tracking_abandoned: {
    from: ['delivering'],
    to: (order, _event, now) =>
      order.ovhOrder && isTrackingAbandoned(order, now)
        ? fail(order, { kind: 'status_unknown', orderId: order.ovhOrder.orderId }, now)
        : invalidState,
  },
  cancelled_at_ovh: {
    from: ['awaiting_payment', 'delivering'],
    to: (order, { orderId, reason }, now) => {
      if (order.ovhOrder?.orderId !== orderId) return invalidState;
      return fail(
        order,
        { kind: 'ovh_order_cancelled', orderId, reason, wasPaid: order.paidAt !== null },
        now,
      );
    },
  },
  project_overdue: {
    from: ['delivering'],
    to: (order, _event, now) =>
      isProjectOverdue(order, now)
        ? appendEntry({ ...order, isOverdueNotified: true }, { kind: 'project_overdue' }, now)
        : invalidState,
  },
  project_not_found: {
    from: ['delivering'],
    to: (order, _event, now) =>
      order.ovhOrder && isProjectGivenUp(order, now)
        ? fail(order, { kind: 'project_not_found', orderId: order.ovhOrder.orderId }, now)
        : invalidState,
  },
  project_ready: {
    from: ['delivering'],
    to: (order, { project }, now) =>
      project.unverified && !mayEndUnverified(order, project.unverified, now)
        ? invalidState
        : appendEntry(close({ ...order, project }, { state: 'ready' }, now), { kind: 'ready' }, now),
  },
};

/** If OVHcloud does not say whether it was paid, it must be too late to pay. */
function expired(
  order: Order,
  { paymentUnknown }: EventOf<'payment_expired'>,
  now: Time,
): Order | DenialReason {
  if (!order.ovhOrder || (paymentUnknown && !isPastPayment(order, now))) return invalidState;
  const { orderId } = order.ovhOrder;
  const entry = {
    kind: 'payment_expired',
    orderId,
    ...(paymentUnknown && { paymentUnknown: true }),
  } as const;
  const closed = close(order, { state: 'payment_expired', failure: paymentUnknown ?? null }, now);
  return appendEntry(closed, entry, now);
}

/**
 * Reported twice: when it begins, and when it has lasted long enough to notify people. Dated by a clock that was ahead, it
 * begins once more.
 */
function trackingLost(order: Order, { failure }: EventOf<'tracking_lost'>, now: Time): Order | DenialReason {
  const { retrying } = order;
  if (retrying && retrying.since > now) return { ...order, retrying: { ...retrying, since: now } };
  const since = retrying?.since ?? now;
  const notified = now - since >= NOTIFY_AFTER_MS;
  if (retrying && (retrying.notified || !notified)) return invalidState;
  return { ...order, retrying: { since, failure, notified } };
}

function statusChanged(order: Order, event: EventOf<'status_changed'>, now: Time): Order | DenialReason {
  const { orderId, progress, message } = event;
  const before = order.fulfilment?.progress ?? 'awaiting_payment';
  if (order.ovhOrder?.orderId !== orderId || progress === before) return invalidState;
  const isUnpaid = progress === 'awaiting_payment';
  if (isUnpaid && order.state === 'payment_expired') return invalidState;
  const state = isUnpaid ? 'awaiting_payment' : 'delivering';
  const wasPaid = order.paidAt !== null;
  const next: Order = { ...order, state, closure: null, fulfilment: { progress, since: now } };
  // Cancellation before payment is reported when it completes.
  if (isUnpaid) {
    const unpaid = { ...next, paidAt: null };
    return wasPaid
      ? appendEntry(leaveToPerson(unpaid, null, now), { kind: 'payment_failed', orderId }, now)
      : unpaid;
  }
  const isNews = !wasPaid && progress !== 'cancelling';
  const paid = isNews ? appendEntry({ ...next, paidAt: now }, { kind: 'paid', orderId }, now) : next;
  return progress === 'documents_requested'
    ? appendEntry(paid, { kind: 'documents_requested', message }, now)
    : paid;
}
