import { usageReadAt } from './budget.ts';
import { retryOption } from './failure.ts';
import type { CartReference, Order, OvhOrder } from './order.ts';
import { isVoucherPending } from './project-voucher.ts';
import { isCharged } from './quote.ts';
import { isBeingSettled } from './settlement.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Time } from './time.ts';

/** When an order wants the worker's attention next (ms since 1970), and what for. */
export type NextRun = { at: Time; reason: RunReason };

type RunReason =
  | 'quote'
  | 'checkout'
  | 'approval_reminder'
  | 'approval_deadline'
  | 'status_poll'
  | 'free_order_deadline'
  | 'payment_reminder'
  | 'payment_deadline'
  | 'project_voucher'
  | 'usage_read'
  | 'cart_cleanup'
  | 'late_order_check';

/** An order that is about to be paid, or was just paid, changes within seconds; one that waits for days does not. */
const MIN_POLL_MS = 3_000;
const MAX_POLL_MS = 5 * MINUTE_MS;
/** The pause between polls as a part of the time since the last change. */
const POLL_PER_AGE = 1 / 20;
/** The requester is reminded this long before the payment deadline, or in the last quarter of a shorter time. */
const REMIND_BEFORE_MS = DAY_MS;
/** An automatic payment shows within this. */
const CHARGED_WITHIN_MS = 15 * MINUTE_MS;
/** How long the app tries to confirm an order that costs nothing before it asks for a person's click. */
const CONFIRM_WITHIN_MS = 10 * MINUTE_MS;
/** A confirmation that OVHcloud accepted shows in the order's status within this. */
const CONFIRMED_WITHIN_MS = 15 * MINUTE_MS;
/** A request that may be changed and retried keeps its cart for this long. */
const KEEP_CART_MS = HOUR_MS;
/** The carts of a closed order are searched for once more after this. */
const LATE_CARTS_MS = HOUR_MS;
/**
 * When to look again for an order of an abandoned checkout: this long after it was abandoned, or after the next
 * checkout.
 */
const LATE_ORDER_CHECKS_MS = [MINUTE_MS, 10 * MINUTE_MS, HOUR_MS];
/** A time further ahead than this was set by a wrong clock. */
const MAX_AHEAD_MS = HOUR_MS;
/** An order's cart must not be checked out in its last minutes: the quote ends this long before the cart. */
const CART_MARGIN_MS = 10 * MINUTE_MS;

/** What the settings enable: `readsUsage` is false while budgets are off. */
type Enabled = { readsUsage: boolean };

/** The earliest thing that is left to do for an order, or null while it waits for nothing. */
export function nextRun(
  order: Order,
  now: Time,
  { readsUsage }: Enabled = { readsUsage: true },
): NextRun | null {
  const runs = runsOf(order, now).filter(
    (run): run is NextRun => run.at !== null && (readsUsage || run.reason !== 'usage_read'),
  );
  return runs.reduce<NextRun | null>((first, run) => (first && first.at <= run.at ? first : run), null);
}

/** The same as a time only (ms since 1970). */
export function nextRunAt(order: Order, now: Time, enabled?: Enabled): Time | null {
  return nextRun(order, now, enabled)?.at ?? null;
}

function runsOf(order: Order, now: Time): { at: Time | null; reason: RunReason }[] {
  const cleanup = { at: cartCleanupAt(order, now), reason: 'cart_cleanup' } as const;
  const lateOrders = { at: lateOrderCheckAt(order, now), reason: 'late_order_check' } as const;
  const poll = { at: nextPollAt(order, now), reason: 'status_poll' } as const;
  switch (order.state) {
    case 'requested':
      return [{ at: now, reason: 'quote' }];
    case 'approved':
      return [{ at: now, reason: 'checkout' }];
    case 'awaiting_approval':
      return [
        { at: order.validUntil, reason: 'approval_deadline' },
        { at: order.remindAt, reason: 'approval_reminder' },
        lateOrders,
      ];
    case 'awaiting_payment':
      return [
        cleanup,
        lateOrders,
        poll,
        { at: ifFuture(freeOrderDeadlineAt(order, now), now), reason: 'free_order_deadline' },
        { at: ifFuture(paymentReminderAt(order), now), reason: 'payment_reminder' },
        { at: ifFuture(order.ovhOrder?.paymentDueAt ?? null, now), reason: 'payment_deadline' },
      ];
    case 'delivering':
      return [cleanup, lateOrders, poll];
    case 'ready':
      return [
        { at: isVoucherPending(order) ? now : null, reason: 'project_voucher' },
        { at: usageReadAt(order, now), reason: 'usage_read' },
        cleanup,
        lateOrders,
      ];
    case 'payment_expired':
    case 'rejected':
    case 'cancelled':
    case 'approval_expired':
    case 'failed':
      return [cleanup, lateOrders];
  }
}

