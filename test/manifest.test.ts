import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { manifestOf } from '../src/cli/manifest.ts';
import { ConfigError } from '../src/config/errors.ts';
import { BOT_SCOPES, OPTIONAL_SCOPES, SHORTCUT } from '../src/slack/ids.ts';
import { onlyAtFullSize } from './size.ts';

const plain = manifestOf({});
const http = manifestOf({ PUBLIC_URL: 'https://slack.example.com/', SLACK_SIGNING_SECRET: 'signing-secret' });
/** The longest of everything that a setting can be. */
const longest = manifestOf({
  SLASH_COMMAND: `/${'x'.repeat(31)}`,
  APP_LABEL: 'Ä'.repeat(20),
  PUBLIC_URL: `https://${'long.'.repeat(40)}example.com/behind/a/path`,
});

const schema = new URL('../../shared/slack/manifest.schema.json', import.meta.url);
const skip =
  !existsSync(schema) && "Slack's manifest schema is not here (../shared/slack/manifest.schema.json)";

test("the manifest is valid by Slack's own schema in each mode, with the longest settings too", {
  skip,
}, () => {
  // Not strict: the schema uses a keyword of its own, "regex", for the colour. It is checked below.
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { uri: true } });
  const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
  for (const variant of [plain, http, longest]) {
    validate(variant);
    assert.deepEqual(validate.errors ?? [], []);
  }
});

test('manifest.yml is the manifest for the defaults', () => {
  const written = parse(readFileSync(new URL('../manifest.yml', import.meta.url), 'utf8'));
  assert.deepEqual(written, JSON.parse(JSON.stringify(plain)));
});

test('the manifest is of version 2 with a valid background colour', () => {
  assert.equal(plain._metadata.major_version, 2);
  assert.match(plain.display_information.background_color, /^#[0-9a-f]{6}$/i);
});

test('the app requires these bot scopes and no others; the optional ones are in both lists', () => {
  const required = [
    'commands',
    'chat:write',
    'chat:write.public',
    'im:write',
    'users:read',
    'usergroups:read',
  ];
  assert.deepEqual(BOT_SCOPES, required, 'those that the doctor looks for');
  assert.deepEqual(plain.oauth_config, {
    scopes: { bot: [...required, ...OPTIONAL_SCOPES], bot_optional: [...OPTIONAL_SCOPES] },
  });
  assert.ok(
    OPTIONAL_SCOPES.every((scope) => /:(history|read)$/.test(scope)),
    'they only read',
  );
});

test('the manifest has exactly the slash command and the shortcut that the app listens to', () => {
  assert.deepEqual(plain.features.slash_commands, [
    {
      command: '/order-cloud',
      description: 'Order an OVHcloud Public Cloud project',
      usage_hint: '[project name]',
      should_escape: true,
    },
  ]);
  const names = plain.features.shortcuts.map((one) => [one.type, one.callback_id]);
  assert.deepEqual(names, [['global', SHORTCUT]]);
});

test('the manifest enables interactivity, Socket Mode and Home with its one event, but not token rotation', () => {
  assert.deepEqual(plain.settings, {
    interactivity: { is_enabled: true },
    event_subscriptions: { bot_events: ['app_home_opened'] },
    socket_mode_enabled: true,
    org_deploy_enabled: false,
    token_rotation_enabled: false,
  });
  assert.deepEqual(plain.features.app_home, {
    home_tab_enabled: true,
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: true,
  });
});

test('in HTTP mode, command, buttons and event go to /slack/events at PUBLIC_URL', () => {
  const url = 'https://slack.example.com/slack/events';
  assert.equal(http.settings.socket_mode_enabled, false);
  assert.equal(http.features.slash_commands[0]?.url, url);
  assert.equal(http.settings.interactivity.request_url, url);
  assert.equal(http.settings.event_subscriptions.request_url, url);
});

test('an app-level token means Socket Mode, whatever else is set', () => {
  const both = { SLACK_APP_TOKEN: 'xapp-app', PUBLIC_URL: 'https://slack.example.com' };
  assert.deepEqual(manifestOf(both), plain);
});

test('the instance’s command and label appear wherever people see the app’s name', () => {
  const { display_information, features } = manifestOf({ SLASH_COMMAND: '/order-eu', APP_LABEL: 'EU prod' });
  assert.equal(display_information.name, 'order-cloud (EU prod)');
  assert.match(display_information.long_description, /^Type \/order-eu and/);
  assert.equal(features.bot_user.display_name, 'order-cloud-eu-prod');
  assert.equal(features.slash_commands[0]?.command, '/order-eu');
  assert.match(features.slash_commands[0]?.description ?? '', /\(EU prod\)$/);
  assert.match(features.shortcuts[0]?.description ?? '', /\(EU prod\)/);
});

test('a wrong setting that the manifest needs is reported, and the others are ignored', () => {
  const wrong = (env: Record<string, string>) => () => manifestOf(env);
  assert.throws(wrong({ SLASH_COMMAND: 'order' }), /SLASH_COMMAND: expected a slash/);
  assert.throws(wrong({ APP_LABEL: 'a<b' }), /APP_LABEL: expected/);
  assert.throws(wrong({ PUBLIC_URL: 'http://slack.example.com' }), /PUBLIC_URL: expected an https/);
  assert.throws(wrong({ SLACK_APP_TOKEN_FILE: '/nowhere' }), /SLACK_APP_TOKEN_FILE: expected/);
  assert.throws(
    wrong({ SLACK_SIGNING_SECRET: 'signing-secret' }),
    ConfigError,
    'HTTP mode without an address',
  );
  assert.deepEqual(manifestOf({ APPROVERS: '@bob', PORT: 'x' }), plain);
});

test('npm run -s manifest prints it as JSON', { skip: onlyAtFullSize }, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'order-cloud-manifest-'));
  t.after(() => rm(folder, { recursive: true }));
  const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
  const env = { PATH: process.env.PATH, SLASH_COMMAND: '/kauf' };
  const { stdout, stderr, status } = spawnSync(process.execPath, [main, 'manifest'], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  assert.deepEqual([stderr, status], ['', 0]);
  assert.deepEqual(JSON.parse(stdout), JSON.parse(JSON.stringify(manifestOf({ SLASH_COMMAND: '/kauf' }))));
});
