import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { inspect } from 'node:util';
import { z } from 'zod';
import {
  hadNoEffect,
  OvhConnectionLost,
  OvhRefusal,
  OvhTimeout,
  OvhUnreachable,
} from '../../src/ovh/errors.ts';
import {
  answer,
  breakConnection,
  connectTo,
  cutAnswer,
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
  test(`a deadline ends a call with ${title}, and its connection with it`, async (t) => {
    const closed = Promise.withResolvers<void>();
    const cloud = await startOvhcloud(t, [
      (response, received) => {
        response.on('close', closed.resolve);
        reply(response, received);
      },
    ]);
    const { ovh, log } = connectTo(cloud.endpoint, { timeoutSeconds: 0.2 });
    await assert.rejects(ovh.call(CHECKOUT, z.unknown()), (error) => {
      assert(error instanceof OvhTimeout);
      assert.match(
        error.message,
        /POST \/order\/cart\/c1\/checkout within 0\.2 s.*look before doing it again/,
      );
      assert.equal(hadNoEffect(error), false);
      return true;
    });
    await closed.promise;
    assert.equal(log.at(-1)?.outcome, 'OvhTimeout');
    assert.equal(cloud.received.length, 1);
  });
}

for (const [title, reply] of Object.entries({
  'before its answer': breakConnection,
  'inside its answer': cutAnswer,
})) {
  test(`a connection that breaks ${title} is told from a deadline`, async (t) => {
    const cloud = await startOvhcloud(t, [reply]);
    const { ovh, log } = connectTo(cloud.endpoint);
    await assert.rejects(ovh.call(CHECKOUT, z.unknown()), (error) => {
      assert(error instanceof OvhConnectionLost);
      assert.equal(hadNoEffect(error), false);
      return true;
    });
    assert.equal(log.at(-1)?.outcome, 'OvhConnectionLost');
    assert.equal(cloud.received.length, 1);
  });
}

test('a connection that was kept alive and breaks is lost, not unreachable', async (t) => {
  const cloud = await startOvhcloud(t, [answer(200, {}), breakConnection]);
  const { ovh } = connectTo(cloud.endpoint);
  await ovh.call(CHECKOUT, z.unknown());
  await assert.rejects(ovh.call(CHECKOUT, z.unknown()), OvhConnectionLost);
});

async function unreachable(endpoint: string, timeoutSeconds = 10): Promise<OvhUnreachable> {
  const { ovh } = connectTo(endpoint, { timeoutSeconds });
  const error = await ovh.call(CHECKOUT, z.unknown()).catch((error: unknown) => error);
  assert(error instanceof OvhUnreachable);
  assert.equal(error.call, 'POST /order/cart/c1/checkout');
  assert.equal(hadNoEffect(error), true);
  return error;
}

/** A server that takes connections and does this with them; nobody listens if it is undefined. */
async function startTcp(t: TestContext, take?: (socket: Socket) => void): Promise<string> {
  const server = createServer(take).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  if (take) t.after(() => server.close());
  else server.close();
  return `https://127.0.0.1:${port}/1.0`;
}

test('nobody listening is unreachable', async (t) => {
  assert.match(inspect(await unreachable(await startTcp(t))), /ECONNREFUSED/);
});

test('a connection that breaks before it is secure is unreachable: nothing was sent', async (t) => {
  await unreachable(await startTcp(t, (socket) => socket.destroy()));
});

test('a deadline before the connection is secure is unreachable: nothing was sent', async (t) => {
  const sockets: Socket[] = [];
  t.after(() => sockets.forEach((socket) => void socket.destroy()));
  await unreachable(await startTcp(t, (socket) => sockets.push(socket)), 0.2);
});

test('a certificate that is not trusted is unreachable: nothing was sent', async (t) => {
  const cloud = await startOvhcloud(t, [answer(200, {})], { trusted: false });
  assert.match(inspect(await unreachable(cloud.endpoint)), /self-signed certificate/);
  assert.deepEqual([...cloud.received, ...cloud.timeReceived], []);
});

test('a refusal had no effect, but for a 408, which a proxy may have sent', () => {
  const refusal = (status: number) =>
    new OvhRefusal('POST /x', { status, queryId: null, retryAfter: null }, null, 'no');
  assert.deepEqual(
    [400, 403, 404, 408, 409, 425, 429].map((status) => hadNoEffect(refusal(status))),
    [true, true, true, false, true, true, true],
  );
});
