import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { checkOut } from '../../src/ovh/checkout.ts';
import { OvhClientError, OvhServerError, OvhTimeoutError } from '../../src/ovh/errors.ts';
import { pullInFarTimes } from '../../src/store/clock-set-back.ts';
import { CHECKOUT_TIMING, timingFor } from '../../src/worker/checkout-timing.ts';
import { orderElsewhere } from '../model/accidents.ts';
import type { OvhFault, RefusalStatus } from '../model/ovhcloud-answers.ts';
import { HOUR, NOW, order } from '../orders/samples.ts';
import {
  approvedOrder,
  approveOrder,
  intercept,
  MINUTE,
  type OrderAtWork,
  orderAtWork,
  SECOND,
} from './order-at-work.ts';

const CHECKOUT = 'POST /order/cart/{cartId}/checkout';
const LOST: OvhFault = { on: 'checkout', kind: 'lost before' };

/** The seconds between the checkouts that were sent. */
function pauses({ ovh }: OrderAtWork): number[] {
  const times = ovh.checkouts.map(({ at }) => at);
  return times.slice(1).map((at, index) => (at - (times[index] ?? 0)) / SECOND);
}

describe('a checkout that was carried out, whatever it was answered with', () => {
  const faults: Record<string, OvhFault> = Object.fromEntries(
    ([400, 403, 404, 408, 409, 429] as RefusalStatus[]).map((status) => [
      String(status),
      { on: 'checkout', kind: 'refused after', status },
    ]),
  );
  const lost: Record<string, OvhFault> = {
    ...faults,
    'no answer': { on: 'checkout', kind: 'lost after' },
    503: { on: 'checkout', kind: '503 after' },
    'no sense': { on: 'checkout', kind: 'garbled after' },
    'a second one': { on: 'checkout', kind: 'twice' },
  };
  for (const [answer, fault] of Object.entries(lost)) {
    it(`(${answer}) is linked after a minute, and not sent again`, async (t) => {
      const at = await approvedOrder(t);
      at.ovh.world.faults.push(fault);
      assert.equal((await at.work(55 * SECOND)).state, 'approved');
      const order = await at.work(3 * MINUTE);
      assert.equal(order.ovhOrder?.orderId, at.ovh.sales[0]?.id);
      assert.equal(at.ovh.checkouts.length, 1);
      assert.ok(!(await at.kinds()).includes('failed'));
    });
  }

  it('(400) does not fail although its order is listed only after forty seconds', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.appearsAfterMs = 40 * SECOND;
    at.ovh.world.faults.push({ on: 'checkout', kind: 'refused after', status: 400 });
    const order = await at.work(3 * MINUTE);
    assert.equal(order.ovhOrder?.orderId, at.ovh.sales[0]?.id);
    assert.equal(at.ovh.checkouts.length, 1);
    assert.deepEqual((await at.kinds()).slice(-1), ['placed']);
  });

  it('is linked although its cart shows it eight seconds late and can be deleted', async (t) => {
    const at = await approvedOrder(t);
    Object.assign(at.ovh.world.quirks, { readOnlyAfterMs: 8 * SECOND, deletesSpent: true });
    at.ovh.world.faults.push({ on: 'checkout', kind: 'refused after', status: 403 });
    const order = await at.work(4 * MINUTE);
    assert.equal(order.ovhOrder?.orderId, at.ovh.sales[0]?.id);
    assert.equal(at.ovh.checkouts.length, 1);
  });

  it('is linked although the app timed out late, and its cart is watched for a while', async (t) => {
    const at = await approvedOrder(t);
    Object.assign(at.ovh.world.quirks, { readOnlyAfterMs: 8 * SECOND, deletesSpent: true });
    at.ovh.world.appearsAfterMs = MINUTE;
    intercept(at, CHECKOUT, async (call) => {
      at.pass(30 * SECOND);
      await call();
      throw new OvhTimeoutError(CHECKOUT, 30);
    });
    const order = await at.work(4 * MINUTE);
    assert.equal(order.ovhOrder?.orderId, at.ovh.sales[0]?.id);
  });

  it('is reported at once if another process had already given it up', async (t) => {
    const at = await approvedOrder(t);
    intercept(at, CHECKOUT, async (call) => {
      const answer = await call();
      // While the answer was on its way, another process gave the checkout up.
      const cartId = at.ovh.checkouts[0]?.cartId ?? '';
      await at.change({ type: 'checkout_not_placed', cartId, isUnsent: true });
      return answer;
    });
    const order = await at.work(0);
    assert.equal(order.ovhOrder, null);
    assert.deepEqual(
      order.unexpectedOrders.map(({ orderId }) => orderId),
      [at.ovh.sales[0]?.id],
    );
  });
});

