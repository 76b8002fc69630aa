import assert from 'node:assert/strict';
import https from 'node:https';
import { after, before, describe, test } from 'node:test';
import ovh from 'ovh';
import { type LocalOvhcloud, startLocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';
import { PROJECT } from './ovhcloud-client.ts';

describe('the npm package `ovh` with the local OVHcloud', () => {
  let ovhcloud: LocalOvhcloud;
  let request: (method: string, path: string, params?: object) => Promise<unknown>;
  before(async () => {
    ovhcloud = await startLocalOvhcloud();
    https.globalAgent.options.ca = ovhcloud.certificate;
    const { hostname, port, pathname } = new URL(ovhcloud.endpoint);
    const { applicationKey, applicationSecret, consumerKey } = ovhcloud.credentials;
    const client = ovh({
      host: hostname,
      port,
      basePath: pathname,
      appKey: applicationKey,
      appSecret: applicationSecret,
      consumerKey,
    });
    request = (method, path, params = {}) => {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      const settle = (error: unknown, answer?: unknown) =>
        error ? reject({ error, message: answer }) : resolve(answer);
      client.request(method, path, params, settle);
      return promise;
    };
  });
  after(async () => {
    delete https.globalAgent.options.ca;
    await ovhcloud.close();
  });

  test('places an order: its signature, query and escaped body are accepted', async () => {
    const cart = (await request('POST', '/order/cart', { ovhSubsidiary: 'FR', description: 'à + b' })) as {
      cartId: string;
    };
    const path = `/order/cart/${cart.cartId}`;
    await request('POST', `${path}/assign`);
    const item = (await request('POST', `${path}/cloud`, { ...PROJECT })) as { itemId: number };
    const configuration = { label: 'description', value: 'Projet Été 🚀' };
    await request('POST', `${path}/item/${item.itemId}/configuration`, configuration);
    assert.deepEqual(await request('GET', '/order/cart', { description: 'à + b' }), [cart.cartId]);
    const order = (await request('POST', `${path}/checkout`)) as { orderId: number };
    assert.equal(ovhcloud.orders.get(order.orderId)?.description, 'Projet Été 🚀');
    assert.deepEqual(await request('GET', '/me/order', { 'date.from': '2026-01-01T00:00:00+01:00' }), [
      order.orderId,
    ]);
    assert.equal(await request('DELETE', path).catch((refusal) => refusal.error), 400);
  });

  test('receives a refusal as status and message', async () => {
    await assert.rejects(request('GET', '/me/order/1'), {
      error: 404,
      message: 'This service does not exist',
    });
  });

  test('does not sign /auth/currentCredential, and is told to log in', async () => {
    await assert.rejects(request('GET', '/auth/currentCredential'), {
      error: 401,
      message: 'You must login first',
    });
  });
});
