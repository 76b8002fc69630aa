import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { z } from 'zod';
import {
  isTransient,
  OvhClientError,
  OvhSignInError,
  OvhUnreachableError,
  wasNeverSent,
} from '../../src/ovh/errors.ts';
import { checkAuthorization } from '../../src/ovh/iam.ts';
import { meaningOf } from '../../src/ovh/refusals.ts';
import {
  account,
  answer,
  badGateway,
  breakConnection,
  connectAsServiceAccount,
  cutAnswer,
  issueTokens,
  neverAnswer,
  type Reply,
  startOvhcloud,
} from './ovhcloud-server.ts';

const GET = { method: 'GET', path: '/me' } as const;
const POST = { method: 'POST', path: '/order/cart', body: { description: 'größer 👩‍🚀' } } as const;
const ok = answer(200, {});
const unauthorized = answer(401, { message: 'The access token is invalid' });

test('one token is requested with OVHcloud’s scope and sent with every call', async (t) => {
  const cloud = await startOvhcloud(t, [ok]);
  const { ovh } = connectAsServiceAccount(cloud.endpoint);
  await Promise.all([ovh.call(GET, z.unknown()), ovh.call(POST, z.unknown())]);
  await ovh.call({ method: 'DELETE', path: '/order/cart/{cartId}', params: { cartId: 'a/b' } }, z.unknown());
  const [asked, ...more] = cloud.tokenReceived;
  assert.ok(asked && more.length === 0);
  assert.equal(asked.headers['content-type'], 'application/x-www-form-urlencoded');
  assert.deepEqual(Object.fromEntries(new URLSearchParams(asked.body)), {
    grant_type: 'client_credentials',
    client_id: account.clientId,
    client_secret: account.clientSecret,
    scope: 'all',
  });
  assert.deepEqual(
    cloud.received.map(({ headers }) => headers.authorization),
    Array(3).fill('Bearer secret-token-1'),
  );
  assert.ok(cloud.received.every(({ headers }) => headers['x-ovh-signature'] === undefined));
  assert.equal(cloud.received[2]?.url, '/1.0/order/cart/a%2Fb');
  assert.deepEqual(cloud.timeReceived, [], 'no clock is needed');
});

test('a body is sent as JSON, and a call without one has none', async (t) => {
  const cloud = await startOvhcloud(t, [ok]);
  const { ovh } = connectAsServiceAccount(cloud.endpoint);
  await ovh.call(POST, z.unknown());
  await ovh.call(
    { method: 'POST', path: '/order/cart/{cartId}/assign', params: { cartId: 'c1' } },
    z.null().or(z.object({})),
  );
  const [withBody, without] = cloud.received;
  assert.equal(withBody?.headers['content-type'], 'application/json');
  assert.deepEqual(JSON.parse(withBody?.body ?? ''), POST.body);
  assert.equal(without?.body, '');
});

test('a call of API v2 goes to the v2 path beside that of v1', async (t) => {
  const authorized = { authorizedActions: ['a'], unauthorizedActions: [] };
  const cloud = await startOvhcloud(t, [answer(200, authorized)]);
  const { ovh } = connectAsServiceAccount(cloud.endpoint);
  const urn = 'urn:v1:eu:resource:publicCloudProject:*';
  assert.deepEqual(await checkAuthorization(ovh, urn, ['a']), authorized);
  const url = new URL(cloud.received[0]?.url ?? '', cloud.endpoint);
  assert.equal(decodeURIComponent(url.pathname), `/v2/iam/resource/${urn}/authorization/check`);
});

for (const [lifetimeSeconds, goodForMs] of [
  [3_599, 3_539_000],
  [10, 9_000],
] as const) {
  test(`a token that lasts ${lifetimeSeconds} s is kept until shortly before its end`, async (t) => {
    const cloud = await startOvhcloud(t, [ok]);
    cloud.token = issueTokens(lifetimeSeconds);
    let now = 0;
    const { ovh } = connectAsServiceAccount(cloud.endpoint, { now: () => now });
    for (const at of [0, goodForMs - 1, goodForMs]) {
      now = at;
      await ovh.call(GET, z.unknown());
    }
    assert.deepEqual(
      cloud.received.map(({ headers }) => headers.authorization?.at(-1)),
      ['1', '1', '2'],
    );
  });
}

