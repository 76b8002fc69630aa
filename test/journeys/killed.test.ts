import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firstOf, onlyAtFullSize } from '../size.ts';
import { endsWithOneOrder, orderAndQuote, orderProject, reply, startScenario, until } from './scenario.ts';

const CHECKOUT = { method: 'POST', path: '/order/cart/{cartId}/checkout' } as const;

describe('kill -9', { concurrency: 2 }, () => {
  const moments = {
    'while the cart is built': { method: 'POST', path: '/order/cart/{cartId}/cloud' },
    'while the quote is asked': { method: 'GET', path: '/order/cart/{cartId}/checkout' },
  };
  for (const [moment, call] of firstOf(1, Object.entries(moments))) {
    it(`${moment} loses nothing: the order continues after a restart`, {
      skip: onlyAtFullSize,
    }, async (t) => {
      const scenario = await startScenario(t, { process: true });
      const fault = scenario.ovh.faults.add({ ...call, kind: 'hang' });
      const ordering = orderProject(scenario);
      await fault.triggered;
      await scenario.app.kill();
      await scenario.start();
      const root = await ordering;
      const question = await reply(scenario, root, /: approve /);
      await scenario.slack.as('U0APP1').click(question, 'Approve');
      await endsWithOneOrder(scenario, root);
    });
  }

  for (const kind of firstOf(1, ['lose-answer', 'hang', 'late'] as const)) {
    it(`during the checkout (${kind}) ends with one order`, async (t) => {
      const scenario = await startScenario(t, { process: true, settings: { OVH_TIMEOUT_SECONDS: '30' } });
      const { root, question } = await orderAndQuote(scenario);
      const fault = scenario.ovh.faults.add({ ...CHECKOUT, kind });
      await scenario.slack.as('U0APP1').click(question, 'Approve');
      await fault.triggered;
      await scenario.app.kill();
      await scenario.start();
      await endsWithOneOrder(scenario, root);
      fault.release();
      assert.equal(scenario.ovh.orders.size, 1);
    });
  }

  it('while people decide keeps the approvals already given', { skip: onlyAtFullSize }, async (t) => {
    const scenario = await startScenario(t, { process: true, settings: { APPROVALS_REQUIRED: '2' } });
    const { root, question } = await orderAndQuote(scenario);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await until(scenario, question, /1 of 2/);
    await scenario.app.kill();
    await scenario.start();
    await scenario.slack.as('U0APP2').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
  });

  it('while the payment link is being posted still posts it', { skip: onlyAtFullSize }, async (t) => {
    const scenario = await startScenario(t, { process: true });
    const { root, question } = await orderAndQuote(scenario);
    scenario.slack.faults.add({
      method: 'chat.postMessage',
      kind: 'hang',
      when: ({ blocks }) => /orderPassword/.test(JSON.stringify(blocks)),
    });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await scenario.slack.until(
      () => scenario.slack.calls.find(({ args }) => /orderPassword/.test(JSON.stringify(args.blocks))),
      'the post',
    );
    await scenario.app.kill();
    await scenario.start();
    await endsWithOneOrder(scenario, root);
  });
});
