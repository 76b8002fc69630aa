import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Denial } from '../../src/orders/denial.ts';
import type { OrderEvent } from '../../src/orders/events.ts';
import { money } from '../../src/orders/money.ts';
import { nextRun } from '../../src/orders/schedule.ts';
import { transition } from '../../src/orders/state-machine.ts';
import { events } from './one-of-each.ts';
import { approve, FREE_QUOTE, HOUR, NOW, order, quoted } from './samples.ts';

describe('the timeline', () => {
  it('emptying it before every event changes no outcome and no next run', () => {
    const types = Object.keys(events) as OrderEvent['type'][];
    const usual = [
      'quote_received',
      'approved',
      'checkout_started',
      'placed',
      'status_changed',
      'failed',
    ] as const;
    const anyEvent = fc.record({
      type: fc.oneof(fc.constantFrom(...types), fc.constantFrom(...usual)),
      price: fc.constantFrom(0, 12, 24),
      hours: fc.constantFrom(0, 0, 1, 30, 80),
    });
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60, size: 'max' }), (history) => {
        let [whole, emptied] = [order(), order()];
        let now = NOW;
        for (const { type, price, hours } of history) {
          now += hours * HOUR + 1;
          const event =
            type === 'approved'
              ? approve(whole)
              : type === 'quote_received'
                ? quoted(price === 0 ? FREE_QUOTE : { withTax: money(price, 'EUR') })
                : events[type](whole);
          const next = transition(whole, event, now);
          const same = transition({ ...emptied, timeline: [] }, event, now);
          if (next instanceof Denial) {
            assert.ok(same instanceof Denial);
            assert.deepEqual(same.reason, next.reason);
            continue;
          }
          assert.ok(!(same instanceof Denial), type);
          [whole, emptied] = [next, same];
          assert.deepEqual({ ...emptied, timeline: [] }, { ...whole, timeline: [] });
          assert.deepEqual(nextRun(emptied, now), nextRun(whole, now));
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
