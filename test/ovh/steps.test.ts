import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { getAccount, listPreferredPaymentMethods } from '../../src/ovh/account.ts';
import {
  addConfiguration,
  addProject,
  assignCart,
  createCart,
  deleteCart,
  findConfigurations,
  getCart,
  getRequiredConfiguration,
  listCarts,
  removeConfiguration,
} from '../../src/ovh/cart.ts';
import { checkOut, previewCheckout } from '../../src/ovh/checkout.ts';
import type { OvhClient } from '../../src/ovh/client.ts';
import { OvhClientError, OvhInvalidResponseError, OvhServerError } from '../../src/ovh/errors.ts';
import { getOrder, getOrderDetailExtension, getOrderStatus, listOrders } from '../../src/ovh/orders.ts';
import { answer, connectTo, type Reply, startOvhcloud } from './ovhcloud-server.ts';

const notThere = answer(404, { class: 'Client::NotFound', message: 'This service does not exist' });
const forbidden = answer(403, { class: 'Client::Forbidden', message: 'You are not allowed' });
const cart = {
  cartId: 'c1',
  description: 'order 1',
  expire: '2026-11-24T10:00:00+01:00',
  readOnly: false,
  items: [7],
};
const price = (value: number) => ({
  currencyCode: 'EUR',
  value,
  text: `€${value}`,
  priceInUcents: value * 100_000_000,
});
const prices = { withTax: price(1.2), withoutTax: price(1), tax: price(0.2), reduction: null };
const order = { contracts: [], details: [], prices, orderId: null, url: null };

/** Takes one step with OVHcloud answering so; gives what came of it and what OVHcloud received. */
async function take<T>(t: TestContext, reply: Reply, step: (ovh: OvhClient) => Promise<T>) {
  const cloud = await startOvhcloud(t, [reply]);
  const result = await step(connectTo(cloud.endpoint).ovh);
  const { method, url, body } = cloud.received[0] ?? assert.fail('nothing was received');
  return { result, request: `${method} ${url}`, body: body && JSON.parse(body) };
}

test('a cart is created for the subsidiary, with its own description and expiry', async (t) => {
  const expire = new Date('2026-11-24T09:00:00.789Z');
  const taken = await take(t, answer(200, cart), (ovh) =>
    createCart(ovh, { subsidiary: 'FR', description: 'order 1', expire }),
  );
  assert.equal(taken.request, 'POST /1.0/order/cart');
  assert.deepEqual(taken.body, {
    ovhSubsidiary: 'FR',
    description: 'order 1',
    expire: '2026-11-24T09:00:00+00:00',
  });
  assert.deepEqual(taken.result, { ...cart, expire: new Date('2026-11-24T09:00:00Z') });
});

test('a cart is assigned without a request body', async (t) => {
  const taken = await take(t, answer(200, null), (ovh) => assignCart(ovh, 'c1'));
  assert.equal(taken.request, 'POST /1.0/order/cart/c1/assign');
  assert.equal(taken.body, '');
});

test('a missing cart is null, but only if OVHcloud itself says so', async (t) => {
  assert.equal((await take(t, notThere, (ovh) => getCart(ovh, 'c1'))).result, null);
  await assert.rejects(
    take(t, forbidden, (ovh) => getCart(ovh, 'c1')),
    OvhClientError,
  );
  await assert.rejects(
    take(t, answer(404, '<html>no such proxy</html>'), (ovh) => getCart(ovh, 'c1')),
    OvhServerError,
  );
});

test('deleting something already gone succeeds, whatever OVHcloud answers', async (t) => {
  for (const reply of [notThere, answer(200, null), answer(204, '')]) {
    assert.equal((await take(t, reply, (ovh) => deleteCart(ovh, 'c1'))).request, 'DELETE /1.0/order/cart/c1');
    const removed = await take(t, reply, (ovh) => removeConfiguration(ovh, { cartId: 'c1', itemId: 7 }, 3));
    assert.equal(removed.request, 'DELETE /1.0/order/cart/c1/item/7/configuration/3');
  }
  await assert.rejects(
    take(t, forbidden, (ovh) => deleteCart(ovh, 'c1')),
    OvhClientError,
  );
});

