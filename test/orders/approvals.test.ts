import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Denial } from '../../src/orders/denial.ts';
import type { OrderEvent } from '../../src/orders/events.ts';
import { money } from '../../src/orders/money.ts';
import type { Order } from '../../src/orders/order.ts';
import { transition } from '../../src/orders/state-machine.ts';
import { after, approve, CART, HOUR, NOW, order, quote, quoted, RULES } from './samples.ts';

describe('an approval', () => {
  const waiting = after(order(), quoted());
  const refused = (event: OrderEvent, of = waiting, now = NOW) => {
    const outcome = transition(of, event, now);
    assert.ok(outcome instanceof Denial);
    return outcome.reason.kind;
  };

  it('is denied to someone who is not an approver', () => {
    const actor = { id: 'U0GUEST', isApprover: false };
    assert.equal(
      refused({ type: 'approved', actor, fingerprint: waiting.fingerprint ?? '', rules: RULES, lost: [] }),
      'not_an_approver',
    );
  });

  it('is denied to the requester unless self-approval is allowed', () => {
    assert.equal(refused(approve(waiting, 'U0REQ')), 'own_order');
    const allowed = after(waiting, approve(waiting, 'U0REQ', { ...RULES, allowSelfApproval: true }));
    assert.equal(allowed.state, 'approved');
  });

  it('counts once per person', () => {
    const two = { ...RULES, required: 2 };
    const once = after(waiting, approve(waiting, 'U0APP1', two));
    assert.equal(once.state, 'awaiting_approval');
    assert.equal(refused(approve(waiting, 'U0APP1', two), once), 'approved_already');
    assert.equal(after(once, approve(waiting, 'U0APP2', two)).state, 'approved');
  });

  it('is denied for a quote that has since changed', () => {
    assert.equal(refused({ ...approve(waiting), fingerprint: 'old' } as OrderEvent), 'quote_changed');
  });

  it('is denied once the quote has expired', () => {
    assert.equal(refused(approve(waiting), waiting, NOW + 72 * HOUR), 'invalid_state');
  });
});

describe('a new quote at checkout time', () => {
  const waiting = after(order(), quoted());
  const approved = after(waiting, approve(waiting));

  it('that has the same fingerprint keeps the approvals, in a new cart', () => {
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
        next.timeline.slice(-2).map((item) => item.kind),
        ['price_changed', 'approval_requested'],
      );
      const tooLate = transition(next, approve(approved), NOW);
      assert.ok(tooLate instanceof Denial && tooLate.reason.kind === 'quote_changed');
    });
  }
});

describe('a fingerprint', () => {
  it('changes with the name, the voucher and the consent of the request', () => {
    const requests = [{}, { projectName: 'other' }, { voucher: 'V' }, { waiveWithdrawal: true }];
    const prints = requests.map((changes) => {
      const start = order();
      const request = { ...start.request, ...changes };
      return after({ ...start, request }, quoted({}, request)).fingerprint;
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

describe('changed approvers', () => {
  const change = (pending: string[], lost: string[] = []) =>
    ({ type: 'approvers_changed', pending, lost }) as const;
  const denied = (of: Order, event: OrderEvent) => assert.ok(transition(of, event, NOW) instanceof Denial);
  const asked = () => after(order(), { ...quoted(), asked: ['U0APP1', 'U0APP2'] } as OrderEvent);

  it('mention the new ones, each once', () => {
    const called = after(asked(), change(['U0APP1', 'U0APP3']));
    assert.deepEqual(called.timeline.at(-1)?.kind, 'approvers_called');
    assert.deepEqual(called.askedApprovers, ['U0APP1', 'U0APP3']);
    denied(called, change(['U0APP1', 'U0APP3']));
  });

  it('mention no one if nothing changed, and record the list if it was not known', () => {
    denied(asked(), change(['U0APP2', 'U0APP1']));
    const noted = after(after(order(), quoted()), change(['U0APP1']));
    assert.deepEqual([noted.askedApprovers, noted.timeline.at(-1)?.kind], [['U0APP1'], 'approval_requested']);
  });

  it('void the approvals of those who are no longer approvers', () => {
    const approved = after(asked(), approve(asked(), 'U0APP1', { required: 2, allowSelfApproval: false }));
    const lost = after(approved, change(['U0APP2'], ['U0APP1']));
    assert.deepEqual([lost.approvals, lost.timeline.at(-1)?.kind], [[], 'approvals_lost']);
  });
});