describe('a checkout that had no effect', () => {
  it('is followed by another one with a new cart, two minutes later, once its cart is deleted', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push(LOST);
    await at.work(0);
    const [first] = at.ovh.checkouts;
    await at.work(15 * SECOND);
    assert.ok(at.ovh.carts.has(first?.cartId ?? ''), 'its cart is looked at for a while');
    await at.work(10 * SECOND);
    assert.ok(!at.ovh.carts.has(first?.cartId ?? ''), 'then it is deleted');
    const order = await at.work(4 * MINUTE);
    const [pause = 0, ...more] = pauses(at);
    assert.ok(pause >= 120 && pause < 180 && more.length === 0, `sent again after ${pause} s`);
    assert.notEqual(at.ovh.checkouts[1]?.cartId, first?.cartId);
    assert.equal(at.ovh.checkouts[1]?.leavesCartOpen, false);
    assert.equal(order.ovhOrder?.orderId, at.ovh.sales[0]?.id);
    assert.equal(order.approvals.length, 1, 'the approval is kept');
  });

  it('and was refused temporarily is sent again with the same cart, two minutes later', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push({ on: 'checkout', kind: 'refused', status: 429 });
    await at.work(4 * MINUTE);
    const [pause = 0] = pauses(at);
    assert.ok(pause >= 120 && pause < 180, `sent again after ${pause} s`);
    assert.equal(new Set(at.ovh.checkouts.map(({ cartId }) => cartId)).size, 1);
    assert.equal(at.ovh.sales.length, 1);
  });

  it('still waits two minutes if its cart has disappeared', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push(LOST);
    await at.work(0);
    at.ovh.carts.clear();
    await at.work(4 * MINUTE);
    const [pause = 0] = pauses(at);
    assert.ok(pause >= 120, `sent again after ${pause} s`);
  });

  it('waits longer if calls have a longer timeout', () => {
    const waits = [3, 30, 90].map((seconds) => timingFor(CHECKOUT_TIMING, seconds).inFlightMs / SECOND);
    assert.deepEqual(waits, [120, 120, 180]);
  });

  it('is not repeated with automatic payment before people have decided', async (t) => {
    const at = await approvedOrder(t, { autoPay: true });
    at.ovh.world.faults.push(LOST);
    const order = await at.work(10 * MINUTE);
    assert.equal(order.state, 'failed');
    assert.equal(at.ovh.checkouts.length, 1);
  });

  it('is sent again at once if the request never left', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push({ on: 'checkout', kind: 'unreachable' });
    const order = await at.work(5 * SECOND);
    assert.equal(order.state, 'awaiting_payment');
    assert.equal(at.ovh.checkouts.length, 1);
  });
});

