import assert from 'node:assert/strict';
import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { startLocalOvhcloud } from '../src/sandbox/ovhcloud/server.ts';
import { settingsBetween } from './fakes/settings.ts';
import { startFakeSlack } from './fakes/slack/server.ts';
import { onlyAtFullSize } from './size.ts';
import { spawnGroup } from './spawn.ts';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const PRELOAD = new URL('../src/preload.mjs', import.meta.url).href;
const CTRL_C = '\x03';
// The script of util-linux makes a terminal.
const terminals = spawnSync('script', ['--version']).stdout?.includes('util-linux') ?? false;
const pretty = existsSync(new URL('../node_modules/pino-pretty', import.meta.url));
const skip =
  onlyAtFullSize ||
  ((!terminals || !pretty) && 'this needs `script` of util-linux, and pino-pretty (optional) installed');

/** Starts the app in a terminal of its own. */
async function startInTerminal(t: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'order-cloud-terminal-'));
  const [slack, ovh] = await Promise.all([startFakeSlack(), startLocalOvhcloud()]);
  const certificateFile = join(folder, 'ca.pem');
  await writeFile(certificateFile, ovh.certificate);
  const env = {
    PATH: process.env.PATH ?? '',
    NODE_EXTRA_CA_CERTS: certificateFile,
    ...settingsBetween(slack, ovh),
    DATABASE_URL: 'sqlite::memory:',
  };
  const command = `echo "pid $$"; exec '${process.execPath}' --import '${PRELOAD}' '${MAIN}'`;
  const child = spawnGroup('script', ['-qec', command, '/dev/null'], { cwd: folder, env });
  t.after(async () => {
    child.kill('SIGKILL');
    await Promise.all([slack.close(), ovh.close()]);
    await rm(folder, { recursive: true });
  });
  const typeIn = (keys: string) => child.stdin.write(keys);
  return { typeIn, screen: show(child), close: () => child.kill('SIGKILL') };
}

type Shown = { until: (what: RegExp) => Promise<string>; ended: Promise<number> };

/** What a terminal shows, without its colours. */
function show(child: ChildProcess): Shown {
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk;
  });
  const plain = () => stripVTControlCharacters(text);
  const ended = once(child, 'close').then(([code]) => Number(code));
  return {
    ended,
    async until(what) {
      while (!what.test(plain())) {
        const more = await Promise.race([once(child.stdout ?? child, 'data'), ended.then(() => null)]);
        if (more === null && !what.test(plain())) throw new Error(`It ended without ${what}:\n${plain()}`);
      }
      return plain();
    },
  };
}

test('At a terminal the log is human-readable, down to the last line before the exit', {
  skip,
}, async (t) => {
  const { typeIn, screen } = await startInTerminal(t);
  const ready = await screen.until(/order-cloud is ready/);
  assert.match(ready, /^\[[\d: -]+\] INFO: order-cloud is ready \{"port":\d+\}\r?$/m);
  assert.doesNotMatch(ready, /"level":/);
  typeIn(CTRL_C);
  assert.match(
    await screen.until(/shutting down/),
    /INFO: shutting down: draining in-flight work \{"signal":"SIGINT"\}/,
  );
  assert.equal(await screen.ended, 0);
});

test('An app whose terminal is closed exits, and does not take that SIGHUP for a reload', {
  skip,
  timeout: 60_000,
}, async (t) => {
  const { screen, close } = await startInTerminal(t);
  const ready = await screen.until(/order-cloud is ready/);
  const pid = Number(/^pid (\d+)/m.exec(ready)?.[1]);
  assert.ok(isAlive(pid));
  close();
  t.after(() => isAlive(pid) && process.kill(pid, 'SIGKILL'));
  while (isAlive(pid) && !t.signal.aborted) await setTimeout(50);
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
