import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Denial } from '../../src/orders/denial.ts';
import type { OrderEvent } from '../../src/orders/events.ts';
import type { Order } from '../../src/orders/order.ts';
import { transition } from '../../src/orders/state-machine.ts';
import {
  after,
  approve,
  CART,
  everyOrder,
  HOUR,
  NOW,
  order,
  placed,
  quoted,
  RULES,
  started,
} from './samples.ts';

const states = everyOrder();
const { cartId } = CART;
const waiting = after(order(), quoted());
const approved = after(waiting, approve(waiting));
const TWO = { ...RULES, required: 2 };

function denied(of: Order | undefined, event: OrderEvent, now = NOW): string {
  assert.ok(of);
  const outcome = transition(of, event, now);
  assert.ok(outcome instanceof Denial, `${event.type} is denied`);
  return outcome.reason.kind;
}

function allowed(of: Order | undefined, event: OrderEvent, now = NOW): Order {
  assert.ok(of);
  const outcome = transition(of, event, now);
  if (outcome instanceof Denial) throw new Error(`${event.type} was denied: ${outcome.reason.kind}`);
  return outcome;
}

describe('a checkout begins', () => {
  const start = started(approved);

  it('only for the approved quote and the approved cart', () => {
    assert.equal(denied(approved, { ...start, fingerprint: 'another' }), 'invalid_state');
    assert.equal(denied(approved, { ...start, cartId: 'another' }), 'invalid_state');
    assert.equal(allowed(approved, start).checkoutAttempt?.cartId, cartId);
  });

  it('only while no other is under way', () => {
    assert.equal(denied(allowed(approved, start), start), 'invalid_state');
  });

  it('only before the approvals expire', () => {
    assert.equal(denied(approved, start, NOW + 72 * HOUR), 'invalid_state');
  });

  it('only with enough approvals of this quote by people who are approvers now', () => {
    assert.equal(denied(approved, { ...start, approvers: [] }), 'quorum_missing');
    assert.equal(denied(approved, { ...start, rules: TWO }), 'quorum_missing');
    const ofAnother = { ...approved, approvals: [{ by: 'U0APP1', at: NOW, fingerprint: 'another' }] };
    assert.equal(denied(ofAnother, start), 'quorum_missing');
    const twice = { ...approved, approvals: [...approved.approvals, ...approved.approvals] };
    assert.equal(denied(twice, { ...start, rules: TWO }), 'quorum_missing');
  });

  it('with the requester’s own approval only if self-approval is allowed', () => {
    const approvals = [{ by: 'U0REQ', at: NOW, fingerprint: approved.fingerprint ?? '' }];
    const own = { ...approved, approvals };
    const event = { ...start, approvers: ['U0REQ'] };
    assert.equal(denied(own, event), 'quorum_missing');
    assert.ok(allowed(own, { ...event, rules: { ...RULES, allowSelfApproval: true } }).checkoutAttempt);
  });
});

