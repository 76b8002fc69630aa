import { askAgainAt, payReminderAt } from './delivery.ts';
import type { OrderEvent } from './events.ts';
import { remedyFor } from './failure.ts';
import { lastInStory, type Order, type Time } from './order.ts';
import { Refusal } from './refusal.ts';
import { checkouts } from './rules/checkouts.ts';
import { decisions } from './rules/decisions.ts';
import { deliveries } from './rules/deliveries.ts';
import { formerAttempts } from './rules/former-attempts.ts';
import { quotes } from './rules/quotes.ts';
import { notNow, type Rule, type Rules } from './rules/rule.ts';

/** The state table: what may happen to an order, when, and what comes of it. */
const rules: Rules<OrderEvent['type']> = {
  ...quotes,
  ...decisions,
  ...checkouts,
  ...formerAttempts,
  ...deliveries,
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
 * Turns (order, event) into the next order, or into a Refusal with a reason that can be shown to a person.
 * Pure: `now` (ms since 1970) is the only clock.
 */
export function transition(order: Order, event: OrderEvent, now: Time): Order | Refusal {
  const rule = rules[event.type] as Rule<OrderEvent['type']>;
  if (!rule.from.includes(order.state)) return new Refusal(notNow, order);
  const outcome = rule.to(order, event, now);
  return 'kind' in outcome ? new Refusal(outcome, order) : outcome;
}

/** When the order wants the worker's attention next (ms since 1970), or null while it waits for nothing. */
export function dueAt(order: Order, now: Time): Time | null {
  switch (order.state) {
    case 'requested':
    case 'approved':
      return now;
    case 'awaiting_approval':
      return earliest(order.validUntil, order.remindAt);
    case 'unpaid':
      return earliest(
        tidyAt(order, now),
        lateOrderCheckAt(order),
        askAgainAt(order, now),
        ifToCome(payReminderAt(order), now),
        ifToCome(order.placed?.payUntil ?? null, now),
      );
    case 'delivering':
      return earliest(tidyAt(order, now), lateOrderCheckAt(order), askAgainAt(order, now));
    default:
      return earliest(tidyAt(order, now), lateOrderCheckAt(order));
  }
}

/** When to look once more for an order of a checkout that was given up (ms since 1970); null: no more. */
export function lateOrderCheckAt({ lateOrderChecks: checks }: Order): Time | null {
  const after = checks && LATE_ORDER_CHECKS_MS[checks.done];
  return after ? checks.since + after : null;
}

/** What has passed already is seen to at the next look: OVHcloud may not say how the order is. */
function ifToCome(time: Time | null, now: Time): Time | null {
  return time !== null && time > now ? time : null;
}

/**
 * When an order's carts are to be removed at OVHcloud (ms since 1970); null: there are none any more.
 * An ended order's carts are removed at once, and looked for again later: a process that stood still for long may have
 * made another one after its order had ended.
 */
export function tidyAt(order: Order, now: Time): Time | null {
  const last = (lastInStory(order)?.at ?? order.createdAt) + LATE_CARTS_MS;
  if (order.cartsRemovedAt === null) return cartNeededUntil(order) ?? now;
  return order.cartsRemovedAt < last ? last : null;
}

/** After a refusal that another voucher or name may mend, the same cart is changed instead of a new one built. */
function cartNeededUntil(order: Order): Time | null {
  const last = lastInStory(order);
  const isChangeable = last?.kind === 'failed' && remedyFor(last.failure) === 'change_request';
  return isChangeable ? last.at + KEEP_CART_MS : null;
}

function earliest(...times: (Time | null)[]): Time | null {
  const known = times.filter((time) => time !== null);
  return known.length > 0 ? Math.min(...known) : null;
}
