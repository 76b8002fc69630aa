import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { startDoctorScenario } from './doctor-scenario.ts';

// That none of the settings' own secrets is shown, the stage asserts at every visit.

test('doctor: shows no secret, even where OVHcloud or Slack quotes one', async (t) => {
  const { visit, ovh, slack, settings } = await startDoctorScenario(t);
  const all = Object.values(settings).join(' ');
  const body = { class: `Client::${settings.OVH_CONSUMER_KEY}`, message: all };
  for (const path of ['/me', '/me/payment/method', '/cloud/eligibility', '/order/cart/{cartId}/cloud']) {
    ovh.faults.add({ kind: 'refuse', method: 'GET', path, status: 400, body, times: 9 });
  }
  slack.users.set('U0APP1', { id: 'U0APP1', name: all });
  for (const method of ['apps.connections.open', 'usergroups.users.list']) {
    slack.faults.add({ method, kind: 'error', error: settings.SLACK_BOT_TOKEN ?? '', times: 9 });
  }
  const { code, out } = await visit({ APPROVERS: 'U0APP1,S0APPROVERS' });
  assert.equal(code, 1);
  assert.match(out, /Client::••••/);
  assert.match((await visit({ APPROVERS: 'U0APP1' }, { args: ['--json'] })).out, /••••/);
});

test('doctor: does not show tokens that were put into the wrong setting', async (t) => {
  const { visit, slack, folder, settings } = await startDoctorScenario(t);
  await writeFile(join(folder, '.env'), `${slack.botToken.replaceAll(':', '')}=1\n`, { mode: 0o600 });
  const { out, message } = await visit({
    SLACK_APP_TOKEN: slack.botToken,
    OVH_SUBSIDIARY: settings.OVH_CONSUMER_KEY,
    APPROVERS: slack.appToken,
    CHANNELS: settings.OVH_APPLICATION_SECRET,
    DATABASE_URL: 'mysql://root:hunter2hunter2@db/orders',
    SLACK_API_URL: `https://me:${slack.signingSecret}@slack.com/api/`,
  });
  assert.doesNotMatch(out, /hunter2/);
  assert.ok(!out.includes(slack.signingSecret));
  message('failure', 'SLACK_APP_TOKEN', /but got a bot token/, /App-Level Tokens/);
  message('warning', '.env', /has "xoxb-\(redacted\)"/, /spelling/);
});

test('doctor: strips terminal control characters from names in Slack', async (t) => {
  const { visit, slack } = await startDoctorScenario(t);
  slack.users.set('U0APP1', { id: 'U0APP1', name: 'A\x1b[2Jd\x07a\n\r  ok  \u202efake' });
  const { out } = await visit({ APPROVERS: 'U0APP1' });
  assert.match(out, /Ada {3}ok {2}fake\n/);
});
