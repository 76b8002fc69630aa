import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Denial } from '../../src/orders/denial.ts';
import type { Progress } from '../../src/orders/fulfilment.ts';
import type { Order } from '../../src/orders/order.ts';
import { nextPollAt, nextRunAt, paymentReminderAt } from '../../src/orders/schedule.ts';
import { transition } from '../../src/orders/state-machine.ts';
import { after, everyOrder, HOUR, NOW, PROJECT_ID, progressed } from './samples.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * HOUR;

/** Placed at NOW, to be paid within `days`, its carts gone. */
function unpaid(days: number): Order {
  const sample = everyOrder()['unpaid with a date'];
  if (!sample?.ovhOrder) throw new Error('no placed order');
  return {
    ...sample,
    ovhOrder: { ...sample.ovhOrder, paymentDueAt: NOW + days * DAY },
    cartsCleanedUpAt: NOW + 2 * HOUR,
  };
}

describe('a placed order', () => {
  it('is polled after seconds at first, and every few minutes for days', () => {
    const order = unpaid(14);
    const pause = (age: number) => (nextPollAt(order, NOW + age) - NOW - age) / SECOND;
    assert.deepEqual(
      [0, MINUTE, 10 * MINUTE, HOUR, 3 * HOUR, 10 * DAY].map(pause),
      [3, 3, 30, 180, 300, 300],
    );
  });

  it('has its next run at a whole millisecond', () => {
    for (const age of [61_001, 122_003, 3_600_007]) {
      const order = unpaid(14);
      const next = nextPollAt(order, NOW + age);
      assert.ok(Number.isInteger(next), `${next} after ${age} ms`);
      const { ovhOrder } = order;
      const soon = { ...order, ovhOrder: ovhOrder && { ...ovhOrder, paymentDueAt: NOW + age } };
      assert.ok(Number.isInteger(paymentReminderAt(soon)), `${paymentReminderAt(soon)} of ${age} ms`);
    }
  });

  it('is polled soon again after a change', () => {
    const order = {
      ...unpaid(14),
      fulfilment: { progress: 'awaiting_payment', since: NOW + 5 * DAY },
    } as const;
    assert.equal(nextPollAt(order, NOW + 5 * DAY) - NOW - 5 * DAY, 3 * SECOND);
  });

  it('has one payment reminder, a day before the deadline or in the last quarter of a shorter time', () => {
    assert.equal(paymentReminderAt(unpaid(14)), NOW + 13 * DAY);
    assert.equal(paymentReminderAt(unpaid(1)), NOW + 18 * HOUR);
    const { ovhOrder } = unpaid(14);
    const reminded = after(
      { ...unpaid(14), ovhOrder: ovhOrder && { ...ovhOrder, at: NOW - 20 * DAY, paymentDueAt: NOW } },
      {
        type: 'payment_reminded',
      },
    );
    assert.equal(paymentReminderAt(reminded), null);
  });

  it('has an early reminder if OVHcloud was to charge the account, and another before the deadline', () => {
    const order = unpaid(14);
    const charged = { ...order, quote: order.quote && { ...order.quote, autoPay: true } };
    assert.equal(paymentReminderAt(charged), NOW + 15 * MINUTE);
    assert.equal(paymentReminderAt({ ...charged, paymentRemindersSent: 1 }), NOW + 13 * DAY);
    assert.equal(paymentReminderAt({ ...charged, paymentRemindersSent: 2 }), null);
  });

  it('reports a payment, or a failed one, only if there was one, not while it is being cancelled', () => {
    const kinds = (...seen: Progress[]) =>
      after(unpaid(14), ...seen.map((each) => progressed(each)))
        .timeline.slice(unpaid(14).timeline.length)
        .map(({ kind }) => kind);
    assert.deepEqual(kinds('cancelling'), []);
    assert.deepEqual(kinds('cancelling', 'awaiting_payment'), []);
    assert.deepEqual(kinds('cancelling', 'delivering'), ['paid']);
    assert.deepEqual(kinds('checking', 'cancelling', 'delivering'), ['paid']);
    assert.deepEqual(kinds('checking', 'awaiting_payment', 'delivering'), ['paid', 'payment_failed', 'paid']);
  });

  it('runs at its reminder and its deadline, but not repeatedly once they have passed', () => {
    const order = unpaid(14);
    assert.equal(nextRunAt(order, NOW + 13 * DAY - MINUTE), NOW + 13 * DAY);
    assert.equal(nextRunAt(order, NOW + 14 * DAY - MINUTE), NOW + 14 * DAY);
    for (const late of [13 * DAY, 13 * DAY + HOUR, 14 * DAY, 15 * DAY]) {
      assert.equal(nextRunAt(order, NOW + late), NOW + late + 300 * SECOND, `${late / HOUR} h`);
    }
  });
});

