import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { setTimeout as soon } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startLocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';
import { openDatabase } from '../../src/store/database.ts';
import { settingsBetween } from '../fakes/settings.ts';
import { startFakeSlack } from '../fakes/slack/server.ts';
import { onlyAtFullSize } from '../size.ts';
import { freePort, startPostgres } from '../store/postgres-server.ts';
import { orderProject, startScenario } from './scenario.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const PRELOAD = new URL('../../src/preload.mjs', import.meta.url).href;

describe('the app at startup', () => {
  it('answers /healthz while it migrates the database, contacts Slack only after that, and stops on SIGTERM', async (t) => {
    const [slack, ovh, server] = await Promise.all([
      startFakeSlack(),
      startLocalOvhcloud({}),
      startPostgres(),
    ]);
    const folder = await mkdtemp(join(tmpdir(), 'order-cloud-start-'));
    t.after(async () => {
      await Promise.all([slack.close(), ovh.close(), server.stop(), rm(folder, { recursive: true })]);
    });
    const url = await server.newDatabase();
    await (await openDatabase(url)).destroy();
    // Another replica is at it, and takes its time.
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    await other.query('begin; lock table kysely_migration');
    const port = await freePort();
    const env = {
      PATH: process.env.PATH ?? '',
      ...settingsBetween(slack, ovh, { mode: 'http' }),
      DATABASE_URL: url,
      PORT: String(port),
    };
    const child = spawn(process.execPath, ['--import', PRELOAD, MAIN], {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const logged = text(child.stdout);
    const ask = (path: string, method = 'GET') =>
      fetch(`http://127.0.0.1:${port}${path}`, { method }).then(
        async (response) => [response.status, (await response.text()).trim()],
        () => [0, ''],
      );
    while ((await ask('/healthz'))[0] === 0) await soon(50);
    assert.deepEqual(await ask('/healthz'), [200, 'migrating']);
    assert.deepEqual(await ask('/readyz'), [503, 'migrating']);
    assert.deepEqual((await ask('/slack/events', 'POST'))[0], 503);
    assert.deepEqual(slack.calls, []);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
    await other.end();
    const [first = '', ...rest] = (await logged).trim().split('\n');
    const { version, mode, database, region, autoPay, approvalsRequired } = JSON.parse(first);
    assert.match(version, /^\d+\.\d+\.\d+/);
    assert.deepEqual(
      [mode, database, region, autoPay, approvalsRequired],
      ['http', 'postgres', 'ovh-eu', false, 1],
    );
    assert.match(rest.join('\n'), /"signal":"SIGTERM","msg":"shutting down: start-up aborted"/);
  });

  it('stops on SIGTERM before anything of the app is loaded', async () => {
    const script = `
      process.argv[1] = '/app/src/main.ts';
      await import(${JSON.stringify(PRELOAD)});
      process.kill(process.pid, 'SIGTERM');
      await new Promise((resolve) => setTimeout(resolve, 5_000));`;
    const words = ['--input-type=module', '--eval', script];
    const child = spawn(process.execPath, words, { stdio: 'inherit' });
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });
});

describe('shutdown in HTTP mode', () => {
  it('answers 503 at /readyz and still serves Slack for as long as configured', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const scenario = await startScenario(t, { mode: 'http', settings: { SHUTDOWN_DELAY_SECONDS: '3' } });
    await orderProject(scenario);
    const since = performance.now();
    const ended = scenario.app.stop();
    const ready = () =>
      fetch(`http://127.0.0.1:${scenario.app.port}/readyz`).then(async (response) => [
        response.status,
        (await response.text()).trim(),
      ]);
    while ((await ready())[0] === 200) await soon(20);
    while (performance.now() - since < 2_500) {
      assert.deepEqual(await ready(), [503, 'stopping']);
      assert.ok((await scenario.slack.as('U0REQ').command('help')).acked);
      await soon(300);
    }
    assert.equal(await ended, 0);
    assert.ok(performance.now() - since >= 3_000);
  });
});