test('a token is kept for its lifetime, and no longer, although the clock was days ahead when it was issued', async (t) => {
  const cloud = await startOvhcloud(t, [ok]);
  cloud.token = issueTokens(3_600);
  let now = 0;
  const { ovh } = connectAsServiceAccount(cloud.endpoint, { now: () => now });
  for (const at of [48 * 3_600_000, 0, 3_600_000]) {
    now = at;
    await ovh.call(GET, z.unknown());
  }
  assert.deepEqual(
    cloud.received.map(({ headers }) => headers.authorization?.at(-1)),
    ['1', '1', '2'],
  );
});

for (const call of [GET, POST]) {
  test(`after a 401, ${call.method} is sent once more with a new token`, async (t) => {
    const cloud = await startOvhcloud(t, [unauthorized, answer(200, { done: true })]);
    const { ovh } = connectAsServiceAccount(cloud.endpoint);
    assert.deepEqual(await ovh.call(call, z.object({ done: z.boolean() })), { done: true });
    assert.deepEqual(
      cloud.received.map(({ headers }) => headers.authorization),
      ['Bearer secret-token-1', 'Bearer secret-token-2'],
    );
  });
}

for (const [name, token] of Object.entries({
  'is refused': answer(400, { error: 'invalid_client' }),
  'does not come': breakConnection,
})) {
  test(`a POST that was refused with a 401 counts as sent, although the new token ${name}`, async (t) => {
    const cloud = await startOvhcloud(t, [unauthorized]);
    const issue = issueTokens();
    cloud.token = (...received) => (cloud.received.length === 0 ? issue : token)(...received);
    const { ovh } = connectAsServiceAccount(cloud.endpoint);
    await assert.rejects(ovh.call(POST, z.unknown()), (error) => {
      assert.equal(wasNeverSent(error), false);
      return error instanceof OvhClientError && error.status === 401;
    });
  });
}

test('a 401 with a new token is not retried', async (t) => {
  const cloud = await startOvhcloud(t, [unauthorized]);
  const { ovh } = connectAsServiceAccount(cloud.endpoint);
  await assert.rejects(ovh.call(POST, z.unknown()), (error) => {
    assert(error instanceof OvhClientError);
    assert.deepEqual(meaningOf(error), { kind: 'service_account_refused' });
    assert.match(error.message, /OVH_CLIENT_ID/);
    return true;
  });
  assert.deepEqual([cloud.received.length, cloud.tokenReceived.length], [2, 2]);
});

test('concurrent calls whose token has expired share one new token', async (t) => {
  const seen = new Set<string>();
  const onlyNewOnes: Reply = (response, received) => {
    const token = received.headers.authorization ?? '';
    seen.add(token);
    (token.endsWith('1') ? unauthorized : ok)(response, received);
  };
  const cloud = await startOvhcloud(t, [onlyNewOnes]);
  const { ovh } = connectAsServiceAccount(cloud.endpoint);
  await Promise.all(Array.from({ length: 6 }, () => ovh.call(POST, z.unknown())));
  assert.equal(cloud.tokenReceived.length, 2);
  assert.equal(seen.size, 2);
});

test('a refusal other than a 401 requests no new token', async (t) => {
  const forbidden = answer(403, { class: 'Client::Forbidden', message: 'User not granted for this request' });
  const cloud = await startOvhcloud(t, [forbidden]);
  const { ovh } = connectAsServiceAccount(cloud.endpoint);
  await assert.rejects(ovh.call(POST, z.unknown()), OvhClientError);
  assert.deepEqual([cloud.received.length, cloud.tokenReceived.length], [1, 1]);
});

