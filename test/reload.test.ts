import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings, readValues } from '../src/config/read-settings.ts';
import { reloadOf } from '../src/config/reload.ts';

const least = {
  SLACK_BOT_TOKEN: 'xoxb-bot',
  SLACK_APP_TOKEN: 'xapp-app',
  OVH_APPLICATION_KEY: 'application-key',
  OVH_APPLICATION_SECRET: 'application-secret',
  OVH_CONSUMER_KEY: 'consumer-key',
  APPROVERS: 'U1,U2,U3',
  APPROVALS_REQUIRED: '3',
};

test('fewer approvers than a running app requires are refused, even if .env requires fewer too', () => {
  const again = readSettings({ ...least, APPROVERS: 'U1,U2', APPROVALS_REQUIRED: '2' });
  const outcome = reloadOf(readValues(least), again);
  assert.ok('errors' in outcome);
  assert.match(outcome.errors.join(), /^APPROVALS_REQUIRED: expected at most .* \(2\), got "3"$/);
});

test('a reordered list is no change, and an emptied REQUESTERS means everyone', () => {
  const running = readValues({ ...least, REQUESTERS: 'U1' });
  const outcome = reloadOf(running, readSettings({ ...least, APPROVERS: 'U3,U1,U2' }));
  assert.ok(!('errors' in outcome));
  assert.deepEqual(outcome.changed, [{ name: 'REQUESTERS', added: [], removed: ['U1'] }]);
  assert.deepEqual([outcome.requesters, outcome.needsRestart], [[], []]);
});
