import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ephemeralFor, orderAndQuote, startScenario } from './scenario.ts';

describe('a button of another version of the app', () => {
  it('is answered in time, in the language of the person who clicked, and changes nothing', async (t) => {
    const scenario = await startScenario(t);
    const alan = scenario.slack.users.get('U0APP2');
    assert.ok(alan);
    alan.locale = 'fr-FR';
    const { root, question } = await orderAndQuote(scenario);
    const replies = scenario.slack.thread(root).length;
    const old = JSON.parse(
      JSON.stringify(question).replaceAll('order_approve', 'order_say_yes'),
    ) as typeof question;
    assert.ok((await scenario.slack.as('U0APP1').click(old, 'Approve')).acked);
    await ephemeralFor(scenario, 'U0APP1', /does nothing any more/);
    assert.ok((await scenario.slack.as('U0APP2').click(old, 'Approve')).acked);
    await ephemeralFor(scenario, 'U0APP2', /ne fonctionne plus/);
    assert.equal(scenario.slack.thread(root).length, replies);
    assert.equal(scenario.ovh.orders.size, 0);
  });
});
