import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { openDatabase } from '../../src/store/database.ts';
import { orderAndQuote, reply, setStage, until } from './stage.ts';

const CHECKOUT = { method: 'POST', path: '/order/cart/{cartId}/checkout' } as const;

// In a file of its own: one process trusts one local OVHcloud, and this test runs the app within itself.
describe('a checkout whose answer is lost', () => {
  it('and that nobody can find ends when an approver stops looking, and is then left in peace', {
    timeout: 60_000,
  }, async (t) => {
    let now = Date.UTC(2026, 10, 2, 10);
    const stage = await setStage(t, { now: () => now });
    const { root, question } = await orderAndQuote(stage);
    stage.ovh.faults.add({ ...CHECKOUT, kind: 'lose-answer' });
    const hidden = { method: 'GET', path: '/me/order', kind: 'refuse', status: 200, body: [] } as const;
    stage.ovh.faults.add({ ...hidden, times: 1000 });
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await reply(stage, root, /answer to the checkout was lost/);
    now += 6 * 60_000;
    // The clock goes on: a step that was put off under load would else never be due.
    const ticking = setInterval(() => {
      now += 1_000;
    }, 100);
    t.after(() => clearInterval(ticking));
    const told = await reply(stage, root, /is not to be seen/);
    await stage.slack.as('U0APP2').click(told, 'Stop looking');
    await until(stage, root, /Ended/);
    const db = await openDatabase(`sqlite:${stage.folder}/orders.db`);
    t.after(() => db.destroy());
    const row = () => db.selectFrom('orders').select('due_at').executeTakeFirstOrThrow();
    while ((await row()).due_at !== null) {
      now += 3_600_000;
      await setImmediate();
    }
    assert.equal(stage.ovh.orders.size, 1, 'it was placed, and stays for people to find');
  });
});
