import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { OvhClientError, OvhInvalidResponseError, OvhServerError } from '../../src/ovh/errors.ts';
import { answer, badGateway, connectTo, type Reply, startOvhcloud } from './ovhcloud-server.ts';

const CART = { method: 'GET', path: '/order/cart/{cartId}', params: { cartId: 'c1' } } as const;
const CHECKOUT = { method: 'POST', path: '/order/cart/{cartId}/checkout', params: { cartId: 'c1' } } as const;
const queryId = { 'X-OVH-QUERYID': 'EU.ext-1.abc' };

for (const status of [200, 201, 202]) {
  test(`an answer with status ${status} is a success`, async (t) => {
    const cloud = await startOvhcloud(t, [answer(status, { cartId: 'c1' })]);
    const { ovh } = connectTo(cloud.endpoint);
    assert.deepEqual(await ovh.call(CHECKOUT, z.object({ cartId: z.string() })), { cartId: 'c1' });
  });
}

for (const status of [200, 204]) {
  test(`an empty answer with status ${status} is null`, async (t) => {
    const cloud = await startOvhcloud(t, [answer(status, '')]);
    assert.equal(await connectTo(cloud.endpoint).ovh.call(CHECKOUT, z.null()), null);
  });
}

test('unknown fields in an answer are ignored', async (t) => {
  const cloud = await startOvhcloud(t, [answer(200, { cartId: 'c1', soonToCome: { a: [1] } })]);
  const { ovh } = connectTo(cloud.endpoint);
  assert.deepEqual(await ovh.call(CART, z.object({ cartId: z.string() })), { cartId: 'c1' });
});

test('characters split across the chunks of an answer are decoded correctly', async (t) => {
  const name = 'Ünïcödé – 東京 – 👩‍🚀';
  const byteByByte: Reply = async (response) => {
    for (const byte of Buffer.from(JSON.stringify({ name }))) {
      await new Promise((resolve) => response.write(Buffer.of(byte), resolve));
    }
    response.end();
  };
  const cloud = await startOvhcloud(t, [byteByByte]);
  const { ovh } = connectTo(cloud.endpoint);
  assert.deepEqual(await ovh.call(CART, z.object({ name: z.string() })), { name });
});

test('concurrent calls each get their own answer', async (t) => {
  const waiting: (() => void)[] = [];
  const answerAllBackwards: Reply = (response, received) => {
    const number = Number(received.url.split('/').pop());
    const status = number % 5 === 0 ? 404 : 200;
    const body = { message: `no ${number}`, class: 'Client::NotFound', number };
    waiting.push(() => answer(status, body, { 'X-OVH-QUERYID': `query-${number}` })(response, received));
    if (waiting.length === 20) for (const reply of waiting.reverse()) reply();
  };
  const cloud = await startOvhcloud(t, [answerAllBackwards]);
  const { ovh } = connectTo(cloud.endpoint);
  const numbers = Array.from({ length: 20 }, (_, index) => index);
  const outcomes = await Promise.all(
    numbers.map((number) =>
      ovh
        .call(
          { method: 'GET', path: '/me/order/{number}', params: { number } },
          z.object({ number: z.int() }),
        )
        .then((body) => body.number)
        .catch((error: OvhClientError) => `${error.apiMessage} ${error.queryId}`),
    ),
  );
  assert.deepEqual(
    outcomes,
    numbers.map((number) => (number % 5 === 0 ? `no ${number} query-${number}` : number)),
  );
});

