import { Denial } from './denial.ts';
import type { OrderEvent } from './events.ts';
import { retryOption } from './failure.ts';
import { nextPollAt, paymentReminderAt } from './fulfilment.ts';
import { latestEntry, type Order, type Time } from './order.ts';
import { isVoucherPending } from './project-voucher.ts';
import { approvalRules } from './rules/approval.ts';
import { checkoutRules } from './rules/checkout.ts';
import { formerAttempts } from './rules/former-attempts.ts';
import { fulfilmentRules } from './rules/fulfilment.ts';
import { projectVouchers } from './rules/project-vouchers.ts';
import { quoteRules } from './rules/quote.ts';
import { invalidState, type Rule, type Rules } from './rules/rule.ts';
import { settlements } from './rules/settlements.ts';

/** The state table: what may happen to an order, when, and what comes of it. */
const rules: Rules<OrderEvent['type']> = {
  ...quoteRules,
  ...approvalRules,
  ...checkoutRules,
  ...formerAttempts,
  ...settlements,
  ...fulfilmentRules,
  ...projectVouchers,
};

/** All types of events there are. */
export const EVENT_TYPES = Object.keys(rules) as OrderEvent['type'][];

/** A request that may be changed and tried again keeps its cart for this long. */
const KEEP_CART_MS = 3_600_000;
/** An order of a checkout that was given up is looked for once more, so long after that or after the next checkout. */
const LATE_ORDER_CHECKS_MS = [60_000, 600_000, 3_600_000];
/** The carts of an ended order are looked for once more after this. */
const LATE_CARTS_MS = 3_600_000;

/**
 * Turns (order, event) into the next order, or into a Denial with a reason that can be shown to a person.
 * Pure: `now` (ms since 1970) is the only clock.
 */
export function transition(order: Order, event: OrderEvent, now: Time): Order | Denial {
  const rule = rules[event.type] as Rule<OrderEvent['type']>;
  if (!rule.from.includes(order.state)) return new Denial(invalidState, order);
  const outcome = rule.to(order, event, now);
  return 'kind' in outcome ? new Denial(outcome, order) : outcome;
}

/** When the order wants the worker's attention next (ms since 1970), or null while it waits for nothing. */
export function nextRunAt(order: Order, now: Time): Time | null {
  switch (order.state) {
    case 'requested':
    case 'approved':
      return now;
    case 'awaiting_approval':
      return earliest(order.validUntil, order.remindAt);
    case 'awaiting_payment':
      return earliest(
        cartCleanupAt(order, now),
        lateOrderCheckAt(order),
        nextPollAt(order, now),
        ifFuture(paymentReminderAt(order), now),
        ifFuture(order.ovhOrder?.paymentDueAt ?? null, now),
      );
    case 'delivering':
      return earliest(cartCleanupAt(order, now), lateOrderCheckAt(order), nextPollAt(order, now));
    default:
      return isVoucherPending(order) ? now : earliest(cartCleanupAt(order, now), lateOrderCheckAt(order));
  }
}

/** When to look once more for an order of a checkout that was given up (ms since 1970); null: no more. */
export function lateOrderCheckAt({ lateOrderChecks: checks }: Order): Time | null {
  const after = checks && LATE_ORDER_CHECKS_MS[checks.done];
  return after ? checks.since + after : null;
}

/** What has passed already is seen to at the next look: OVHcloud may not say how the order is. */
function ifFuture(time: Time | null, now: Time): Time | null {
  return time !== null && time > now ? time : null;
}

/**
 * When an order's carts are to be removed at OVHcloud (ms since 1970); null: there are none any more.
 * An ended order's carts are removed at once, and looked for again later: a process that stood still for long may have
 * made another one after its order had ended.
 */
export function cartCleanupAt(order: Order, now: Time): Time | null {
  const last = (latestEntry(order)?.at ?? order.createdAt) + LATE_CARTS_MS;
  if (order.cartsCleanedUpAt === null) return keepCartUntil(order) ?? now;
  return order.cartsCleanedUpAt < last ? last : null;
}

/** After a refusal that another voucher or name may mend, the same cart is changed instead of a new one built. */
function keepCartUntil(order: Order): Time | null {
  const last = latestEntry(order);
  const isChangeable = last?.kind === 'failed' && retryOption(last.failure) === 'change_request';
  return isChangeable ? last.at + KEEP_CART_MS : null;
}

function earliest(...times: (Time | null)[]): Time | null {
  const known = times.filter((time) => time !== null);
  return known.length > 0 ? Math.min(...known) : null;
}
