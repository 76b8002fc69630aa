import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { z } from 'zod';
import { OvhClientError, OvhError, OvhInvalidResponseError, OvhServerError } from '../../src/ovh/errors.ts';
import {
  answer,
  badGateway,
  breakConnection,
  connectTo,
  cutAnswer,
  mockDeadlines,
  type Reply,
  startOvhcloud,
} from './ovhcloud-server.ts';

const tooMany = (headers: Record<string, string> = {}) =>
  answer(429, { class: 'Client::TooManyRequests', message: 'Slow down' }, headers);

const passing: Record<string, Reply | 'deadline'> = {
  'a 500': answer(500, { class: 'Server::InternalServerError', message: 'Oops' }),
  'an HTML 502': badGateway,
  'a 429': tooMany(),
  'a broken connection': breakConnection,
  'a cut answer': cutAnswer,
  'a deadline': 'deadline',
};

/** What the server does; where the deadline passes, time is mocked. */
function replyOf(t: TestContext, reply: Reply | 'deadline'): Reply {
  return reply === 'deadline' ? mockDeadlines(t).pass : reply;
}

for (const [title, reply] of Object.entries(passing)) {
  for (const method of ['GET', 'DELETE'] as const) {
    test(`${method} is retried after ${title}`, async (t) => {
      const cloud = await startOvhcloud(t, [replyOf(t, reply), answer(200, { ok: true })]);
      const { ovh, log } = connectTo(cloud.endpoint);
      assert.deepEqual(await ovh.call({ method, path: '/me' }, z.object({ ok: z.boolean() })), { ok: true });
      assert.equal(cloud.received.length, 2);
      const attempts = log.filter(({ call }) => call === `${method} /me`);
      assert.equal(attempts.length, 2);
      assert.equal(attempts.at(-1)?.outcome, 'ok');
    });
  }

  for (const method of ['POST', 'PUT'] as const) {
    test(`${method} is never retried after ${title}`, async (t) => {
      const cloud = await startOvhcloud(t, [replyOf(t, reply), answer(200, {})]);
      const { ovh } = connectTo(cloud.endpoint);
      await assert.rejects(ovh.call({ method, path: '/me', body: { a: 1 } }, z.unknown()), OvhError);
      assert.equal(cloud.received.length, 1);
    });
  }
}

test('a GET fails with the last error after the last delay', async (t) => {
  const cloud = await startOvhcloud(t, [breakConnection, tooMany(), badGateway]);
  const { ovh } = connectTo(cloud.endpoint);
  await assert.rejects(ovh.call({ method: 'GET', path: '/me' }, z.unknown()), OvhServerError);
  assert.equal(cloud.received.length, 3);
});

test('a GET is not retried after a refusal or an answer of the wrong shape', async (t) => {
  const notFound = answer(404, { class: 'Client::NotFound', message: 'This service does not exist' });
  const cloud = await startOvhcloud(t, [notFound, answer(200, {})]);
  const { ovh } = connectTo(cloud.endpoint);
  await assert.rejects(ovh.call({ method: 'GET', path: '/me' }, z.unknown()), OvhClientError);
  await assert.rejects(ovh.call({ method: 'GET', path: '/me' }, z.string()), OvhInvalidResponseError);
  assert.equal(cloud.received.length, 2);
});

for (const [form, retryAfter] of Object.entries({ seconds: '0', 'a date': new Date(0).toUTCString() })) {
  test(`a wait requested by OVHcloud in ${form} overrides our own delay`, { timeout: 10_000 }, async (t) => {
    const cloud = await startOvhcloud(t, [tooMany({ 'Retry-After': retryAfter }), answer(200, {})]);
    const { ovh } = connectTo(cloud.endpoint, { retryDelays: [3_600_000] });
    await ovh.call({ method: 'GET', path: '/me' }, z.unknown());
    assert.equal(cloud.received.length, 2);
  });
}

test('a requested wait longer than the timeout fails at once and says how long it is', {
  timeout: 10_000,
}, async (t) => {
  const cloud = await startOvhcloud(t, [tooMany({ 'Retry-After': '3600' })]);
  const { ovh } = connectTo(cloud.endpoint);
  await assert.rejects(ovh.call({ method: 'GET', path: '/me' }, z.unknown()), { retryAfter: 3_600_000 });
  assert.equal(cloud.received.length, 1);
});
