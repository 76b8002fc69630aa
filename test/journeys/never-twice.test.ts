import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fastClock } from './fast-clock.ts';
import { endsWithOneOrder, orderAndQuote, reply, says, setStage, until, whisper } from './stage.ts';

const CHECKOUT = { method: 'POST', path: '/order/cart/{cartId}/checkout' } as const;
/** A call that hangs is given up soon. */
const SOON = { settings: { OVH_TIMEOUT_SECONDS: '1' } };

describe('a checkout whose answer is lost', { concurrency: 2 }, () => {
  for (const kind of ['lose-answer', 'cut-body', 'server-error'] as const) {
    it(`after it was placed (${kind}) is found and linked, not placed again`, async (t) => {
      const stage = await setStage(t, { now: fastClock(t).now });
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
      const stage = await setStage(t, { ...SOON, now: fastClock(t).now });
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

  it('is found behind many newer orders of the account', async (t) => {
    const stage = await setStage(t, { now: fastClock(t).now });
    const { root, question } = await orderAndQuote(stage);
    const lost = stage.ovh.faults.add({ ...CHECKOUT, kind: 'lose-answer' });
    const look = { method: 'GET', path: '/order/cart/{cartId}', kind: 'html-502' } as const;
    stage.ovh.faults.add({ ...look, times: 2 });
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await lost.struck;
    for (let index = 0; index < 25; index += 1)
      stage.ovh.placeForeignOrder({ description: `other-${index}` });
    await reply(stage, root, /orderPassword/);
    assert.equal(stage.ovh.orders.size, 26);
  });

  it('is not made of a cart that has gone: another one is built, and the approval holds', async (t) => {
    const stage = await setStage(t, { now: fastClock(t).now });
    const { root, question } = await orderAndQuote(stage);
    const gone = {
      kind: 'refuse',
      status: 404,
      body: { class: 'Client::NotFound', message: 'gone' },
    } as const;
    stage.ovh.faults.add({ ...CHECKOUT, method: 'GET', ...gone });
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(stage, root);
    assert.ok(!stage.slack.thread(root).some((message) => says(message, /is void/)), 'nobody is asked again');
  });

  it('is not made of a cart that goes in the last moment, and nobody has to approve twice', async (t) => {
    const stage = await setStage(t, { now: fastClock(t).now });
    const { root, question } = await orderAndQuote(stage);
    const gone = {
      kind: 'refuse',
      status: 404,
      body: { class: 'Client::NotFound', message: 'gone' },
    } as const;
    stage.ovh.faults.add({ ...CHECKOUT, ...gone });
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(stage, root);
    assert.ok(!stage.slack.thread(root).some((message) => says(message, /is void/)), 'the approval holds');
  });

  it('and lands late finds its cart gone', async (t) => {
    const stage = await setStage(t, { ...SOON, now: fastClock(t).now });
    const { root, question } = await orderAndQuote(stage);
    const late = stage.ovh.faults.add({ ...CHECKOUT, kind: 'late' });
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(stage, root);
    late.release();
    assert.equal(stage.ovh.orders.size, 1);
  });

  it('does not hammer OVHcloud when every checkout is answered with an error, and says so once', async (t) => {
    const stage = await setStage(t, { now: fastClock(t).now });
    const { root, question } = await orderAndQuote(stage);
    const fault = stage.ovh.faults.add({ ...CHECKOUT, kind: 'server-error', times: 2 });
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await fault.struck;
    await until(stage, root, /does not answer at the moment/);
    const tries = () =>
      stage.ovh.calls.filter(({ method, template }) => method === 'POST' && template === CHECKOUT.path);
    for (const number of [2, 3]) await stage.slack.until(() => tries().length === number, `try ${number}`);
    await endsWithOneOrder(stage, root);
    const [first, second, third] = tries().map(({ at }) => at.getTime());
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
    const stage = await setStage(t, { now: fastClock(t).now });
    const { root, question } = await orderAndQuote(stage);
    const lost = stage.ovh.faults.add({ ...CHECKOUT, kind: 'lose-answer' });
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await lost.struck;
    const foreign = stage.ovh.placeForeignOrder({ description: 'moon-base' });
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

  it('is not taken for the order that a person placed for the same name shortly before', async (t) => {
    const stage = await setStage(t, { now: fastClock(t).now });
    const { root, question } = await orderAndQuote(stage);
    const foreign = stage.ovh.placeForeignOrder({ description: 'moon-base' });
    stage.ovh.faults.add({ ...CHECKOUT, kind: 'lose-answer' });
    await stage.slack.as('U0APP1').click(question, 'Approve');
    const url = await reply(stage, root, /orderPassword/);
    assert.ok(!says(url, String(foreign.orderId)));
    assert.equal(stage.ovh.orders.size, 2, 'the human’s and ours');
  });

  it('is not taken for a person’s order that is listed sooner than ours', async (t) => {
    const stage = await setStage(t, { now: fastClock(t).now });
    const { root, question } = await orderAndQuote(stage);
    const lost = stage.ovh.faults.add({ ...CHECKOUT, kind: 'lose-answer' });
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await lost.struck;
    const foreign = stage.ovh.placeForeignOrder({ description: 'moon-base' });
    const listed = { method: 'GET', path: '/me/order', kind: 'refuse', status: 200 } as const;
    stage.ovh.faults.add({ ...listed, body: [foreign.orderId] });
    const told = await reply(stage, root, /may have become one of these/);
    assert.ok(
      [...stage.ovh.orders.keys()].every((id) => says(told, String(id))),
      'both are named',
    );
  });

  it('and looks like somebody else’s order only is done anew once an approver has said so', async (t) => {
    const stage = await setStage(t, { now: fastClock(t).now });
    const { root, question } = await orderAndQuote(stage);
    const lost = stage.ovh.faults.add({ ...CHECKOUT, kind: 'reset-before' });
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await lost.struck;
    const foreign = stage.ovh.placeForeignOrder({ description: 'moon-base' });
    const told = await reply(stage, root, new RegExp(`may have become one of these.*${foreign.orderId}`));
    assert.equal(stage.ovh.orders.size, 1);
    const looks = () => stage.ovh.calls.filter(({ template }) => template === '/me/order').length;
    const before = looks();
    await stage.slack.until(() => looks() >= before + 2, 'two more looks');
    assert.ok(
      !stage.slack.thread(root).some((message) => says(message, /orderPassword/)),
      'nobody has said so yet',
    );
    await stage.slack.as('U0APP2').click(told, 'None of these');
    const url = await reply(stage, root, /orderPassword/);
    assert.ok(!says(url, String(foreign.orderId)));
    assert.equal(stage.ovh.orders.size, 2);
  });

  it('and cannot be found for minutes is left to people, and found all the same when it appears', async (t) => {
    const clock = fastClock(t);
    const stage = await setStage(t, { now: clock.now });
    const { root, question } = await orderAndQuote(stage);
    stage.ovh.faults.add({ ...CHECKOUT, kind: 'lose-answer' });
    const hidden = {
      method: 'GET',
      path: '/me/order',
      kind: 'refuse',
      status: 200,
      body: [],
      times: 10_000,
    } as const;
    stage.ovh.faults.add(hidden);
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await reply(stage, root, /answer to the checkout was lost/);
    clock.jump(6 * 60_000);
    const told = await reply(stage, root, /is not to be seen/);
    assert.match(stage.slack.as('U0APP1').confirmOf(told, 'Stop looking'), /moon-base/);
    stage.ovh.faults.clear();
    clock.jump(60_000);
    await reply(stage, root, /orderPassword/);
    assert.equal(stage.ovh.orders.size, 1);
  });
});
