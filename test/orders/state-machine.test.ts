import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Denial } from '../../src/orders/denial.ts';
import type { OrderEvent } from '../../src/orders/events.ts';
import type { Order } from '../../src/orders/order.ts';
import { nextRunAt } from '../../src/orders/schedule.ts';
import { transition } from '../../src/orders/state-machine.ts';
import { events } from './one-of-each.ts';
import { after, CART, everyOrder, HOUR, NOW, order } from './samples.ts';

const states = everyOrder();
const { cartId } = CART;

/** What each event makes of an order in each situation; whatever is not named here is refused. */
const table: Record<string, Partial<Record<OrderEvent['type'], Order['state']>>> = {
  requested: {
    quote_received: 'awaiting_approval',
    eligibility_checked: 'requested',
    cancelled: 'cancelled',
    edited: 'requested',
    retry_scheduled: 'requested',
    checkout_recovered: 'approved',
    failed: 'failed',
  },
  retrying: {
    quote_received: 'awaiting_approval',
    eligibility_checked: 'requested',
    cancelled: 'cancelled',
    edited: 'requested',
    retry_scheduled: 'requested',
    checkout_recovered: 'approved',
    failed: 'failed',
  },
  waiting: {
    approved: 'approved',
    rejected: 'rejected',
    cancelled: 'cancelled',
    edited: 'requested',
    reminded: 'awaiting_approval',
    approvers_changed: 'awaiting_approval',
    approval_expired: 'approval_expired',
    failed: 'failed',
  },
  approved: {
    quote_received: 'approved',
    approval_expired: 'approval_expired',
    approvals_lost: 'awaiting_approval',
    checkout_recovered: 'approved',
    approval_withdrawn: 'awaiting_approval',
    retry_scheduled: 'approved',
    failed: 'failed',
    checkout_started: 'approved',
  },
  started: {
    candidate_seen: 'approved',
    retry_scheduled: 'approved',
    checkout_refused: 'approved',
    checkout_outcome_unknown: 'approved',
    cart_fenced: 'approved',
    checkout_not_placed: 'approved',
    match_ambiguous: 'approved',
    match_not_found: 'approved',
    placed: 'awaiting_payment',
  },
  unclear: {
    candidate_seen: 'approved',
    retry_scheduled: 'approved',
    cart_fenced: 'approved',
    checkout_not_placed: 'approved',
    match_ambiguous: 'approved',
    match_not_found: 'approved',
    placed: 'awaiting_payment',
  },
  'match ambiguous': {
    candidate_seen: 'approved',
    match_confirmed: 'approved',
    matches_rejected: 'approved',
    retry_scheduled: 'approved',
    cart_fenced: 'approved',
    checkout_not_placed: 'approved',
    match_ambiguous: 'approved',
    match_not_found: 'approved',
    placed: 'awaiting_payment',
  },
  'match not found': {
    candidate_seen: 'approved',
    search_abandoned: 'failed',
    retry_scheduled: 'approved',
    cart_fenced: 'approved',
    checkout_not_placed: 'approved',
    match_ambiguous: 'approved',
    match_not_found: 'approved',
    placed: 'awaiting_payment',
  },
  'unpaid with a date': {
    tracking_lost: 'awaiting_payment',
    pay_clicked: 'awaiting_payment',
    payment_deadline_set: 'awaiting_payment',
    payment_reminded: 'awaiting_payment',
    status_changed: 'delivering',
    payment_expired: 'payment_expired',
    cancelled_at_ovh: 'failed',
    carts_cleaned_up: 'awaiting_payment',
  },
  'unpaid again, its URL redacted': {
    tracking_lost: 'awaiting_payment',
    pay_clicked: 'awaiting_payment',
    payment_deadline_set: 'awaiting_payment',
    payment_reminded: 'awaiting_payment',
    checkout_url_refreshed: 'awaiting_payment',
    status_changed: 'delivering',
    payment_expired: 'payment_expired',
    cancelled_at_ovh: 'failed',
    carts_cleaned_up: 'awaiting_payment',
  },
  'delivering, tracking lost': {
    tracking_lost: 'delivering',
    tracking_restored: 'delivering',
    status_changed: 'delivering',
    cancelled_at_ovh: 'failed',
    project_ready: 'ready',
    carts_cleaned_up: 'delivering',
  },
  'delivering, tracking lost for long': {
    tracking_restored: 'delivering',
    status_changed: 'delivering',
    cancelled_at_ovh: 'failed',
    project_ready: 'ready',
    carts_cleaned_up: 'delivering',
  },
  delivering: {
    tracking_lost: 'delivering',
    status_changed: 'delivering',
    cancelled_at_ovh: 'failed',
    project_ready: 'ready',
    carts_cleaned_up: 'delivering',
  },
  delivered: {
    tracking_lost: 'delivering',
    status_changed: 'delivering',
    cancelled_at_ovh: 'failed',
    project_overdue: 'delivering',
    project_ready: 'ready',
    carts_cleaned_up: 'delivering',
  },
  ready: { carts_cleaned_up: 'ready', secrets_redacted: 'ready', voucher_entered: 'ready' },
  'ready, a voucher is being added': {
    carts_cleaned_up: 'ready',
    secrets_redacted: 'ready',
    voucher_added: 'ready',
    voucher_refused: 'ready',
  },
  'being confirmed by the app': {
    tracking_lost: 'awaiting_payment',
    pay_clicked: 'awaiting_payment',
    payment_deadline_set: 'awaiting_payment',
    payment_reminded: 'awaiting_payment',
    settlement_accepted: 'awaiting_payment',
    settlement_failed: 'awaiting_payment',
    status_changed: 'delivering',
    payment_expired: 'payment_expired',
    cancelled_at_ovh: 'failed',
    carts_cleaned_up: 'awaiting_payment',
  },
  'payment expired': {
    secrets_redacted: 'payment_expired',
    retried: 'requested',
    status_changed: 'delivering',
    carts_cleaned_up: 'payment_expired',
  },
  rejected: { carts_cleaned_up: 'rejected' },
  cancelled: { carts_cleaned_up: 'cancelled' },
  'approval expired': { carts_cleaned_up: 'approval_expired' },
  failed: { retried: 'requested', carts_cleaned_up: 'failed' },
};

