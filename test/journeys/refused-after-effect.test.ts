import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firstOf, onlyAtFullSize } from '../size.ts';
import { fastClock } from './fast-clock.ts';
import {
  endsWithOneOrder,
  hasText,
  orderAndQuote,
  reply,
  type Scenario,
  startScenario,
  until,
} from './scenario.ts';

const CHECKOUT = { method: 'POST', path: '/order/cart/{cartId}/checkout' } as const;

/** What OVHcloud, or a gateway before it, may answer to a checkout that it has carried out. */
const REFUSALS = {
  '400 read-only': { status: 400, body: { class: 'Client::BadRequest', message: 'This cart is read-only' } },
  '403 charge refused': { status: 403, body: { message: "This order can't be paid with 'bankAccount'" } },
  '404 no such service': {
    status: 404,
    body: { class: 'Client::NotFound', message: 'This service does not exist' },
  },
  '409 checked out': {
    status: 409,
    body: { class: 'Client::Conflict', message: 'This cart was already checked out' },
  },
  'a page': { status: 408, page: '<html><body><h1>408 Request Time-out</h1></body></html>' },
  '429 too many': { status: 429, body: { class: 'Client::TooManyRequests', message: 'Too many requests' } },
} as const;

const SLOW_DOWN = '<html><body><h1>429 Too Many Requests</h1></body></html>';

function checkoutsOf(scenario: Scenario) {
  return scenario.ovh.calls.filter((call) => call.method === 'POST' && call.template === CHECKOUT.path);
}

describe('a checkout that is refused after it had its effect', { concurrency: 2 }, () => {
  for (const [name, refusal] of firstOf(2, Object.entries(REFUSALS))) {
    it(`${name}: its order is linked, and nothing is ordered again`, async (t) => {
      const scenario = await startScenario(t, { now: fastClock(t).now });
      const { root, question } = await orderAndQuote(scenario);
      scenario.ovh.faults.add({ ...CHECKOUT, kind: 'refuse', ...refusal, effect: true });
      await scenario.slack.as('U0APP1').click(question, 'Approve');
      await endsWithOneOrder(scenario, root);
      assert.equal(checkoutsOf(scenario).length, 1);
      assert.ok(!scenario.slack.thread(root).some((message) => hasText(message, /Nothing was ordered/)));
    });
  }

  it('sent twice by a gateway: the order of the first request is linked', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const scenario = await startScenario(t, { now: fastClock(t).now });
    const { root, question } = await orderAndQuote(scenario);
    scenario.ovh.faults.add({ ...CHECKOUT, kind: 'twice' });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
  });

  it('with 404, its cart deletable and unlisted: still only one order', async (t) => {
    const scenario = await startScenario(t, { now: fastClock(t).now });
    Object.assign(scenario.ovh.quirks, { deletesSpentCarts: true, cartListLeavesOutSpent: true });
    const { root, question } = await orderAndQuote(scenario);
    scenario.ovh.faults.add({
      ...CHECKOUT,
      kind: 'refuse',
      ...REFUSALS['404 no such service'],
      effect: true,
    });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
  });

  it('with a cart that shows it only eight seconds later: still linked', async (t) => {
    const scenario = await startScenario(t, { now: fastClock(t).now });
    Object.assign(scenario.ovh.quirks, { deletesSpentCarts: true, readOnlyAfterMs: 8_000 });
    const { root, question } = await orderAndQuote(scenario);
    scenario.ovh.faults.add({ ...CHECKOUT, kind: 'refuse', ...REFUSALS['403 charge refused'], effect: true });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
  });

  it('with automatic payment: charged once, and the thread says so', async (t) => {
    const scenario = await startScenario(t, { now: fastClock(t).now, settings: { OVH_AUTOPAY: 'true' } });
    const { root, question } = await orderAndQuote(scenario);
    scenario.ovh.faults.add({ ...CHECKOUT, kind: 'refuse', ...REFUSALS['403 charge refused'], effect: true });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /orderPassword|See the order/);
    assert.equal(scenario.ovh.orders.size, 1);
    assert.equal(checkoutsOf(scenario).length, 1);
  });
});

