import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { auditRecord, auditRequest } from '../../src/orders/audit-record.ts';
import { Denial } from '../../src/orders/denial.ts';
import { actorOf, type OrderEvent } from '../../src/orders/events.ts';
import { money } from '../../src/orders/money.ts';
import type { Order } from '../../src/orders/order.ts';
import { differencesFromEvents, type RecordedEvent } from '../../src/orders/replay.ts';
import { transition } from '../../src/orders/state-machine.ts';
import { events } from './one-of-each.ts';
import { approve, NOW, order, placed, quoted, REQUEST, started } from './samples.ts';

type History = { order: Order; log: RecordedEvent[] };

function begin(voucher: string | null): History {
  const asked = order({ request: { ...REQUEST, voucher } });
  const payload = { channel: asked.channel, request: auditRequest(asked.request) };
  return {
    order: asked,
    log: [asRead({ type: 'requested', at: asked.createdAt, actor: asked.requester, payload })],
  };
}

function asRead(event: RecordedEvent): RecordedEvent {
  return JSON.parse(JSON.stringify(event)) as RecordedEvent;
}

function add({ order: before, log }: History, event: OrderEvent): History {
  const at = NOW + log.length;
  const next = transition(before, event, at);
  if (next instanceof Denial) return { order: before, log };
  const recorded = { type: event.type, at, actor: actorOf(event), payload: auditRecord(event) };
  return { order: JSON.parse(JSON.stringify(next)) as Order, log: [...log, asRead(recorded)] };
}

function toThePayment(voucher: string | null): History {
  let history = begin(voucher);
  history = add(history, quoted({}, history.order.request));
  history = add(history, approve(history.order));
  history = add(history, started(history.order));
  return add(history, placed);
}

describe('an order replayed from its events', () => {
  const kinds = Object.keys(events) as OrderEvent['type'][];
  const anyEvent = fc.record({
    type: fc.oneof(
      fc.constantFrom(...kinds),
      fc.constantFrom<OrderEvent['type'][]>('quote_received', 'approved', 'checkout_started', 'placed'),
    ),
    price: fc.constantFrom(12, 24),
  });

  it('equals the order, whatever happened to it, with and without a voucher', () => {
    let longest = 0;
    fc.assert(
      fc.property(
        fc.array(anyEvent, { maxLength: 60, size: 'max' }),
        fc.constantFrom(null, 'SUMMER-2026-XY'),
        (history, voucher) => {
          let current = begin(voucher);
          for (const { type, price } of history) {
            const { request } = current.order;
            const event =
              type === 'quote_received'
                ? quoted({ withTax: money(price, 'EUR') }, request)
                : events[type](current.order);
            current = add(current, event);
            assert.deepEqual(differencesFromEvents(current.order, current.log), [], event.type);
          }
          longest = Math.max(longest, current.log.length);
        },
      ),
      { numRuns: 300 },
    );
    assert.ok(longest > 10, 'the histories must get somewhere');
  });

  const changes: Record<string, (of: Order) => Partial<Order>> = {
    state: () => ({ state: 'ready' }),
    approvals: (of) => ({
      approvals: [...of.approvals, { by: 'U0EVE', at: NOW, fingerprint: of.fingerprint ?? '' }],
    }),
    requester: () => ({ requester: 'U0EVE' }),
    channel: () => ({ channel: 'C0EVIL' }),
    'request.projectName': (of) => ({ request: { ...of.request, projectName: 'other' } }),
    'request.voucher': (of) => ({ request: { ...of.request, voucher: 'ANOTHER-1' } }),
    'quote.withTax': (of) => ({ quote: of.quote && { ...of.quote, withTax: money(1, 'EUR') } }),
    'ovhOrder.orderId': (of) => ({ ovhOrder: of.ovhOrder && { ...of.ovhOrder, orderId: 1 } }),
    timeline: () => ({ timeline: [] }),
    fingerprint: () => ({ fingerprint: '0'.repeat(32) }),
  };
  for (const [field, change] of Object.entries(changes)) {
    it(`shows a change of ${field} made outside the app`, () => {
      for (const voucher of [null, 'SUMMER-2026-XY']) {
        const { order: actual, log } = toThePayment(voucher);
        assert.equal(actual.state, 'awaiting_payment');
        assert.deepEqual(differencesFromEvents({ ...actual, ...change(actual) }, log), [field]);
      }
    });
  }

  it('is unknown if events are missing', () => {
    const { order: actual, log } = toThePayment(null);
    assert.equal(differencesFromEvents(actual, log.slice(1)), null);
    assert.equal(differencesFromEvents(actual, log.toSpliced(1, 1)), null);
    assert.equal(differencesFromEvents(actual, []), null);
  });
});
