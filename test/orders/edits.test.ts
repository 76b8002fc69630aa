import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countedApprovers } from '../../src/orders/approval-policy.ts';
import { Denial } from '../../src/orders/denial.ts';
import type { OrderEvent } from '../../src/orders/events.ts';
import type { Order } from '../../src/orders/order.ts';
import type { OrderRequest } from '../../src/orders/request.ts';
import { nextRunAt } from '../../src/orders/schedule.ts';
import { transition } from '../../src/orders/state-machine.ts';
import { latestEntry } from '../../src/orders/timeline.ts';
import { after, approve, ELIGIBILITY, HOUR, NOW, order, quoted, REQUEST, started } from './samples.ts';

const TWO = { required: 2, allowSelfApproval: false };
const edit = (changes: Partial<OrderRequest>, by = 'U0REQ'): OrderEvent => ({
  type: 'edited',
  by,
  request: { ...REQUEST, ...changes },
});
const withdrawApproval = (by: string): OrderEvent => ({ type: 'approval_withdrawn', by });

function waitingWithOneOfTwo(): Order {
  const asked = { ...quoted(), asked: ['U0APP1', 'U0APP2'] } as OrderEvent;
  const waiting = after(order({ eligibility: ELIGIBILITY }), asked);
  return after(waiting, approve(waiting, 'U0APP1', TWO));
}

function reasonOf(outcome: Order | Denial): string {
  return outcome instanceof Denial ? outcome.reason.kind : `no refusal: ${outcome.state}`;
}

describe('an edit', () => {
  for (const changes of [{ projectName: 'other' }, { voucher: 'CREDIT5' }, { waiveWithdrawal: true }]) {
    it(`of ${Object.keys(changes)} gets a new quote on the same cart, and voids the approvals`, () => {
      const before = waitingWithOneOfTwo();
      const next = after(before, edit(changes));
      assert.equal(next.state, 'requested');
      assert.deepEqual(countedApprovers(next), []);
      assert.deepEqual(next.cart, before.cart);
      assert.deepEqual([next.quote, next.askedApprovers], [null, null]);
      assert.deepEqual(
        [latestEntry(next)].map((told) => told?.kind === 'edited' && [told.by, told.changed, told.voided]),
        [['U0REQ', Object.keys(changes), ['U0APP1']]],
      );
      const again = after(next, quoted({}, next.request));
      assert.notEqual(again.fingerprint, before.fingerprint);
      assert.equal(reasonOf(transition(again, approve(before, 'U0APP2', TWO), NOW)), 'quote_changed');
    });
  }

  it('of the reason alone keeps the quote and the approvals', () => {
    const next = after(waitingWithOneOfTwo(), edit({ reason: 'for the moon' }));
    assert.equal(next.state, 'awaiting_approval');
    assert.deepEqual(countedApprovers(next), ['U0APP1']);
    assert.equal(next.request.reason, 'for the moon');
  });

  it('checks the account’s eligibility again only if the voucher changed', () => {
    assert.ok(after(waitingWithOneOfTwo(), edit({ projectName: 'other' })).eligibility);
    assert.equal(after(waitingWithOneOfTwo(), edit({ voucher: 'CREDIT5' })).eligibility, null);
  });

  it('is allowed only to the requester, only if something changes, and only before the approval', () => {
    const waiting = waitingWithOneOfTwo();
    assert.equal(reasonOf(transition(waiting, edit({ voucher: 'X' }, 'U0APP1'), NOW)), 'not_the_requester');
    assert.equal(reasonOf(transition(waiting, edit({}), NOW)), 'nothing_changed');
    const approved = after(waiting, approve(waiting, 'U0APP2', TWO));
    assert.equal(reasonOf(transition(approved, edit({ voucher: 'X' }), NOW)), 'invalid_state');
  });

  it('makes a quote requested before it stale', () => {
    const edited = after(order(), edit({ projectName: 'other' }));
    assert.equal(reasonOf(transition(edited, quoted(), NOW)), 'invalid_state');
  });
});

describe('a withdrawn approval', () => {
  it('no longer counts, and may be given again', () => {
    const next = after(waitingWithOneOfTwo(), withdrawApproval('U0APP1'));
    assert.deepEqual(countedApprovers(next), []);
    assert.deepEqual(countedApprovers(after(next, approve(next, 'U0APP1', TWO))), ['U0APP1']);
  });

  it('stops an order that was approved, as long as its checkout has not begun', () => {
    const waiting = waitingWithOneOfTwo();
    const approved = after(waiting, approve(waiting, 'U0APP2', TWO));
    const next = after(
      approved,
      { type: 'retry_scheduled', failure: { kind: 'ovh_unavailable' } },
      withdrawApproval('U0APP1'),
    );
    assert.equal(next.state, 'awaiting_approval');
    assert.equal(next.retrying, null);
    assert.deepEqual(countedApprovers(next), ['U0APP2']);
    assert.equal(reasonOf(transition(next, started(next), NOW)), 'invalid_state');
    const begun = after(approved, started(approved));
    assert.equal(reasonOf(transition(begun, withdrawApproval('U0APP1'), NOW)), 'being_placed');
  });

  it('can only be withdrawn by the person who gave it', () => {
    assert.equal(
      reasonOf(transition(waitingWithOneOfTwo(), withdrawApproval('U0APP2'), NOW)),
      'no_approval_given',
    );
  });
});

describe('a reminder', () => {
  const reminded: OrderEvent = { type: 'reminded', pending: ['U0APP2'], remindAt: NOW + 71 * HOUR };

  it('is sent once when it is due, to approvers who have not decided', () => {
    const waiting = waitingWithOneOfTwo();
    assert.equal(reasonOf(transition(waiting, reminded, NOW + 23 * HOUR)), 'invalid_state');
    const next = transition(waiting, reminded, NOW + 24 * HOUR);
    assert.ok(!(next instanceof Denial));
    assert.deepEqual(
      [latestEntry(next)].map((told) => told?.kind === 'reminded' && told.pending),
      [['U0APP2']],
    );
    assert.equal(nextRunAt(next, NOW + 24 * HOUR), NOW + 71 * HOUR);
    assert.equal(reasonOf(transition(next, reminded, NOW + 24 * HOUR)), 'invalid_state');
  });
});

describe('a refused voucher', () => {
  it('keeps the cart for an hour, so that a retry can change it', () => {
    const failure = { kind: 'voucher_refused', code: 'expired' } as const;
    const failed = after(order(), { type: 'failed', failure });
    assert.equal(nextRunAt(failed, NOW), NOW + HOUR);
    const again = after(failed, { type: 'retried', by: 'U0REQ', request: REQUEST });
    assert.equal(nextRunAt(again, NOW), NOW);
    const other = after(order(), { type: 'failed', failure: { kind: 'key_invalid' } });
    assert.equal(nextRunAt(other, NOW), NOW, 'nothing that changing the request would help');
  });
});
