import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { OvhClientError, OvhInvalidResponseError, OvhServerError } from '../../src/ovh/errors.ts';
import { insertOrder } from '../../src/store/orders.ts';
import { loseCarts, orderElsewhere } from '../model/accidents.ts';
import { everyOrder, REQUEST } from '../orders/samples.ts';
import { approvedOrder, intercept, MINUTE, type OrderAtWork, orderAtWork, SECOND } from './order-at-work.ts';

const approver = { id: 'U0APP2', isApprover: true };
const THE_SAME = REQUEST.projectName;
const CHECKOUT = 'POST /order/cart/{cartId}/checkout';
const EXTENSION = 'GET /me/order/{orderId}/details/{orderDetailId}/extension';
const TOO_MANY = { status: 429, queryId: null, retryAfter: null };

/** The approvers are asked about these orders, and none is linked. */
async function isAskedAbout({ order }: OrderAtWork, orderIds: (number | undefined)[]): Promise<void> {
  const { checkoutAttempt, ovhOrder } = await order();
  assert.deepEqual([checkoutAttempt?.askedAbout?.toSorted(), ovhOrder], [orderIds.toSorted(), null]);
}

describe('the order of a lost checkout', () => {
  it('is never one that the account already had, or one of another project', async (t) => {
    const at = await approvedOrder(t);
    orderElsewhere(at.ovh, THE_SAME);
    at.ovh.world.faults.push({ on: 'checkout', kind: 'lost after' });
    await at.work(0);
    orderElsewhere(at.ovh, 'elsewhere');
    const order = await at.work(3 * MINUTE);
    assert.equal(order.ovhOrder?.orderId, at.ovh.sales[1]?.id);
  });

  it('is confirmed by people first if its price is not the approved one', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push({ on: 'checkout', kind: 'lost after' });
    await at.work(0);
    const [mine] = at.ovh.sales;
    assert.ok(mine);
    mine.goods.ucents += 1;
    await at.work(5 * MINUTE);
    await isAskedAbout(at, [mine.id]);
  });

  it('is confirmed by people first if someone ordered the same at the same moment and is listed first', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.appearsAfterMs = 30 * SECOND;
    at.ovh.world.faults.push({ on: 'checkout', kind: 'lost after' });
    await at.work(0);
    orderElsewhere(at.ovh, THE_SAME);
    await at.work(5 * MINUTE);
    await isAskedAbout(
      at,
      at.ovh.sales.map(({ id }) => id),
    );
  });

  it('is not assumed to be someone else’s order that matches: nothing is sent before people answer', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push({ on: 'checkout', kind: 'lost before' });
    await at.work(0);
    orderElsewhere(at.ovh, THE_SAME);
    await at.work(10 * MINUTE);
    const [foreign] = at.ovh.sales;
    await isAskedAbout(at, [foreign?.id]);
    assert.equal(at.ovh.checkouts.length, 1);

    await at.change({ type: 'matches_rejected', actor: approver });
    const order = await at.work(10 * MINUTE);
    assert.equal(at.ovh.checkouts.length, 2);
    assert.equal(order.ovhOrder?.orderId, at.ovh.sales[1]?.id);
  });

  it('is confirmed by people first if it appeared an hour after the checkout and the cart is gone', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push({ on: 'checkout', kind: 'lost before' });
    await at.work(0);
    at.pass(60 * MINUTE);
    // The app was down, so a person has ordered it by hand.
    orderElsewhere(at.ovh, THE_SAME);
    loseCarts(at.ovh);
    await at.work(10 * MINUTE);
    await isAskedAbout(at, [at.ovh.sales[0]?.id]);
  });

  it('is the one that an approver chose', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push({ on: 'checkout', kind: 'lost after' });
    await at.work(0);
    orderElsewhere(at.ovh, THE_SAME);
    await at.work(3 * MINUTE);
    const [mine] = at.ovh.sales;
    await at.change({ type: 'match_confirmed', actor: approver, orderId: mine?.id ?? 0 });
    assert.equal((await at.work(MINUTE)).ovhOrder?.orderId, mine?.id);
  });

  it('is never one that belongs to another order of the app', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push({ on: 'checkout', kind: 'lost after' });
    await at.work(0);
    orderElsewhere(at.ovh, THE_SAME);
    const [mine, theirs] = at.ovh.sales;
    const { unpaid } = everyOrder({ ...REQUEST, projectName: 'theirs' });
    assert.ok(unpaid?.ovhOrder && theirs);
    const other = { ...unpaid, id: 'oc-2', ovhOrder: { ...unpaid.ovhOrder, orderId: theirs.id } };
    await insertOrder(at.db, other, { owner: 'nobody', forMs: 0 });
    const order = await at.work(3 * MINUTE);
    assert.equal(order.ovhOrder?.orderId, mine?.id);
  });

  it('is found although another order cannot be read', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push({ on: 'checkout', kind: 'lost after' });
    await at.work(0);
    orderElsewhere(at.ovh, 'elsewhere');
    const [mine, unreadable] = at.ovh.sales;
    assert.ok(mine && unreadable);
    unreadable.visibleAt = Number.POSITIVE_INFINITY;
    intercept(at, 'GET /me/order', async () => [mine.id, unreadable.id]);
    assert.equal((await at.work(5 * MINUTE)).ovhOrder?.orderId, mine.id);
  });

  it('is confirmed by people first if it cannot be read', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push({ on: 'checkout', kind: 'lost after' });
    await at.work(0);
    const [mine] = at.ovh.sales;
    assert.ok(mine);
    mine.visibleAt = Number.POSITIVE_INFINITY;
    intercept(at, 'GET /me/order', async () => [mine.id]);
    await at.work(10 * MINUTE);
    await isAskedAbout(at, [mine.id]);
    assert.equal(at.ovh.checkouts.length, 1);
  });

  for (const readable of [null, { plan: { code: 'another-plan' } }, { plan: { code: 'project.2018' } }]) {
    it(`is confirmed by people first if its only readable details are ${JSON.stringify(readable)}`, async (t) => {
      const at = await approvedOrder(t);
      at.ovh.world.faults.push({ on: 'checkout', kind: 'lost after' });
      let looks = 0;
      intercept(at, EXTENSION, async () => {
        looks += 1;
        if (looks % 2 === 0)
          throw new OvhClientError(EXTENSION, TOO_MANY, { errorClass: null, apiMessage: '' });
        return { order: readable };
      });
      await at.work(0);
      at.ovh.carts.clear();
      await at.work(5 * MINUTE);
      await isAskedAbout(at, [at.ovh.sales[0]?.id]);
    });
  }

  it('is confirmed by people first if OVHcloud spells its name differently', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push({ on: 'checkout', kind: 'lost after' });
    const configurations = [{ label: 'description', value: THE_SAME.toUpperCase() }];
    intercept(at, EXTENSION, async () => ({ order: { plan: { code: 'project.2018' }, configurations } }));
    await at.work(0);
    at.ovh.carts.clear();
    await at.work(5 * MINUTE);
    await isAskedAbout(at, [at.ovh.sales[0]?.id]);
  });

  it('is confirmed by people first if it is in another currency', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push({ on: 'checkout', kind: 'lost after' });
    intercept(at, 'GET /me/order/{orderId}', async (call) => ({
      ...Object(await call()),
      priceWithTax: { currencyCode: 'PLN', value: 12 },
    }));
    await at.work(5 * MINUTE);
    await isAskedAbout(at, [at.ovh.sales[0]?.id]);
  });

  it('is the one that an approver chose although OVHcloud does not show it', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push({ on: 'checkout', kind: 'lost after' });
    await at.work(0);
    const [mine] = at.ovh.sales;
    assert.ok(mine);
    mine.visibleAt = Number.POSITIVE_INFINITY;
    intercept(at, 'GET /me/order', async () => [mine.id]);
    await at.work(10 * MINUTE);
    await at.change({ type: 'match_confirmed', actor: approver, orderId: mine.id });
    assert.equal((await at.work(MINUTE)).ovhOrder?.orderId, mine.id);
  });

  it('is still confirmed by people if a later list leaves out one of the candidates', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push({ on: 'checkout', kind: 'lost after' });
    await at.work(0);
    orderElsewhere(at.ovh, THE_SAME);
    await at.work(5 * SECOND);
    const [mine, theirs] = at.ovh.sales.map(({ id }) => id);
    intercept(at, 'GET /me/order', async () => [theirs]);
    await at.work(5 * MINUTE);
    await isAskedAbout(at, [mine, theirs]);
  });

  it('is linked although it was listed only once and its cart is gone', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push({ on: 'checkout', kind: 'lost after' });
    await at.work(0);
    at.ovh.carts.clear();
    await at.work(5 * SECOND);
    intercept(at, 'GET /me/order', async () => []);
    assert.equal((await at.work(5 * MINUTE)).ovhOrder?.orderId, at.ovh.sales[0]?.id);
  });

  it('is waited for once its cart was seen checked out', async (t) => {
    for (const later of ['open', 'gone']) {
      const at = await approvedOrder(t);
      at.ovh.world.quirks.deletesSpent = true;
      at.ovh.world.appearsAfterMs = 4 * MINUTE;
      at.ovh.world.faults.push({ on: 'checkout', kind: 'lost after' });
      await at.work(2 * SECOND);
      if (later === 'gone') at.ovh.carts.clear();
      else
        intercept(at, 'GET /order/cart/{cartId}', async (call) => ({
          ...Object(await call()),
          readOnly: false,
        }));
      const order = await at.work(10 * MINUTE);
      assert.deepEqual([order.ovhOrder?.orderId, at.ovh.sales.length], [at.ovh.sales[0]?.id, 1], later);
    }
  });

  it('is linked once although it is listed twice', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push({ on: 'checkout', kind: 'lost after' });
    intercept(at, 'GET /me/order', async (call) =>
      [(await call()) as number[]].flatMap((ids) => [...ids, ...ids]),
    );
    assert.equal((await at.work(3 * MINUTE)).ovhOrder?.orderId, at.ovh.sales[0]?.id);
  });

  for (const clockAheadMs of [0, -60 * MINUTE, 60 * MINUTE]) {
    it(`is linked although its date has no time, its cart is gone, and our clock is off by ${clockAheadMs} ms`, async (t) => {
      const at = await approvedOrder(t, { clockAheadMs });
      at.ovh.world.faults.push({ on: 'checkout', kind: 'lost after' });
      intercept(at, 'GET /me/order/{orderId}', async (call) => {
        const { date, ...order } = Object(await call());
        return { ...order, date: date.slice(0, 10) };
      });
      await at.work(0);
      at.ovh.carts.clear();
      assert.equal((await at.work(3 * MINUTE)).ovhOrder?.orderId, at.ovh.sales[0]?.id);
    });
  }

  it('is searched for from when the checkout was sent, although our clock was ahead at that moment', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push({ on: 'checkout', kind: 'lost after' });
    let shown = 0;
    at.ctx.canShow = async () => {
      shown += 1;
      // After the last look at OVHcloud.
      if (shown === 2) at.setClock(60 * MINUTE);
      return true;
    };
    await at.work(0);
    at.setClock(0);
    const { checkoutAttempt } = await at.order();
    assert.ok(checkoutAttempt && checkoutAttempt.at <= at.ovh.now());
  });

  it('is never an invalid number or one of the account’s former orders, even if the answer says so', async (t) => {
    for (const answered of [0, -5, 1] as const) {
      const at = await approvedOrder(t);
      orderElsewhere(at.ovh, 'elsewhere');
      const [former] = at.ovh.sales;
      const orderId = answered === 1 ? former?.id : answered;
      intercept(at, CHECKOUT, async (call) => ({ ...Object(await call()), orderId }));
      assert.equal((await at.work(3 * MINUTE)).ovhOrder?.orderId, at.ovh.sales[1]?.id);
    }
  });

  it('has the price that OVHcloud reports although the checkout’s answer had none', async (t) => {
    const at = await approvedOrder(t, { autoPay: true });
    intercept(at, CHECKOUT, async (call) => {
      const { prices: _, ...answer } = Object(await call());
      const [mine] = at.ovh.sales;
      if (mine) mine.goods.ucents += 1;
      return answer;
    });
    const { ovhOrder } = await at.work(0);
    assert.equal(ovhOrder?.withTax.ucents, at.ovh.sales[0]?.goods.ucents);
  });

  it('is linked without its URL if the answer has only its number', async (t) => {
    const at = await approvedOrder(t);
    intercept(at, CHECKOUT, async (call) => {
      const { orderId } = (await call()) as { orderId: number };
      return { orderId: String(orderId), url: null };
    });
    const order = await at.work(0);
    assert.equal(order.ovhOrder?.orderId, at.ovh.sales[0]?.id);
  });
});

