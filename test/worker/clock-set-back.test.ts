import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OvhTimeoutError } from '../../src/ovh/errors.ts';
import { eventsOf, loadOrder } from '../../src/store/orders.ts';
import { orderElsewhere } from '../model/accidents.ts';
import { HOUR } from '../orders/samples.ts';
import {
  approvedOrder,
  intercept,
  MINUTE,
  type OrderAtWork,
  orderAtWork,
  workMinutes,
} from './order-at-work.ts';

const DAYS = 48 * HOUR;

async function countEvents(at: OrderAtWork, type: string): Promise<number> {
  const events = await eventsOf(at.db, (await at.order()).id);
  return events.filter((event) => event.type === type).length;
}

describe('an order that closed while the clock was days ahead for a moment', () => {
  for (const isCleanedUp of [false, true]) {
    it(`has nothing left to run in the end (its carts were deleted ${isCleanedUp ? 'before' : 'after'} the clock was right again)`, async (t) => {
      const at = await orderAtWork(t);
      await at.work(0);
      at.setClock(DAYS);
      await at.change({ type: 'cancelled', by: 'U0REQ' });
      if (isCleanedUp) await at.work(0);
      at.setClock(0);
      await workMinutes(at, 3 * HOUR);
      assert.ok((await countEvents(at, 'carts_cleaned_up')) <= 3);
      assert.equal(at.ovh.carts.size, 0);
    });
  }

  it('has nothing left to run in the end if its project was ready then', async (t) => {
    const at = await approvedOrder(t, { autoPay: true });
    await at.work(0);
    at.setClock(DAYS);
    while ((await at.order()).state !== 'ready') await workMinutes(at, 10 * MINUTE);
    at.setClock(0);
    await workMinutes(at, 3 * HOUR);
    const { runAt } = (await loadOrder(at.db, (await at.order()).id, at.ctx.now())) ?? assert.fail();
    assert.equal(runAt, null);
  });

  it('is still searched for at OVHcloud if its checkout was abandoned', async (t) => {
    const at = await approvedOrder(t, { autoPay: true });
    at.ovh.world.faults.push({ on: 'checkout', kind: 'lost after' });
    at.ovh.world.appearsAfterMs = 10 * MINUTE;
    at.ovh.world.quirks.deletesSpent = true;
    at.ovh.world.quirks.readOnlyAfterMs = HOUR;
    await at.work(2 * MINUTE - 1);
    at.setClock(DAYS);
    await at.work(MINUTE);
    assert.equal((await at.order()).state, 'failed');
    at.setClock(0);
    await workMinutes(at, 2 * HOUR);
    assert.deepEqual(
      (await at.order()).unexpectedOrders.map(({ orderId }) => orderId),
      [at.ovh.sales[0]?.id],
    );
    assert.equal(await countEvents(at, 'former_attempts_checked'), 3);
  });
});

describe('an order without an answer from OVHcloud while the clock was days ahead for a moment', () => {
  it('fails ten minutes later, and is retried no more often than any other', async (t) => {
    const at = await orderAtWork(t);
    let asked = 0;
    intercept(at, 'POST /order/cart', async () => {
      asked += 1;
      throw new OvhTimeoutError('POST /order/cart', 30);
    });
    at.setClock(DAYS);
    await at.work(0);
    at.setClock(0);
    await workMinutes(at, 15 * MINUTE);
    const { state, closure } = await at.order();
    assert.deepEqual([state, closure?.failure?.kind], ['failed', 'ovh_unavailable']);
    assert.ok(asked < 60, `asked ${asked} times`);
  });

  it('is polled no more often than any other if its checkout is unclear', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push({ on: 'checkout', kind: 'lost after' });
    orderElsewhere(at.ovh, 'elsewhere');
    at.setClock(DAYS);
    await at.work(0);
    orderElsewhere(at.ovh, (await at.order()).request.projectName);
    at.setClock(0);
    let asked = 0;
    intercept(at, 'GET /me/order', (call) => {
      asked += 1;
      return call();
    });
    await workMinutes(at, HOUR);
    assert.notEqual((await at.order()).checkoutAttempt?.askedAbout ?? null, null);
    assert.ok(asked < 200, `asked ${asked} times in an hour`);
  });

  it('notifies people after an hour that its status is unknown', async (t) => {
    const at = await approvedOrder(t);
    await at.work(MINUTE);
    assert.equal((await at.order()).state, 'awaiting_payment');
    intercept(at, 'GET /me/order/{orderId}/status', async () => {
      throw new OvhTimeoutError('GET /me/order/{orderId}/status', 30);
    });
    at.setClock(DAYS);
    await at.work(MINUTE);
    at.setClock(0);
    await workMinutes(at, HOUR + 30 * MINUTE);
    assert.equal((await at.order()).retrying?.notified, true);
  });
});
