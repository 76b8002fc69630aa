import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askAgainAt, type Progress, payReminderAt } from '../../src/orders/delivery.ts';
import type { Order } from '../../src/orders/order.ts';
import { dueAt } from '../../src/orders/transitions.ts';
import { after, everyOrder, HOUR, NOW, progressed } from './samples.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * HOUR;

/** Placed at NOW, to be paid within `days`, its carts gone. */
function unpaid(days: number): Order {
  const sample = everyOrder()['unpaid with a date'];
  if (!sample?.placed) throw new Error('no placed order');
  return {
    ...sample,
    placed: { ...sample.placed, payUntil: NOW + days * DAY },
    cartsRemovedAt: NOW + 2 * HOUR,
  };
}

describe('a placed order', () => {
  it('is looked at after seconds at first, and after minutes for days', () => {
    const order = unpaid(14);
    const pause = (age: number) => (askAgainAt(order, NOW + age) - NOW - age) / SECOND;
    assert.deepEqual(
      [0, MINUTE, 10 * MINUTE, HOUR, 3 * HOUR, 10 * DAY].map(pause),
      [3, 3, 30, 180, 300, 300],
    );
  });

  it('is due at whole milliseconds, for a database that knows no parts of them', () => {
    for (const age of [61_001, 122_003, 3_600_007]) {
      const order = unpaid(14);
      const next = askAgainAt(order, NOW + age);
      assert.ok(Number.isInteger(next), `${next} after ${age} ms`);
      const { placed } = order;
      const soon = { ...order, placed: placed && { ...placed, payUntil: NOW + age } };
      assert.ok(Number.isInteger(payReminderAt(soon)), `${payReminderAt(soon)} of ${age} ms`);
    }
  });

  it('is looked at soon again once something has happened to it', () => {
    const order = { ...unpaid(14), delivery: { progress: 'unpaid', since: NOW + 5 * DAY } } as const;
    assert.equal(askAgainAt(order, NOW + 5 * DAY) - NOW - 5 * DAY, 3 * SECOND);
  });

  it('is remembered a day before it lapses, or in the last quarter of a shorter time, once', () => {
    assert.equal(payReminderAt(unpaid(14)), NOW + 13 * DAY);
    assert.equal(payReminderAt(unpaid(1)), NOW + 18 * HOUR);
    const { placed } = unpaid(14);
    const reminded = after(
      { ...unpaid(14), placed: placed && { ...placed, at: NOW - 20 * DAY, payUntil: NOW } },
      {
        type: 'payment_reminded',
      },
    );
    assert.equal(payReminderAt(reminded), null);
  });

  it('is asked about soon where OVHcloud was to charge the account, and remembered before it lapses all the same', () => {
    const order = unpaid(14);
    const charged = { ...order, quote: order.quote && { ...order.quote, autoPay: true } };
    assert.equal(payReminderAt(charged), NOW + 15 * MINUTE);
    const told = {
      kind: 'payment_reminder',
      number: 99,
      at: NOW + 15 * MINUTE,
      payUntil: NOW + 14 * DAY,
    } as const;
    const once = { ...charged, story: [...charged.story, told] };
    assert.equal(payReminderAt(once), NOW + 13 * DAY);
    assert.equal(payReminderAt({ ...once, story: [...once.story, told] }), null);
  });

  it('tells a payment, and one that failed, only where there was one: not where it is just being cancelled', () => {
    const kinds = (...seen: Progress[]) =>
      after(unpaid(14), ...seen.map((each) => progressed(each)))
        .story.slice(unpaid(14).story.length)
        .map(({ kind }) => kind);
    assert.deepEqual(kinds('cancelling'), []);
    assert.deepEqual(kinds('cancelling', 'unpaid'), []);
    assert.deepEqual(kinds('cancelling', 'delivering'), ['paid']);
    assert.deepEqual(kinds('checking', 'cancelling', 'delivering'), ['paid']);
    assert.deepEqual(kinds('checking', 'unpaid', 'delivering'), ['paid', 'payment_failed', 'paid']);
  });

  it('wakes up for its reminder and its end, and not again and again once they have passed', () => {
    const order = unpaid(14);
    assert.equal(dueAt(order, NOW + 13 * DAY - MINUTE), NOW + 13 * DAY);
    assert.equal(dueAt(order, NOW + 14 * DAY - MINUTE), NOW + 14 * DAY);
    for (const late of [13 * DAY, 13 * DAY + HOUR, 14 * DAY, 15 * DAY]) {
      assert.equal(dueAt(order, NOW + late), NOW + late + 300 * SECOND, `${late / HOUR} h`);
    }
  });
});