describe('a checkout that takes effect after it was abandoned', () => {
  const late = (byMs: number): OvhFault => ({ on: 'checkout', kind: 'late', byMs, despiteDeletion: true });

  it('but before the next one is confirmed by people, and not bought again', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push(late(90 * SECOND));
    const order = await at.work(5 * MINUTE);
    assert.equal(at.ovh.sales.length, 1);
    assert.deepEqual(order.checkoutAttempt?.askedAbout, [at.ovh.sales[0]?.id]);
  });

  it('is found by a last search right before the next one is sent', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push(late(90 * SECOND));
    at.ovh.world.appearsAfterMs = 31 * SECOND;
    await at.work(119 * SECOND);
    let isAway = true;
    intercept(at, 'POST /order/cart', async (call) => {
      if (isAway) throw new Error('OVHcloud builds no carts');
      return call();
    });
    // The order is listed meanwhile.
    await at.work(10 * SECOND);
    isAway = false;
    const order = await at.work(2 * MINUTE);
    assert.equal(at.ovh.sales.length, 1);
    assert.deepEqual(order.checkoutAttempt?.askedAbout, [at.ovh.sales[0]?.id]);
  });

  it('and is listed while people decide on another price is not bought again after their approval', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push(late(90 * SECOND));
    at.ovh.world.appearsAfterMs = MINUTE;
    await at.work(MINUTE);
    at.ovh.world.offer.ucents += 100_000_000;
    assert.equal((await at.work(2 * MINUTE)).state, 'awaiting_approval');
    await approveOrder(at);
    const order = await at.work(2 * MINUTE);
    assert.equal(at.ovh.sales.length, 1);
    assert.deepEqual(order.checkoutAttempt?.askedAbout, [at.ovh.sales[0]?.id]);
  });

  it('and is listed while people decide is reported to them before anyone decides', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push(late(90 * SECOND));
    at.ovh.world.appearsAfterMs = 5 * MINUTE;
    await at.work(MINUTE);
    at.ovh.world.offer.ucents += 100_000_000;
    assert.equal((await at.work(2 * MINUTE)).state, 'awaiting_approval');
    const order = await at.work(15 * MINUTE);
    assert.equal(order.state, 'awaiting_approval');
    assert.deepEqual(
      order.unexpectedOrders.map(({ orderId }) => orderId),
      [at.ovh.sales[0]?.id],
    );
    await approveOrder(at);
    const asked = await at.work(2 * MINUTE);
    assert.deepEqual(asked.checkoutAttempt?.askedAbout, [at.ovh.sales[0]?.id]);
    assert.equal(at.ovh.sales.length, 1);
  });

  it('and cannot be read yet is confirmed by people before the next one is sent', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push(late(90 * SECOND));
    at.ovh.world.appearsAfterMs = 35 * SECOND;
    await at.work(119 * SECOND);
    intercept(at, 'GET /me/order/{orderId}', async () => {
      throw new OvhServerError(
        'GET /me/order/{orderId}',
        { status: 500, queryId: null, retryAfter: null },
        { body: '' },
      );
    });
    let isAway = true;
    intercept(at, 'POST /order/cart', async (call) => {
      if (isAway) throw new Error('OVHcloud builds no carts');
      return call();
    });
    await at.work(10 * SECOND);
    isAway = false;
    const order = await at.work(2 * MINUTE);
    assert.equal(at.ovh.sales.length, 1);
    assert.deepEqual(order.checkoutAttempt?.askedAbout, [at.ovh.sales[0]?.id]);
  });

  it('is recognized by its former project name after the request was renamed', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push(late(6 * MINUTE));
    await at.work(30 * SECOND);
    at.ovh.world.offer = { ...at.ovh.world.offer, ucents: 2_400_000_000 };
    const { request } = await at.work(2 * MINUTE);
    await at.change({ type: 'edited', by: 'U0REQ', request: { ...request, projectName: 'another-name' } });
    await at.work(5 * MINUTE);
    await approveOrder(at);
    const order = await at.work(MINUTE);
    assert.equal(at.ovh.checkouts.length, 1);
    assert.deepEqual(order.checkoutAttempt?.askedAbout, [at.ovh.sales[0]?.id]);
  });

  it('in a cart still in use is not confused with a person’s earlier order', async (t) => {
    const at = await approvedOrder(t);
    orderElsewhere(at.ovh, (await at.order()).request.projectName);
    at.ovh.world.appearsAfterMs = 5 * MINUTE;
    at.ovh.world.faults.push({ on: 'checkout', kind: 'late', byMs: 40 * SECOND, despiteDeletion: false });
    const answered = { status: 429, queryId: null, retryAfter: null };
    intercept(at, CHECKOUT, (call) =>
      call().catch(() => {
        throw new OvhClientError(CHECKOUT, answered, { errorClass: null, apiMessage: 'Too many requests' });
      }),
    );
    const order = await at.work(20 * MINUTE);
    assert.equal(order.ovhOrder?.orderId, at.ovh.sales[1]?.id);
  });

  for (const [name, byMs] of Object.entries({
    minutes: 5 * MINUTE,
    'a quarter of an hour': 15 * MINUTE,
    'an hour': 58 * MINUTE,
  })) {
    it(`after the next one was sent is reported, even though that took ${name}`, async (t) => {
      const at = await approvedOrder(t);
      at.ovh.world.faults.push(late(byMs));
      const order = await at.work(70 * MINUTE);
      assert.equal(at.ovh.sales.length, 2, 'OVHcloud did both');
      const [linked, unexpected] = at.ovh.sales;
      assert.equal(order.ovhOrder?.orderId, linked?.id);
      assert.deepEqual(
        order.unexpectedOrders.map(({ orderId }) => orderId),
        [unexpected?.id],
      );
    });
  }
});

