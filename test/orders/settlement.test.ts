import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Denial } from '../../src/orders/denial.ts';
import { money } from '../../src/orders/money.ts';
import type { Order } from '../../src/orders/order.ts';
import { fingerprintOf, isSettledByApp, type Quote } from '../../src/orders/quote.ts';
import { nextRun, settlementDeadline } from '../../src/orders/schedule.ts';
import { isBeingSettled, isLeftToApp } from '../../src/orders/settlement.ts';
import { transition } from '../../src/orders/state-machine.ts';
import { after, everyOrder, FREE_QUOTE, HOUR, NOW, order, progressed, quote, REQUEST } from './samples.ts';

const MINUTE = 60_000;
const accepted = { type: 'settlement_accepted', orderId: 4711 } as const;
const failed = { type: 'settlement_failed', orderId: 4711, failure: null } as const;
/** The least that is not nothing. */
const ALMOST_NOTHING = { ucents: 1, currency: 'EUR' };

function named(name: string): Order {
  return everyOrder()[name] ?? assert.fail(name);
}

const waiting = () => named('being confirmed by the app');

describe('a quote', () => {
  it('is confirmed by the app only if the setting is on and every price is exactly 0', () => {
    assert.equal(isSettledByApp(FREE_QUOTE), true);
    const others: Partial<Quote>[] = [
      { settlesFree: false },
      { withTax: ALMOST_NOTHING },
      { withoutTax: ALMOST_NOTHING },
      { tax: ALMOST_NOTHING },
    ];
    for (const change of others) assert.equal(isSettledByApp({ ...FREE_QUOTE, ...change }), false);
  });

  it('has a fingerprint that depends on the setting only if it costs nothing', () => {
    const both = (of: Quote) =>
      [true, false].map((settlesFree) => fingerprintOf(REQUEST, { ...of, settlesFree }));
    assert.equal(new Set(both(FREE_QUOTE)).size, 2);
    assert.deepEqual(both(quote()), Array(2).fill(fingerprintOf(REQUEST, quote())));
  });
});

describe('a placed order', () => {
  it('is confirmed by the app only if its own price is 0 too', () => {
    assert.equal(isBeingSettled(waiting()), true);
    const { ovhOrder } = waiting();
    assert.ok(ovhOrder);
    assert.equal(isBeingSettled({ ...waiting(), ovhOrder: { ...ovhOrder, withTax: ALMOST_NOTHING } }), false);
    assert.equal(isBeingSettled({ ...waiting(), quote: quote({ settlesFree: true }) }), false);
    assert.equal(isBeingSettled({ ...waiting(), quote: { ...FREE_QUOTE, tax: money(1, 'EUR') } }), false);
    assert.equal(isBeingSettled(named('unpaid and free')), false, 'without the setting');
    assert.equal(isBeingSettled(order()), false);
  });

  it('is no longer being confirmed once its status shows the confirmation', () => {
    const checking = after(waiting(), accepted, progressed('checking'));
    assert.deepEqual([isBeingSettled(checking), isLeftToApp(checking)], [false, true]);
  });

  it('is left to a person if its confirmation turned out to have no effect', () => {
    const again = after(waiting(), accepted, progressed('checking'), progressed('awaiting_payment'));
    assert.deepEqual([again.state, isBeingSettled(again)], ['awaiting_payment', false]);
  });

  it('records once that OVHcloud accepted the confirmation', () => {
    const settled = after(waiting(), accepted);
    assert.deepEqual(settled.ovhOrder?.settlement, { outcome: 'accepted', at: NOW });
    assert.equal(
      settled.timeline.length,
      waiting().timeline.length,
      'the thread hears of it when the status shows it',
    );
    assert.ok(transition(settled, accepted, NOW + 1) instanceof Denial);
  });

  it('is left to a person for good once the app has failed, and the thread says so once', () => {
    const left = after(waiting(), failed);
    assert.equal(isLeftToApp(left), false);
    assert.equal(left.timeline.at(-1)?.kind, 'settlement_failed');
    for (const event of [accepted, failed]) assert.ok(transition(left, event, NOW) instanceof Denial);
  });

  it('ignores the confirmation of another OVHcloud order, and of one that a person confirms', () => {
    for (const event of [accepted, failed]) {
      assert.ok(transition(waiting(), { ...event, orderId: 1 }, NOW) instanceof Denial);
      assert.ok(transition(named('unpaid and free'), event, NOW) instanceof Denial);
      assert.ok(transition(named('delivering'), event, NOW) instanceof Denial);
    }
  });

  it('is retried for ten minutes, and an accepted confirmation has a quarter of an hour to show', () => {
    const { ovhOrder } = waiting();
    const settled = after(waiting(), accepted).ovhOrder;
    assert.ok(ovhOrder && settled);
    assert.equal(settlementDeadline(ovhOrder, NOW), ovhOrder.at + 10 * MINUTE);
    assert.equal(settlementDeadline(settled, NOW), NOW + 15 * MINUTE);
    const deadline = { at: ovhOrder.at + 10 * MINUTE, reason: 'free_order_deadline' };
    const tidy = { ...waiting(), cartsCleanedUpAt: NOW + 2 * HOUR };
    assert.deepEqual(nextRun(tidy, deadline.at - 1_000), deadline);
  });
});
