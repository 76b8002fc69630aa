import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { OvhClientError } from '../../src/ovh/errors.ts';
import { orderElsewhere } from '../model/accidents.ts';
import { everyOrder, NOW } from '../orders/samples.ts';
import { firstOf } from '../size.ts';
import { intercept, MINUTE, orderAtWork } from './order-at-work.ts';

const STATUS = 'GET /me/order/{orderId}/status';
const UNKNOWN = async () => 'unknown';
const refuse = async () => {
  const response = { status: 403, queryId: null, retryAfter: null };
  throw new OvhClientError(STATUS, response, {
    errorClass: null,
    apiMessage: 'This call has not been granted',
  });
};

/** An order one of whose former checkouts has made an OVHcloud order, too, of which nobody knows yet. */
async function withLateOrder(t: TestContext, name: string) {
  const known = everyOrder()[name] ?? assert.fail(name);
  const former = { cartId: 'cart-0', at: NOW, preexistingOrderIds: [], rejectedOrderIds: [] };
  const from = { ...known, formerAttempts: [former], lateOrderChecks: { since: NOW, done: 0 } };
  const at = await orderAtWork(t, { from });
  orderElsewhere(at.ovh, from.request.projectName);
  return at;
}

describe('the order of a former checkout', () => {
  for (const name of firstOf(1, [
    'payment expired',
    'unpaid',
    'delivering',
    'payment expired, its payment unknown',
  ])) {
    for (const [what, answer] of [
      ['is unknown', UNKNOWN],
      ['is not shown to the app', refuse],
    ] as const) {
      it(`is reported although the status of the order that followed (${name}) ${what}`, async (t) => {
        const at = await withLateOrder(t, name);
        intercept(at, STATUS, answer);
        const { unexpectedOrders } = await at.work(15 * MINUTE);
        assert.deepEqual(
          unexpectedOrders.map(({ orderId }) => orderId),
          [at.ovh.sales[0]?.id],
        );
      });
    }
  }
});
