import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { OrderEvent } from '../../src/orders/events.ts';
import { money } from '../../src/orders/money.ts';
import type { Order } from '../../src/orders/order.ts';
import { Refusal } from '../../src/orders/refusal.ts';
import { dueAt, transition } from '../../src/orders/transitions.ts';
import {
  after,
  approve,
  CART,
  everyOrder,
  HOUR,
  NOW,
  order,
  placed,
  quote,
  quoted,
  RULES,
} from './samples.ts';

const states = everyOrder();
const approver = { id: 'U0APP1', isApprover: true };
const failure = { kind: 'ovh_unavailable' } as const;
const { cartId } = CART;

/** One event of each kind, as likely to be allowed as can be. */
const events: Record<OrderEvent['type'], (of: Order) => OrderEvent> = {
  quoted: () => quoted(),
  approve: (of) => approve(of, 'U0APP2'),
  reject: () => ({ type: 'reject', decider: approver, reason: 'no' }),
  cancel: () => ({ type: 'cancel', by: 'U0REQ' }),
  try_again: (of) => ({ type: 'try_again', by: 'U0REQ', request: of.request }),
  delayed: () => ({ type: 'delayed', failure }),
  failed: () => ({ type: 'failed', failure }),
  expired: () => ({ type: 'expired' }),
  checkout_started: () => ({ type: 'checkout_started' }),
  checkout_refused: () => ({ type: 'checkout_refused', cartId, failure }),
  checkout_unclear: () => ({ type: 'checkout_unclear', cartId }),
  checkout_fenced: () => ({ type: 'checkout_fenced', cartId }),
  checkout_had_no_effect: () => ({ type: 'checkout_had_no_effect', cartId }),
  orders_to_choose: () => ({ type: 'orders_to_choose', cartId, orderIds: [1, 2] }),
  choose_order: () => ({ type: 'choose_order', decider: approver, orderId: 2 }),
  order_not_found: () => ({ type: 'order_not_found', cartId }),
  give_up: () => ({ type: 'give_up', decider: approver }),
  moved: () => ({ type: 'moved', to: 'D0REQ' }),
  placed: () => placed,
  payment_due: () => ({ type: 'payment_due', payUntil: NOW }),
  carts_removed: () => ({ type: 'carts_removed' }),
};

/** What each event makes of an order in each situation; whatever is not named here is refused. */
const table: Record<string, Partial<Record<OrderEvent['type'], Order['state']>>> = {
  requested: { quoted: 'awaiting_approval', cancel: 'cancelled', delayed: 'requested', failed: 'failed' },
  delayed: { quoted: 'awaiting_approval', cancel: 'cancelled', delayed: 'requested', failed: 'failed' },
  waiting: {
    approve: 'approved',
    reject: 'rejected',
    cancel: 'cancelled',
    expired: 'expired',
    failed: 'failed',
  },
  approved: { quoted: 'approved', delayed: 'approved', failed: 'failed', checkout_started: 'approved' },
  started: {
    delayed: 'approved',
    checkout_refused: 'failed',
    checkout_unclear: 'approved',
    checkout_fenced: 'approved',
    checkout_had_no_effect: 'approved',
    orders_to_choose: 'approved',
    order_not_found: 'approved',
    placed: 'unpaid',
  },
  unclear: {
    delayed: 'approved',
    checkout_fenced: 'approved',
    checkout_had_no_effect: 'approved',
    orders_to_choose: 'approved',
    order_not_found: 'approved',
    placed: 'unpaid',
  },
  'orders to choose': {
    choose_order: 'approved',
    delayed: 'approved',
    checkout_fenced: 'approved',
    checkout_had_no_effect: 'approved',
    orders_to_choose: 'approved',
    order_not_found: 'approved',
    placed: 'unpaid',
  },
  'order not found': {
    give_up: 'failed',
    delayed: 'approved',
    checkout_fenced: 'approved',
    checkout_had_no_effect: 'approved',
    orders_to_choose: 'approved',
    order_not_found: 'approved',
    placed: 'unpaid',
  },
  unpaid: { payment_due: 'unpaid', carts_removed: 'unpaid' },
  rejected: { carts_removed: 'rejected' },
  cancelled: { carts_removed: 'cancelled' },
  expired: { carts_removed: 'expired' },
  failed: { try_again: 'requested', carts_removed: 'failed' },
};

