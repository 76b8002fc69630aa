import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firstOf, onlyAtFullSize } from '../size.ts';
import { fastClock } from './fast-clock.ts';
import {
  endsWithOneOrder,
  ephemeralFor,
  hasText,
  orderAndQuote,
  reply,
  startScenario,
  until,
} from './scenario.ts';

const CHECKOUT = { method: 'POST', path: '/order/cart/{cartId}/checkout' } as const;
/** A call that hangs is given up soon. */
const SOON = { settings: { OVH_TIMEOUT_SECONDS: '3' } };

describe('a checkout whose answer is lost', { concurrency: 2 }, () => {
  for (const kind of firstOf(1, ['lose-answer', 'server-error', 'cut-body'] as const)) {
    it(`after it was placed (${kind}) is found and linked, not placed again`, async (t) => {
      const scenario = await startScenario(t, { now: fastClock(t).now });
      const { root, question } = await orderAndQuote(scenario);
      scenario.ovh.faults.add({
        ...CHECKOUT,
        ...(kind === 'server-error' ? { kind, effect: true } : { kind }),
      });
      await scenario.slack.as('U0APP1').click(question, 'Approve');
      await reply(scenario, root, /answer to the checkout was lost/);
      await endsWithOneOrder(scenario, root);
      assert.equal(
        scenario.ovh.calls.filter(({ method, template }) => method === 'POST' && template === CHECKOUT.path)
          .length,
        1,
      );
    });
  }

  for (const kind of firstOf(1, ['reset-before', 'html-502', 'hang', 'server-error'] as const)) {
    it(`before it was placed (${kind}) is repeated with another cart, and the approval still counts`, async (t) => {
      const scenario = await startScenario(t, { ...SOON, now: fastClock(t).now });
      const { root, question } = await orderAndQuote(scenario);
      scenario.ovh.faults.add({ ...CHECKOUT, kind });
      await scenario.slack.as('U0APP1').click(question, 'Approve');
      await reply(scenario, root, /answer to the checkout was lost/);
      await endsWithOneOrder(scenario, root);
      const tries = scenario.ovh.calls.filter(
        ({ method, template }) => method === 'POST' && template === CHECKOUT.path,
      );
      assert.equal(new Set(tries.map(({ path }) => path)).size, 2, 'never twice on one cart');
    });
  }

  it('is found behind many newer orders of the account', { skip: onlyAtFullSize }, async (t) => {
    const scenario = await startScenario(t, { now: fastClock(t).now });
    const { root, question } = await orderAndQuote(scenario);
    const lost = scenario.ovh.faults.add({ ...CHECKOUT, kind: 'lose-answer' });
    const look = { method: 'GET', path: '/order/cart/{cartId}', kind: 'html-502' } as const;
    scenario.ovh.faults.add({ ...look, times: 2 });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await lost.triggered;
    for (let index = 0; index < 25; index += 1)
      scenario.ovh.placeExternalOrder({ description: `other-${index}` });
    await reply(scenario, root, /orderPassword/);
    assert.equal(scenario.ovh.orders.size, 26);
  });

  it('is not repeated on a cart that has disappeared: another one is built, and the approval still counts', async (t) => {
    const scenario = await startScenario(t, { now: fastClock(t).now });
    const { root, question } = await orderAndQuote(scenario);
    const gone = {
      kind: 'refuse',
      status: 404,
      body: { class: 'Client::NotFound', message: 'gone' },
    } as const;
    scenario.ovh.faults.add({ ...CHECKOUT, method: 'GET', ...gone });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
    assert.ok(
      !scenario.slack.thread(root).some((message) => hasText(message, /is void/)),
      'no one is asked again',
    );
  });

  it('is not sent for a cart that disappears at the last moment, and no one has to approve twice', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const scenario = await startScenario(t, { now: fastClock(t).now });
    const { root, question } = await orderAndQuote(scenario);
    const gone = {
      kind: 'refuse',
      status: 404,
      body: { class: 'Client::NotFound', message: 'gone' },
    } as const;
    scenario.ovh.faults.add({ ...CHECKOUT, ...gone });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
    assert.ok(
      !scenario.slack.thread(root).some((message) => hasText(message, /is void/)),
      'the approval holds',
    );
  });

  it('and that arrives late orders nothing, because its cart was deleted before the next checkout', async (t) => {
    const scenario = await startScenario(t, { ...SOON, now: fastClock(t).now });
    const { root, question } = await orderAndQuote(scenario);
    const late = scenario.ovh.faults.add({ ...CHECKOUT, kind: 'late' });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
    late.release();
    assert.equal(scenario.ovh.orders.size, 1);
  });

  it('does not hammer OVHcloud when every checkout is answered with an error, and says so once', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const scenario = await startScenario(t, { now: fastClock(t).now });
    const { root, question } = await orderAndQuote(scenario);
    const fault = scenario.ovh.faults.add({ ...CHECKOUT, kind: 'server-error', times: 2 });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await fault.triggered;
    await until(scenario, root, /is not answering at the moment/);
    const tries = () =>
      scenario.ovh.calls.filter(({ method, template }) => method === 'POST' && template === CHECKOUT.path);
    for (const number of [2, 3]) await scenario.slack.until(() => tries().length === number, `try ${number}`);
    await endsWithOneOrder(scenario, root);
    const [first, second, third] = tries().map(({ at }) => at.getTime());
    assert.ok(
      first && second && third && second - first >= 900 && third - second >= 900,
      'a pause between tries',
    );
    assert.equal(
      scenario.slack.thread(root).filter((message) => hasText(message, /answer to the checkout was lost/))
        .length,
      1,
    );
  });

  it('and that matches two orders is left to people, who are told what to compare', async (t) => {
    const scenario = await startScenario(t, { now: fastClock(t).now });
    const { root, question } = await orderAndQuote(scenario);
    const lost = scenario.ovh.faults.add({ ...CHECKOUT, kind: 'lose-answer' });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await lost.triggered;
    const foreign = scenario.ovh.placeExternalOrder({ description: 'moon-base' });
    const told = await reply(scenario, root, /may have become one of these/);
    assert.equal(scenario.ovh.orders.size, 2, 'the human’s and ours');
    const [ours] = [...scenario.ovh.orders.keys()].filter((id) => id !== foreign.orderId);
    await scenario.slack.as('U0REQ').click(told, `It is ${ours}`);
    await ephemeralFor(scenario, 'U0REQ', /Only the approvers/);
    await scenario.slack.as('U0APP2').click(told, `It is ${ours}`);
    const url = await reply(scenario, root, /orderPassword/);
    assert.ok(hasText(url, String(ours)));
    await until(scenario, root, /Ordered/);
    assert.equal(scenario.ovh.orders.size, 2);
  });

  it('is not matched with an order that a person placed under the same name shortly before', async (t) => {
    const scenario = await startScenario(t, { now: fastClock(t).now });
    const { root, question } = await orderAndQuote(scenario);
    const foreign = scenario.ovh.placeExternalOrder({ description: 'moon-base' });
    scenario.ovh.faults.add({ ...CHECKOUT, kind: 'lose-answer' });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    const url = await reply(scenario, root, /orderPassword/);
    assert.ok(!hasText(url, String(foreign.orderId)));
    assert.equal(scenario.ovh.orders.size, 2, 'the human’s and ours');
  });

  it('is not matched with a person’s order that is listed sooner than ours', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const scenario = await startScenario(t, { now: fastClock(t).now });
    const { root, question } = await orderAndQuote(scenario);
    const lost = scenario.ovh.faults.add({ ...CHECKOUT, kind: 'lose-answer' });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await lost.triggered;
    const foreign = scenario.ovh.placeExternalOrder({ description: 'moon-base' });
    const listed = { method: 'GET', path: '/me/order', kind: 'refuse', status: 200 } as const;
    scenario.ovh.faults.add({ ...listed, body: [foreign.orderId] });
    const told = await reply(scenario, root, /may have become one of these/);
    assert.ok(
      [...scenario.ovh.orders.keys()].every((id) => hasText(told, String(id))),
      'both are named',
    );
  });

  it('and that matches only someone else’s order is repeated once an approver says that it is none', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const scenario = await startScenario(t, { now: fastClock(t).now });
    const { root, question } = await orderAndQuote(scenario);
    const lost = scenario.ovh.faults.add({ ...CHECKOUT, kind: 'reset-before' });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await lost.triggered;
    const foreign = scenario.ovh.placeExternalOrder({ description: 'moon-base' });
    const told = await reply(scenario, root, new RegExp(`may have become one of these.*${foreign.orderId}`));
    assert.equal(scenario.ovh.orders.size, 1);
    const looks = () => scenario.ovh.calls.filter(({ template }) => template === '/me/order').length;
    const before = looks();
    await scenario.slack.until(() => looks() >= before + 2, 'two more looks');
    assert.ok(
      !scenario.slack.thread(root).some((message) => hasText(message, /orderPassword/)),
      'no one has said so yet',
    );
    await scenario.slack.as('U0APP2').click(told, 'None of these');
    const url = await reply(scenario, root, /orderPassword/);
    assert.ok(!hasText(url, String(foreign.orderId)));
    assert.equal(scenario.ovh.orders.size, 2);
  });

  it('and that cannot be found for minutes is left to people, and linked if it appears later', async (t) => {
    const clock = fastClock(t);
    const scenario = await startScenario(t, { now: clock.now });
    const { root, question } = await orderAndQuote(scenario);
    scenario.ovh.faults.add({ ...CHECKOUT, kind: 'lose-answer' });
    const hidden = {
      method: 'GET',
      path: '/me/order',
      kind: 'refuse',
      status: 200,
      body: [],
      times: 10_000,
    } as const;
    scenario.ovh.faults.add(hidden);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /answer to the checkout was lost/);
    clock.jump(6 * 60_000);
    const told = await reply(scenario, root, /could not be found/);
    assert.match(scenario.slack.as('U0APP1').confirmOf(told, 'Stop looking'), /moon-base/);
    scenario.ovh.faults.clear();
    clock.jump(60_000);
    await reply(scenario, root, /orderPassword/);
    assert.equal(scenario.ovh.orders.size, 1);
  });
});
