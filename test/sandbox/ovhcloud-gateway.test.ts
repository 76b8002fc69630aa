import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { smallestPermissions } from '../../src/sandbox/ovhcloud/permissions.ts';
import { type LocalOvhcloud, startLocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';
import { trust } from '../trust.ts';
import { type Client, createClient, fillCart, PROJECT, type Reply, send } from './ovhcloud-client.ts';

let ovhcloud: LocalOvhcloud;
let client: Client;
before(async () => {
  ovhcloud = await startLocalOvhcloud();
  client = createClient(ovhcloud);
});
after(() => ovhcloud.close());

/** Asserts a refusal by the gateway, in its own shape. */
function assertStopped(reply: Reply, status: number, errorCode: string, message: string): void {
  const { httpCode, ...rest } = reply.body as { httpCode: string };
  assert.equal(reply.status, status, reply.text);
  assert.deepEqual(rest, { errorCode, message });
  assert.ok(httpCode.startsWith(`${status} `), httpCode);
  assert.match(String(reply.headers['x-ovh-queryid']), /^EU\./);
}

describe('local OVHcloud: signatures', () => {
  test('a wrong application key is refused', async () => {
    const reply = await client.call('GET', '/me', { headers: { 'X-Ovh-Application': 'other' } });
    assertStopped(reply, 403, 'INVALID_KEY', 'This application key is invalid');
  });

  test('a wrong consumer key is refused', async () => {
    const reply = await client.call('GET', '/me', { headers: { 'X-Ovh-Consumer': 'other' } });
    assertStopped(reply, 403, 'INVALID_CREDENTIAL', 'This credential is not valid');
  });

  test('a wrong signature is refused, even where none is needed', async () => {
    const headers = { 'X-Ovh-Signature': `$1$${'0'.repeat(40)}` };
    const [needed, free] = [
      await client.call('GET', '/me', { headers }),
      await client.call('POST', '/order/cart', { headers, body: { ovhSubsidiary: 'FR' } }),
    ];
    assertStopped(needed, 400, 'INVALID_SIGNATURE', 'Invalid signature');
    assertStopped(free, 400, 'INVALID_SIGNATURE', 'Invalid signature');
  });

  test('a signature over another path, query or body is refused', async () => {
    const good = await client.call('GET', '/me');
    assert.equal(good.status, 200);
    const { applicationSecret, ...keys } = ovhcloud.credentials;
    const impostor = createClient({
      ...ovhcloud,
      credentials: { ...keys, applicationSecret: `${applicationSecret}x` },
    });
    assertStopped(await impostor.call('GET', '/me'), 400, 'INVALID_SIGNATURE', 'Invalid signature');
  });

  test('a timestamp that is too far off is refused', async () => {
    const tooOld = { 'X-Ovh-Timestamp': String(Math.floor(Date.now() / 1000) - 3600) };
    assertStopped(
      await client.call('GET', '/me', { headers: tooOld }),
      400,
      'QUERY_TIME_OUT',
      'Query out of time',
    );
  });

  test('a call without signature is refused where one is needed', async () => {
    assertStopped(
      await client.call('GET', '/me', { unsigned: true }),
      401,
      'NOT_CREDENTIAL',
      'You must login first',
    );
  });

  test('the time and a cart need no signature, but the cart has to be assigned with one', async () => {
    const unsigned = { unsigned: true };
    const time = await client.call('GET', '/auth/time', unsigned);
    assert.ok(Math.abs(Number(time.text) - Date.now() / 1000) < 60);
    const made = await client.call('POST', '/order/cart', {
      ...unsigned,
      body: { ovhSubsidiary: 'FR', description: 'anyone' },
    });
    const { cartId } = made.body as { cartId: string };
    const cart = `/order/cart/${cartId}`;
    assert.equal((await client.call('GET', cart, unsigned)).status, 200);
    assert.equal((await client.call('POST', `${cart}/cloud`, { ...unsigned, body: PROJECT })).status, 200);
    assert.equal((await client.call('POST', `${cart}/assign`, unsigned)).status, 401);
    assert.deepEqual(await client.ok('GET', '/order/cart?description=anyone'), []);
    await client.ok('POST', `${cart}/assign`);
    assert.deepEqual(await client.ok('GET', '/order/cart?description=anyone'), [cartId]);
  });

  test('the certificate is for 127.0.0.1 and localhost, and nothing is served over plain http', async () => {
    const atLocalhost = ovhcloud.endpoint.replace('127.0.0.1', 'localhost');
    assert.equal((await send(ovhcloud, 'GET', `${atLocalhost}/auth/time`)).status, 200);
    await assert.rejects(fetch(`${ovhcloud.endpoint.replace('https', 'http')}/auth/time`));
    trust(null);
    await assert.rejects(fetch(`${ovhcloud.endpoint}/auth/time`), 'no one trusts the certificate by chance');
  });
});

describe('local OVHcloud: permissions', () => {
  test('the minimal set suffices for a whole order and is shown on the credential', async () => {
    const { cart } = await fillCart(client);
    await client.ok('POST', `${cart}/checkout`, {});
    const { rules, status } = await client.ok<{ rules: unknown; status: string }>(
      'GET',
      '/auth/currentCredential',
    );
    assert.deepEqual([rules, status], [smallestPermissions('ovh-eu'), 'validated']);
  });

  test('a permission applies to its method and path only; * includes slashes', async () => {
    const permissions = [
      { method: 'GET', path: '/me' },
      { method: 'POST', path: '/order/cart' },
      { method: 'GET', path: '/order/cart/*' },
    ];
    const narrow = await startLocalOvhcloud({ permissions });
    try {
      const { call, ok } = createClient(narrow);
      await ok('GET', '/me');
      const { cartId } = await ok<{ cartId: string }>('POST', '/order/cart', { ovhSubsidiary: 'FR' });
      await ok('GET', `/order/cart/${cartId}/cloud`);
      const missing = 'This call has not been granted';
      assertStopped(await call('GET', '/me/order'), 403, 'NOT_GRANTED_CALL', missing);
      assertStopped(await call('GET', '/order/cart'), 403, 'NOT_GRANTED_CALL', missing);
      assertStopped(await call('POST', `/order/cart/${cartId}/assign`), 403, 'NOT_GRANTED_CALL', missing);
      assertStopped(await call('GET', '/auth/currentCredential'), 403, 'NOT_GRANTED_CALL', missing);
    } finally {
      await narrow.close();
    }
  });

  test('a forbidden IAM action is named in the details of the refusal', async () => {
    const own = await startLocalOvhcloud();
    try {
      const asked = createClient(own);
      own.denyAction('account:apiovh:me/get', 'IAM');
      own.denyAction('order:apiovh:cart/get', 'Authentication');
      const message = 'User not granted for this request';
      const refusal = (byIam: string, byKey: string) => ({
        class: 'Client::Forbidden',
        message,
        details: { unauthorizedActionsByIAM: byIam, unauthorizedActionsByAuthentication: byKey },
      });
      const me = await asked.call('GET', '/me');
      assert.deepEqual([me.status, me.body], [403, refusal('account:apiovh:me/get', '')]);
      const carts = await asked.call('GET', '/order/cart');
      assert.deepEqual([carts.status, carts.body], [403, refusal('', 'order:apiovh:cart/get')]);
      await asked.ok('GET', '/me/order');
    } finally {
      await own.close();
    }
  });

  test('deny removes a permission, or a single call', async () => {
    const { cart } = await fillCart(client);
    ovhcloud.deny('POST', '/order/cart/{cartId}/checkout');
    ovhcloud.deny('GET', '/me/order/*');
    const reply = await client.call('POST', `${cart}/checkout`, { body: {} });
    assertStopped(reply, 403, 'NOT_GRANTED_CALL', 'This call has not been granted');
    await client.ok('GET', `${cart}/checkout`);
    await client.ok('GET', '/me/order');
    assert.equal((await client.call('GET', '/me/order/1/status')).status, 403);
    const { rules } = await client.ok<{ rules: { path: string }[] }>('GET', '/auth/currentCredential');
    assert.ok(!rules.some(({ path }) => path === '/me/order/*'));
  });
});
