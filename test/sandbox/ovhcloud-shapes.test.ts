import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ROUTES } from '../../src/sandbox/ovhcloud/api.ts';
import { OPTIONAL_PERMISSIONS, smallestPermissions } from '../../src/sandbox/ovhcloud/permissions.ts';
import { startLocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';
import { createClient, fillCart } from './ovhcloud-client.ts';
import { problems, readSchemas, schemasAbsent } from './ovhcloud-schemas.ts';

/**
 * Without the calls that are about the caller: ovhcloud-service-account.test.ts compares these. The published schemas
 * are those of ovh-eu.
 */
const inSchemas = ROUTES.filter(
  ({ template, only }) => !/^\/(auth|v2\/iam)\//.test(template) && (only?.includes('ovh-eu') ?? true),
);

describe('OVHcloud’s own schemas', { skip: schemasAbsent }, () => {
  test('match every answer of a journey through all calls', async () => {
    const { problemsOf } = readSchemas();
    const permissions = [...smallestPermissions('ovh-eu'), ...OPTIONAL_PERMISSIONS];
    const ovhcloud = await startLocalOvhcloud({ permissions });
    try {
      await makeEveryCall(ovhcloud);
      const good = ovhcloud.calls.filter(({ status, path }) => status === 200 && !path.startsWith('/auth/'));
      for (const { method, template = '', answer } of good) {
        assert.deepEqual(problemsOf(method, template, answer), [], `${method} ${template}`);
      }
      const made = new Set(good.map(({ method, template }) => `${method} ${template}`));
      const expected = new Set(inSchemas.map(({ method, template }) => `${method} ${template}`));
      assert.deepEqual(made, expected, 'the journey makes every call');
    } finally {
      await ovhcloud.close();
    }
  });

  test('agree on which calls need a signature, their IAM action and their query parameters', () => {
    const { operation } = readSchemas();
    for (const route of inSchemas) {
      const found = operation(route.method, route.template);
      const label = `${route.method} ${route.template}`;
      assert.ok(found, label);
      assert.equal(route.auth, found.noAuthentication ? 'none' : 'signed', label);
      assert.equal(route.action, found.iamActions?.[0]?.name, label);
      const queries = found.parameters
        .filter(({ paramType }) => paramType === 'query')
        .map(({ name }) => name);
      const known = queries.filter((name) => name !== 'iamTags');
      assert.deepEqual([...(route.query ?? [])], known, label);
    }
  });

  test('do not match a value of another shape', () => {
    const { problemsOf } = readSchemas();
    const cart = { cartId: 'x', description: '', expire: null, items: [1], readOnly: false };
    const at = (change: object) => problemsOf('GET', '/order/cart/{cartId}', { ...cart, ...change });
    assert.deepEqual(at({}), []);
    assert.equal(at({ colour: 'red' }).length, 1, 'an unknown field');
    assert.equal(at({ cartId: null }).length, 1, 'null where it may not be');
    assert.equal(at({ readOnly: undefined }).length, 1, 'a missing field');
    assert.equal(at({ items: ['1'] }).length, 1, 'text for a number');
    assert.equal(at({ items: 1 }).length, 1, 'a number for a list');
    assert.equal(at({ expire: 'tomorrow' }).length, 1, 'a date that is none');
    assert.equal(
      problemsOf('GET', '/me/order/{orderId}/status', 'paid').length,
      1,
      'a word that is not in the list',
    );
    assert.equal(problemsOf('DELETE', '/order/cart/{cartId}', {}).length, 1, 'a body where null belongs');
    assert.equal(problems({}, 'no.Such', {}, 'it').length, 1, 'a type no one knows');
  });
});

test('the calls about the key have their known shape', async () => {
  const ovhcloud = await startLocalOvhcloud();
  try {
    const client = createClient(ovhcloud);
    assert.match((await client.call('GET', '/auth/time', { unsigned: true })).text, /^\d{10}$/);
    const credential = await client.ok<Record<string, unknown>>('GET', '/auth/currentCredential');
    assert.equal(credential.status, 'validated');
    assert.equal(credential.expiration, null);
    assert.ok(Array.isArray(credential.rules));
  } finally {
    await ovhcloud.close();
  }
});

/** Makes each call once at least, with its fields filled as far as they go: a voucher, payments, a delivered project. */
async function makeEveryCall(ovhcloud: Awaited<ReturnType<typeof startLocalOvhcloud>>): Promise<void> {
  const client = createClient(ovhcloud);
  const get = <T>(path: string) => client.ok<T>('GET', path);

  await get('/me');
  await get('/me/payment/method?default=true');
  await get('/cloud/eligibility');
  await get('/cloud/eligibility?voucher=CREDIT5');
  await get('/cloud/eligibility?voucher=PAYMENT');

  const thrownAway = await fillCart(client);
  await client.ok('PUT', thrownAway.cart, { description: 'changed', expire: '2099-01-01T00:00:00Z' });
  await client.ok('DELETE', thrownAway.cart);

  const { cart, item } = await fillCart(client, { voucher: 'CREDIT5' });
  const extra = await client.ok<{ id: number }>('POST', `${item}/configuration`, {
    label: 'vrack',
    value: 'pn-1',
  });
  for (const path of ['', '/cloud', '/item', '/summary', '/checkout']) await get(`${cart}${path}`);
  for (const path of ['', '/requiredConfiguration', '/configuration']) await get(`${item}${path}`);
  await get(`${item}/configuration/${extra.id}`);
  await client.ok('DELETE', `${item}/configuration/${extra.id}`);
  await get('/order/cart');
  const { orderId } = await client.ok<{ orderId: number }>('POST', `${cart}/checkout`, {});

  await get('/me/order');
  const lookAtOrder = async () => {
    for (const path of ['', '/status', '/details', '/followUp']) await get(`/me/order/${orderId}${path}`);
    for (const id of await get<number[]>(`/me/order/${orderId}/details`)) {
      await get(`/me/order/${orderId}/details/${id}`);
      await get(`/me/order/${orderId}/details/${id}/extension`);
    }
  };
  await lookAtOrder();
  ovhcloud.payOrder(orderId);
  await lookAtOrder();
  for (let step = 0; step < 3; step += 1) {
    ovhcloud.advance(orderId);
    await lookAtOrder();
  }
  const free = await fillCart(client, { voucher: 'FREE100' });
  const { orderId: freeOrder } = await client.ok<{ orderId: number }>('POST', `${free.cart}/checkout`, {});
  const points = { paymentMean: 'fidelityAccount' };
  await client.ok('POST', `/me/order/${freeOrder}/payWithRegisteredPaymentMean`, points);
  for (const id of await get<string[]>('/cloud/project')) {
    await get(`/cloud/project/${id}`);
    const credit = `/cloud/project/${id}/credit`;
    await client.ok('POST', credit, { code: 'CREDIT5' });
    for (const creditId of await get<number[]>(credit)) await get(`${credit}/${creditId}`);
    for (const usage of ['current', 'forecast']) await get(`/cloud/project/${id}/usage/${usage}`);
  }
}
