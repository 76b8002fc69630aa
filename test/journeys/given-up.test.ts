import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { openDatabase } from '../../src/store/database.ts';
import { loseCheckout } from './lost-checkout.ts';
import { reply, until } from './stage.ts';

// In a file of its own: one process trusts one local OVHcloud, and this test runs the app within itself.
describe('a checkout whose answer is lost', () => {
  it('and that nobody can find ends when an approver stops looking, and is then left in peace', {
    timeout: 60_000,
  }, async (t) => {
    const { stage, root, jump, now } = await loseCheckout(t);
    jump(6 * 60_000);
    const told = await reply(stage, root, /is not to be seen/);
    await stage.slack.as('U0APP2').click(told, 'Stop looking');
    await until(stage, root, /Ended/);
    const db = await openDatabase(`sqlite:${stage.folder}/orders.db`);
    t.after(() => db.destroy());
    const row = () => db.selectFrom('orders').select('due_at').executeTakeFirstOrThrow();
    // Each time it is due, it is looked after once; then it is due later, or never again.
    for (let due = (await row()).due_at; due !== null; due = (await row()).due_at) {
      jump(Math.max(1_000, due - now()));
      while ((await row()).due_at === due) await setTimeout(20);
    }
    assert.equal(stage.ovh.orders.size, 1, 'it was placed, and stays for people to find');
  });
});
