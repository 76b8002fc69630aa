import { describe, it } from 'node:test';
import { loseCheckout } from './lost-checkout.ts';
import { reply, until } from './stage.ts';

// In a file of its own: one process trusts one local OVHcloud, and this test runs the app within itself.
describe('a checkout whose answer is lost', () => {
  it('and that is none of the orders found can be given up once it was looked for further', {
    timeout: 60_000,
  }, async (t) => {
    const listed: number[] = [];
    const { stage, root, jump } = await loseCheckout(t, listed);
    for (let foreign = 0; foreign < 2; foreign += 1) {
      listed.push(stage.ovh.placeForeignOrder({ description: 'moon-base' }).orderId);
    }
    const asked = await reply(stage, root, /may have become one of these/);
    await stage.slack.as('U0APP2').click(asked, 'None of these');
    await reply(stage, root, /none of these orders/);
    jump(6 * 60_000);
    const told = await reply(stage, root, /is not to be seen/);
    await stage.slack.as('U0APP2').click(told, 'Stop looking');
    await until(stage, root, /Ended/);
  });
});