describe('a checkout that is refused without an effect', { concurrency: 2 }, () => {
  it('fails with OVHcloud’s reason once the cart is seen to be open', async (t) => {
    const scenario = await startScenario(t, { now: fastClock(t).now });
    const { root, question } = await orderAndQuote(scenario);
    const body = { class: 'Client::Forbidden', message: 'You are not allowed' };
    scenario.ovh.faults.add({ ...CHECKOUT, kind: 'refuse', status: 403, body });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /Nothing was ordered/);
    const looks = scenario.ovh.calls.filter(
      (call) => call.method === 'GET' && call.template === '/order/cart/{cartId}',
    );
    assert.ok(looks.length > 2, 'the cart was asked');
    assert.equal(scenario.ovh.orders.size, 0);
  });

  const tooMany = { 'by the API': REFUSALS['429 too many'], 'by a page': { status: 429, page: SLOW_DOWN } };
  for (const [by, refusal] of firstOf(1, Object.entries(tooMany))) {
    it(`for too many requests ${by}: is sent again with the same cart, two minutes later`, {
      skip: onlyAtFullSize,
    }, async (t) => {
      const clock = fastClock(t);
      const scenario = await startScenario(t, { now: clock.now });
      const { root, question } = await orderAndQuote(scenario);
      const refused = scenario.ovh.faults.add({ ...CHECKOUT, kind: 'refuse', ...refusal });
      // It is sent and received at the same time.
      const goOn = clock.hold();
      await scenario.slack.as('U0APP1').click(question, 'Approve');
      await refused.triggered;
      goOn();
      await endsWithOneOrder(scenario, root);
      const [first, second, ...more] = checkoutsOf(scenario);
      assert.ok(first && second && more.length === 0);
      assert.equal(first.path, second.path, 'no cart is burnt');
      assert.ok(second.at.getTime() - first.at.getTime() >= 120_000);
    });
  }
});

describe('a checkout that is still under way', { concurrency: 2 }, () => {
  for (const seconds of firstOf(1, [8, 12])) {
    it(`carried out ${seconds} s after its 504: is linked, and nothing else is ordered`, async (t) => {
      const clock = fastClock(t);
      const scenario = await startScenario(t, { now: clock.now });
      const { root, question } = await orderAndQuote(scenario);
      const late = scenario.ovh.faults.add({ ...CHECKOUT, kind: 'late', answer: 504, despiteDeletion: true });
      await scenario.slack.as('U0APP1').click(question, 'Approve');
      await late.triggered;
      const landsAt = clock.now() + seconds * 1_000;
      await scenario.slack.until(() => clock.now() >= landsAt, 'the time when it lands');
      late.release();
      await endsWithOneOrder(scenario, root);
    });
  }

  it('carried out after its cart was deleted: people are asked, and nothing is ordered automatically', async (t) => {
    const clock = fastClock(t);
    const scenario = await startScenario(t, { now: clock.now });
    const { root, question } = await orderAndQuote(scenario);
    const late = scenario.ovh.faults.add({ ...CHECKOUT, kind: 'late', answer: 504, despiteDeletion: true });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await scenario.slack.until(() => scenario.ovh.carts.size === 0, 'the cart to be deleted');
    late.release();
    const asked = await reply(scenario, root, /may have become one of these OVHcloud orders/);
    assert.equal(scenario.ovh.orders.size, 1);
    const [placed] = scenario.ovh.orders.keys();
    await scenario.slack.as('U0APP2').click(asked, `It is ${placed}`);
    await endsWithOneOrder(scenario, root);
  });

  it('listed only after 90 s, with its cart gone: is linked, and nothing else is ordered', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const clock = fastClock(t);
    const scenario = await startScenario(t, { now: clock.now });
    scenario.ovh.quirks.ordersListedAfterMs = 90_000;
    const { root, question } = await orderAndQuote(scenario);
    const lost = scenario.ovh.faults.add({ ...CHECKOUT, kind: 'lose-answer' });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await lost.triggered;
    (scenario.ovh.carts as Map<string, unknown>).clear();
    await endsWithOneOrder(scenario, root);
  });

  it('not found within two minutes, with automatic payment: only a person’s click orders again', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const scenario = await startScenario(t, { now: fastClock(t).now, settings: { OVH_AUTOPAY: 'true' } });
    const { root, question } = await orderAndQuote(scenario);
    scenario.ovh.faults.add({ ...CHECKOUT, kind: 'reset-before' });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    const failed = await reply(scenario, root, /does not try again automatically/);
    assert.equal(checkoutsOf(scenario).length, 1);
    await scenario.slack.as('U0REQ').click(failed, 'Try again');
    await until(scenario, root, /Waiting for approval|Preparing/);
  });

  it('found long after the next checkout: is reported in the thread and the root message at once', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const clock = fastClock(t);
    const scenario = await startScenario(t, { now: clock.now });
    const { root, question } = await orderAndQuote(scenario);
    const late = scenario.ovh.faults.add({ ...CHECKOUT, kind: 'late', answer: 504, despiteDeletion: true });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /orderPassword/);
    late.release();
    assert.equal(scenario.ovh.orders.size, 2, 'OVHcloud did both');
    const [linked, unexpected] = [...scenario.ovh.orders.keys()];
    clock.jump(10 * 60_000);
    await reply(scenario, root, new RegExp(`OVHcloud order ${unexpected}.*exists too`));
    await until(scenario, root, new RegExp(`OVHcloud order ${unexpected} exists as well`));
    assert.ok(hasText(root, String(linked)));
  });
});
