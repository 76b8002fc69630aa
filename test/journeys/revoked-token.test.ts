import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as soon } from 'node:timers/promises';
import { readMetrics, total } from '../observability/metrics-page.ts';
import { onlyAtFullSize } from '../size.ts';
import { endsWithOneOrder, orderAndQuote, type Scenario, startScenario, until } from './scenario.ts';

const ready = async ({ app }: Scenario) => {
  const response = await fetch(`http://127.0.0.1:${app.port}/readyz`);
  return [response.status, (await response.text()).trim()];
};

const valid = async ({ app }: Scenario) => {
  const page = await (await fetch(`http://127.0.0.1:${app.port}/metrics`)).text();
  return total(readMetrics(page), 'order_cloud_slack_token_valid');
};

const checkouts = ({ ovh }: Scenario) =>
  ovh.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/checkout')).length;

describe('a bot token that was revoked', () => {
  it('makes the app not ready, shows in metrics and log, and stops ordering until Slack accepts it again', {
    skip: onlyAtFullSize,
  }, async (t) => {
    let ahead = 0;
    const scenario = await startScenario(t, { now: () => Date.now() + ahead });
    const { root, question } = await orderAndQuote(scenario);
    assert.deepEqual([await ready(scenario), await valid(scenario)], [[200, 'ready'], 1]);
    const preview = { method: 'GET', path: '/order/cart/{cartId}/checkout' };
    const trouble = scenario.ovh.faults.add({ ...preview, kind: 'server-error', times: 100 });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await trouble.triggered;
    await until(scenario, root, /is answering with an error at the moment/);
    scenario.slack.revokeBotToken();
    // A call that went well in the last second counts as proof.
    await soon(1_100);
    scenario.ovh.faults.clear();
    ahead += 31_000;
    const isNoticed = () =>
      /"level":50.*"outcome":"token_revoked".*no longer accepts the bot token/.test(scenario.logged());
    await scenario.slack.until(isNoticed, 'the log to say so');
    const says = 'Slack does not accept the bot token (token_revoked)';
    assert.deepEqual([await ready(scenario), await valid(scenario)], [[503, says], 0]);
    for (let look = 0; look < 3; look += 1) {
      ahead += 31_000;
      await soon(200);
    }
    assert.equal(checkouts(scenario), 0);

    scenario.slack.revokeBotToken(false);
    // It is looked at every minute; whatever works meanwhile says so as well.
    await scenario.slack.as('U0REQ').openHome();
    await scenario.slack.until(
      () => scenario.logged().includes('accepts the bot token again'),
      'the log to say so',
    );
    ahead += 31_000;
    await endsWithOneOrder(scenario, root);
    assert.deepEqual([await ready(scenario), await valid(scenario)], [[200, 'ready'], 1]);
  });
});
