import { countedApprovers } from '../approval-policy.ts';
import { type DenialReason, invalidState } from '../denial.ts';
import type { Order } from '../order.ts';
import { fingerprintOf } from '../quote.ts';
import { changedFields, type OrderRequest } from '../request.ts';
import type { Time } from '../time.ts';
import { appendEntry, clearRetrying, type EventOf, type Rules } from './rule.ts';

/** What OVHcloud says about an order's price and the account before the order is approved. */
export const quoteRules: Rules<'quote_received' | 'eligibility_checked'> = {
  quote_received: { from: ['requested', 'approved'], to: quoteReceived },
  eligibility_checked: {
    from: ['requested'],
    to: (order, { request, eligibility }) =>
      isStaleResponse(order, request) ? invalidState : { ...order, eligibility },
  },
};

/** A first quote asks for approval; one at checkout time that differs voids the approvals and asks again. */
function quoteReceived(order: Order, event: EventOf<'quote_received'>, now: Time): Order | DenialReason {
  if (order.checkoutAttempt || isStaleResponse(order, event.request)) return invalidState;
  const fingerprint = fingerprintOf(order.request, event.quote);
  const { quote, cart, validUntil, remindAt } = event;
  const asked = { state: 'awaiting_approval', quote, cart, fingerprint, validUntil, remindAt } as const;
  const isNew = {
    approvalRequestedAt: now,
    remindersSent: 0,
    isOutcomeUnknownNotified: false,
    askedApprovers: event.asked ?? null,
  };
  const next = clearRetrying({ ...order, ...asked, ...isNew });
  const request = { kind: 'approval_requested', fingerprint, validUntil } as const;
  if (order.state === 'requested' || !order.quote)
    return appendEntry({ ...next, approvals: [] }, request, now);

  const voided = countedApprovers(order);
  if (event.isCartChanged) {
    const changed = { kind: 'cart_changed', voided } as const;
    return appendEntry(appendEntry({ ...next, approvals: [] }, changed, now), request, now);
  }
  if (fingerprint === order.fingerprint) return { ...order, cart };
  const changed = { kind: 'price_changed', before: order.quote, after: quote, voided } as const;
  return appendEntry(appendEntry({ ...next, approvals: [] }, changed, now), request, now);
}

/** Whether an answer from OVHcloud is for a request that was changed meanwhile. */
function isStaleResponse(order: Order, asked: OrderRequest): boolean {
  return changedFields(asked, order.request).length > 0;
}