test('carts are found by description, configurations by label', async (t) => {
  const carts = await take(t, answer(200, ['c1']), (ovh) => listCarts(ovh, 'order 1 & more'));
  assert.equal(carts.request, 'GET /1.0/order/cart?description=order%201%20%26%20more');
  assert.deepEqual(carts.result, ['c1']);
  const configurations = await take(t, answer(200, [3]), (ovh) =>
    findConfigurations(ovh, { cartId: 'c1', itemId: 7 }, 'voucher'),
  );
  assert.equal(configurations.request, 'GET /1.0/order/cart/c1/item/7/configuration?label=voucher');
  assert.deepEqual(configurations.result, [3]);
});

test('a project is added with exactly the given terms', async (t) => {
  const terms = { planCode: 'project.2018', duration: 'P1M', pricingMode: 'default', quantity: 1 };
  const item = { itemId: 7, settings: { planCode: 'project.2018' }, options: [] };
  const taken = await take(t, answer(200, item), (ovh) => addProject(ovh, 'c1', terms));
  assert.equal(taken.request, 'POST /1.0/order/cart/c1/cloud');
  assert.deepEqual(taken.body, terms);
  assert.equal(taken.result.itemId, 7);
});

test('allowed values are read if OVHcloud sends them, and may be missing or malformed', async (t) => {
  const label = { label: 'infrastructure', type: 'string', required: false };
  const labels = [{ ...label, allowedValues: ['production'] }, label, { ...label, allowedValues: { a: 1 } }];
  const taken = await take(t, answer(200, labels), (ovh) =>
    getRequiredConfiguration(ovh, { cartId: 'c1', itemId: 7 }),
  );
  assert.deepEqual(
    taken.result.map(({ allowedValues }) => allowedValues),
    [['production'], [], []],
  );
});

test('a configuration is sent as a label and a value', async (t) => {
  const configuration = { label: 'description', value: 'Ünïcödé 👩‍🚀' };
  const taken = await take(t, answer(200, { id: 3, ...configuration }), (ovh) =>
    addConfiguration(ovh, { cartId: 'c1', itemId: 7 }, configuration),
  );
  assert.deepEqual(taken.body, configuration);
  assert.deepEqual(taken.result, { id: 3, ...configuration });
});

test('a preview has prices and contracts but no order', async (t) => {
  const { result } = await take(t, answer(200, order), (ovh) => previewCheckout(ovh, 'c1'));
  assert.equal(result.prices.withTax.value, 1.2);
  assert.equal(result.prices.reduction, null);
});

test('a preview without a price is rejected as an invalid response', async (t) => {
  await assert.rejects(
    take(t, answer(200, { ...order, prices: { ...prices, withTax: null } }), (ovh) =>
      previewCheckout(ovh, 'c1'),
    ),
    OvhInvalidResponseError,
  );
});

for (const autoPay of [false, true]) {
  for (const waiveRetractation of [false, true]) {
    test(`a checkout sends autoPay ${autoPay} and waiveRetractation ${waiveRetractation} explicitly`, async (t) => {
      const placed = { ...order, orderId: 42, url: 'https://www.ovh.com/pay' };
      const taken = await take(t, answer(200, placed), (ovh) =>
        checkOut(ovh, 'c1', { autoPay, waiveRetractation }),
      );
      assert.equal(taken.request, 'POST /1.0/order/cart/c1/checkout');
      assert.deepEqual(taken.body, {
        autoPayWithPreferredPaymentMethod: autoPay,
        waiveRetractationPeriod: waiveRetractation,
      });
      assert.equal(taken.result.orderId, 42);
      assert.equal(taken.result.url, 'https://www.ovh.com/pay');
    });
  }
}