const errorBodies = [
  { body: { class: 'Client::Forbidden', message: 'You are not allowed' }, errorClass: 'Client::Forbidden' },
  {
    body: { errorCode: 'NOT_GRANTED_CALL', httpCode: '403 Forbidden', message: 'You are not allowed' },
    errorClass: 'NOT_GRANTED_CALL',
  },
  { body: { message: 'You are not allowed' }, errorClass: null },
];
for (const { body, errorClass } of errorBodies) {
  test(`a refusal with ${Object.keys(body).join(', ')} keeps everything OVHcloud said`, async (t) => {
    const cloud = await startOvhcloud(t, [answer(403, body, queryId)]);
    const { ovh, log } = connectTo(cloud.endpoint);
    await assert.rejects(ovh.call(CHECKOUT, z.unknown()), (error) => {
      assert(error instanceof OvhClientError);
      assert.equal(error.call, 'POST /order/cart/{cartId}/checkout');
      assert.equal(error.status, 403);
      assert.equal(error.errorClass, errorClass);
      assert.equal(error.apiMessage, 'You are not allowed');
      assert.equal(error.queryId, 'EU.ext-1.abc');
      assert.match(error.message, /POST \/order\/cart\/\{cartId\}\/checkout.*403.*EU\.ext-1\.abc/);
      return true;
    });
    const { ms, ...entry } = log.at(-1) ?? assert.fail('nothing was logged');
    assert.equal(typeof ms, 'number');
    assert.deepEqual(entry, {
      call: 'POST /order/cart/{cartId}/checkout',
      attempt: 1,
      outcome: 'OvhClientError',
      status: 403,
      errorClass,
      queryId: 'EU.ext-1.abc',
    });
  });
}

const wordless: { title: string; reply: Reply; status: number; words: string }[] = [
  { title: 'an HTML 429', reply: answer(429, '<html>Slow down</html>'), status: 429, words: '' },
  { title: 'an empty 429', reply: answer(429, ''), status: 429, words: '' },
  {
    title: 'a refusal with a code only',
    reply: answer(403, { errorCode: 'NOT_CREDENTIAL', httpCode: '403 Forbidden' }),
    status: 403,
    words: 'NOT_CREDENTIAL',
  },
  {
    title: 'a refusal whose message is no text',
    reply: answer(403, { class: 'Client::Forbidden', message: { en: 'No' } }),
    status: 403,
    words: 'Client::Forbidden',
  },
];
for (const { title, reply, status, words } of wordless) {
  test(`${title} is still a refusal`, async (t) => {
    const { ovh } = connectTo((await startOvhcloud(t, [reply])).endpoint);
    await assert.rejects(ovh.call(CHECKOUT, z.unknown()), (error) => {
      assert(error instanceof OvhClientError);
      assert.deepEqual([error.status, error.apiMessage], [status, words]);
      return true;
    });
  });
}

const troubles: { title: string; reply: Reply; status: number; errorClass: string | null }[] = [
  {
    title: 'a 500',
    reply: answer(500, { class: 'Server::InternalServerError', message: 'Oops' }, queryId),
    status: 500,
    errorClass: 'Server::InternalServerError',
  },
  { title: 'an HTML 502', reply: badGateway, status: 502, errorClass: null },
  {
    title: 'an HTML page with status 200',
    reply: answer(200, '<html></html>'),
    status: 200,
    errorClass: null,
  },
  {
    title: 'an HTML page with status 403',
    reply: answer(403, '<html></html>'),
    status: 403,
    errorClass: null,
  },
  { title: 'a redirect', reply: answer(302, '', { Location: '/' }), status: 302, errorClass: null },
];
for (const { title, reply, status, errorClass } of troubles) {
  test(`${title} is a server error that says nothing about the request`, async (t) => {
    const cloud = await startOvhcloud(t, [reply]);
    await assert.rejects(connectTo(cloud.endpoint).ovh.call(CHECKOUT, z.unknown()), (error) => {
      assert(error instanceof OvhServerError);
      assert.equal(error.status, status);
      assert.equal(error.errorClass, errorClass);
      return true;
    });
  });
}

test('an answer of the wrong shape is reported with its fields but not their values', async (t) => {
  const body = { prices: { withTax: { value: 'twelve' } }, url: 'https://example.com/?orderPassword=hidden' };
  const cloud = await startOvhcloud(t, [answer(200, body, queryId)]);
  const { ovh } = connectTo(cloud.endpoint);
  const schema = z.object({
    orderId: z.int(),
    url: z.literal('https://example.org'),
    prices: z.object({ withTax: z.object({ value: z.number() }) }),
  });
  await assert.rejects(ovh.call(CHECKOUT, schema), (error) => {
    assert(error instanceof OvhInvalidResponseError);
    assert.deepEqual(
      error.fields.map((field) => field.split(':')[0]),
      ['orderId', 'url', 'prices.withTax.value'],
    );
    assert.equal(error.queryId, 'EU.ext-1.abc');
    assert.doesNotMatch(error.message, /twelve|hidden/);
    return true;
  });
  assert.equal(cloud.received.length, 1);
});
