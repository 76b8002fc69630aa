import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firstOf } from '../size.ts';
import { fastClock } from './fast-clock.ts';
import { endsWithOneOrder, hasText, orderAndQuote, reply, startScenario, until } from './scenario.ts';

const CHECKOUT = { method: 'POST', path: '/order/cart/{cartId}/checkout' } as const;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('clocks', { concurrency: 2 }, () => {
  for (const [name, offset] of firstOf(1, [
    ['eight minutes ahead', 8 * MINUTE],
    ['eight minutes behind', -8 * MINUTE],
    ['three minutes ahead', 3 * MINUTE],
  ] as const)) {
    it(`app clock ${name} of OVHcloud’s: the order of a lost checkout is found`, async (t) => {
      const clock = fastClock(t);
      const scenario = await startScenario(t, { now: () => clock.now() + offset, ovhNow: clock.now });
      const { root, question } = await orderAndQuote(scenario);
      scenario.ovh.faults.add({ ...CHECKOUT, kind: 'lose-answer' });
      await scenario.slack.as('U0APP1').click(question, 'Approve');
      await endsWithOneOrder(scenario, root);
    });
  }

  it('app clock set back an hour during an unclear checkout: it is resolved without waiting an hour', async (t) => {
    const clock = fastClock(t);
    let setBack = 0;
    const scenario = await startScenario(t, { now: () => clock.now() - setBack, ovhNow: clock.now });
    const { root, question } = await orderAndQuote(scenario);
    const lost = scenario.ovh.faults.add({ ...CHECKOUT, kind: 'lose-answer' });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await lost.triggered;
    setBack = HOUR;
    await endsWithOneOrder(scenario, root);
    assert.ok(clock.now() - Date.UTC(2026, 10, 2, 10) < HOUR, 'long before the hour was over');
  });

  it('app clock set back an hour after payment: the order is followed until its project is ready', async (t) => {
    const clock = fastClock(t);
    let setBack = 0;
    const scenario = await startScenario(t, { now: () => clock.now() - setBack, ovhNow: clock.now });
    const { root, question } = await orderAndQuote(scenario);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /orderPassword/);
    setBack = HOUR;
    const [placed] = scenario.ovh.orders.keys();
    scenario.ovh.payOrder(placed ?? 0);
    await until(scenario, root, /\*Ready\*/);
    assert.ok(clock.now() - Date.UTC(2026, 10, 2, 10) < HOUR);
  });

  it('app clock ten days ahead for a moment: an order that waits for approval does not expire', async (t) => {
    const clock = fastClock(t);
    let ahead = 0;
    const scenario = await startScenario(t, { now: () => clock.now() + ahead, ovhNow: clock.now });
    const { root, question } = await orderAndQuote(scenario);
    const looks = () => scenario.ovh.calls.filter(({ template }) => template === '/auth/time').length;
    const before = looks();
    ahead = 240 * HOUR;
    await scenario.slack.until(() => looks() > before, 'OVHcloud to be asked for the time');
    ahead = 0;
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
    assert.ok(!scenario.slack.thread(root).some((message) => hasText(message, /expired/i)));
  });
});
