import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OrderEvent } from '../../src/orders/events.ts';
import type { Order } from '../../src/orders/order.ts';
import { Refusal } from '../../src/orders/refusal.ts';
import { dueAt, transition } from '../../src/orders/transitions.ts';
import { events } from './one-of-each.ts';
import { after, CART, everyOrder, HOUR, NOW, order } from './samples.ts';

const states = everyOrder();
const { cartId } = CART;

/** What each event makes of an order in each situation; whatever is not named here is refused. */
const table: Record<string, Partial<Record<OrderEvent['type'], Order['state']>>> = {
  requested: {
    quoted: 'awaiting_approval',
    conditions_known: 'requested',
    cancel: 'cancelled',
    edit: 'requested',
    delayed: 'requested',
    checkout_recovered: 'approved',
    failed: 'failed',
  },
  delayed: {
    quoted: 'awaiting_approval',
    conditions_known: 'requested',
    cancel: 'cancelled',
    edit: 'requested',
    delayed: 'requested',
    checkout_recovered: 'approved',
    failed: 'failed',
  },
  waiting: {
    approve: 'approved',
    reject: 'rejected',
    cancel: 'cancelled',
    edit: 'requested',
    reminded: 'awaiting_approval',
    expired: 'expired',
    failed: 'failed',
  },
  approved: {
    quoted: 'approved',
    expired: 'expired',
    approvals_lost: 'awaiting_approval',
    checkout_recovered: 'approved',
    take_back: 'awaiting_approval',
    delayed: 'approved',
    failed: 'failed',
    checkout_started: 'approved',
  },
  started: {
    candidate_seen: 'approved',
    delayed: 'approved',
    checkout_refused: 'approved',
    checkout_unclear: 'approved',
    checkout_fenced: 'approved',
    checkout_had_no_effect: 'approved',
    orders_to_choose: 'approved',
    order_not_found: 'approved',
    placed: 'unpaid',
  },
  unclear: {
    candidate_seen: 'approved',
    delayed: 'approved',
    checkout_fenced: 'approved',
    checkout_had_no_effect: 'approved',
    orders_to_choose: 'approved',
    order_not_found: 'approved',
    placed: 'unpaid',
  },
  'orders to choose': {
    candidate_seen: 'approved',
    choose_order: 'approved',
    delayed: 'approved',
    checkout_fenced: 'approved',
    checkout_had_no_effect: 'approved',
    orders_to_choose: 'approved',
    order_not_found: 'approved',
    placed: 'unpaid',
  },
  'order not found': {
    candidate_seen: 'approved',
    give_up: 'failed',
    delayed: 'approved',
    checkout_fenced: 'approved',
    checkout_had_no_effect: 'approved',
    orders_to_choose: 'approved',
    order_not_found: 'approved',
    placed: 'unpaid',
  },
  'unpaid with a date': {
    out_of_sight: 'unpaid',
    set_out_to_pay: 'unpaid',
    payment_due: 'unpaid',
    payment_reminded: 'unpaid',
    progressed: 'delivering',
    lapsed: 'lapsed',
    cancelled_at_ovh: 'failed',
    carts_removed: 'unpaid',
  },
  'unpaid again, its URL erased': {
    out_of_sight: 'unpaid',
    set_out_to_pay: 'unpaid',
    payment_due: 'unpaid',
    payment_reminded: 'unpaid',
    url_read_again: 'unpaid',
    progressed: 'delivering',
    lapsed: 'lapsed',
    cancelled_at_ovh: 'failed',
    carts_removed: 'unpaid',
  },
  'delivering, out of sight': {
    out_of_sight: 'delivering',
    seen_again: 'delivering',
    progressed: 'delivering',
    cancelled_at_ovh: 'failed',
    project_ready: 'ready',
    carts_removed: 'delivering',
  },
  'delivering, long out of sight': {
    seen_again: 'delivering',
    progressed: 'delivering',
    cancelled_at_ovh: 'failed',
    project_ready: 'ready',
    carts_removed: 'delivering',
  },
  delivering: {
    out_of_sight: 'delivering',
    progressed: 'delivering',
    cancelled_at_ovh: 'failed',
    project_ready: 'ready',
    carts_removed: 'delivering',
  },
  delivered: {
    out_of_sight: 'delivering',
    progressed: 'delivering',
    cancelled_at_ovh: 'failed',
    project_late: 'delivering',
    project_ready: 'ready',
    carts_removed: 'delivering',
  },
  ready: { carts_removed: 'ready', secrets_erased: 'ready' },
  lapsed: {
    secrets_erased: 'lapsed',
    try_again: 'requested',
    progressed: 'delivering',
    carts_removed: 'lapsed',
  },
  rejected: { carts_removed: 'rejected' },
  cancelled: { carts_removed: 'cancelled' },
  expired: { carts_removed: 'expired' },
  failed: { try_again: 'requested', carts_removed: 'failed' },
};

