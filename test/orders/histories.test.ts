import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Denial } from '../../src/orders/denial.ts';
import type { OrderEvent } from '../../src/orders/events.ts';
import { money } from '../../src/orders/money.ts';
import { transition } from '../../src/orders/state-machine.ts';
import { events } from './one-of-each.ts';
import { NOW, order, quoted, started } from './samples.ts';

describe('any history', () => {
  const anyEvent = fc.record({
    type: fc.oneof(
      fc.constantFrom(...(Object.keys(events) as OrderEvent['type'][])),
      fc.constantFrom('quote_received', 'approved', 'checkout_started', 'placed'),
    ),
    person: fc.constantFrom('U0REQ', 'U0APP1', 'U0APP2', 'U0GUEST'),
    price: fc.constantFrom(12, 24),
  });

  it('places at most one order, and only after a quorum of other people approved exactly its quote', () => {
    let everPlaced = 0;
    fc.assert(
      fc.property(
        fc.array(anyEvent, { maxLength: 60, size: 'max' }),
        fc.constantFrom(1, 2),
        (history, required) => {
          let current = order();
          let placements = 0;
          for (const [index, { type, person, price }] of history.entries()) {
            const actor = { id: person, isApprover: person.startsWith('U0APP') || person === 'U0REQ' };
            const fingerprint = current.fingerprint ?? '';
            const rules = { required, allowSelfApproval: false };
            const event: OrderEvent =
              type === 'approved'
                ? { type, actor, fingerprint, rules, lost: [] }
                : type === 'quote_received'
                  ? quoted({ withTax: money(price, 'EUR') })
                  : type === 'checkout_started'
                    ? { ...started(current), rules }
                    : events[type](current);
            // What was checked out before its row was lost is taken for approved then.
            if (type === 'checkout_recovered') continue;
            const next = transition(current, event, NOW + index);
            if (next instanceof Denial) continue;
            if (type === 'placed') {
              placements += 1;
              everPlaced += 1;
              const approvers = current.approvals
                .filter((a) => a.fingerprint === current.fingerprint)
                .map((a) => a.by);
              // Without a quote it is what a checkout made that was approved before the request was tried again.
              assert.ok(new Set(approvers).size >= required || current.quote === null);
              assert.ok(!approvers.includes('U0REQ') && !approvers.includes('U0GUEST'));
              assert.ok(current.checkoutAttempt ?? current.formerAttempts.length > 0);
            }
            assert.deepEqual(
              next.timeline.slice(0, current.timeline.length),
              current.timeline,
              'the timeline is append-only',
            );
            current = next;
          }
          // One that expired or was cancelled at OVHcloud may be tried again.
          assert.ok(placements - current.previousOvhOrders.length <= 1);
        },
      ),
      { numRuns: 2_000 },
    );
    assert.ok(everPlaced > 10, 'the histories must get as far as an order');
  });
});