describe('the state table', () => {
  for (const [situation, allowed] of Object.entries(table)) {
    const start = states[situation];
    allowed.channel_changed = start?.state ?? 'requested';
    allowed.sync_requested = start?.state ?? 'requested';
    allowed.unexpected_order = start?.state ?? 'requested';
    for (const type of Object.keys(events) as OrderEvent['type'][]) {
      const expected = allowed[type];
      it(`an order that is ${situation} ${expected ? `becomes ${expected} by` : 'refuses'} ${type}`, () => {
        assert.ok(start);
        // An hour later; for what waits for its time, when that has come.
        const hours =
          { approval_expired: 72, reminded: 24, payment_reminded: 216, tracking_lost: 2 }[type as string] ??
          1;
        const now = NOW + hours * HOUR;
        const outcome = transition(start, events[type](start), now);
        assert.equal(outcome instanceof Denial ? undefined : outcome.state, expected);
      });
    }
  }
});

describe('choosing the order of a lost checkout', () => {
  const asked = states['match ambiguous'] ?? order();
  const choose = (orderId: number, isApprover = true) =>
    transition(asked, { type: 'match_confirmed', actor: { id: 'U0APP1', isApprover }, orderId }, NOW);

  it('is allowed to approvers only, among the orders that were found', () => {
    const [outsider, unknown, found] = [choose(1, false), choose(3), choose(1)];
    assert.ok(outsider instanceof Denial && outsider.reason.kind === 'not_an_approver');
    assert.ok(unknown instanceof Denial);
    assert.ok(!(found instanceof Denial) && found.checkoutAttempt?.confirmedOrderId === 1);
  });

  it('of none of them continues the search without these orders', () => {
    const actor = { id: 'U0APP1', isApprover: true };
    const none = transition(asked, { type: 'matches_rejected', actor }, NOW);
    assert.ok(!(none instanceof Denial));
    assert.deepEqual(none.checkoutAttempt?.rejectedOrderIds, [1, 2]);
    assert.equal(none.checkoutAttempt?.confirmedOrderId, null);
  });
});

describe('the outcome of a checkout', () => {
  it('counts only for the current attempt', () => {
    const started = states.started;
    assert.ok(started);
    for (const type of [
      'checkout_refused',
      'checkout_outcome_unknown',
      'checkout_not_placed',
      'placed',
    ] as const) {
      const event = events[type](started);
      const other =
        'ovhOrder' in event
          ? { ...event, ovhOrder: { ...event.ovhOrder, cartId: 'x' } }
          : { ...event, cartId: 'x' };
      assert.ok(transition(started, other as OrderEvent, NOW) instanceof Denial, type);
    }
  });

  it('that had no effect and was fenced gets a new cart and keeps the approvals', () => {
    const noEffect = { type: 'checkout_not_placed', cartId, isUnsent: false } as const;
    const fenced = { type: 'cart_fenced', cartId, at: NOW } as const;
    const next = after(states.unclear ?? order(), fenced, noEffect);
    assert.equal(next.cart, null);
    assert.deepEqual(
      next.formerAttempts.map((former) => former.cartId),
      [cartId],
      'it stays known',
    );
    assert.equal(next.checkoutAttempt, null);
    assert.equal(next.approvals.length, 1);
  });
});

describe('nextRunAt', () => {
  it('is now if there is work, the next reminder or expiry while people decide, and null when closed', () => {
    const due = Object.fromEntries(Object.entries(states).map(([name, of]) => [name, nextRunAt(of, NOW)]));
    assert.equal(due.requested, NOW);
    assert.equal(due.waiting, NOW + 24 * HOUR, 'the reminder');
    const reminded = transition(states.waiting ?? order(), events.reminded(order()), NOW + 24 * HOUR);
    assert.ok(!(reminded instanceof Denial));
    assert.equal(nextRunAt(reminded, NOW), NOW + 72 * HOUR, 'the end of the quote');
    assert.equal(due.approved, NOW);
    assert.equal(due.rejected, NOW);
    const rejected = states.rejected ?? order();
    const tidied = after(rejected, { type: 'carts_cleaned_up' });
    assert.ok(nextRunAt(tidied, NOW) === NOW + HOUR, 'late carts are looked for once more');
    const later = transition(tidied, { type: 'carts_cleaned_up' }, NOW + HOUR);
    assert.ok(!(later instanceof Denial));
    assert.equal(nextRunAt(later, NOW), null);
  });
});
