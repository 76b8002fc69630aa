import { Denial, invalidState } from './denial.ts';
import type { OrderEvent } from './events.ts';
import type { Order } from './order.ts';
import { approvalRules } from './rules/approval.ts';
import { budgetRules } from './rules/budget.ts';
import { checkoutRules } from './rules/checkout.ts';
import { formerAttemptRules } from './rules/former-attempts.ts';
import { fulfilmentRules } from './rules/fulfilment.ts';
import { housekeepingRules } from './rules/housekeeping.ts';
import { projectVoucherRules } from './rules/project-voucher.ts';
import { quoteRules } from './rules/quote.ts';
import { isDenied, type Rule, type Rules } from './rules/rule.ts';
import { settlementRules } from './rules/settlement.ts';
import type { Time } from './time.ts';

/** The state table: what may happen to an order, when, and what comes of it. */
const rules: Rules<OrderEvent['type']> = {
  ...quoteRules,
  ...approvalRules,
  ...checkoutRules,
  ...formerAttemptRules,
  ...settlementRules,
  ...fulfilmentRules,
  ...projectVoucherRules,
  ...budgetRules,
  ...housekeepingRules,
};

/** All types of events there are. */
export const EVENT_TYPES = Object.keys(rules) as OrderEvent['type'][];

/**
 * Turns (order, event) into the next order, or into a Denial with a reason that can be shown to a person.
 * Pure: `now` (ms since 1970) is the only clock.
 */
export function transition(order: Order, event: OrderEvent, now: Time): Order | Denial {
  const rule = rules[event.type] as Rule<OrderEvent['type']>;
  if (!rule.from.includes(order.state)) return new Denial(invalidState, order);
  const outcome = rule.to(order, event, now);
  return isDenied(outcome) ? new Denial(outcome, order) : outcome;
}
