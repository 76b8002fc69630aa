import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { endsWithOneOrder, orderAndQuote, orderProject, reply, setStage, until } from './stage.ts';

const CHECKOUT = { method: 'POST', path: '/order/cart/{cartId}/checkout' } as const;

describe('kill -9', { concurrency: 2 }, () => {
  const moments = {
    'while the cart is built': { method: 'POST', path: '/order/cart/{cartId}/cloud' },
    'while the quote is asked': { method: 'GET', path: '/order/cart/{cartId}/checkout' },
  };
  for (const [moment, call] of Object.entries(moments)) {
    it(`${moment} loses nothing: the order goes on by itself`, async (t) => {
      const stage = await setStage(t, { process: true });
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
      const stage = await setStage(t, { process: true, settings: { OVH_TIMEOUT_SECONDS: '30' } });
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
    const stage = await setStage(t, { process: true, settings: { APPROVALS_REQUIRED: '2' } });
    const { root, question } = await orderAndQuote(stage);
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await until(stage, question, /1 of 2/);
    await stage.app.kill();
    await stage.start();
    await stage.slack.as('U0APP2').click(question, 'Approve');
    await endsWithOneOrder(stage, root);
  });

  it('while the checkout URL is posted posts it all the same', async (t) => {
    const stage = await setStage(t, { process: true });
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
