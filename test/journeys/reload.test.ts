import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { startLocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';
import { settingsBetween } from '../fakes/settings.ts';
import { startFakeSlack } from '../fakes/slack/server.ts';
import { onlyAtFullSize } from '../size.ts';
import { startAppProcess } from './app-under-test.ts';
import { ephemeralFor, orderAndQuote, reply, type Scenario, until } from './scenario.ts';

/** An app whose settings are all in its .env, which `write` changes; `hangUp` has it read again. */
async function setReloadStage(t: TestContext, given: Record<string, string> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'order-cloud-reload-'));
  const [slack, ovh] = await Promise.all([startFakeSlack({ untilMs: 20_000 }), startLocalOvhcloud()]);
  await writeFile(join(folder, 'ca.pem'), ovh.certificate);
  const write = (changes: Record<string, string> = {}) => {
    const lines = { ...settingsBetween(slack, ovh), DATABASE_URL: 'sqlite:orders.db', ...changes };
    const text = Object.entries(lines).map(([name, value]) => `${name}=${value}\n`);
    return writeFile(join(folder, '.env'), text.join(''), { mode: 0o600 });
  };
  await write({ APPROVERS: 'U0APP1' });
  const app = await startAppProcess({ NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'), ...given }, folder);
  t.after(async () => {
    await app.stop();
    await Promise.all([slack.close(), ovh.close()]);
    await rm(folder, { recursive: true });
  });
  const scenario = { slack, ovh, folder, app } as unknown as Scenario;
  const hangUp = () => process.kill(app.pid ?? 0, 'SIGHUP');
  const logged = (what: RegExp) => slack.until(() => what.test(app.log()), `the log to say ${what}`);
  return { scenario, write, hangUp, logged, app };
}

test('SIGHUP changes who may approve and order, and waiting orders ask the new approvers', async (t) => {
  const { scenario, write, hangUp, logged } = await setReloadStage(t);
  const { root, question } = await orderAndQuote(scenario);
  await scenario.slack.as('U0APP2').click(question, 'Approve');
  await ephemeralFor(scenario, 'U0APP2', /Only the approvers/);

  await write({ APPROVERS: 'U0APP2', REQUESTERS: 'U0APP2' });
  hangUp();
  await logged(/"setting":"APPROVERS","added":\["U0APP2"\],"removed":\["U0APP1"\]/);
  await logged(/"setting":"REQUESTERS","added":\["U0APP2"\],"removed":\[\]/);
  await until(scenario, question, /<@U0APP2>/);
  await scenario.slack.as('U0APP1').click(question, 'Approve');
  await ephemeralFor(scenario, 'U0APP1', /Only the approvers/);
  await scenario.slack.as('U0APP2').click(question, 'Approve');
  await reply(scenario, root, /orderPassword/);

  await scenario.slack.as('U0REQ').command('mars-base', 'C0CLOUD');
  const denied = await (await scenario.slack.as('U0REQ').modal()).submit();
  assert.ok('errors' in denied, 'Rita may not order any more');
});

test('SIGHUP logs which changed settings need a restart, without their secrets', {
  skip: onlyAtFullSize,
}, async (t) => {
  const { write, hangUp, logged, app } = await setReloadStage(t);
  await write({ APPROVERS: 'U0APP1', LOG_LEVEL: 'debug', OVH_CONSUMER_KEY: 'another-consumer-key' });
  hangUp();
  await logged(/LOG_LEVEL changed: restart the app to apply it/);
  await logged(/OVH_CONSUMER_KEY changed: restart the app to apply it/);
  assert.doesNotMatch(app.log(), /another-consumer-key/);
  assert.doesNotMatch(app.log(), /APPROVERS changed/);
});

test('SIGHUP changes nothing if a setting is wrong, missing, or contradicts one that stays', {
  skip: onlyAtFullSize,
}, async (t) => {
  const { scenario, write, hangUp, logged } = await setReloadStage(t, { APPROVALS_REQUIRED: '1' });
  await write({ APPROVERS: 'U0APP2', LOG_LEVEL: 'loud' });
  hangUp();
  await logged(/settings unchanged: LOG_LEVEL: expected/);
  await rm(join(scenario.folder, '.env'));
  hangUp();
  await logged(/settings unchanged: SLACK_BOT_TOKEN: expected/);
  const { question } = await orderAndQuote(scenario);
  await scenario.slack.as('U0APP2').click(question, 'Approve');
  await ephemeralFor(scenario, 'U0APP2', /Only the approvers/);

  await write({ APPROVERS: 'U0APP1' });
  hangUp();
  await logged(/reloaded: no changes/);
});

test('SIGHUP does not let .env override variables of the environment', {
  skip: onlyAtFullSize,
}, async (t) => {
  const { write, hangUp, logged, app } = await setReloadStage(t, { APPROVERS: 'U0APP1', REQUESTERS: '' });
  await write({ APPROVERS: 'U0APP2', REQUESTERS: 'U0APP2' });
  hangUp();
  await logged(/reloaded: no changes/);
  assert.doesNotMatch(app.log(), /changed: applied/);
});
