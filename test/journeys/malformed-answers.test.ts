import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firstOf, onlyAtFullSize } from '../size.ts';
import { fastClock } from './fast-clock.ts';
import {
  endsWithOneOrder,
  hasText,
  noCartLeft,
  orderAndQuote,
  reply,
  startScenario,
  until,
} from './scenario.ts';

const CHECKOUT = { method: 'POST', path: '/order/cart/{cartId}/checkout' } as const;

describe('a checkout’s answer that holds an order number', { concurrency: 2 }, () => {
  const answers = {
    'and a URL that is null': (answer: Record<string, unknown>) => ({ ...answer, url: null }),
    'as text': (answer: Record<string, unknown>) => ({ ...answer, orderId: String(answer.orderId) }),
    'and no prices': ({ prices: _, ...answer }: Record<string, unknown>) => answer,
  };
  for (const [name, change] of firstOf(1, Object.entries(answers))) {
    it(`${name} is accepted: its URL is posted, and no search is needed`, async (t) => {
      const scenario = await startScenario(t, { now: fastClock(t).now });
      const { root, question } = await orderAndQuote(scenario);
      scenario.ovh.faults.add({ ...CHECKOUT, kind: 'change-answer', change });
      await scenario.slack.as('U0APP1').click(question, 'Approve');
      await endsWithOneOrder(scenario, root);
      assert.ok(
        !scenario.slack.thread(root).some((message) => hasText(message, /answer to the checkout was lost/)),
      );
    });
  }
});

describe('a payment link that is no address of the web', { concurrency: 2 }, () => {
  for (const checkoutUrlTo of firstOf(1, ['channel', 'requester'])) {
    it(`is reported to the ${checkoutUrlTo} as invalid, shown nowhere, and the order continues`, async (t) => {
      const settings = { CHECKOUT_URL_TO: checkoutUrlTo };
      const scenario = await startScenario(t, { now: fastClock(t).now, settings });
      const { root, question } = await orderAndQuote(scenario);
      const url = 'javascript:alert(orderPassword)';
      const change = (answer: Record<string, unknown>) => ({ ...answer, url });
      const onOrder = { method: 'GET', path: '/me/order/{orderId}' } as const;
      scenario.ovh.faults.add({ ...CHECKOUT, kind: 'change-answer', change });
      scenario.ovh.faults.add({ ...onOrder, kind: 'change-answer', change, times: 1_000 });
      await scenario.slack.as('U0APP1').click(question, 'Approve');
      const { slack, ovh } = scenario;
      const all = () => [...slack.thread(root), ...slack.directMessages('U0REQ')];
      const told = () => all().some((message) => hasText(message, /is not a web address/));
      await slack.until(told, 'the strange link to be told');
      for (const { orderId } of ovh.orders.values()) ovh.payOrder(orderId);
      await until(scenario, root, /\*Ready\*/);
      const written = JSON.stringify(slack.calls.map(({ args }) => args));
      assert.doesNotMatch(written, /javascript:/);
      assert.equal(ovh.orders.size, 1);
    });
  }
});

describe('the search for the order of a lost checkout', { concurrency: 2 }, () => {
  it('continues past an order that cannot be read', { skip: onlyAtFullSize }, async (t) => {
    const scenario = await startScenario(t, { now: fastClock(t).now });
    const { root, question } = await orderAndQuote(scenario);
    const lost = scenario.ovh.faults.add({ ...CHECKOUT, kind: 'lose-answer' });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await lost.triggered;
    const foreign = scenario.ovh.placeExternalOrder({ description: 'something-else' });
    scenario.ovh.faults.add({
      method: 'GET',
      path: new RegExp(`^/me/order/${foreign.orderId}`),
      kind: 'refuse',
      status: 404,
      body: { class: 'Client::NotFound', message: 'This service does not exist' },
      times: 10_000,
    });
    const url = await reply(scenario, root, /orderPassword/);
    assert.ok(!hasText(url, String(foreign.orderId)));
  });
});

describe('carts at OVHcloud', { concurrency: 2 }, () => {
  it('of other people are not deleted although the list ignores its filter', async (t) => {
    const scenario = await startScenario(t, { now: fastClock(t).now });
    scenario.ovh.quirks.cartListIgnoresFilter = true;
    const other = await orderAndQuote(scenario, {}, 'their-base');
    const [theirs] = scenario.ovh.carts.keys();
    const { root, question } = await orderAndQuote(scenario);
    await scenario.slack.as('U0REQ').click(question, 'Cancel order');
    await until(scenario, root, /Cancelled/);
    await scenario.slack.until(() => scenario.ovh.carts.size === 1, 'our own cart to be deleted');
    assert.ok(scenario.ovh.carts.has(theirs ?? ''));
    await scenario.slack.as('U0REQ').click(other.question, 'Cancel order');
    await noCartLeft(scenario);
  });

  it('that turn out to be checked out for a closed order are reported in the thread', async (t) => {
    const clock = fastClock(t);
    const scenario = await startScenario(t, { now: clock.now });
    const { root, question } = await orderAndQuote(scenario);
    const [cart] = scenario.ovh.carts.values();
    assert.ok(cart);
    cart.readOnly = true;
    const stray = scenario.ovh.placeExternalOrder({ description: 'moon-base' });
    await scenario.slack.as('U0REQ').click(question, 'Cancel order');
    await reply(scenario, root, new RegExp(`OVHcloud order ${stray.orderId}.*exists too`));
    await until(scenario, root, /exists as well/);
  });
});
