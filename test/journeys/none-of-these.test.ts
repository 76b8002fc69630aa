import { describe, it } from 'node:test';
import { orderAndQuote, reply, setStage, until } from './stage.ts';

const CHECKOUT = { method: 'POST', path: '/order/cart/{cartId}/checkout' } as const;

// In a file of its own: one process trusts one local OVHcloud, and this test runs the app within itself.
describe('a checkout whose answer is lost', () => {
  it('and that is none of the orders found can be given up once it was looked for further', {
    timeout: 60_000,
  }, async (t) => {
    let now = Date.UTC(2026, 10, 2, 10);
    const stage = await setStage(t, { now: () => now });
    const { root, question } = await orderAndQuote(stage);
    stage.ovh.faults.add({ ...CHECKOUT, kind: 'lose-answer' });
    const listed: number[] = [];
    const list = { method: 'GET', path: '/me/order', kind: 'refuse', status: 200, body: listed } as const;
    stage.ovh.faults.add({ ...list, times: 100_000 });
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await reply(stage, root, /answer to the checkout was lost/);
    for (let foreign = 0; foreign < 2; foreign += 1) {
      listed.push(stage.ovh.placeForeignOrder({ description: 'moon-base' }).orderId);
    }
    const ticking = setInterval(() => {
      now += 1_000;
    }, 100);
    t.after(() => clearInterval(ticking));
    const asked = await reply(stage, root, /may have become one of these/);
    await stage.slack.as('U0APP2').click(asked, 'None of these');
    await reply(stage, root, /none of these orders/);
    now += 6 * 60_000;
    const told = await reply(stage, root, /is not to be seen/);
    await stage.slack.as('U0APP2').click(told, 'Stop looking');
    await until(stage, root, /Ended/);
  });
});
