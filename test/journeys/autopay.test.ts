import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fastClock } from './fast-clock.ts';
import { hasText, orderAndQuote, reply, startScenario, until } from './scenario.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

test('an order that is charged to the account at once', async (t) => {
  const { now, jump } = fastClock(t, { speed: 5 });
  const scenario = await startScenario(t, { now, settings: { OVH_AUTOPAY: 'true' } });
  const { slack, ovh } = scenario;

  await t.test(
    'is reported as charged once OVHcloud has charged it, and is followed until its project is ready',
    async () => {
      const { root, question } = await orderAndQuote(scenario, {}, 'charged');
      await slack.as('U0APP1').click(question, 'Approve');
      await reply(scenario, root, /the thread says whether that worked/);
      jump(4 * SECOND);
      await until(scenario, root, /\*Charged to the account’s payment method\*/);
      jump(20 * SECOND);
      await until(scenario, root, /\*Ready\*/);
    },
  );

  await t.test(
    'notifies its requester if OVHcloud has not charged it after a quarter of an hour',
    async () => {
      const { root, question } = await orderAndQuote(scenario, {}, 'refused-card');
      ovh.faults.add({ method: 'GET', path: '/me/order/{orderId}/status', kind: 'refuse', ...notPaid });
      await slack.as('U0APP1').click(question, 'Approve');
      await reply(scenario, root, /orderPassword/);
      const placed = [...ovh.orders.values()].find(({ description }) => description === 'refused-card');
      assert.ok(placed);
      ovh.setOrderStatus(placed.orderId, 'notPaid');
      ovh.faults.clear();
      await until(scenario, root, /If that fails, the order can be paid with the payment link/);
      jump(14 * MINUTE);
      assert.ok(!slack.thread(root).some((message) => hasText(message, 'has not charged')));
      jump(MINUTE);
      const told = await reply(scenario, root, /OVHcloud has not charged/);
      assert.ok(hasText(told, '<@U0REQ>'));
      ovh.setOrderStatus(placed.orderId, null);
      jump(5 * MINUTE);
      await until(scenario, root, /\*Charged|\*Ready/);
    },
  );
});

/** The first looks come before the test has put the order on hold. */
const notPaid = { status: 200, body: 'notPaid', times: 5 } as const;
