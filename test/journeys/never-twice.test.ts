import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  noCartLeft,
  orderAndQuote,
  orderProject,
  reply,
  type Stage,
  says,
  setStage,
  until,
  whisper,
} from './stage.ts';

const CHECKOUT = { method: 'POST', path: '/order/cart/{cartId}/checkout' } as const;

async function endsWithOneOrder(stage: Stage, root: Parameters<typeof reply>[1]): Promise<void> {
  const url = await reply(stage, root, /orderPassword/);
  await until(stage, root, /Ordered/);
  await noCartLeft(stage);
  const [placed, ...more] = [...stage.ovh.orders.values()];
  assert.ok(placed && more.length === 0, 'one order at OVHcloud');
  assert.ok(says(url, String(placed.orderId)), 'the thread has its URL');
  const urls = stage.slack.thread(root).filter((message) => says(message, /orderPassword/));
  assert.equal(urls.length, 1, 'the URL is there once');
  assert.equal(stage.slack.messages('C0CLOUD').length, 1, 'one root message');
}

describe('a checkout whose answer is lost', { concurrency: 2 }, () => {
  for (const kind of ['lose-answer', 'cut-body', 'server-error'] as const) {
    it(`after it was placed (${kind}) is found and linked, not placed again`, async (t) => {
      const stage = await setStage(t);
      const { root, question } = await orderAndQuote(stage);
      stage.ovh.faults.add({ ...CHECKOUT, ...(kind === 'server-error' ? { kind, effect: true } : { kind }) });
      await stage.slack.as('U0APP1').click(question, 'Approve');
      await reply(stage, root, /answer to the checkout was lost/);
      await endsWithOneOrder(stage, root);
      assert.equal(
        stage.ovh.calls.filter(({ method, template }) => method === 'POST' && template === CHECKOUT.path)
          .length,
        1,
      );
    });
  }

  for (const kind of ['reset-before', 'html-502', 'hang', 'server-error'] as const) {
    it(`before it was placed (${kind}) is done anew in another cart, with the approval kept`, async (t) => {
      const stage = await setStage(t);
      const { root, question } = await orderAndQuote(stage);
      stage.ovh.faults.add({ ...CHECKOUT, kind });
      await stage.slack.as('U0APP1').click(question, 'Approve');
      await reply(stage, root, /answer to the checkout was lost/);
      await endsWithOneOrder(stage, root);
      const tries = stage.ovh.calls.filter(
        ({ method, template }) => method === 'POST' && template === CHECKOUT.path,
      );
      assert.equal(new Set(tries.map(({ path }) => path)).size, 2, 'never twice on one cart');
    });
  }

  it('and lands late finds its cart gone', async (t) => {
    const stage = await setStage(t);
    const { root, question } = await orderAndQuote(stage);
    const late = stage.ovh.faults.add({ ...CHECKOUT, kind: 'late' });
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(stage, root);
    late.release();
    assert.equal(stage.ovh.orders.size, 1);
  });

  it('does not hammer OVHcloud when every checkout is answered with an error, and says so once', async (t) => {
    const stage = await setStage(t);
    const { root, question } = await orderAndQuote(stage);
    const fault = stage.ovh.faults.add({ ...CHECKOUT, kind: 'server-error', times: 2 });
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await fault.struck;
    await until(stage, root, /does not answer at the moment/);
    await endsWithOneOrder(stage, root);
    const tries = stage.ovh.calls.filter(
      ({ method, template }) => method === 'POST' && template === CHECKOUT.path,
    );
    const [first, second, third] = tries.map(({ at }) => at.getTime());
    assert.ok(
      first && second && third && second - first >= 900 && third - second >= 900,
      'a pause between tries',
    );
    assert.equal(
      stage.slack.thread(root).filter((message) => says(message, /answer to the checkout was lost/)).length,
      1,
    );
  });

  it('and looks like two orders is left to people, told what to look at', async (t) => {
    const stage = await setStage(t);
    const { root, question } = await orderAndQuote(stage);
    stage.ovh.faults.add({ ...CHECKOUT, kind: 'lose-answer' });
    const foreign = stage.ovh.placeForeignOrder({ description: 'moon-base' });
    await stage.slack.as('U0APP1').click(question, 'Approve');
    const told = await reply(stage, root, /may have become one of these/);
    assert.equal(stage.ovh.orders.size, 2, 'the human’s and ours');
    const [ours] = [...stage.ovh.orders.keys()].filter((id) => id !== foreign.orderId);
    await stage.slack.as('U0REQ').click(told, `It is ${ours}`);
    await whisper(stage, 'U0REQ', /Only the approvers/);
    await stage.slack.as('U0APP2').click(told, `It is ${ours}`);
    const url = await reply(stage, root, /orderPassword/);
    assert.ok(says(url, String(ours)));
    await until(stage, root, /Ordered/);
    assert.equal(stage.ovh.orders.size, 2);
  });

  it('and looks like somebody else’s order only is done anew once an approver has said so', async (t) => {
    const stage = await setStage(t);
    const { root, question } = await orderAndQuote(stage);
    stage.ovh.faults.add({ ...CHECKOUT, kind: 'reset-before' });
    const foreign = stage.ovh.placeForeignOrder({ description: 'moon-base' });
    await stage.slack.as('U0APP1').click(question, 'Approve');
    const told = await reply(stage, root, new RegExp(`may have become one of these.*${foreign.orderId}`));
    assert.equal(stage.ovh.orders.size, 1);
    await stage.slack.as('U0APP2').click(told, 'None of these');
    const url = await reply(stage, root, /orderPassword/);
    assert.ok(!says(url, String(foreign.orderId)));
    assert.equal(stage.ovh.orders.size, 2);
  });

  it('and cannot be found for minutes is left to people, and found all the same when it appears', async (t) => {
    let now = Date.UTC(2026, 10, 2, 10);
    const stage = await setStage(t, { now: () => now });
    const { root, question } = await orderAndQuote(stage);
    stage.ovh.faults.add({ ...CHECKOUT, kind: 'lose-answer' });
    const hidden = {
      method: 'GET',
      path: '/me/order',
      kind: 'refuse',
      status: 200,
      body: [],
      times: 1000,
    } as const;
    stage.ovh.faults.add(hidden);
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await reply(stage, root, /answer to the checkout was lost/);
    now += 6 * 60_000;
    const told = await reply(stage, root, /is not to be seen/);
    assert.match(stage.slack.as('U0APP1').confirmOf(told, 'Stop looking'), /moon-base/);
    stage.ovh.faults.clear();
    now += 60_000;
    await reply(stage, root, /orderPassword/);
    assert.equal(stage.ovh.orders.size, 1);
  });
});

