import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { startDoctorScenario } from './doctor-scenario.ts';

test('doctor: a bot token that Slack rejects is a failure, and everything else is still checked', async (t) => {
  const { visit } = await startDoctorScenario(t);
  const { code, message } = await visit({ SLACK_BOT_TOKEN: 'xoxb-0-another-token' });
  assert.equal(code, 1);
  message(
    'failure',
    'bot token',
    /refused auth\.test: invalid_auth$/,
    /Copy .*Bot User OAuth Token to SLACK_BOT_TOKEN/,
  );
  message('skipped', 'scopes', /before the bot token works/);
  message('ok', 'app token', /would open/);
  message('ok', 'plan', /is sold/);
});

test('doctor: fails when the app was removed from the workspace', async (t) => {
  const { visit, slack } = await startDoctorScenario(t);
  slack.faults.add({ method: 'auth.test', kind: 'error', error: 'account_inactive' });
  const { message } = await visit();
  message('failure', 'bot token', /account_inactive/, /removed from the workspace.*Install App/);
});

test('doctor: fails when Slack cannot be reached', async (t) => {
  const { visit } = await startDoctorScenario(t);
  const { code, message } = await visit({ SLACK_API_URL: 'http://127.0.0.1:1/api/' });
  assert.equal(code, 1);
  message('failure', 'bot token', /did not answer auth\.test$/, /Check the network, and SLACK_API_URL/);
  message('failure', 'app token', /did not answer/, /Check the network/);
});

test('doctor: names missing scopes and how to add them; missing user scopes skip no other check', async (t) => {
  const { visit, slack } = await startDoctorScenario(t);
  slack.scopes.delete('usergroups:read');
  slack.scopes.delete('im:write');
  const { code, message } = await visit({ APPROVERS: 'S0APPROVERS,U0APP1' });
  assert.equal(code, 1);
  message(
    'failure',
    'scopes',
    /lacks im:write, usergroups:read$/,
    /add im:write, usergroups:read; then .*Reinstall to Workspace/,
  );
  message('skipped', 'APPROVERS S0APPROVERS', /without the scope usergroups:read/);
  message('ok', 'APPROVERS U0APP1', /Ada$/);
});

test('doctor: without the scope to read users, it claims nothing about the quorum', async (t) => {
  const { visit, slack } = await startDoctorScenario(t);
  slack.scopes.delete('users:read');
  const { message } = await visit({ APPROVERS: 'U0APP1' });
  message('skipped', 'APPROVERS U0APP1', /without the scope users:read/);
  message('skipped', 'quorum', /not all approvers could be checked/);
});

test('doctor: mentions scopes that the manifest does not have, and says what the optional ones are for', async (t) => {
  const { visit, slack } = await startDoctorScenario(t);
  for (const scope of ['channels:history', 'files:write']) slack.scopes.add(scope);
  const { code, message } = await visit();
  assert.equal(code, 0);
  message('ok', 'scopes', /not needed: files:write; a post that was not answered is looked for/);
});

test('doctor: fails when Slack rejects the app-level token', async (t) => {
  const { visit, slack } = await startDoctorScenario(t);
  const wrong = await visit({ SLACK_APP_TOKEN: 'xapp-1-another' });
  assert.equal(wrong.code, 1);
  wrong.message(
    'failure',
    'app token',
    /apps\.connections\.open: invalid_auth/,
    /generate one with the scope connections:write/,
  );
  slack.faults.add({ method: 'apps.connections.open', kind: 'error', error: 'missing_scope' });
  const narrow = await visit();
  narrow.message('failure', 'app token', /missing_scope/, /connections:write/);
});

test('doctor: fails when the two tokens belong to different apps', async (t) => {
  const { visit } = await startDoctorScenario(t, {}, { appOfBot: 'A0OTHER' });
  const { code, message } = await visit();
  assert.equal(code, 1);
  message(
    'failure',
    'app token',
    /belongs to another app \(A0APP\) than the bot token \(A0OTHER\)/,
    /settings of one app/,
  );
});

