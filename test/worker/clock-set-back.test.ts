import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pullInFarTimes } from '../../src/store/clock-set-back.ts';
import { eventsOf } from '../../src/store/orders.ts';
import { HOUR } from '../orders/samples.ts';
import { approvedOrder, MINUTE, type OrderAtWork, orderAtWork } from './order-at-work.ts';

const DAYS = 72 * HOUR;

/** Takes every step that is due within this time, as the claim loop does: each minute it looks for times too far ahead. */
async function workMinutes(at: OrderAtWork, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += MINUTE) {
    await pullInFarTimes(at.db, at.ctx.now());
    await at.work(MINUTE);
  }
}

async function countEvents(at: OrderAtWork, type: string): Promise<number> {
  const events = await eventsOf(at.db, (await at.order()).id);
  return events.filter((event) => event.type === type).length;
}

describe('an order that closed while the clock was days ahead for a moment', () => {
  for (const isCleanedUp of [false, true]) {
    it(`comes to rest (its carts were deleted ${isCleanedUp ? 'before' : 'after'} the clock was right again)`, async (t) => {
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

  it('is still looked for at OVHcloud where its checkout was given up', async (t) => {
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
