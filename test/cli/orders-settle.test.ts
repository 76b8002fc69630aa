import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { loseCheckout } from '../journeys/lost-checkout.ts';
import { reply, until } from '../journeys/scenario.ts';

import { runAsAlice } from './orders-command.ts';

// In a file of its own: one process trusts one local OVHcloud, and this test runs the app within itself.
test('orders settle: --none resumes the search for a lost checkout, --stop ends it', {
  timeout: 60_000,
}, async (t) => {
  const listed: number[] = [];
  const { scenario, root, jump } = await loseCheckout(t, listed);
  const url = `sqlite:${join(scenario.folder, 'orders.db')}`;
  for (let foreign = 0; foreign < 2; foreign += 1) {
    listed.push(scenario.ovh.placeExternalOrder({ description: 'moon-base' }).orderId);
  }
  await reply(scenario, root, /may have become one of these/);
  const [{ id }] = (await runAsAlice(url, ['list', '--json'])).json().orders;
  const early = await runAsAlice(url, ['settle', id, '--stop']);
  assert.equal(early.code, 1, 'people are asked which one it is');
  assert.equal((await runAsAlice(url, ['settle', id, '--none'])).code, 0);
  await reply(scenario, root, /alice \(operator\) says that it is none of these orders/);
  jump(6 * 60_000);
  await reply(scenario, root, /could not be found/);
  assert.equal((await runAsAlice(url, ['settle', id, '--stop'])).code, 0);
  await until(scenario, root, /Ended/);
});