test('In HTTP mode it says what has to be checked by hand, and where', async (t) => {
  const { visit, slack } = await startDoctorScenario(t);
  const { code, out, message } = await visit({
    SLACK_APP_TOKEN: '',
    SLACK_SIGNING_SECRET: slack.signingSecret,
  });
  assert.equal(code, 0);
  message(
    'skipped',
    'signing secret',
    /only a request from Slack shows/,
    /Check by hand: .*App Credentials > Signing Secret/,
  );
  message(
    'skipped',
    'command, buttons',
    /whether Slack reaches the app/,
    /https:\/\/YOUR-HOST\/slack\/events/,
  );
  for (const place of ['Slash Commands > /order-cloud', 'Interactivity & Shortcuts', 'Event Subscriptions']) {
    assert.match(out, new RegExp(`→ ${place} > Request URL`));
  }
  assert.doesNotMatch(out, /app token/);
  assert.deepEqual(
    slack.calls.filter(({ method }) => method === 'apps.connections.open'),
    [],
  );
});

test('doctor: without the scopes to read channels, it says how to check them by hand', async (t) => {
  const { visit } = await startDoctorScenario(t);
  const { code, message } = await visit({ CHANNELS: 'C0CLOUD,G0SECRET' });
  assert.equal(code, 0);
  message('skipped', 'CHANNELS C0CLOUD, G0SECRET', /channels:read/, /type \/order-cloud help in each/);
});

test('doctor: with the scopes to read channels, it reports one that exists, is archived, is private without the app, or does not exist', async (t) => {
  const { visit, slack } = await startDoctorScenario(t);
  for (const scope of ['channels:read', 'groups:read']) slack.scopes.add(scope);
  slack.channels.set('C0OLD', { id: 'C0OLD', name: 'old', is_archived: true });
  const { code, message } = await visit({ CHANNELS: 'C0CLOUD,G0SECRET,G0LOCKED,C0OLD,C0NONE' });
  assert.equal(code, 1);
  message('ok', 'CHANNELS C0CLOUD', /#cloud$/);
  message('ok', 'CHANNELS G0SECRET', /#secret$/);
  message('failure', 'CHANNELS G0LOCKED', /private and the app is not in it/, /\/invite @order-cloud/);
  message('failure', 'CHANNELS C0NONE', /no such channel/, /Copy|Channel ID/);
  message('warning', 'CHANNELS C0OLD', /#old is archived/, /Remove it from CHANNELS/);
});

/** A server on a port of its own, until the test's end. */
async function serve(
  t: { after: (end: () => void) => void },
  answers: Record<string, [number, string]>,
): Promise<string> {
  const server = createServer((request, response) => {
    const [status, text] = answers[request.url ?? ''] ?? [404, 'no'];
    response.writeHead(status).end(text);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return String((server.address() as AddressInfo).port);
}

test('doctor: reports whether the port is free, used by another program, or by the app itself, ready or not', async (t) => {
  const { visit } = await startDoctorScenario(t);
  const other = await serve(t, {});
  const taken = await visit({ PORT: other });
  assert.equal(taken.code, 1);
  taken.message('failure', 'port', /is in use, but not by order-cloud/, /set PORT to a free port/);
  const ready = await serve(t, { '/healthz': [200, 'ok\n'], '/readyz': [200, 'ready\n'] });
  (await visit({ PORT: ready })).message('ok', 'port', /the app is running on .*, and is ready$/);
  const ill = await serve(t, { '/healthz': [200, 'ok\n'], '/readyz': [503, 'Slack is not connected\n'] });
  (await visit({ PORT: ill })).message('warning', 'port', /not ready: Slack is not connected$/, /log/);
  (await visit({ HOST: '192.0.2.1', PORT: '34571' })).message(
    'failure',
    'port',
    /not an address of this machine/,
    /HOST/,
  );
});
