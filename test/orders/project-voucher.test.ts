import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { auditRecord } from '../../src/orders/audit-record.ts';
import { Denial } from '../../src/orders/denial.ts';
import type { Order } from '../../src/orders/order.ts';
import { isVoucherPending, takesVoucher } from '../../src/orders/project-voucher.ts';
import { containsSecrets } from '../../src/orders/redaction.ts';
import { nextRunAt } from '../../src/orders/schedule.ts';
import { transition } from '../../src/orders/state-machine.ts';
import { after, everyOrder, NOW, REQUEST } from './samples.ts';

const CODE = 'SUMMER-2026-XY';
const entered = { type: 'voucher_entered', by: 'U0REQ', code: CODE } as const;
const added = { type: 'voucher_added' } as const;
const refused = { type: 'voucher_refused', failure: { kind: 'voucher_refused', code: 'expired' } } as const;

function named(name: string, request = REQUEST): Order {
  return everyOrder(request)[name] ?? assert.fail(name);
}

function denial(order: Order, event: Parameters<typeof transition>[1]): string | undefined {
  const outcome = transition(order, event, NOW);
  return outcome instanceof Denial ? outcome.reason.kind : undefined;
}

describe('a voucher for a project that is ready', () => {
  it('is accepted only if the order had none, and only once', () => {
    const takers = Object.entries(everyOrder()).filter(([, order]) => takesVoucher(order));
    assert.ok(takers.length > 0);
    for (const [name, order] of takers) assert.match(`${name} ${order.state}`, /^ready.* ready$/);
    assert.equal(takesVoucher(named('ready', { ...REQUEST, voucher: 'CREDIT5' })), false);
    assert.equal(takesVoucher(named('ready, a voucher is being added')), false);
    assert.equal(takesVoucher(named('ready, a voucher was added')), false);
    assert.equal(takesVoucher(named('ready, a voucher was refused')), true);
  });

  it('can be entered by the requester only', () => {
    assert.equal(denial(named('ready'), { ...entered, by: 'U0APP1' }), 'not_the_requester');
    assert.equal(denial(named('delivering'), entered), 'invalid_state');
    assert.equal(denial(after(named('ready'), entered), entered), 'invalid_state');
    assert.equal(denial(after(named('ready'), entered, added), entered), 'invalid_state');
  });

  it('is processed at once, and afterwards the order runs no more often than before', () => {
    const ready = named('ready');
    const pending = after(ready, entered);
    assert.equal(isVoucherPending(pending), true);
    assert.equal(nextRunAt(pending, NOW), NOW);
    assert.equal(nextRunAt(after(pending, added), NOW), nextRunAt(ready, NOW));
  });

  it('is stored in full only until OVHcloud has decided, and masked in the audit log', () => {
    const pending = after(named('ready'), entered);
    assert.equal(pending.projectVoucher?.code, CODE);
    assert.deepEqual(auditRecord(entered), { by: 'U0REQ', code: '••••XY' });
    for (const decided of [after(pending, added), after(pending, refused)]) {
      assert.ok(!JSON.stringify(decided).includes(CODE));
    }
  });

  it('is redacted with the other secrets, and then counts as unanswered', () => {
    const pending = after(named('ready'), entered);
    assert.equal(containsSecrets({ ...pending, ovhOrder: null }), true);
    const erased = after(pending, { type: 'secrets_redacted' });
    assert.equal(containsSecrets(erased), false);
    assert.equal(erased.projectVoucher?.outcome, 'refused');
    assert.equal(isVoucherPending(erased), false);
  });

  it('can be followed by another one if it was refused', () => {
    const again = after(named('ready'), entered, refused, { ...entered, code: 'WINTER' });
    assert.equal(again.projectVoucher?.code, 'WINTER');
    assert.equal(isVoucherPending(again), true);
  });

  it('ignores an answer that no one is waiting for', () => {
    for (const event of [added, refused]) assert.equal(denial(named('ready'), event), 'invalid_state');
  });
});