describe('a checkout that is under way', () => {
  const underWay = states.started;

  it('can no longer be stopped, and ends only with its outcome', () => {
    const events: OrderEvent[] = [
      { type: 'approval_withdrawn', by: 'U0APP1' },
      { type: 'approval_expired' },
      { type: 'failed', failure: { kind: 'internal' } },
      { type: 'approvals_lost', lost: ['U0APP1'] },
      quoted(),
    ];
    for (const event of events) denied(underWay, event, NOW + 100 * HOUR);
  });

  it('stays under way after a refusal, until its cart was checked', () => {
    const failure = { kind: 'checkout_not_allowed' } as const;
    const refused = allowed(underWay, { type: 'checkout_refused', cartId, failure, isTransient: false });
    assert.equal(refused.state, 'approved');
    assert.deepEqual(refused.checkoutAttempt?.refusal, { failure, isTransient: false });
    const noEffect = { type: 'checkout_not_placed', cartId, isUnsent: false } as const;
    assert.equal(allowed(refused, noEffect).state, 'failed');
  });

  it('without effect, with automatic payment, ends: people decide about another one', () => {
    const quote = approved.quote && { ...approved.quote, autoPay: true };
    const unclear = allowed(
      { ...(underWay ?? order()), quote },
      { type: 'checkout_outcome_unknown', cartId },
    );
    const next = allowed(unclear, { type: 'checkout_not_placed', cartId, isUnsent: false });
    assert.equal(next.state, 'failed');
    const last = next.timeline.at(-1);
    assert.ok(last?.kind === 'failed' && last.failure.kind === 'checkout_unconfirmed');
    assert.equal(next.formerAttempts.length, 1, 'it stays known');
  });

  it('that was never sent leaves nothing to search for', () => {
    const next = allowed(underWay, { type: 'checkout_not_placed', cartId, isUnsent: true });
    assert.deepEqual(
      [next.checkoutAttempt, next.formerAttempts.length, next.cart?.cartId],
      [null, 0, cartId],
    );
  });

  it('is not linked to an order placed through another cart', () => {
    assert.ok(placed.type === 'placed');
    denied(underWay, { ...placed, ovhOrder: { ...placed.ovhOrder, cartId: 'another' } });
  });
});

describe('a decision about a lost checkout', () => {
  const guest = { id: 'U0GUEST', isApprover: false };
  const approver = { id: 'U0APP2', isApprover: true };

  it('is accepted from approvers only', () => {
    for (const event of [
      { type: 'matches_rejected', actor: guest },
      { type: 'match_confirmed', actor: guest, orderId: 1 },
    ] as const)
      assert.equal(denied(states['match ambiguous'], event), 'not_an_approver');
    assert.equal(
      denied(states['match not found'], { type: 'search_abandoned', actor: guest }),
      'not_an_approver',
    );
  });

  it('is accepted only for orders that they were asked about', () => {
    const choose = (orderId: number) => ({ type: 'match_confirmed', actor: approver, orderId }) as const;
    assert.equal(denied(states['match ambiguous'], choose(99)), 'invalid_state');
    assert.equal(denied(states.unclear, choose(1)), 'invalid_state');
    assert.equal(denied(states.unclear, { type: 'matches_rejected', actor: approver }), 'invalid_state');
  });

  it('cannot end the search while they are asked about orders', () => {
    const asked: OrderEvent = { type: 'match_ambiguous', cartId, orderIds: [1] };
    const both = allowed(states['match not found'], asked);
    assert.equal(denied(both, { type: 'search_abandoned', actor: approver }), 'invalid_state');
  });
});

describe('a retry', () => {
  const request = order().request;

  it('is allowed to the requester only', () => {
    for (const by of ['U0APP1', 'U0GUEST'])
      assert.equal(denied(states.failed, { type: 'retried', by, request }), 'not_the_requester');
    assert.equal(allowed(states.failed, { type: 'retried', by: 'U0REQ', request }).state, 'requested');
  });

  it('remembers every former order and checkout, and reuses no cart that was checked out', () => {
    const expired = states['payment expired'] ?? order();
    const formerAttempts = [{ cartId: 'cart-0', at: NOW, preexistingOrderIds: [], rejectedOrderIds: [] }];
    const again = allowed(
      { ...expired, cart: CART, formerAttempts },
      { type: 'retried', by: 'U0REQ', request },
    );
    assert.deepEqual(again.previousOvhOrders, [{ orderId: 4711, cartId }]);
    assert.deepEqual(again.formerAttempts, formerAttempts);
    assert.deepEqual([again.ovhOrder, again.cart], [null, null]);
  });
});

describe('a quote for a cart that was changed outside the app', () => {
  it('voids the approvals although price and terms are the same', () => {
    const next = allowed(approved, { ...quoted(), isCartChanged: true } as OrderEvent);
    assert.equal(next.state, 'awaiting_approval');
    assert.deepEqual(next.approvals, []);
    const kinds = next.timeline.slice(-2).map(({ kind }) => kind);
    assert.deepEqual(kinds, ['cart_changed', 'approval_requested']);
  });
});