describe('a checkout that follows several others', () => {
  /** An order whose checkouts at these times have ordered nothing. */
  function afterCheckouts(t: TestContext, ...times: number[]): Promise<OrderAtWork> {
    const known = { preexistingOrderIds: [], rejectedOrderIds: [] };
    const formerAttempts = times.map((at, index) => ({ cartId: `cart-${index}`, at, ...known }));
    return orderAtWork(t, { from: order({ formerAttempts }) });
  }

  it('waits two minutes after the last one, whatever order they are stored in', async (t) => {
    const at = await afterCheckouts(t, NOW - 10 * SECOND, NOW - HOUR);
    await at.work(0);
    await approveOrder(at);
    await at.work(100 * SECOND);
    assert.equal(at.ovh.checkouts.length, 0);
    await at.work(MINUTE);
    assert.equal(at.ovh.checkouts.length, 1);
  });

  it('cannot have created an order placed since the earliest of them, whatever order they are stored in', async (t) => {
    const at = await afterCheckouts(t, NOW - 10 * MINUTE, NOW - HOUR);
    orderElsewhere(at.ovh, 'someone-elses');
    const [sale] = at.ovh.sales;
    assert.ok(sale);
    sale.at = NOW - 30 * MINUTE;
    await at.work(0);
    await approveOrder(at);
    at.ovh.world.faults.push(LOST);
    const { checkoutAttempt } = await at.work(SECOND);
    assert.deepEqual(checkoutAttempt?.preexistingOrderIds, [sale.id]);
  });
});

describe('an order that expired and is retried', () => {
  async function expiredAndApprovedAgain(t: Parameters<typeof approvedOrder>[0]): Promise<OrderAtWork> {
    const at = await approvedOrder(t);
    await at.work(0);
    await at.change({ type: 'payment_expired' });
    const { request } = await at.order();
    await at.change({ type: 'retried', by: 'U0REQ', request });
    await at.work(0);
    await approveOrder(at);
    return at;
  }

  it('is not bought again if it turns out to be paid', async (t) => {
    const at = await expiredAndApprovedAgain(t);
    const [sale] = at.ovh.sales;
    assert.ok(sale);
    sale.paidAt = at.ovh.now();
    const order = await at.work(MINUTE);
    assert.equal(order.state, 'failed');
    assert.equal(at.ovh.sales.length, 1);
  });

  it('is not linked to its own expired order', async (t) => {
    const at = await expiredAndApprovedAgain(t);
    at.ovh.world.faults.push({ on: 'checkout', kind: 'lost after' });
    const order = await at.work(5 * MINUTE);
    assert.equal(at.ovh.sales.length, 2);
    assert.equal(order.ovhOrder?.orderId, at.ovh.sales[1]?.id);
  });
});

/** The order's row as it is now. */
const copyOf = async (at: OrderAtWork) => at.db.selectFrom('orders').selectAll().executeTakeFirstOrThrow();
/** Puts a row back, and removes what the audit log says since. */
async function restore(at: OrderAtWork, row: Awaited<ReturnType<typeof copyOf>>): Promise<void> {
  const { is_open: _, ...columns } = row;
  await at.db.deleteFrom('order_events').where('version', '>', row.version).execute();
  const last = at.db.selectFrom('order_events').select(['sequence', 'hash']).orderBy('sequence', 'desc');
  await at.db
    .updateTable('audit_head')
    .set(await last.executeTakeFirstOrThrow())
    .execute();
  await at.db.updateTable('orders').set(columns).execute();
}

