import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type LocalOvhcloud, startLocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';
import { type Client, createClient, fillCart, type OrderReply } from './ovhcloud-client.ts';

describe('local OVHcloud: controls for tests', () => {
  let ovhcloud: LocalOvhcloud;
  let client: Client;
  before(async () => {
    ovhcloud = await startLocalOvhcloud();
    client = createClient(ovhcloud);
  });
  after(() => ovhcloud.close());

  test('autopay charges the preferred payment method at once', async () => {
    const { cart } = await fillCart(client);
    const { orderId } = await client.ok<{ orderId: number }>('POST', `${cart}/checkout`, {
      autoPayWithPreferredPaymentMethod: true,
    });
    assert.equal(ovhcloud.orders.get(orderId)?.paidBy, 'preferred payment method');
    assert.match(await client.ok('GET', `/me/order/${orderId}/status`), /^(checking|delivering)$/);
  });

  test('a new price and new contracts appear in the next preview', async () => {
    const { cart } = await fillCart(client);
    ovhcloud.setPrice({ withoutTax: 12.5 });
    ovhcloud.setContracts([]);
    const { prices, contracts } = await client.ok<OrderReply>('GET', `${cart}/checkout`);
    assert.deepEqual([prices.withoutTax.value, prices.tax.value, prices.withTax.value], [12.5, 2.5, 15]);
    assert.deepEqual(contracts, []);
    ovhcloud.setPrice({ withoutTax: 10, taxRate: 0 });
    assert.equal((await client.ok<OrderReply>('GET', `${cart}/checkout`)).prices.withTax.value, 10);
    ovhcloud.setPrice({ monthly: 5 });
    const { details, prices: monthly } = await client.ok<OrderReply>('GET', `${cart}/checkout`);
    assert.equal(monthly.withTax.value, 15);
    assert.deepEqual(
      details.map(({ detailType, totalPrice }) => [detailType, totalPrice.value]),
      [
        ['INSTALLATION', 10],
        ['DURATION', 5],
      ],
    );
  });

  test('a test can change how offers are listed without changing what is sold', async () => {
    const { cart } = await fillCart(client);
    ovhcloud.setOffers((offers) => [{ planCode: 42 }, ...offers]);
    const offers = await client.ok<unknown[]>('GET', `${cart}/cloud`);
    assert.deepEqual(offers[0], { planCode: 42 });
    assert.ok(offers.length > 2);
    ovhcloud.setOffers((some) => [...some]);
  });

  test('an order moves on at once with advance, and can be kept in a status', async () => {
    const { cart } = await fillCart(client);
    const { orderId } = await client.ok<{ orderId: number }>('POST', `${cart}/checkout`, {});
    const status = () => client.ok('GET', `/me/order/${orderId}/status`);
    assert.throws(() => ovhcloud.advance(orderId), /not paid/);
    ovhcloud.payOrder(orderId);
    ovhcloud.setOrderStatus(orderId, 'documentsRequested');
    assert.equal(await status(), 'documentsRequested');
    ovhcloud.setOrderStatus(orderId, null);
    for (let step = 0; step < 3; step += 1) ovhcloud.advance(orderId);
    assert.equal(await status(), 'delivered');
    const projectId = ovhcloud.orders.get(orderId)?.projectId;
    assert.equal((await client.call('GET', `/cloud/project/${projectId}`)).status, 200);
  });

  test('an order that a person placed in the same account looks like ours, without a cart', async () => {
    const { orderId, cartId } = ovhcloud.placeExternalOrder({ description: 'by hand' });
    assert.equal(cartId, null);
    assert.ok((await client.ok<number[]>('GET', '/me/order')).includes(orderId));
    const [detail] = await client.ok<number[]>('GET', `/me/order/${orderId}/details`);
    const extension = await client.ok<{ order: { configurations: unknown } }>(
      'GET',
      `/me/order/${orderId}/details/${detail}/extension`,
    );
    assert.deepEqual(extension.order.configurations, [{ label: 'description', value: 'by hand' }]);
  });
});
