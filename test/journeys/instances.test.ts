import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VIEWS } from '../../src/slack/ids.ts';
import { hasText, reply, startScenario, until } from './scenario.ts';

test('a custom command and label appear in the form, the messages, the Home and the help', async (t) => {
  const now = Date.now();
  const settings = { SLASH_COMMAND: '/order-eu', APP_LABEL: 'EU prod' };
  const scenario = await startScenario(t, { settings, now: () => now });
  const rita = scenario.slack.as('U0REQ');

  const help = await rita.command('help', 'C0CLOUD', '/order-eu');
  assert.match(JSON.stringify(help), /order-cloud \(EU prod\).*\*\/order-eu project name\*/);

  await rita.command('moon-base', 'C0CLOUD', '/order-eu');
  const modal = await rita.modal();
  assert.equal(modal.view.callback_id, VIEWS.request);
  assert.match(JSON.stringify(modal.view), /order-cloud \(EU prod\)/);
  await modal.submit();
  const shown = () => scenario.slack.messages('C0CLOUD').find((message) => hasText(message, 'moon-base'));
  const root = await scenario.slack.until(shown, 'the root message');
  await reply(scenario, root, /: approve /);
  await until(scenario, root, /EU prod/);

  await rita.openHome();
  await scenario.slack.until(
    () => /EU prod/.test(JSON.stringify(rita.home() ?? '')),
    'the Home to say which one it is',
  );
});
