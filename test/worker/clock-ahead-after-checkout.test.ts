import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { paymentReminderAt } from '../../src/orders/schedule.ts';
import { OvhTimeoutError } from '../../src/ovh/errors.ts';
import { HOUR } from '../orders/samples.ts';
import { approvedOrder, intercept, MINUTE, workMinutes } from './order-at-work.ts';

const DAY = 24 * HOUR;
const READ_ORDER = 'GET /me/order/{orderId}';

describe('a placed order while the clock is days ahead', () => {
  it('does not expire while it can be paid, although OVHcloud cannot say until when', async (t) => {
    const at = await approvedOrder(t);
    await at.work(0);
    intercept(at, READ_ORDER, async () => {
      throw new OvhTimeoutError(READ_ORDER, 30);
    });
    at.setClock(60 * DAY);
    await at.work(HOUR);
    assert.equal((await at.order()).state, 'awaiting_payment');
  });
});

describe('an order that was placed while the clock was days ahead', () => {
  it('is dated once the clock is right, and its requester is reminded before it expires', async (t) => {
    const at = await approvedOrder(t, { clockAheadMs: 60 * DAY });
    await at.work(0);
    at.setClock(0);
    await workMinutes(at, 20 * MINUTE);
    const order = await at.order();
    const now = at.ctx.now();
    assert.ok(order.ovhOrder && order.ovhOrder.at <= now, 'its date is not in the future');
    const remindAt = paymentReminderAt(order) ?? assert.fail('no reminder');
    assert.ok(remindAt > now && remindAt < (order.ovhOrder.paymentDueAt ?? 0));
  });

  it('is not read again and again once it is', async (t) => {
    const at = await approvedOrder(t, { clockAheadMs: 60 * DAY });
    await at.work(0);
    at.setClock(0);
    await workMinutes(at, 20 * MINUTE);
    let reads = 0;
    intercept(at, READ_ORDER, (read) => {
      reads += 1;
      return read();
    });
    await workMinutes(at, HOUR);
    assert.equal(reads, 0);
  });

  it('is reported soon if OVHcloud has not charged the account', async (t) => {
    const at = await approvedOrder(t, { autoPay: true, clockAheadMs: 60 * DAY });
    at.ovh.world.declinesCharges = true;
    await at.work(0);
    at.setClock(0);
    await workMinutes(at, HOUR);
    assert.ok((await at.kinds()).includes('payment_reminded'));
  });

  it('can be polled at once after a click on Pay', async (t) => {
    const at = await approvedOrder(t, { clockAheadMs: 60 * DAY });
    await at.work(0);
    at.setClock(0);
    await at.change({ type: 'pay_clicked', by: 'U0REQ' });
  });
});