test('a checkout in a region without a right of withdrawal does not send a waiver', async (t) => {
  const placed = { ...order, orderId: 42, url: 'https://www.ovh.com/pay' };
  const consent = { autoPay: false, waiveRetractation: null };
  const { body } = await take(t, answer(200, placed), (ovh) => checkOut(ovh, 'c1', consent));
  assert.deepEqual(body, { autoPayWithPreferredPaymentMethod: false });
});

test('orders are listed since a time, or all of them if OVHcloud has no such filter', async (t) => {
  const from = new Date('2026-11-23T10:00:00.999Z');
  const list = (filter: Parameters<typeof listOrders>[1]) =>
    take(t, answer(200, [42]), (ovh) => listOrders(ovh, filter));
  const url = 'GET /1.0/me/order';
  const fromText = 'date.from=2026-11-23T10%3A00%3A00%2B00%3A00';
  assert.equal((await list({ from, dateFilter: true })).request, `${url}?${fromText}`);
  assert.equal((await list({ from, dateFilter: false })).request, url);
});

test('an order has its expiration date, and its password is dropped', async (t) => {
  const body = {
    orderId: 42,
    date: '2026-11-23T10:00:00+01:00',
    expirationDate: '2026-12-07T23:59:59+01:00',
    password: 'secret',
    url: 'https://www.ovh.com/pay',
    priceWithTax: price(1.2),
    priceWithoutTax: price(1),
    tax: price(0.2),
  };
  const { result } = await take(t, answer(200, body), (ovh) => getOrder(ovh, 42));
  assert.deepEqual(result.expirationDate, new Date('2026-12-07T22:59:59Z'));
  assert(!('password' in result));
});

test('an answer about another order is rejected as an invalid response', async (t) => {
  const body = { orderId: 43, date: null, expirationDate: null, url: 'u', priceWithTax: price(1) };
  await assert.rejects(
    take(t, answer(200, body), (ovh) => getOrder(ovh, 42)),
    OvhInvalidResponseError,
  );
});

test('an unknown order status is reported as unknown', async (t) => {
  assert.equal((await take(t, answer(200, '"notPaid"'), (ovh) => getOrderStatus(ovh, 42))).result, 'notPaid');
  assert.equal((await take(t, answer(200, '"frozen"'), (ovh) => getOrderStatus(ovh, 42))).result, 'unknown');
  await assert.rejects(
    take(t, answer(200, null), (ovh) => getOrderStatus(ovh, 42)),
    OvhInvalidResponseError,
  );
});

test('an extension has its plan and configuration, and may be missing', async (t) => {
  const configurations = [{ label: 'description', value: 'my project' }];
  const body = { order: { plan: { code: 'project.2018' }, configurations, action: 'installation' } };
  const extension = (reply: Reply) =>
    take(t, reply, (ovh) => getOrderDetailExtension(ovh, { orderId: 42, orderDetailId: 1 }));
  assert.deepEqual((await extension(answer(200, body))).result, { planCode: 'project.2018', configurations });
  assert.deepEqual((await extension(answer(200, { order: null }))).result, {
    planCode: null,
    configurations: [],
  });
  assert.equal((await extension(notThere)).result, null);
});

test('the account has its subsidiary and the payment method that would be charged', async (t) => {
  const account = {
    nichandle: 'aa1-ovh',
    ovhSubsidiary: 'FR',
    state: 'complete',
    kycValidated: true,
    currency: { code: 'EUR' },
  };
  const taken = await take(t, answer(200, { ...account, email: 'a@example.com' }), getAccount);
  assert.deepEqual(taken.result, account);
  const methods = await take(t, answer(200, [5]), listPreferredPaymentMethods);
  assert.equal(methods.request, 'GET /1.0/me/payment/method?default=true');
  assert.deepEqual(methods.result, [5]);
});