describe('the state table', () => {
  for (const [situation, allowed] of Object.entries(table)) {
    const start = states[situation];
    allowed.moved = start?.state ?? 'requested';
    allowed.unexpected_order = start?.state ?? 'requested';
    for (const type of Object.keys(events) as OrderEvent['type'][]) {
      const expected = allowed[type];
      it(`an order that is ${situation} ${expected ? `becomes ${expected} by` : 'refuses'} ${type}`, () => {
        assert.ok(start);
        // An hour later; for what waits for its time, when that has come.
        const hours =
          { expired: 72, reminded: 24, payment_reminded: 216, out_of_sight: 2 }[type as string] ?? 1;
        const now = NOW + hours * HOUR;
        const outcome = transition(start, events[type](start), now);
        assert.equal(outcome instanceof Refusal ? undefined : outcome.state, expected);
      });
    }
  }
});

describe('the choice of an order', () => {
  const asked = states['orders to choose'] ?? order();
  const choose = (orderId: number | null, isApprover = true) =>
    transition(asked, { type: 'choose_order', decider: { id: 'U0APP1', isApprover }, orderId }, NOW);

  it('is for approvers, among the orders that were found', () => {
    const [outsider, unknown, found] = [choose(1, false), choose(3), choose(1)];
    assert.ok(outsider instanceof Refusal && outsider.reason.kind === 'not_an_approver');
    assert.ok(unknown instanceof Refusal);
    assert.ok(!(found instanceof Refusal) && found.attempt?.chosen === 1);
  });

  it('of none of them has them looked past', () => {
    const none = choose(null);
    assert.ok(!(none instanceof Refusal));
    assert.deepEqual(none.attempt?.dismissed, [1, 2]);
    assert.equal(none.attempt?.chosen, null);
  });
});

describe('news of a checkout', () => {
  it('counts only for the attempt that stands', () => {
    const started = states.started;
    assert.ok(started);
    for (const type of [
      'checkout_refused',
      'checkout_unclear',
      'checkout_had_no_effect',
      'placed',
    ] as const) {
      const event = events[type](started);
      const other =
        'placed' in event
          ? { ...event, placed: { ...event.placed, cartId: 'x' } }
          : { ...event, cartId: 'x' };
      assert.ok(transition(started, other as OrderEvent, NOW) instanceof Refusal, type);
    }
  });

  it('that had no effect and was fenced asks for a new cart, and keeps the approvals', () => {
    const noEffect = { type: 'checkout_had_no_effect', cartId, isUnsent: false } as const;
    const fenced = { type: 'checkout_fenced', cartId, at: NOW } as const;
    const next = after(states.unclear ?? order(), fenced, noEffect);
    assert.equal(next.cart, null);
    assert.deepEqual(
      next.formerAttempts.map((former) => former.cartId),
      [cartId],
      'it stays known',
    );
    assert.equal(next.attempt, null);
    assert.equal(next.approvals.length, 1);
  });
});

describe('the time of the next step', () => {
  it('is now while there is something to do, the next reminder or the end of the quote while people decide, and none at rest', () => {
    const due = Object.fromEntries(Object.entries(states).map(([name, of]) => [name, dueAt(of, NOW)]));
    assert.equal(due.requested, NOW);
    assert.equal(due.waiting, NOW + 24 * HOUR, 'the reminder');
    const reminded = transition(states.waiting ?? order(), events.reminded(order()), NOW + 24 * HOUR);
    assert.ok(!(reminded instanceof Refusal));
    assert.equal(dueAt(reminded, NOW), NOW + 72 * HOUR, 'the end of the quote');
    assert.equal(due.approved, NOW);
    assert.equal(due.rejected, NOW);
    const rejected = states.rejected ?? order();
    const tidied = after(rejected, { type: 'carts_removed' });
    assert.ok(dueAt(tidied, NOW) === NOW + HOUR, 'late carts are looked for once more');
    const later = transition(tidied, { type: 'carts_removed' }, NOW + HOUR);
    assert.ok(!(later instanceof Refusal));
    assert.equal(dueAt(later, NOW), null);
  });
});
