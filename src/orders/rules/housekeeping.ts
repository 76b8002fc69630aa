import { invalidState } from '../denial.ts';
import { CLOSED_STATES, OPEN_STATES } from '../order.ts';
import { containsSecrets, redact } from '../redaction.ts';
import { appendEntry, fail, type Rules } from './rule.ts';

/** What may happen to an order in any state: a failed step, another channel, clean-up, an operator's sync. */
export const housekeepingRules: Rules<
  | 'retry_scheduled'
  | 'failed'
  | 'channel_changed'
  | 'carts_cleaned_up'
  | 'secrets_redacted'
  | 'sync_requested'
> = {
  retry_scheduled: {
    from: ['requested', 'approved'],
    to: (order, { failure }, now) => ({ ...order, retrying: { since: now, failure } }),
  },
  failed: {
    from: ['requested', 'awaiting_approval', 'approved', 'payment_expired'],
    to: (order, { failure }, now) => {
      const isOver = order.state === 'payment_expired' && failure.kind !== 'paid_after_expiry';
      return order.checkoutAttempt || isOver ? invalidState : fail(order, failure, now);
    },
  },
  channel_changed: {
    from: [...OPEN_STATES, ...CLOSED_STATES],
    to: (order, { to }, now) =>
      order.channel === to
        ? invalidState
        : appendEntry(
            { ...order, channel: to, previousChannels: [...order.previousChannels, order.channel] },
            { kind: 'channel_changed', from: order.channel },
            now,
          ),
  },
  carts_cleaned_up: {
    from: [...CLOSED_STATES, 'awaiting_payment', 'delivering'],
    to: (order, _event, now) => ({ ...order, cart: null, cartsCleanedUpAt: now }),
  },
  secrets_redacted: {
    from: CLOSED_STATES,
    to: (order, _event, now) => (containsSecrets(order) ? redact(order, now) : invalidState),
  },
  // The order does not change: recording the event makes the worker process it and re-render its messages.
  sync_requested: { from: [...OPEN_STATES, ...CLOSED_STATES], to: (order) => ({ ...order }) },
};