describe('kill -9', { concurrency: 2 }, () => {
  const moments = {
    'while the cart is built': { method: 'POST', path: '/order/cart/{cartId}/cloud' },
    'while the quote is asked': { method: 'GET', path: '/order/cart/{cartId}/checkout' },
  };
  for (const [moment, call] of Object.entries(moments)) {
    it(`${moment} loses nothing: the order goes on by itself`, async (t) => {
      const stage = await setStage(t);
      const fault = stage.ovh.faults.add({ ...call, kind: 'hang' });
      const ordering = orderProject(stage);
      await fault.struck;
      await stage.app.kill();
      await stage.start();
      const root = await ordering;
      const question = await reply(stage, root, /please decide/);
      await stage.slack.as('U0APP1').click(question, 'Approve');
      await endsWithOneOrder(stage, root);
    });
  }

  for (const kind of ['hang', 'lose-answer', 'late'] as const) {
    it(`during the checkout (${kind}) ends with one order`, async (t) => {
      const stage = await setStage(t, { settings: { OVH_TIMEOUT_SECONDS: '30' } });
      const { root, question } = await orderAndQuote(stage);
      const fault = stage.ovh.faults.add({ ...CHECKOUT, kind });
      await stage.slack.as('U0APP1').click(question, 'Approve');
      await fault.struck;
      await stage.app.kill();
      await stage.start();
      await endsWithOneOrder(stage, root);
      fault.release();
      assert.equal(stage.ovh.orders.size, 1);
    });
  }

  it('while people decide keeps the approvals that were given', async (t) => {
    const stage = await setStage(t, { settings: { APPROVALS_REQUIRED: '2' } });
    const { root, question } = await orderAndQuote(stage);
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await until(stage, question, /1 of 2/);
    await stage.app.kill();
    await stage.start();
    await stage.slack.as('U0APP2').click(question, 'Approve');
    await endsWithOneOrder(stage, root);
  });

  it('while the checkout URL is posted posts it all the same', async (t) => {
    const stage = await setStage(t);
    const { root, question } = await orderAndQuote(stage);
    stage.slack.faults.add({
      method: 'chat.postMessage',
      kind: 'hang',
      when: ({ text }) => /orderPassword/.test(String(text)),
    });
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await stage.slack.until(
      () => stage.slack.calls.find(({ args }) => /orderPassword/.test(String(args.text))),
      'the post',
    );
    await stage.app.kill();
    await stage.start();
    await endsWithOneOrder(stage, root);
  });
});

/** Waits until /readyz says 503; anything else than that after 200 is an error. */
async function notReady(stage: Stage): Promise<void> {
  const ready = async () =>
    (await fetch(`http://127.0.0.1:${stage.app.port}/readyz`).catch(() => null))?.status;
  let status = await ready();
  while (status === 200) status = await ready();
  assert.equal(status, 503, 'not ready first, then gone');
}

describe('SIGTERM', () => {
  it('finishes what runs, says so at /readyz, and exits with 0', async (t) => {
    const stage = await setStage(t);
    const fault = stage.ovh.faults.add({
      method: 'GET',
      path: '/order/cart/{cartId}/checkout',
      kind: 'delay',
      ms: 500,
    });
    const root = await orderProject(stage);
    await fault.struck;
    const stopping = stage.app.stop();
    await notReady(stage);
    assert.equal(await stopping, 0);
    await stage.start();
    await reply(stage, root, /please decide/);
    assert.equal(stage.slack.messages('C0CLOUD').length, 1);
  });

  it('twice ends the app at once', async (t) => {
    const stage = await setStage(t);
    const fault = stage.ovh.faults.add({ method: 'POST', path: '/order/cart', kind: 'delay', ms: 900 });
    await orderProject(stage);
    await fault.struck;
    const first = stage.app.stop();
    await notReady(stage);
    assert.equal(await stage.app.stop(), 1);
    assert.equal(await first, 1);
  });
});

describe('a Slack that does not take the app back', () => {
  it('ends the app with an error, for its supervisor to see', async (t) => {
    const stage = await setStage(t);
    stage.slack.faults.add({
      method: 'apps.connections.open',
      kind: 'error',
      error: 'invalid_auth',
      times: 10,
    });
    stage.slack.disconnectSockets(true);
    assert.equal(await stage.app.ended, 1);
    assert.match(stage.logged(), /Slack’s socket.*is gone: the app ends/);
  });
});
