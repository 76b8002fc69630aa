import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasText, noCartLeft, orderAndQuote, orderProject, reply, startScenario, until } from './scenario.ts';

describe('the main job', { concurrency: 2 }, () => {
  for (const [mode, signIn] of [
    ['socket', 'application key'],
    ['http', 'service account'],
  ] as const) {
    it(`goes from the slash command to the payment link over ${mode}, signed in with ${signIn}`, async (t) => {
      const scenario = await startScenario(t, { mode, signIn });
      const { slack, ovh } = scenario;
      const fields = { Voucher: 'CREDIT5', Reason: 'The astronauts need computers' };
      const { root, question } = await orderAndQuote(scenario, fields);

      await until(scenario, root, /Waiting for approval/);
      for (const part of ['moon-base', '€6.00', '€1.00', '€5.00', '••••T5', 'astronauts']) {
        assert.ok(hasText(question, part), `the question shows ${part}`);
      }
      assert.match(question.text, /^Rita: approve moon-base for €6\.00\? “The astronauts/);
      assert.ok(hasText(question, /<!subteam\^S0APPROVERS>/), 'the approvers are called');
      assert.equal(question.thread_ts, root.ts);
      assert.match(slack.as('U0APP1').confirmOf(question, 'Approve'), /moon-base.*€6.00/);
      assert.equal(ovh.orders.size, 0, 'nothing is ordered before the approval');

      await slack.as('U0APP1').click(question, 'Approve');
      const url = await reply(scenario, root, /orderPassword/);
      const [placed] = [...ovh.orders.values()];
      assert.ok(placed);
      assert.equal(url.reply_broadcast, true);
      assert.equal(url.unfurl_links, false);
      assert.ok(
        hasText(url, String(placed.orderId)) && hasText(url, '€6.00') && hasText(url, '"text":"Pay"'),
      );
      await until(scenario, root, /Ordered/);
      await until(scenario, url, /to be paid by <!date/);
      await until(scenario, question, /Approved: <@U0APP1>/);
      assert.ok(!hasText(question, '"type":"button"'), 'nothing is left to decide');
      assert.equal(slack.messages('C0CLOUD').length, 1, 'one root message, updated in place');
      assert.equal(slack.thread(root).length, 2);

      assert.equal(ovh.orders.size, 1);
      await noCartLeft(scenario);
      assert.equal(await scenario.app.stop(), 0);
    });
  }

  it('makes every call of the order guide, in its order', async (t) => {
    const scenario = await startScenario(t);
    const { question } = await orderAndQuote(scenario, { Voucher: 'CREDIT5' });
    await scenario.slack.as('U0APP2').click(question, 'Approve');
    await scenario.slack.until(() => scenario.ovh.orders.size === 1, 'the order');
    const calls = scenario.ovh.calls.map(({ method, template }) => `${method} ${template}`);
    const cart = '/order/cart/{cartId}';
    const item = `${cart}/item/{itemId}`;
    const first = (call: string) => {
      assert.ok(calls.includes(call), `${call} was made`);
      return calls.indexOf(call);
    };
    const rounds = [
      ['POST /order/cart'],
      [`POST ${cart}/assign`, `GET ${cart}/cloud`],
      [`POST ${cart}/cloud`],
      [`GET ${item}`, `GET ${item}/requiredConfiguration`],
      [`POST ${item}/configuration`],
      [`GET ${cart}/checkout`],
      [`POST ${cart}/checkout`],
    ];
    for (const [index, round] of rounds.entries()) {
      const earlier = rounds.slice(0, index).flat().map(first);
      for (const call of round)
        assert.ok(
          earlier.every((before) => before < first(call)),
          `${call} in its turn`,
        );
    }
    const posted = (call: string) =>
      scenario.ovh.calls
        .filter(({ method, template }) => `${method} ${template}` === call)
        .map(({ body }) => body);
    assert.deepEqual(posted(`POST ${cart}/cloud`), [
      { planCode: 'project.2018', duration: 'P1M', pricingMode: 'default', quantity: 1 },
    ]);
    const labels = posted(`POST ${item}/configuration`).map((body) => JSON.stringify(body));
    assert.ok(labels.includes('{"label":"description","value":"moon-base"}'));
    assert.ok(labels.includes('{"label":"voucher","value":"CREDIT5"}'));
    assert.deepEqual(posted(`POST ${cart}/checkout`), [
      { autoPayWithPreferredPaymentMethod: false, waiveRetractationPeriod: false },
    ]);
  });

  it('waives the right of withdrawal only if the box is ticked, and shows the approvers', async (t) => {
    const scenario = await startScenario(t);
    const { root, question } = await orderAndQuote(scenario, { 'right of withdrawal': true });
    assert.ok(hasText(question, 'right of withdrawal is waived'));
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /orderPassword/);
    const checkout = scenario.ovh.calls.find(
      ({ method, path }) => method === 'POST' && path.endsWith('/checkout'),
    );
    assert.deepEqual(checkout?.body, {
      autoPayWithPreferredPaymentMethod: false,
      waiveRetractationPeriod: true,
    });
  });

  it('charges the account at checkout only if OVH_AUTOPAY is on, and says so everywhere', async (t) => {
    const scenario = await startScenario(t, { settings: { OVH_AUTOPAY: 'true' } });
    const { root, question } = await orderAndQuote(scenario);
    assert.ok(hasText(question, /\*charges\*/));
    assert.match(scenario.slack.as('U0APP1').confirmOf(question, 'Approve'), /charges €12.00/);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /asked to charge the account/);
    const [placed] = [...scenario.ovh.orders.values()];
    assert.equal(placed?.paidBy, 'preferred payment method');
  });

  it('sends the payment link only to the requester if CHECKOUT_URL_TO=requester', async (t) => {
    const scenario = await startScenario(t, { settings: { CHECKOUT_URL_TO: 'requester' } });
    const { root, question } = await orderAndQuote(scenario);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /payment link went to Rita in a direct message/);
    const [direct] = scenario.slack.directMessages('U0REQ');
    assert.ok(direct && hasText(direct, /orderPassword/));
    assert.ok(!scenario.slack.thread(root).some((message) => hasText(message, /orderPassword/)));
  });

  it('posts to a channel even if the order was requested in a direct message with the app', async (t) => {
    const scenario = await startScenario(t);
    const rita = scenario.slack.as('U0REQ');
    await rita.command('moon-base', 'D0REQ');
    const modal = await rita.modal();
    modal.fill({ Channel: 'C0CLOUD' });
    assert.deepEqual(await modal.submit(), { closed: true });
    await scenario.slack.until(() => scenario.slack.messages('C0CLOUD')[0], 'the order');
    assert.deepEqual(scenario.slack.directMessages('U0REQ'), []);
  });

  it('shows that a quote is being prepared before OVHcloud has answered', async (t) => {
    const scenario = await startScenario(t);
    const { promise: seen, resolve: see } = Promise.withResolvers<void>();
    scenario.ovh.faults.add({ method: 'POST', path: '/order/cart', kind: 'wait', until: seen });
    const root = await orderProject(scenario);
    assert.ok(hasText(root, /Preparing the quote/));
    see();
    await reply(scenario, root, /: approve /);
  });
});