describe('an order of which OVHcloud does not say everything', () => {
  const delivered = after(unpaid(14), progressed('delivered'));
  const since = delivered.fulfilment?.since ?? 0;
  /** The state after an event so long after the delivery; null: it may not happen then. */
  const stateAfter = (event: Parameters<typeof transition>[1], ms: number) => {
    const outcome = transition(delivered, event, since + ms);
    return outcome instanceof Denial ? null : outcome.state;
  };

  it('is ready after half an hour with a project it may not read, and after a day with one that may still appear', () => {
    const ready = (reason: 'forbidden' | 'not_shown' | 'no_answer' | 'creating', ms: number) => {
      const unverified = { reason, status: 403, message: null };
      const project = { id: PROJECT_ID, description: null, unverified };
      return stateAfter({ type: 'project_ready', project }, ms);
    };
    for (const reason of ['forbidden', 'not_shown'] as const) {
      assert.equal(ready(reason, 30 * MINUTE - 1), null);
      assert.equal(ready(reason, 30 * MINUTE), 'ready');
    }
    for (const reason of ['no_answer', 'creating'] as const) {
      assert.equal(ready(reason, DAY - 1), null);
      assert.equal(ready(reason, DAY), 'ready');
    }
  });

  it('is closed without a project after a day', () => {
    assert.equal(stateAfter({ type: 'project_not_found' }, DAY - 1), null);
    assert.equal(stateAfter({ type: 'project_not_found' }, DAY), 'failed');
  });

  it('without news of a payment, expires 15 minutes after the deadline, or after thirty days without one', () => {
    const expired = { type: 'payment_expired', paymentUnknown: { kind: 'key_invalid' } } as const;
    const expires = (order: Order, at: number) => !(transition(order, expired, at) instanceof Denial);
    const order = unpaid(14);
    assert.ok(!expires(order, NOW + 14 * DAY + 15 * MINUTE - 1));
    assert.ok(expires(order, NOW + 14 * DAY + 15 * MINUTE));
    const endless = { ...order, ovhOrder: order.ovhOrder && { ...order.ovhOrder, paymentDueAt: null } };
    assert.ok(!expires(endless, NOW + 30 * DAY));
    assert.ok(expires(endless, NOW + 30 * DAY + 15 * MINUTE));
  });

  it('is no longer tracked if it was paid, its deadline has passed, and there was no news for a week', () => {
    const paid = after(unpaid(14), progressed('delivering'));
    const abandoned = (from: number, at: number) => {
      const order = { ...paid, retrying: { since: from, failure: { kind: 'key_invalid' as const } } };
      return !(transition(order, { type: 'tracking_abandoned' }, at) instanceof Denial);
    };
    assert.ok(!abandoned(NOW, NOW + 14 * DAY));
    assert.ok(abandoned(NOW, NOW + 15 * DAY));
    assert.ok(!abandoned(NOW + 14 * DAY, NOW + 21 * DAY - 1));
    assert.ok(abandoned(NOW + 14 * DAY, NOW + 21 * DAY));
  });
});
