import { describe, it } from 'node:test';
import { loseCheckout } from './lost-checkout.ts';
import { reply, until } from './scenario.ts';

// In a file of its own: one process trusts one local OVHcloud, and this test runs the app within itself.
describe('a checkout whose answer is lost', () => {
  it('can be abandoned when people say that it is none of the orders found', {
    timeout: 60_000,
  }, async (t) => {
    const listed: number[] = [];
    const { scenario, root, jump } = await loseCheckout(t, listed);
    for (let foreign = 0; foreign < 2; foreign += 1) {
      listed.push(scenario.ovh.placeExternalOrder({ description: 'moon-base' }).orderId);
    }
    const asked = await reply(scenario, root, /may have become one of these/);
    await scenario.slack.as('U0APP2').click(asked, 'None of these');
    await reply(scenario, root, /none of these orders/);
    jump(6 * 60_000);
    const told = await reply(scenario, root, /could not be found/);
    await scenario.slack.as('U0APP2').click(told, 'Stop looking');
    await until(scenario, root, /Ended/);
  });
});