describe('a database restored from before a checkout', () => {
  it('links the order that its cart became', async (t) => {
    const at = await approvedOrder(t);
    const copy = await copyOf(at);
    await at.work(0);
    await restore(at, copy);
    const order = await at.work(3 * MINUTE);
    assert.equal(at.ovh.sales.length, 1);
    assert.equal(order.ovhOrder?.orderId, at.ovh.sales[0]?.id);
  });

  it('links that order, and asks no one, if the cart that it became cannot be read again', async (t) => {
    const at = await approvedOrder(t);
    const copy = await copyOf(at);
    await at.work(0);
    await restore(at, copy);
    intercept(at, 'GET /order/cart/{cartId}', async (read) => {
      if ((await at.order()).checkoutAttempt) throw new OvhTimeoutError('GET /order/cart/{cartId}', 30);
      return read();
    });
    const order = await at.work(10 * MINUTE);
    assert.equal(order.ovhOrder?.orderId, at.ovh.sales[0]?.id);
    assert.ok(!(await at.kinds()).includes('match_ambiguous'));
  });

  it('links that order even if OVHcloud showed its cart only after the copy was quoted again', async (t) => {
    const at = await orderAtWork(t);
    const copy = await copyOf(at);
    await at.work(0);
    await approveOrder(at);
    await at.work(0);
    await restore(at, copy);
    const shown = new Map(at.ovh.carts);
    const [sale] = at.ovh.sales;
    assert.ok(sale);
    at.ovh.carts.clear();
    sale.visibleAt = at.ctx.now() + 10 * SECOND;
    await at.work(0);
    for (const [cartId, cart] of shown) at.ovh.carts.set(cartId, cart);
    at.pass(20 * SECOND);
    await approveOrder(at);
    const order = await at.work(3 * MINUTE);
    assert.equal(at.ovh.sales.length, 1);
    assert.equal(order.ovhOrder?.orderId, sale.id);
  });

  it('asks people about the order before it builds another cart if the old one is gone', async (t) => {
    const at = await approvedOrder(t);
    const copy = await copyOf(at);
    await at.work(0);
    at.ovh.carts.clear();
    await restore(at, copy);
    const [sale] = at.ovh.sales;
    assert.ok(sale);
    // The price had changed in the last moment.
    sale.goods.ucents += 1;
    const order = await at.work(3 * MINUTE);
    assert.equal(at.ovh.sales.length, 1);
    assert.deepEqual(order.checkoutAttempt?.askedAbout, [sale.id]);
  });

  for (const pulledIn of [true, false]) {
    it(`links that order although its request is dated an hour ahead${pulledIn ? ', as soon as the clock is right' : ', an hour later'}`, async (t) => {
      const at = await approvedOrder(t, { clockAheadMs: HOUR });
      const copy = await copyOf(at);
      await at.work(0);
      await at.work(5 * MINUTE);
      await restore(at, copy);
      at.setClock(0);
      if (pulledIn) await pullInFarTimes(at.db, at.ctx.now());
      const order = await at.work(65 * MINUTE);
      assert.equal(order.ovhOrder?.orderId, at.ovh.sales[0]?.id);
      assert.equal(at.ovh.sales.length, 1);
    });
  }

  it('links that order even if the copy is from before its quote', async (t) => {
    const at = await orderAtWork(t);
    const copy = await copyOf(at);
    await at.work(0);
    await approveOrder(at);
    await at.work(0);
    await restore(at, copy);
    const order = await at.work(3 * MINUTE);
    assert.equal(at.ovh.sales.length, 1);
    assert.equal(order.ovhOrder?.orderId, at.ovh.sales[0]?.id);
  });
});

describe('a database restored from before a checkout, with its order edited', () => {
  it('links the order that its cart became although neither carts nor orders list it', async (t) => {
    const at = await orderAtWork(t);
    const { request } = await at.work(SECOND);
    const copy = await copyOf(at);
    at.ovh.world.appearsAfterMs = 2 * MINUTE;
    at.ovh.world.quirks.listLeavesOutSpent = true;
    await approveOrder(at);
    await at.work(0);
    await restore(at, copy);
    await at.change({ type: 'edited', by: 'U0REQ', request: { ...request, voucher: 'FREE-42' } });
    await at.work(SECOND);
    if ((await at.order()).state === 'awaiting_approval') await approveOrder(at);
    const order = await at.work(5 * MINUTE);
    assert.equal(at.ovh.sales.length, 1);
    assert.equal(order.ovhOrder?.orderId, at.ovh.sales[0]?.id);
  });
});

describe('an order that was closed though one of its carts was checked out', () => {
  async function closedOrder(t: TestContext) {
    const at = await approvedOrder(t);
    const { cart } = await at.order();
    await checkOut(at.ctx.ovh, cart?.cartId ?? '', { autoPay: false, waiveRetractation: false });
    await at.change({ type: 'approval_withdrawn', by: 'U0APP1' });
    await at.change({ type: 'cancelled', by: 'U0REQ' });
    return at;
  }
  const named = async ({ order }: OrderAtWork) =>
    (await order()).unexpectedOrders.map(({ orderId }) => orderId);

  it('reports that order as soon as OVHcloud lists it', async (t) => {
    const at = await closedOrder(t);
    const [mine] = at.ovh.sales;
    assert.ok(mine);
    mine.visibleAt = at.ovh.now() + 20 * MINUTE;
    await at.work(0);
    assert.deepEqual(await named(at), [null]);
    await at.work(HOUR);
    assert.deepEqual(await named(at), [null, mine.id]);
  });

  it('does not report another person’s order as its own', async (t) => {
    const at = await closedOrder(t);
    orderElsewhere(at.ovh, (await at.order()).request.projectName);
    await at.work(2 * HOUR);
    assert.deepEqual(await named(at), [null]);
  });

  it('reports that an OVHcloud order exists', async (t) => {
    const at = await approvedOrder(t);
    const { cart } = await at.order();
    await checkOut(at.ctx.ovh, cart?.cartId ?? '', { autoPay: false, waiveRetractation: false });
    await at.change({ type: 'approval_withdrawn', by: 'U0APP1' });
    await at.change({ type: 'cancelled', by: 'U0REQ' });
    const closed = await at.work(0);
    assert.deepEqual(
      closed.unexpectedOrders.map(({ orderId }) => orderId),
      [at.ovh.sales[0]?.id],
    );
  });
});