const refusals: Record<string, Reply> = {
  'the error of OAuth2': answer(401, { error: 'invalid_client', error_description: 'Unknown client' }),
  'an empty body': answer(400, ''),
  'a page': answer(403, '<html>no</html>'),
  'a URL that issues none': answer(404, { message: 'Got an invalid (or empty) URL' }),
};
for (const [title, reply] of Object.entries(refusals)) {
  test(`a service account that gets no token (${title}) sends no call, and is not retried endlessly`, async (t) => {
    const cloud = await startOvhcloud(t, [ok]);
    cloud.token = reply;
    const { ovh } = connectAsServiceAccount(cloud.endpoint);
    await assert.rejects(ovh.call(POST, z.unknown()), (error) => {
      assert.ok(error instanceof OvhSignInError, String(error));
      assert.match(error.message, /POST \/order\/cart was not sent/);
      assert.equal(wasNeverSent(error), true);
      assert.equal(isTransient(error), false);
      return true;
    });
    assert.deepEqual(cloud.received, []);
    cloud.token = issueTokens();
    await ovh.call(POST, z.unknown());
    assert.equal(cloud.received.length, 1);
  });
}

const trouble: Record<string, Reply> = {
  'an HTML 502': badGateway,
  'a 429': answer(429, { error: 'slow_down' }),
  'a broken connection': breakConnection,
  'a cut answer': cutAnswer,
  'a deadline': neverAnswer,
};
for (const [title, reply] of Object.entries(trouble)) {
  test(`${title} instead of a token is retried, and if it persists no call is sent`, async (t) => {
    const cloud = await startOvhcloud(t, [ok]);
    cloud.token = reply;
    const { ovh, log } = connectAsServiceAccount(cloud.endpoint, {
      timeoutSeconds: title === 'a deadline' ? 0.2 : 10,
    });
    await assert.rejects(ovh.call(POST, z.unknown()), (error) => {
      assert.ok(error instanceof OvhUnreachableError, String(error));
      assert.equal(error.call, 'POST /order/cart');
      assert.equal(wasNeverSent(error), true);
      return true;
    });
    assert.deepEqual([cloud.received.length, cloud.tokenReceived.length], [0, 3]);
    assert.deepEqual(
      log.map(({ call, attempt }) => `${call} ${attempt}`),
      [1, 2, 3].map((attempt) => `POST /auth/oauth2/token ${attempt}`),
    );
  });
}

test('a token that is invalid in a header is rejected', async (t) => {
  const cloud = await startOvhcloud(t, [ok]);
  cloud.token = answer(200, { access_token: 'secret-\r\nX-Other: 1', expires_in: 3599 });
  const { ovh } = connectAsServiceAccount(cloud.endpoint);
  await assert.rejects(ovh.call(GET, z.unknown()), OvhUnreachableError);
  assert.deepEqual(cloud.received, []);
});

const echo: Reply = (response, received) => {
  const { authorization = '' } = received.headers;
  const message = `${authorization} ${authorization.slice('Bearer '.length)} ${account.clientSecret}`;
  answer(400, { class: 'Client::BadRequest', message })(response, received);
};
const echoForm: Reply = (response, received) =>
  answer(401, { error: 'invalid_client', error_description: received.body })(response, received);
for (const [title, token, reply] of [
  ['a refusal that repeats the token', issueTokens(), echo],
  ['a refusal of the second token', issueTokens(), unauthorized],
  ['no token, with the form repeated', echoForm, ok],
  ['no token in time', neverAnswer, ok],
  ['a token of another shape', answer(200, { access_token: 17, other: 'secret-token' }), ok],
] as [string, Reply, Reply][]) {
  test(`neither token nor secret is in the log or the error of ${title}`, async (t) => {
    const cloud = await startOvhcloud(t, [reply]);
    cloud.token = token;
    const timeoutSeconds = token === neverAnswer ? 0.2 : 10;
    const { ovh, log } = connectAsServiceAccount(cloud.endpoint, { timeoutSeconds });
    const error = await ovh.call(POST, z.unknown()).catch((refused: unknown) => refused);
    assert.ok(error instanceof Error && log.length > 0);
    const shown = [log, error].flatMap((thing) => [
      String(thing),
      JSON.stringify(thing),
      inspect(thing, { depth: Infinity, showHidden: true }),
    ]);
    assert.doesNotMatch(shown.join('\n'), /secret-/);
  });
}
