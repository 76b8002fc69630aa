import type { TestContext } from 'node:test';
import { orderAndQuote, reply, startScenario } from './scenario.ts';

/**
 * An approved order whose checkout's answer was lost, at an OVHcloud that lists no orders but `listed`. The app runs within
 * the test, by a clock that goes a second further each tenth of one, and `jump` moves on (ms).
 */
export async function loseCheckout(t: TestContext, listed: number[] = []) {
  let now = Date.UTC(2026, 10, 2, 10);
  const jump = (ms: number) => {
    now += ms;
  };
  const scenario = await startScenario(t, { now: () => now });
  const { root, question } = await orderAndQuote(scenario);
  scenario.ovh.faults.add({ method: 'POST', path: '/order/cart/{cartId}/checkout', kind: 'lose-answer' });
  const list = { method: 'GET', path: '/me/order', kind: 'refuse', status: 200, body: listed } as const;
  scenario.ovh.faults.add({ ...list, times: 100_000 });
  await scenario.slack.as('U0APP1').click(question, 'Approve');
  await reply(scenario, root, /answer to the checkout was lost/);
  // A step that was put off under load would else never be due.
  const ticking = setInterval(() => jump(1_000), 100);
  t.after(() => clearInterval(ticking));
  return { scenario, root, jump, now: () => now };
}