describe('carts of other people', () => {
  it('are not deleted although the list of carts ignores its filter', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.quirks.listIgnoresFilter = true;
    const body = { description: 'theirs', expire: new Date(at.ovh.now() + 3_600_000).toISOString() };
    await at.ovh.client.call({ method: 'POST', path: '/order/cart', body }, z.unknown());
    await at.change({ type: 'approval_withdrawn', by: 'U0APP1' });
    await at.change({ type: 'cancelled', by: 'U0REQ' });
    await at.work(0);
    assert.deepEqual(
      [...at.ovh.carts.values()].map(({ description }) => description),
      ['theirs'],
    );
  });
});

describe('a list of carts that ignores its filter', () => {
  it('does not keep an order from being quoted, whatever other people’s carts contain', async (t) => {
    const at = await orderAtWork(t);
    const theirs = [{ cartId: 'a', description: null, expire: null, readOnly: false, items: [] }, 'refused'];
    intercept(at, 'GET /order/cart', async () => theirs.map((_, index) => `theirs-${index}`));
    const { ovh } = at.ctx;
    at.ctx.ovh = {
      ...ovh,
      async call(request, schema) {
        const [, index] = /^theirs-(\d)$/.exec(String(request.params?.cartId)) ?? [];
        if (index === undefined) return ovh.call(request, schema);
        if (index === '0') return schema.parse(theirs[0]);
        const answered = { status: 403, queryId: null, retryAfter: null };
        throw new OvhClientError('GET', answered, {
          errorClass: null,
          apiMessage: 'This service is not for you',
        });
      },
    };
    assert.equal((await at.work(0)).state, 'awaiting_approval');
  });
});

