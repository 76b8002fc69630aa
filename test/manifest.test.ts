import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { BOT_SCOPES, COMMAND, SHORTCUT } from '../src/slack/ids.ts';

const text = readFileSync(new URL('../manifest.yml', import.meta.url), 'utf8');
const manifest = parse(text);

/** The manifest as its comments tell to change it for HTTP. */
const manifestForHttp = parse(
  text
    .replace('socket_mode_enabled: true', 'socket_mode_enabled: false')
    .replace(/# (\S+: \S+) # HTTP$/gm, '$1'),
);

const schema = new URL('../../shared/slack/manifest.schema.json', import.meta.url);
const skip =
  !existsSync(schema) && "Slack's manifest schema is not here (../shared/slack/manifest.schema.json)";

test("The manifest is valid by Slack's own schema, for Socket Mode and for HTTP", { skip }, () => {
  // Not strict: the schema uses a keyword of its own, "regex", for the colour. It is checked below.
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { uri: true } });
  const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
  for (const variant of [manifest, manifestForHttp]) {
    validate(variant);
    assert.deepEqual(validate.errors ?? [], []);
  }
});

test('The manifest is of version 2 and its colour is one', () => {
  assert.equal(manifest._metadata.major_version, 2);
  assert.match(manifest.display_information.background_color, /^#[0-9a-f]{6}$/i);
});

test('The app asks for these bot scopes and no others', () => {
  const bot = ['commands', 'chat:write', 'chat:write.public', 'im:write', 'users:read', 'usergroups:read'];
  assert.deepEqual(manifest.oauth_config, { scopes: { bot } });
  assert.deepEqual(BOT_SCOPES, bot, 'those that the doctor looks for');
});

test('The one slash command is the one that the app listens to', () => {
  assert.deepEqual(manifest.features.slash_commands, [
    {
      command: COMMAND,
      description: 'Order an OVHcloud Public Cloud project',
      usage_hint: '[project name]',
      should_escape: true,
    },
  ]);
});

test('The one shortcut is the one that the app listens to', () => {
  const names = manifest.features.shortcuts.map((one: { type: string; callback_id: string }) => [
    one.type,
    one.callback_id,
  ]);
  assert.deepEqual(names, [['global', SHORTCUT]]);
});

test('Interactivity, Socket Mode and the Home tab with its one event are on; no rotating token is asked for', () => {
  assert.deepEqual(manifest.settings, {
    interactivity: { is_enabled: true },
    event_subscriptions: { bot_events: ['app_home_opened'] },
    socket_mode_enabled: true,
    org_deploy_enabled: false,
    token_rotation_enabled: false,
  });
  assert.deepEqual(manifest.features.app_home, {
    home_tab_enabled: true,
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: true,
  });
});

test('For HTTP, the command, the buttons and the event go to /slack/events', () => {
  const url = 'https://order-cloud.example.com/slack/events';
  assert.equal(manifestForHttp.settings.socket_mode_enabled, false);
  assert.equal(manifestForHttp.features.slash_commands[0].url, url);
  assert.equal(manifestForHttp.settings.interactivity.request_url, url);
  assert.equal(manifestForHttp.settings.event_subscriptions.request_url, url);
});
