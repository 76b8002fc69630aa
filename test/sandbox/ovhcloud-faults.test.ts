import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { type LocalOvhcloud, startLocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';
import { type Client, createClient, fillCart } from './ovhcloud-client.ts';

const CHECKOUT = { method: 'POST', path: '/order/cart/{cartId}/checkout' };

describe('local OVHcloud: faults', () => {
  let ovhcloud: LocalOvhcloud;
  let client: Client;
  let cart = '';
  beforeEach(async () => {
    ovhcloud = await startLocalOvhcloud();
    client = createClient(ovhcloud);
    ({ cart } = await fillCart(client));
  });
  afterEach(() => ovhcloud.close());

  const checkOut = () => client.call('POST', `${cart}/checkout`, { body: {} });
  const isOrdered = async () => (await client.ok<{ readOnly: boolean }>('GET', cart)).readOnly;
  const lastCheckout = () =>
    ovhcloud.calls.findLast((call) => call.template === CHECKOUT.path && call.method === 'POST');

  test('hang: no answer, nothing done, until the server closes', async () => {
    const fault = ovhcloud.faults.add({ ...CHECKOUT, kind: 'hang' });
    const pending = assert.rejects(checkOut(), { code: 'ECONNRESET' });
    await fault.triggered;
    assert.equal(await isOrdered(), false);
    assert.deepEqual([lastCheckout()?.status, lastCheckout()?.fault], [null, 'hang']);
    await ovhcloud.close();
    await pending;
  });

  test('reset-before: the socket breaks and nothing is done', async () => {
    ovhcloud.faults.add({ ...CHECKOUT, kind: 'reset-before' });
    await assert.rejects(checkOut(), { code: 'ECONNRESET' });
    assert.equal(await isOrdered(), false);
    assert.equal((await checkOut()).status, 200, 'the fault strikes once');
  });

  test('lose-answer: the socket breaks although the order was made', async () => {
    ovhcloud.faults.add({ ...CHECKOUT, kind: 'lose-answer' });
    await assert.rejects(checkOut(), { code: 'ECONNRESET' });
    assert.equal(await isOrdered(), true);
    assert.equal(ovhcloud.orders.size, 1);
    assert.equal(lastCheckout()?.status, null);
  });

  test('late: the socket breaks at once and the order is made on release', async () => {
    const fault = ovhcloud.faults.add({ ...CHECKOUT, kind: 'late' });
    await assert.rejects(checkOut(), { code: 'ECONNRESET' });
    assert.equal(await isOrdered(), false);
    fault.release();
    assert.equal(await isOrdered(), true);
    fault.release();
    assert.equal(ovhcloud.orders.size, 1, 'a call lands once');
  });

  test('late: a cart deleted meanwhile is a fence, so the late checkout orders nothing', async () => {
    ovhcloud.faults.add({ ...CHECKOUT, kind: 'late' });
    await assert.rejects(checkOut());
    await client.ok('DELETE', cart);
    ovhcloud.faults.release();
    assert.equal(ovhcloud.orders.size, 0);
  });

  test('cut-body: the order is made, half of the answer arrives, then the socket breaks', async () => {
    ovhcloud.faults.add({ ...CHECKOUT, kind: 'cut-body' });
    await assert.rejects(checkOut(), { code: 'ECONNRESET' });
    assert.equal(ovhcloud.orders.size, 1);
  });

  test('cut-body with the ending hang: the rest of the answer never comes', async () => {
    const fault = ovhcloud.faults.add({ ...CHECKOUT, kind: 'cut-body', ending: 'hang' });
    const pending = assert.rejects(checkOut(), { code: 'ECONNRESET' });
    await fault.triggered;
    assert.equal(await isOrdered(), true);
    await ovhcloud.close();
    await pending;
  });

  test('html-502: a page instead of JSON, and nothing is done', async () => {
    ovhcloud.faults.add({ ...CHECKOUT, kind: 'html-502' });
    const reply = await checkOut();
    assert.deepEqual([reply.status, reply.headers['content-type']], [502, 'text/html']);
    assert.match(reply.text, /^<html>/);
    assert.equal(await isOrdered(), false);
  });

  test('server-error: a 500 with or without the effect', async () => {
    ovhcloud.faults.add({ ...CHECKOUT, kind: 'server-error' });
    ovhcloud.faults.add({ ...CHECKOUT, kind: 'server-error', effect: true });
    const first = await checkOut();
    assert.deepEqual(
      [first.status, (first.body as { class: string }).class],
      [500, 'Server::InternalServerError'],
    );
    assert.equal(await isOrdered(), false);
    assert.equal((await checkOut()).status, 500);
    assert.equal(await isOrdered(), true);
  });

  test('refuse: the given answer as often as requested, and nothing is done', async () => {
    const body = { class: 'Client::Forbidden', message: 'User not granted for this request' };
    const fault = ovhcloud.faults.add({ ...CHECKOUT, kind: 'refuse', status: 403, body, times: 2 });
    for (let time = 0; time < 2; time += 1) {
      const reply = await checkOut();
      assert.deepEqual([reply.status, reply.body], [403, body]);
      assert.ok(reply.headers['x-ovh-queryid']);
    }
    assert.equal((await checkOut()).status, 200);
    assert.equal(fault.count, 2);
  });

  test('delay: the same answer, only later, with other calls in between', async () => {
    const fault = ovhcloud.faults.add({ ...CHECKOUT, kind: 'delay', ms: 30 });
    const pending = checkOut();
    await fault.triggered;
    assert.equal(lastCheckout()?.status, null);
    assert.equal((await pending).status, 200);
  });

  test('wait: the same answer, after a given event', async () => {
    const { promise: until, resolve: goOn } = Promise.withResolvers<void>();
    const fault = ovhcloud.faults.add({ ...CHECKOUT, kind: 'wait', until });
    const pending = checkOut();
    await fault.triggered;
    assert.equal(lastCheckout()?.status, null);
    goOn();
    assert.equal((await pending).status, 200);
  });

  test('a fault affects only its method and path, given as template or pattern', async () => {
    ovhcloud.faults.add({ method: 'GET', path: /\/checkout$/, kind: 'reset-before' });
    ovhcloud.faults.add({ method: 'POST', path: '/order/cart', kind: 'reset-before' });
    assert.equal((await checkOut()).status, 200);
    await assert.rejects(client.call('GET', `${cart}/checkout`));
    await assert.rejects(client.call('POST', '/order/cart', { body: { ovhSubsidiary: 'FR' } }));
  });

  test('clear removes faults and late calls', async () => {
    const late = ovhcloud.faults.add({ ...CHECKOUT, kind: 'late' });
    await assert.rejects(checkOut());
    ovhcloud.faults.add({ ...CHECKOUT, kind: 'hang' });
    ovhcloud.faults.clear();
    late.release();
    assert.equal(await isOrdered(), false);
    assert.equal((await checkOut()).status, 200);
  });
});

test('every call is recorded with its template, query, body and answer', async () => {
  const now = new Date('2026-11-23T10:00:00Z');
  const lines: string[] = [];
  const ovhcloud = await startLocalOvhcloud({
    now: () => now,
    log: (line) => lines.push(line),
    latencyMs: 1,
  });
  try {
    const client = createClient(ovhcloud, () => now.getTime());
    const body = { ovhSubsidiary: 'FR', description: 'Été' };
    const reply = await client.call('POST', '/order/cart', { body });
    await client.call('GET', '/cloud/eligibility?voucher=SECRET');
    await client.call('GET', '/nothing');
    const [made, asked, unknown] = ovhcloud.calls;
    assert.ok(made);
    const { from, to, ...written } = made;
    assert.ok(from <= (to ?? 0));
    assert.deepEqual(written, {
      method: 'POST',
      path: '/order/cart',
      template: '/order/cart',
      query: {},
      body,
      at: now,
      queryId: reply.headers['x-ovh-queryid'],
      fault: undefined,
      status: 200,
      answer: reply.body,
    });
    assert.deepEqual(asked?.query, { voucher: 'SECRET' });
    assert.equal(unknown?.template, undefined);
    assert.deepEqual(lines, ['POST /order/cart 200', 'GET /cloud/eligibility 400', 'GET /nothing 404']);
  } finally {
    await ovhcloud.close();
  }
});
