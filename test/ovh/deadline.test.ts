import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { z } from 'zod';
import {
  OvhClientError,
  OvhConnectionLostError,
  OvhTimeoutError,
  OvhUnreachableError,
  wasNeverSent,
} from '../../src/ovh/errors.ts';
import {
  answer,
  breakConnection,
  connectTo,
  cutAnswer,
  mockDeadlines,
  neverAnswer,
  type Reply,
  startOvhcloud,
} from './ovhcloud-server.ts';

const CHECKOUT = { method: 'POST', path: '/order/cart/c1/checkout', body: { autoPay: false } } as const;

/** Drips an answer that is never whole. */
const trickle: Reply = (response) => {
  response.writeHead(200);
  const drip = setInterval(() => response.write(' '), 10);
  response.on('close', () => clearInterval(drip));
};

/** Sends all but the end of an answer, and keeps the connection. */
const stopInTheMiddle: Reply = (response) => {
  response.writeHead(200, { 'Content-Length': '1000' });
  response.write('{"cartId":');
};

for (const [title, reply] of Object.entries({ 'no answer at all': neverAnswer, trickle, stopInTheMiddle })) {
  test(`a deadline aborts a call with ${title} and closes its connection`, async (t) => {
    const deadlines = mockDeadlines(t);
    const closed = Promise.withResolvers<void>();
    const cloud = await startOvhcloud(t, [
      (response, received) => {
        response.on('close', closed.resolve);
        reply(response, received);
        deadlines.pass();
      },
    ]);
    const { ovh, log } = connectTo(cloud.endpoint);
    await assert.rejects(ovh.call(CHECKOUT, z.unknown()), (error) => {
      assert(error instanceof OvhTimeoutError);
      assert.match(error.message, /POST \/order\/cart\/c1\/checkout within 10 s.*check before repeating it/);
      assert.equal(wasNeverSent(error), false);
      return true;
    });
    await closed.promise;
    assert.equal(log.at(-1)?.outcome, 'OvhTimeoutError');
    assert.equal(cloud.received.length, 1);
  });
}

for (const [title, reply] of Object.entries({
  'before its answer': breakConnection,
  'inside its answer': cutAnswer,
})) {
  test(`a connection that breaks ${title} is distinguished from a deadline`, async (t) => {
    const cloud = await startOvhcloud(t, [reply]);
    const { ovh, log } = connectTo(cloud.endpoint);
    await assert.rejects(ovh.call(CHECKOUT, z.unknown()), (error) => {
      assert(error instanceof OvhConnectionLostError);
      assert.equal(wasNeverSent(error), false);
      return true;
    });
    assert.equal(log.at(-1)?.outcome, 'OvhConnectionLostError');
    assert.equal(cloud.received.length, 1);
  });
}

test('a kept-alive connection that breaks is reported as lost, not as unreachable', async (t) => {
  const cloud = await startOvhcloud(t, [answer(200, {}), breakConnection]);
  const { ovh } = connectTo(cloud.endpoint);
  await ovh.call(CHECKOUT, z.unknown());
  await assert.rejects(ovh.call(CHECKOUT, z.unknown()), OvhConnectionLostError);
});

/** Makes a call to OVHcloud, and then the same again when something else, or nothing, is in its place. */
async function callAgainAfter(t: TestContext, replace: (port: number) => unknown) {
  const once = { Connection: 'close' };
  const cloud = await startOvhcloud(t, [answer(200, {}, once)]);
  cloud.time = answer(200, String(Math.round(Date.now() / 1000)), once);
  const { ovh } = connectTo(cloud.endpoint);
  await ovh.call(CHECKOUT, z.unknown());
  await cloud.stop();
  await replace(cloud.port);
  await assert.rejects(ovh.call(CHECKOUT, z.unknown()), (error) => {
    assert(error instanceof OvhUnreachableError);
    assert.equal(error.call, 'POST /order/cart/c1/checkout');
    assert.equal(wasNeverSent(error), true);
    return true;
  });
}

async function startTcp(t: TestContext, port: number, take: (socket: Socket) => void) {
  const server = createServer((socket) => {
    t.after(() => socket.destroy());
    take(socket);
  });
  t.after(() => server.close());
  await once(server.listen(port, '127.0.0.1'), 'listening');
}

test('a host where nothing listens is unreachable: nothing was sent', async (t) => {
  await callAgainAfter(t, () => {});
});

test('a connection that breaks during the TLS handshake is unreachable: nothing was sent', async (t) => {
  await callAgainAfter(t, (port) => startTcp(t, port, (socket) => socket.destroy()));
});

test('a deadline during the TLS handshake is unreachable: nothing was sent', async (t) => {
  const deadlines = mockDeadlines(t);
  await callAgainAfter(t, (port) => startTcp(t, port, deadlines.pass));
});

test('an untrusted certificate is unreachable: nothing was sent', async (t) => {
  const received: unknown[] = [];
  await callAgainAfter(t, async (port) => {
    const stranger = await startOvhcloud(t, [(_, request) => received.push(request)], {
      trusted: false,
      port,
    });
    stranger.time = (_, request) => received.push(request);
  });
  assert.deepEqual(received, []);
});

test('no refusal counts as proof that nothing was ordered', () => {
  const denial = (status: number) =>
    new OvhClientError(
      'POST /x',
      { status, queryId: null, retryAfter: null },
      { errorClass: null, apiMessage: 'no' },
    );
  assert.deepEqual(
    [400, 403, 404, 408, 409, 425, 429].map((status) => wasNeverSent(denial(status))),
    [false, false, false, false, false, false, false],
  );
});
