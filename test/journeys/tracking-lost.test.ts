import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fastClock } from './fast-clock.ts';
import { hasText, orderAndQuote, reply, startScenario, until } from './scenario.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

test('an order whose status cannot be read for an hour says so on its root message until it can', async (t) => {
  const { now, jump } = fastClock(t, { speed: 5 });
  const scenario = await startScenario(t, { now });
  const { slack, ovh } = scenario;
  const STATUS = '/me/order/{orderId}/status';
  const failed = () =>
    ovh.calls.filter(({ template, status }) => template === STATUS && status !== 200).length;
  const trackingLost = /Since <!date\^\d+.* OVHcloud has not said how the order is doing/;

  const { root, question } = await orderAndQuote(scenario, {}, 'hidden');
  await slack.as('U0APP1').click(question, 'Approve');
  await reply(scenario, root, /orderPassword/);
  const [placed] = [...ovh.orders.values()];
  assert.ok(placed);
  const body = { class: 'Client::Forbidden', message: 'This credential is not valid' };
  ovh.faults.add({ method: 'GET', path: STATUS, kind: 'refuse', status: 403, body, times: 1_000 });
  ovh.payOrder(placed.orderId);
  for (let looks = 1; looks <= 9; looks += 1) {
    const before = failed();
    jump(6 * MINUTE);
    await slack.until(() => failed() > before, 'a look that fails');
  }
  assert.ok(!hasText(root, trackingLost), 'not within the first hour');
  jump(15 * MINUTE);
  await until(scenario, root, trackingLost);
  assert.ok(hasText(root, /\*Ordered\*/), 'what was known of it stays');

  ovh.faults.clear();
  jump(6 * MINUTE);
  await until(scenario, root, /\*Paid\*|\*Ready\*/);
  assert.ok(!hasText(root, trackingLost));
});