describe('the state table', () => {
  for (const [situation, allowed] of Object.entries(table)) {
    const start = states[situation];
    allowed.moved = start?.state ?? 'requested';
    for (const type of Object.keys(events) as OrderEvent['type'][]) {
      const expected = allowed[type];
      it(`an order that is ${situation} ${expected ? `becomes ${expected} by` : 'refuses'} ${type}`, () => {
        assert.ok(start);
        const outcome = transition(start, events[type](start), NOW + HOUR);
        assert.equal(outcome instanceof Refusal ? undefined : outcome.state, expected);
      });
    }
  }
});

describe('an approval', () => {
  const waiting = after(order(), quoted());
  const refused = (event: OrderEvent, of = waiting, now = NOW) => {
    const outcome = transition(of, event, now);
    assert.ok(outcome instanceof Refusal);
    return outcome.reason.kind;
  };

  it('is refused from somebody who is no approver', () => {
    const decider = { id: 'U0GUEST', isApprover: false };
    assert.equal(
      refused({ type: 'approve', decider, fingerprint: waiting.fingerprint ?? '', rules: RULES }),
      'not_an_approver',
    );
  });

  it('is refused from the requester, unless that is allowed', () => {
    assert.equal(refused(approve(waiting, 'U0REQ')), 'own_order');
    const allowed = after(waiting, approve(waiting, 'U0REQ', { ...RULES, allowSelfApproval: true }));
    assert.equal(allowed.state, 'approved');
  });

  it('counts once for each person', () => {
    const two = { ...RULES, required: 2 };
    const once = after(waiting, approve(waiting, 'U0APP1', two));
    assert.equal(once.state, 'awaiting_approval');
    assert.equal(refused(approve(waiting, 'U0APP1', two), once), 'approved_already');
    assert.equal(after(once, approve(waiting, 'U0APP2', two)).state, 'approved');
  });

  it('is refused for a quote that was shown before it changed', () => {
    assert.equal(refused({ ...approve(waiting), fingerprint: 'old' } as OrderEvent), 'quote_changed');
  });

  it('is refused once the quote is no longer valid', () => {
    assert.equal(refused(approve(waiting), waiting, NOW + 72 * HOUR), 'not_now');
  });
});

