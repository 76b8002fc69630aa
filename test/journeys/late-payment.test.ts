import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LocalOrder } from '../../src/sandbox/ovhcloud/state.ts';
import type { FakeMessage } from '../fakes/slack/server.ts';
import { fastClock } from './fast-clock.ts';
import { hasText, orderAndQuote, reply, startScenario, until } from './scenario.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** One scenario with a clock of its own for all: each timeline has its own project. */
test('an order that expired and turns out to be paid', async (t) => {
  const { now, jump } = fastClock(t, { speed: 5 });
  // Some minutes after its end, nothing secret is left of an order.
  const scenario = await startScenario(t, { now, settings: { RETAIN_SECRETS_DAYS: '0.01' } });
  const { slack, ovh } = scenario;

  /** An order that was placed, and was not paid in time. */
  async function expire(name: string): Promise<{ root: FakeMessage; placed: LocalOrder }> {
    const { root, question } = await orderAndQuote(scenario, {}, name);
    await slack.as('U0APP1').click(question, 'Approve');
    await until(scenario, root, /expires unless it is paid by <!date/);
    const placed = [...ovh.orders.values()].findLast(({ description }) => description === name);
    assert.ok(placed);
    jump(placed.expirationDate.getTime() - now() + 16 * MINUTE);
    await until(scenario, root, /\*Expired\*/);
    return { root, placed };
  }

  await t.test('can be paid again if that payment fails, although its URL was redacted', async () => {
    const { root, placed } = await expire('redacted');
    const expired = await reply(scenario, root, /has expired/);
    jump(20 * MINUTE);
    await scenario.app.stop();
    await scenario.start();
    await slack.until(() => /"event":"secrets_redacted"/.test(scenario.logged()), 'the URL to be redacted');
    ovh.setOrderStatus(placed.orderId, 'checking');
    jump(HOUR);
    await until(scenario, root, /\*Paid\*/);
    await until(scenario, expired, /was paid after all/);
    ovh.setOrderStatus(placed.orderId, 'notPaid');
    placed.expirationDate = new Date(now() + 48 * HOUR);
    jump(5 * SECOND);
    await reply(scenario, root, /did not work. You can retry the payment with the payment link/);
    jump(5 * SECOND);
    const url = await reply(scenario, root, /orderPassword/);
    await slack.until(() => hasText(url, '"text":"Pay"'), 'the button');
  });

  await t.test(
    'ends as paid after it expired if another order has taken its name, and offers no second purchase',
    async () => {
      const { root, placed } = await expire('given-away');
      await orderAndQuote(scenario, {}, 'Given-Away');
      ovh.setOrderStatus(placed.orderId, 'checking');
      jump(HOUR);
      await until(scenario, root, /\*Paid after it had expired here\*/);
      const told = await reply(scenario, root, /was paid after all: ordering again would buy it twice/);
      assert.ok(!hasText(told, 'Nothing was ordered'));
    },
  );
});