describe('a cart that OVHcloud does not show after its checkout', () => {
  const refuse = (status: number, apiMessage: string) => async (): Promise<never> => {
    throw new OvhClientError(GET_CART, { ...answered, status }, { errorClass: null, apiMessage });
  };
  const GET_CART = 'GET /order/cart/{cartId}';
  const answered = { queryId: null, retryAfter: null };

  for (const status of [403, 460]) {
    it(`(${status}) does not prevent finding the order`, async (t) => {
      const at = await approvedOrder(t);
      at.ovh.world.faults.push({ on: 'checkout', kind: 'lost after' });
      await at.work(0);
      intercept(at, GET_CART, refuse(status, 'This service is not for you'));
      const order = await at.work(3 * MINUTE);
      assert.equal(order.ovhOrder?.orderId, at.ovh.sales[0]?.id);
    });

    it(`(${status}) proves nothing if no order is found: people are told, and nothing is sent again`, async (t) => {
      const at = await approvedOrder(t);
      at.ovh.world.faults.push({ on: 'checkout', kind: 'lost before' });
      await at.work(0);
      intercept(at, GET_CART, refuse(status, 'This service is not for you'));
      const order = await at.work(10 * MINUTE);
      assert.equal(at.ovh.checkouts.length, 1);
      assert.equal(order.checkoutAttempt?.isNotFoundNotified, true);
    });
  }

  const troubles = {
    'a 500': async () => {
      throw new OvhServerError(GET_CART, { ...answered, status: 500 }, { body: 'a page' });
    },
    'no sense': async (call: () => Promise<unknown>) => {
      await call();
      throw new OvhInvalidResponseError(GET_CART, { ...answered, status: 200 }, ['readOnly']);
    },
  };
  for (const [name, trouble] of Object.entries(troubles)) {
    it(`but answers with ${name} each time does not prevent finding the order`, async (t) => {
      const at = await approvedOrder(t);
      at.ovh.world.faults.push({ on: 'checkout', kind: 'lost after' });
      await at.work(0);
      intercept(at, GET_CART, trouble);
      const order = await at.work(10 * MINUTE);
      assert.equal(order.ovhOrder?.orderId, at.ovh.sales[0]?.id);
    });
  }

  it('to a key revoked at that moment leaves the checkout unresolved, and nothing is sent again', async (t) => {
    const at = await approvedOrder(t);
    at.ovh.world.faults.push({ on: 'checkout', kind: 'refused', status: 403 });
    await at.work(0);
    for (const call of [GET_CART, 'GET /me/order']) {
      intercept(at, call, refuse(403, 'This credential is not valid'));
    }
    const order = await at.work(10 * MINUTE);
    assert.equal(at.ovh.checkouts.length, 1);
    assert.equal(order.checkoutAttempt?.isNotFoundNotified, true);
  });

  for (const [status, words] of [
    [410, 'Gone'],
    [400, 'This cart has expired'],
  ] as const) {
    it(`(${status} ${words}) is gone, and if no order is found another cart is checked out`, async (t) => {
      const at = await approvedOrder(t);
      at.ovh.world.faults.push({ on: 'checkout', kind: 'lost before' });
      await at.work(0);
      const [lost] = at.ovh.checkouts;
      at.ovh.carts.delete(lost?.cartId ?? '');
      intercept(at, GET_CART, (call) => call().catch(refuse(status, words)));
      const order = await at.work(5 * MINUTE);
      assert.equal(at.ovh.checkouts.length, 2);
      assert.equal(order.ovhOrder?.orderId, at.ovh.sales[0]?.id);
    });
  }
});