/** Past times are handled at the next poll: OVHcloud may not return the order's status. */
function ifFuture(time: Time | null, now: Time): Time | null {
  return time !== null && time > now ? time : null;
}

/** When the app stops trying to confirm an order that costs nothing; null if the app does not confirm it. */
function freeOrderDeadlineAt(order: Order, now: Time): Time | null {
  return isBeingSettled(order) ? settlementDeadline(order.ovhOrder, now) : null;
}

/** When a placed order that the app was to confirm is left to a person. */
export function settlementDeadline({ at, settlement }: OvhOrder, now: Time): Time {
  const since = settlement?.at ?? at;
  // Set by a clock that was ahead.
  if (since > now + MAX_AHEAD_MS) return now;
  return since + (settlement ? CONFIRMED_WITHIN_MS : CONFIRM_WITHIN_MS);
}

/** When to poll a placed order next: soon after a change, then rarely. */
export function nextPollAt(order: Order, now: Time): Time {
  const since = order.fulfilment?.since ?? order.ovhOrder?.at ?? now;
  const age = now - since;
  // Set by a clock that was ahead: the time since the change is unknown.
  if (age < -MAX_POLL_MS) return now + MAX_POLL_MS;
  const pause = Math.round(Math.max(0, age) * POLL_PER_AGE);
  return now + Math.min(Math.max(pause, MIN_POLL_MS), MAX_POLL_MS);
}

/**
 * When to remind of the payment; null if that was done, or OVHcloud does not say when the order ends. Where OVHcloud was
 * asked to charge the account, people are notified soon that it has not.
 */
export function paymentReminderAt(order: Order): Time | null {
  const { ovhOrder, paymentRemindersSent: sent } = order;
  if (!ovhOrder) return null;
  const charged = isCharged(order);
  if (charged && sent === 0) return ovhOrder.at + CHARGED_WITHIN_MS;
  if (ovhOrder.paymentDueAt === null || sent > (charged ? 1 : 0)) return null;
  const quarter = Math.round((ovhOrder.paymentDueAt - ovhOrder.at) / 4);
  return ovhOrder.paymentDueAt - Math.min(REMIND_BEFORE_MS, quarter);
}

/**
 * When to delete an order's carts at OVHcloud; null if there are none left. Those of a closed order are deleted at
 * once, and searched for again later: a process that was paused for long may have created another one after it
 * closed.
 */
export function cartCleanupAt(order: Order, now: Time): Time | null {
  const { cartsCleanedUpAt, closure } = order;
  if (cartsCleanedUpAt === null) return keepCartUntil(order) ?? now;
  const end = closure?.at ?? order.ovhOrder?.at ?? order.createdAt;
  // A clock that was ahead has dated the end: they are deleted once more by the right one.
  if (end > now + MAX_AHEAD_MS) return cartsCleanedUpAt <= now ? null : now;
  const last = end + LATE_CARTS_MS;
  return cartsCleanedUpAt < last ? last : null;
}

/** After a refusal that another voucher or name may fix, the same cart is changed instead of a new one built. */
function keepCartUntil({ closure }: Order): Time | null {
  const isChangeable = closure?.failure && retryOption(closure.failure) === 'change_request';
  return isChangeable ? closure.at + KEEP_CART_MS : null;
}

/** When to look again for an order of an abandoned checkout; null: never again. */
export function lateOrderCheckAt({ lateOrderChecks: checks }: Order, now: Time): Time | null {
  const after = checks && LATE_ORDER_CHECKS_MS[checks.done];
  if (!after) return null;
  return checks.since > now + MAX_AHEAD_MS ? now : checks.since + after;
}

/** Until when people may decide on a quote made now, and when they are first reminded. */
export function approvalDeadlines(
  { expiresAt }: CartReference,
  { approvalTimeoutMs, remindAfterMs }: { approvalTimeoutMs: number; remindAfterMs: number },
  now: Time,
): { validUntil: Time; remindAt: Time | null } {
  const decideUntil = now + approvalTimeoutMs;
  const validUntil = expiresAt === null ? decideUntil : Math.min(decideUntil, expiresAt - CART_MARGIN_MS);
  const remindAt = now + remindAfterMs;
  return { validUntil, remindAt: remindAt < validUntil ? remindAt : null };
}

/** When to remind again: each pause is twice as long as the one before, and none goes beyond the order's expiry. */
export function nextReminderAt(
  order: Order,
  { remindAfterMs, now }: { remindAfterMs: number; now: Time },
): Time | null {
  const next = now + remindAfterMs * 2 ** (order.remindersSent + 1);
  return order.validUntil === null || next < order.validUntil ? next : null;
}
