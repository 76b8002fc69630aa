import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firstOf, onlyAtFullSize } from '../size.ts';
import type { Echo } from './secrets-echoing-slack.ts';
import { type SecretsScenario, startSecretsScenario } from './secrets-scenario.ts';
import { foundIn } from './secrets-search.ts';

/** Starts the app with other settings; gives what it wrote, whether it came up or not. */
async function written(scenario: SecretsScenario, settings: Record<string, string>): Promise<string> {
  const before = { ...scenario.settings };
  Object.assign(scenario.settings, settings);
  try {
    await scenario.start();
    await scenario.app.stop();
    return scenario.app.log();
  } catch (error) {
    return String(error);
  } finally {
    Object.assign(scenario.settings, before);
  }
}

describe('the output of the app at startup', () => {
  it('does not include a key that was put into another setting', { skip: onlyAtFullSize }, async (t) => {
    const scenario = await startSecretsScenario(t, { process: true });
    const {
      signingSecret = '',
      applicationKey = '',
      applicationSecret = '',
      consumerKey = '',
    } = scenario.keys;
    const said = await written(scenario, {
      APPROVERS: signingSecret,
      OVH_SUBSIDIARY: applicationKey,
      OVH_ENDPOINT: applicationSecret,
      OVH_PLAN_CODE: `${consumerKey} `.repeat(2),
      HOST: `${consumerKey} ${applicationKey}`,
      SLACK_API_URL: `https://slack.com/${scenario.keys.botToken}?`,
      PORT: `postgres://me:${consumerKey}@127.0.0.1/orders`,
    });
    assert.match(said, /ended with 78/);
    assert.deepEqual(foundIn(said, scenario.keys), []);
  });

  it('does not include a database password that breaks its URL', async (t) => {
    const scenario = await startSecretsScenario(t);
    for (const password of ['with/a-slash', 'with#a-hash', 'with%a-percent', 'with@an-at', '12/a-number']) {
      const said = await written(scenario, { DATABASE_URL: `postgres://me:${password}@127.0.0.1:1/orders` });
      assert.match(said, /The database cannot be opened/);
      assert.doesNotMatch(said, /a-(slash|hash|percent|number)|an-at/);
    }
  });

  for (const method of ['auth.test', 'apps.connections.open']) {
    for (const how of firstOf(1, ['slack-error', 'page-200', 'page-500'] satisfies Echo[])) {
      it(`does not include the token that ${method} repeats (${how})`, async (t) => {
        // Without a socket the app has begun already, and only its process ends all of it.
        const scenario = await startSecretsScenario(t, { process: method === 'apps.connections.open' });
        scenario.front.echo(method, how);
        const said = await written(scenario, {});
        assert.equal(scenario.front.count(), 1);
        assert.deepEqual(foundIn(said, scenario.keys), []);
      });
    }
  }
});
