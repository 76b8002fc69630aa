import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'dotenv';
import { manifestOf } from '../../src/cli/manifest.ts';
import { startLocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';
import { settingsBetween } from '../fakes/settings.ts';
import { startFakeSlack } from '../fakes/slack/server.ts';
import { onlyAtFullSize } from '../size.ts';
import { spawnGroup } from '../spawn.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

function envFile(): string {
  return existsSync(join(ROOT, '.env')) ? read('.env') : '';
}

/** Runs a hook as the Slack CLI does: the command's words, its own after them, in the project's folder. */
function ask(command: string, ...more: string[]): string {
  const [program = '', ...words] = [...command.split(' '), ...more];
  const { stdout, stderr, status } = spawnSync(program, words, { cwd: ROOT, encoding: 'utf8' });
  assert.deepEqual([stderr, status], ['', 0]);
  return stdout;
}

const first: Record<string, string> = JSON.parse(read('.slack/hooks.json')).hooks;
const { hooks, config } = JSON.parse(ask(first['get-hooks'] ?? ''));

describe('the hooks of the Slack CLI', () => {
  it('let the app make its own connection to Slack', () => {
    assert.equal(config['sdk-managed-connection-enabled'], true);
    assert.deepEqual(Object.keys(hooks), ['get-manifest', 'start']);
  });

  it('print the manifest in a form that the CLI finds among other output', () => {
    // Whatever is in .env here.
    const manifest = JSON.parse(JSON.stringify(manifestOf(parse(envFile()))));
    assert.deepEqual(JSON.parse(ask(hooks['get-manifest'])), manifest);
    const boundary = 'b0undary';
    const answer = ask(hooks['get-manifest'], '--protocol=message-boundaries', `--boundary=${boundary}`);
    assert.deepEqual(JSON.parse(answer.split(boundary)[1] ?? ''), manifest);
  });

  it('start the app with the tokens of the installed app, and stop it on interrupt', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'order-cloud-hooks-'));
    const [slack, ovh] = await Promise.all([startFakeSlack(), startLocalOvhcloud()]);
    await writeFile(join(folder, 'ca.pem'), ovh.certificate);
    const env = {
      ...settingsBetween(slack, ovh),
      PATH: process.env.PATH,
      SLACK_CLI_XOXB: slack.botToken,
      SLACK_CLI_XAPP: slack.appToken,
      // As an .env of someone who has run the app with another one before.
      SLACK_BOT_TOKEN: 'xoxb-another',
      SLACK_APP_TOKEN: 'xapp-another',
      NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
      DATABASE_URL: `sqlite:${join(folder, 'orders.db')}`,
    };
    const [program = '', ...words] = hooks.start.split(' ');
    const child = spawnGroup(program, words, { cwd: ROOT, env });
    t.after(async () => {
      await Promise.all([slack.close(), ovh.close()]);
      await rm(folder, { recursive: true });
    });
    // All of its group have ended once no one holds its output.
    const ended = once(child, 'close');
    await printed(child, /order-cloud is ready/);
    await slack.as('U0REQ').command('from-the-cli');
    assert.equal((await slack.as('U0REQ').modal()).values()['Project name'], 'from-the-cli');
    // Ctrl-C reaches the whole group of processes.
    if (child.pid) process.kill(-child.pid, 'SIGINT');
    await ended;
  });
});

/** Waits until it has printed something; fails with all that it printed if it ends before. */
function printed(child: ChildProcessWithoutNullStreams, what: RegExp): Promise<void> {
  let text = '';
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        if (what.test(text)) resolve();
      });
    }
    child.once('close', () => reject(new Error(`It ended without ${what}:\n${text}`)));
  });
}
