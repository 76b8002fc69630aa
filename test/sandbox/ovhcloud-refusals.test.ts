import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { REQUIREMENTS } from '../../src/sandbox/ovhcloud/items.ts';
import { type LocalOvhcloud, startLocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';
import {
  assertBothRefuse,
  assertRefused,
  type Client,
  createClient,
  fillCart,
  PROJECT,
} from './ovhcloud-client.ts';

let now = new Date('2026-11-23T10:00:00Z');
let ovhcloud: LocalOvhcloud;
let client: Client;
before(async () => {
  ovhcloud = await startLocalOvhcloud({ now: () => now });
  client = createClient(ovhcloud, () => now.getTime());
});
after(() => ovhcloud.close());

describe('local OVHcloud: a cart', () => {
  test('expires, and can be extended with PUT', async () => {
    const { cart, cartId } = await fillCart(client, { description: 'will expire' });
    now = new Date(now.getTime() + 23 * 3_600_000);
    const expire = new Date(now.getTime() + 3 * 3_600_000).toISOString();
    await client.ok('PUT', cart, { expire });
    now = new Date(now.getTime() + 2 * 3_600_000);
    assert.deepEqual(await client.ok('GET', '/order/cart?description=will%20expire'), [cartId]);
    now = new Date(now.getTime() + 3_600_000);
    assertRefused(await client.call('GET', cart), 404, 'Client::NotFound', /does not exist/);
    assert.deepEqual(await client.ok('GET', '/order/cart?description=will%20expire'), []);
  });

  test('that was deleted answers 404 to everything, deleting it again included', async () => {
    const { cart } = await fillCart(client);
    assert.equal(await client.ok('DELETE', cart), null);
    assert.equal((await client.call('DELETE', cart)).status, 404);
    assert.equal((await client.call('POST', `${cart}/checkout`, { body: {} })).status, 404);
  });

  test('that was checked out refuses changes, a second checkout and DELETE', async () => {
    const { cart, item } = await fillCart(client);
    await client.ok('POST', `${cart}/checkout`, {});
    const ordersBefore = ovhcloud.orders.size;
    const configuration = { label: 'voucher', value: 'FREE100' };
    const refused = [
      await client.call('POST', `${cart}/checkout`, { body: {} }),
      await client.call('PUT', cart, { body: { description: 'x' } }),
      await client.call('POST', `${cart}/cloud`, { body: PROJECT }),
      await client.call('POST', `${item}/configuration`, { body: configuration }),
      await client.call('POST', `${cart}/assign`),
      await client.call('DELETE', cart),
    ];
    for (const reply of refused) assertRefused(reply, 400, 'Client::BadRequest', /read only/);
    assert.equal(ovhcloud.orders.size, ordersBefore);
    assert.equal((await client.ok<{ readOnly: boolean }>('GET', cart)).readOnly, true);
  });
});

describe('local OVHcloud: the preview and the checkout refuse', () => {
  test('a cart that was not assigned', async () => {
    const { cartId } = await client.ok<{ cartId: string }>('POST', '/order/cart', { ovhSubsidiary: 'FR' });
    await client.ok('POST', `/order/cart/${cartId}/cloud`, PROJECT);
    await assertBothRefuse(client, `/order/cart/${cartId}`, "This cart hasn't been assigned yet");
  });

  test('an empty cart', async () => {
    const { cartId } = await client.ok<{ cartId: string }>('POST', '/order/cart', { ovhSubsidiary: 'FR' });
    await client.ok('POST', `/order/cart/${cartId}/assign`);
    await assertBothRefuse(client, `/order/cart/${cartId}`, 'This cart is empty');
  });

  test('a project without a name, although requiredConfiguration does not list it as required', async () => {
    const { cart, item } = await fillCart(client);
    const [id] = await client.ok<number[]>('GET', `${item}/configuration?label=description`);
    assert.equal(await client.ok('DELETE', `${item}/configuration/${id}`), null);
    await assertBothRefuse(client, cart, "in customFields there must be a field with name 'description'");
    type Requirement = { label: string; required: boolean };
    const requirements = await client.ok<Requirement[]>('GET', `${item}/requiredConfiguration`);
    assert.equal(requirements.find(({ label }) => label === 'description')?.required, false);
  });

  test('a label that was posted twice, until one is deleted', async () => {
    const { cart, item } = await fillCart(client);
    const twice = { label: 'description', value: 'another name' };
    const { id } = await client.ok<{ id: number }>('POST', `${item}/configuration`, twice);
    await assertBothRefuse(client, cart, 'Custom field description is duplicated for product project.2018');
    await client.ok('DELETE', `${item}/configuration/${id}`);
    await client.ok('GET', `${cart}/checkout`);
  });

  test('an incomplete account, in the real checkout only', async () => {
    const { cart } = await fillCart(client);
    ovhcloud.account.state = 'incomplete';
    try {
      await client.ok('GET', `${cart}/checkout`);
      const reply = await client.call('POST', `${cart}/checkout`, { body: {} });
      assertRefused(reply, 403, 'Client::Forbidden', 'You are not allowed');
    } finally {
      ovhcloud.account.state = 'complete';
    }
  });

  test('autopay without a payment method', async () => {
    const { cart } = await fillCart(client);
    ovhcloud.account.hasPaymentMethod = false;
    try {
      const body = { autoPayWithPreferredPaymentMethod: true };
      const reply = await client.call('POST', `${cart}/checkout`, { body });
      assertRefused(reply, 400, 'Client::BadRequest', 'You do not have preferred payment method');
      assert.deepEqual(await client.ok('GET', '/me/payment/method?default=true'), []);
    } finally {
      ovhcloud.account.hasPaymentMethod = true;
    }
    assert.equal((await client.ok<number[]>('GET', '/me/payment/method?default=true')).length, 1);
  });

  test('autopay with a payment method that has expired', async () => {
    const { cart } = await fillCart(client);
    ovhcloud.account.paymentMethodStatus = 'EXPIRED';
    try {
      const body = { autoPayWithPreferredPaymentMethod: true };
      const reply = await client.call('POST', `${cart}/checkout`, { body });
      assertRefused(reply, 400, 'Client::BadRequest', 'Your preferred payment method is not valid');
      assert.equal((await client.ok<number[]>('GET', '/me/payment/method?default=true')).length, 1);
      assert.deepEqual(await client.ok('GET', '/me/payment/method?default=true&status=VALID'), []);
    } finally {
      ovhcloud.account.paymentMethodStatus = 'VALID';
    }
  });

  test('an item without mandatory labels, listed or not, naming one or all of them', async () => {
    const { cart, item } = await fillCart(client);
    const listed = [{ label: 'os', type: 'String', required: false, fields: null }];
    try {
      ovhcloud.setRequirements({ listed, mandatory: ['description', 'os'] });
      assert.deepEqual(await client.ok('GET', `${item}/requiredConfiguration`), listed);
      await assertBothRefuse(client, cart, "in customFields there must be a field with name 'os'");
      ovhcloud.setRequirements({ listed: [], mandatory: ['os', 'region'] });
      await assertBothRefuse(
        client,
        cart,
        'Custom field os is mandatory for product project.2018\nCustom field region is mandatory for product project.2018',
      );
    } finally {
      ovhcloud.setRequirements(REQUIREMENTS);
    }
  });
});

describe('local OVHcloud: an order', () => {
  test('that does not exist, or a detail of another order, is answered with 404', async () => {
    const { orderId } = ovhcloud.placeExternalOrder({ description: 'a' });
    const other = ovhcloud.placeExternalOrder({ description: 'b' });
    const detail = other.lines[0]?.orderDetailId;
    const message = 'This service does not exist';
    assertRefused(await client.call('GET', '/me/order/1'), 404, 'Client::NotFound', message);
    assertRefused(
      await client.call('GET', `/me/order/${orderId}/details/${detail}`),
      404,
      'Client::NotFound',
      message,
    );
    assertRefused(await client.call('GET', '/cloud/project/abc'), 404, 'Client::NotFound', message);
  });

  test('that was not paid in time is cancelled', async () => {
    const { orderId, expirationDate } = ovhcloud.placeExternalOrder({ description: 'late' });
    now = new Date(expirationDate.getTime() - 1);
    assert.equal(await client.ok('GET', `/me/order/${orderId}/status`), 'notPaid');
    now = expirationDate;
    assert.equal(await client.ok('GET', `/me/order/${orderId}/status`), 'cancelled');
    assert.throws(() => ovhcloud.payOrder(orderId), /no longer/);
  });
});
