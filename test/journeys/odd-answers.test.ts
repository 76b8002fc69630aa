import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fastClock } from './fast-clock.ts';
import { endsWithOneOrder, noCartLeft, orderAndQuote, reply, says, setStage, until } from './stage.ts';

const CHECKOUT = { method: 'POST', path: '/order/cart/{cartId}/checkout' } as const;

describe('a checkout’s answer that holds an order number', { concurrency: 2 }, () => {
  for (const [name, change] of Object.entries({
    'and a URL that is null': (answer: Record<string, unknown>) => ({ ...answer, url: null }),
    'as text': (answer: Record<string, unknown>) => ({ ...answer, orderId: String(answer.orderId) }),
    'and no prices': ({ prices: _, ...answer }: Record<string, unknown>) => answer,
  })) {
    it(`${name} is kept: its URL is posted, and nothing is looked for`, async (t) => {
      const stage = await setStage(t, { now: fastClock(t).now });
      const { root, question } = await orderAndQuote(stage);
      stage.ovh.faults.add({ ...CHECKOUT, kind: 'change-answer', change });
      await stage.slack.as('U0APP1').click(question, 'Approve');
      await endsWithOneOrder(stage, root);
      assert.ok(
        !stage.slack.thread(root).some((message) => says(message, /answer to the checkout was lost/)),
      );
    });
  }
});

describe('the search for the order of a lost checkout', { concurrency: 2 }, () => {
  it('is not stopped by an order in the window that cannot be read', async (t) => {
    const stage = await setStage(t, { now: fastClock(t).now });
    const { root, question } = await orderAndQuote(stage);
    const lost = stage.ovh.faults.add({ ...CHECKOUT, kind: 'lose-answer' });
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await lost.struck;
    const foreign = stage.ovh.placeForeignOrder({ description: 'something-else' });
    stage.ovh.faults.add({
      method: 'GET',
      path: new RegExp(`^/me/order/${foreign.orderId}`),
      kind: 'refuse',
      status: 404,
      body: { class: 'Client::NotFound', message: 'This service does not exist' },
      times: 10_000,
    });
    const url = await reply(stage, root, /orderPassword/);
    assert.ok(!says(url, String(foreign.orderId)));
  });
});

describe('carts at OVHcloud', { concurrency: 2 }, () => {
  it('of other people stay, though the list ignores its filter', async (t) => {
    const stage = await setStage(t, { now: fastClock(t).now });
    stage.ovh.quirks.cartListIgnoresFilter = true;
    const other = await orderAndQuote(stage, {}, 'their-base');
    const [theirs] = stage.ovh.carts.keys();
    const { root, question } = await orderAndQuote(stage);
    await stage.slack.as('U0REQ').click(question, 'Cancel order');
    await until(stage, root, /Cancelled/);
    await stage.slack.until(() => stage.ovh.carts.size === 1, 'our own cart to be deleted');
    assert.ok(stage.ovh.carts.has(theirs ?? ''));
    await stage.slack.as('U0REQ').click(other.question, 'Cancel order');
    await noCartLeft(stage);
  });

  it('that were checked out unknown to a closed order are told to the thread', async (t) => {
    const clock = fastClock(t);
    const stage = await setStage(t, { now: clock.now });
    const { root, question } = await orderAndQuote(stage);
    const [cart] = stage.ovh.carts.values();
    assert.ok(cart);
    cart.readOnly = true;
    const stray = stage.ovh.placeForeignOrder({ description: 'moon-base' });
    await stage.slack.as('U0REQ').click(question, 'Cancel order');
    await reply(stage, root, new RegExp(`OVHcloud order ${stray.orderId}.*exists too`));
    await until(stage, root, /exists as well/);
  });
});
