import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { openDatabase } from '../../src/store/database.ts';
import { loseCheckout } from './lost-checkout.ts';
import { reply, until } from './scenario.ts';

// In a file of its own: one process trusts one local OVHcloud, and this test runs the app within itself.
describe('a checkout whose answer is lost', () => {
  it('closes when an approver stops the search, and stays closed', {
    timeout: 60_000,
  }, async (t) => {
    const { scenario, root, jump, now } = await loseCheckout(t);
    jump(6 * 60_000);
    const told = await reply(scenario, root, /could not be found/);
    await scenario.slack.as('U0APP2').click(told, 'Stop looking');
    await until(scenario, root, /Ended/);
    const db = await openDatabase(`sqlite:${scenario.folder}/orders.db`);
    t.after(() => db.destroy());
    const row = () => db.selectFrom('orders').select('run_at').executeTakeFirstOrThrow();
    // Each time it is due, it is looked after once; then it is due later, or never again.
    for (let due = (await row()).run_at; due !== null; due = (await row()).run_at) {
      jump(Math.max(1_000, due - now()));
      while ((await row()).run_at === due) await setTimeout(20);
    }
    assert.equal(scenario.ovh.orders.size, 1, 'it was placed, and stays for people to find');
  });
});
