import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { createOvhClient } from '../../src/ovh/client.ts';
import { OvhClientError, OvhServerError, OvhUnreachableError, wasNeverSent } from '../../src/ovh/errors.ts';
import {
  answer,
  answerTime,
  badGateway,
  connectTo,
  keys,
  type Received,
  signatureOf,
  startOvhcloud,
} from './ovhcloud-server.ts';

const POST = { method: 'POST', path: '/order/cart', body: { description: 'größer' } } as const;
const refuseSignature = answer(400, {
  errorCode: 'INVALID_SIGNATURE',
  httpCode: '400 Bad Request',
  message: 'Invalid signature',
});

function secondsAhead(received: Received | undefined): number {
  return Number(received?.headers['x-ovh-timestamp']) - Date.now() / 1000;
}

const signed = [
  POST,
  { method: 'GET', path: '/order/cart', query: { description: 'a b&c=ü/+?', empty: undefined } },
  { method: 'GET', path: '/auth/currentCredential' },
  { method: 'POST', path: '/order/cart/{cartId}/assign', params: { cartId: 'c1' } },
  { method: 'DELETE', path: '/order/cart/{cartId}', params: { cartId: 'a/b {x}?ü' } },
  { method: 'PUT', path: '/order/cart/{cartId}', params: { cartId: 'c1' }, body: { description: '👩‍🚀' } },
] as const;
for (const call of signed) {
  test(`${call.method} ${call.path} is signed as OVHcloud documents`, async (t) => {
    const cloud = await startOvhcloud(t, [answer(200, {})]);
    await connectTo(cloud.endpoint).ovh.call(call, z.unknown());
    const received = cloud.received[0] ?? assert.fail('nothing was received');
    assert.equal(received.headers['x-ovh-application'], keys.applicationKey);
    assert.equal(received.headers['x-ovh-consumer'], keys.consumerKey);
    assert.equal(received.headers['x-ovh-signature'], signatureOf(received));
  });
}

test('path parameters, queries and bodies are sent unchanged, and not modified', async (t) => {
  const cloud = await startOvhcloud(t, [answer(200, {})]);
  const { ovh } = connectTo(cloud.endpoint);
  const call = {
    method: 'POST',
    path: '/order/cart/{cartId}/item',
    params: { cartId: 'a/b {x}?ü' },
    query: { description: 'a b&c=ü/+?', missing: undefined },
    body: { cartId: 'in the body', missing: undefined, emoji: '👩‍🚀' },
  } as const;
  const before = structuredClone(call);
  await ovh.call(call, z.unknown());
  assert.deepEqual(call, before);
  const url = new URL(cloud.received[0]?.url ?? '', cloud.endpoint);
  assert.equal(url.pathname, '/1.0/order/cart/a%2Fb%20%7Bx%7D%3F%C3%BC/item');
  assert.deepEqual(Object.fromEntries(url.searchParams), { description: 'a b&c=ü/+?' });
  assert.deepEqual(JSON.parse(cloud.received[0]?.body ?? ''), { cartId: 'in the body', emoji: '👩‍🚀' });
});

test('a missing path parameter fails before anything is sent', async (t) => {
  const cloud = await startOvhcloud(t, [answer(200, {})]);
  const { ovh } = connectTo(cloud.endpoint);
  await assert.rejects(
    ovh.call({ method: 'DELETE', path: '/order/cart/{cartId}' }, z.unknown()),
    /is missing cartId/,
  );
  assert.deepEqual(cloud.received, []);
});

for (const difference of [-5000, 0, 5000]) {
  test(`with OVHcloud’s clock ${difference} s ahead of ours, requests are signed with OVHcloud’s time`, async (t) => {
    const cloud = await startOvhcloud(t, [answer(200, {})]);
    cloud.time = answerTime(difference);
    const { ovh } = connectTo(cloud.endpoint);
    await Promise.all([ovh.call(POST, z.unknown()), ovh.call(POST, z.unknown())]);
    await ovh.call(POST, z.unknown());
    for (const received of cloud.received) assert(Math.abs(secondsAhead(received) - difference) < 60);
    assert.equal(cloud.timeReceived.length, 1);
    assert.equal(cloud.timeReceived[0]?.headers['x-ovh-signature'], undefined);
  });
}

test('a failure to read OVHcloud’s clock is reported with its cause, and nothing else is sent', async (t) => {
  const cloud = await startOvhcloud(t, [answer(200, {})]);
  cloud.time = badGateway;
  const { ovh } = connectTo(cloud.endpoint);
  await assert.rejects(ovh.call(POST, z.unknown()), (error) => {
    assert(error instanceof OvhUnreachableError);
    assert.equal(error.call, 'POST /order/cart');
    assert(error.cause instanceof OvhServerError);
    assert.equal(error.cause.status, 502);
    assert.match(error.message, /its clock \(GET \/auth\/time\)/);
    assert.equal(wasNeverSent(error), true);
    return true;
  });
  assert.deepEqual(cloud.received, []);

  cloud.time = answerTime(0);
  await ovh.call(POST, z.unknown());
  assert.equal(cloud.received.length, 1);
});

test('a refused signature is sent once more if the clocks have drifted apart', async (t) => {
  const cloud = await startOvhcloud(t, [answer(200, {}), refuseSignature, answer(200, {})]);
  const { ovh } = connectTo(cloud.endpoint);
  await ovh.call(POST, z.unknown());
  cloud.time = answerTime(5000);
  await ovh.call(POST, z.unknown());
  assert.equal(cloud.received.length, 3);
  assert(secondsAhead(cloud.received[2]) > 4000);
});

test('a refused signature is a refusal if the clocks agree or cannot be compared', async (t) => {
  const cloud = await startOvhcloud(t, [refuseSignature]);
  const { ovh } = connectTo(cloud.endpoint);
  await assert.rejects(ovh.call(POST, z.unknown()), OvhClientError);
  cloud.time = badGateway;
  await assert.rejects(ovh.call(POST, z.unknown()), OvhClientError);
  assert.equal(cloud.received.length, 2);
});

test('many calls over one connection leak no listeners', async (t) => {
  const warnings: Error[] = [];
  const onWarning = (warning: Error) => warnings.push(warning);
  process.on('warning', onWarning);
  t.after(() => process.off('warning', onWarning));
  const cloud = await startOvhcloud(t, [answer(200, {})]);
  const { ovh } = connectTo(cloud.endpoint);
  for (let count = 0; count < 20; count++) await ovh.call(POST, z.unknown());
  await new Promise(setImmediate);
  assert.deepEqual(warnings, []);
});

test('an endpoint is one of OVHcloud’s names or an https URL, and anything else is rejected', () => {
  for (const endpoint of ['ovh-eu', 'ovh-ca', 'ovh-us', 'https://eu.api.ovh.com/v1']) {
    createOvhClient({ ...keys, endpoint, timeoutSeconds: 1 });
  }
  for (const endpoint of ['ovh-mars', 'http://eu.api.ovh.com/1.0']) {
    assert.throws(() => createOvhClient({ ...keys, endpoint, timeoutSeconds: 1 }));
  }
});