describe('another quote at checkout time', () => {
  const waiting = after(order(), quoted());
  const approved = after(waiting, approve(waiting));

  it('that is the same keeps the approvals, in a new cart', () => {
    const next = after(approved, { ...quoted(), cart: { ...CART, cartId: 'cart-2' } } as OrderEvent);
    assert.equal(next.state, 'approved');
    assert.equal(next.cart?.cartId, 'cart-2');
    assert.equal(next.approvals.length, 1);
  });

  const differences = {
    price: { withTax: money(13, 'EUR') },
    currency: { withTax: money(12, 'USD') },
    reduction: { reduction: money(1, 'EUR') },
    contract: { contracts: [{ name: 'General terms', url: 'https://example.com/terms.pdf', digest: 'd2' }] },
    autopay: { autoPay: true },
    duration: { duration: 'P1Y' },
    quantity: { quantity: 2 },
  };
  for (const [name, difference] of Object.entries(differences)) {
    it(`with another ${name} voids the approvals and asks again`, () => {
      const next = after(approved, quoted(difference));
      assert.equal(next.state, 'awaiting_approval');
      assert.deepEqual(next.approvals, []);
      assert.notEqual(next.fingerprint, approved.fingerprint);
      assert.deepEqual(
        next.story.slice(-2).map((item) => item.kind),
        ['price_changed', 'approval_asked'],
      );
      const tooLate = transition(next, approve(approved), NOW);
      assert.ok(tooLate instanceof Refusal && tooLate.reason.kind === 'quote_changed');
    });
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

  it('that had no effect asks for a new cart, and keeps the approvals', () => {
    const next = after(states.unclear ?? order(), { type: 'checkout_had_no_effect', cartId });
    assert.equal(next.cart, null);
    assert.equal(next.attempt, null);
    assert.equal(next.approvals.length, 1);
  });
});

describe('any history', () => {
  const anyEvent = fc.record({
    type: fc.oneof(
      fc.constantFrom(...(Object.keys(events) as OrderEvent['type'][])),
      fc.constantFrom('quoted', 'approve', 'checkout_started', 'placed'),
    ),
    person: fc.constantFrom('U0REQ', 'U0APP1', 'U0APP2', 'U0GUEST'),
    price: fc.constantFrom(12, 24),
  });

  it('places an order only after a quorum of other people approved exactly its quote, and only once', () => {
    let everPlaced = 0;
    fc.assert(
      fc.property(
        fc.array(anyEvent, { maxLength: 60, size: 'max' }),
        fc.constantFrom(1, 2),
        (history, required) => {
          let current = order();
          let placements = 0;
          for (const [index, { type, person, price }] of history.entries()) {
            const decider = { id: person, isApprover: person.startsWith('U0APP') || person === 'U0REQ' };
            const fingerprint = current.fingerprint ?? '';
            const rules = { required, allowSelfApproval: false };
            const event: OrderEvent =
              type === 'approve'
                ? { type, decider, fingerprint, rules }
                : type === 'quoted'
                  ? quoted({ withTax: money(price, 'EUR') })
                  : events[type](current);
            const next = transition(current, event, NOW + index);
            if (next instanceof Refusal) continue;
            if (next.state === 'unpaid' && current.state !== 'unpaid') {
              placements += 1;
              everPlaced += 1;
              const approvers = current.approvals
                .filter((a) => a.fingerprint === current.fingerprint)
                .map((a) => a.by);
              assert.ok(new Set(approvers).size >= required);
              assert.ok(!approvers.includes('U0REQ') && !approvers.includes('U0GUEST'));
              assert.ok(current.attempt);
            }
            assert.deepEqual(
              next.story.slice(0, current.story.length),
              current.story,
              'the story is only added to',
            );
            current = next;
          }
          assert.ok(placements <= 1);
        },
      ),
      { numRuns: 2_000 },
    );
    assert.ok(everPlaced > 10, 'the histories must get as far as an order');
  });
});

describe('the time of the next step', () => {
  it('is now while there is something to do, the end of the quote while people decide, and none at rest', () => {
    const due = Object.fromEntries(Object.entries(states).map(([name, of]) => [name, dueAt(of, NOW)]));
    assert.equal(due.requested, NOW);
    assert.equal(due.waiting, NOW + 72 * HOUR);
    assert.equal(due.approved, NOW);
    assert.equal(due.rejected, NOW);
    assert.equal(dueAt(after(states.rejected ?? order(), { type: 'carts_removed' }), NOW), null);
  });
});

describe('a fingerprint', () => {
  it('changes with the name, the voucher and the consent of the request', () => {
    const requests = [{}, { projectName: 'other' }, { voucher: 'V' }, { waiveWithdrawal: true }];
    const prints = requests.map((changes) => {
      const start = order();
      return after({ ...start, request: { ...start.request, ...changes } }, quoted()).fingerprint;
    });
    assert.equal(new Set(prints).size, prints.length);
  });

  it('does not depend on the order in which contracts are listed', () => {
    const [a, b] = ['a', 'b'].map((name) => ({ name, url: `https://example.com/${name}`, digest: name }));
    assert.ok(a && b);
    const one = after(order(), quoted({ contracts: [a, b] }));
    const two = after(order(), quoted({ contracts: [b, a] }));
    assert.equal(one.fingerprint, two.fingerprint);
    assert.deepEqual(quote().contracts.length, 1);
  });
});
