import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as soon } from 'node:timers/promises';
import { App } from '@slack/bolt';
import { createLog } from '../../../src/observability/log.ts';
import { startLocalOvhcloud } from '../../../src/sandbox/ovhcloud/server.ts';
import { keepSocket } from '../../../src/slack/receivers/socket-mode.ts';
import { openSocket, type SocketNotOpenedError } from '../../../src/slack/receivers/socket-session.ts';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/server.ts';
import { firstOf, onlyAtFullSize } from '../../size.ts';
import { trust } from '../../trust.ts';

/** Slack's own limit for an answer; a gap has to be well below it. */
const ACK_MS = 3_000;

const log = createLog('silent');
const noReceiver = { init: () => undefined, start: async () => undefined, stop: async () => undefined };

/** An app that answers commands after `answerMs`, on a socket of the fake Slack. */
async function connected(
  t: TestContext,
  answerMs = 0,
): Promise<{ slack: FakeSlack; isConnected: () => boolean }> {
  const slack = await startFakeSlack({ untilMs: 20_000 });
  const app = new App({
    receiver: noReceiver,
    token: slack.botToken,
    tokenVerificationEnabled: false,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  app.command(/.*/, async ({ ack }) => {
    await soon(answerMs);
    await ack();
  });
  const socket = keepSocket({
    open: (hooks) =>
      openSocket({ appToken: slack.appToken, apiUrl: slack.apiUrl, proxy: null }, { app, log, ...hooks }),
    log,
    onFatal: (error) => assert.fail(String(error)),
  });
  t.after(async () => {
    await socket.stop();
    await slack.close();
    assert.deepEqual(slack.problems, []);
  });
  await socket.start();
  return { slack, isConnected: socket.isConnected };
}

describe('a socket that Slack refreshes', () => {
  for (const reason of firstOf(1, ['warning', 'refresh_requested'])) {
    it(`has a successor long before a command would time out (${reason})`, async (t) => {
      const { slack, isConnected } = await connected(t);
      const gaps: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        const since = performance.now();
        slack.disconnectSockets(false, reason);
        await slack.until(() => slack.sockets > 0, 'another socket');
        gaps.push(Math.round(performance.now() - since));
        assert.ok(isConnected());
        assert.ok((await slack.as('U0REQ').command('help')).acked);
      }
      t.diagnostic(`without a socket for ${gaps.join(', ')} ms`);
      assert.ok(Math.max(...gaps) < ACK_MS / 2, `${gaps}`);
      await slack.until(() => slack.openSockets === 1, 'the old sockets to close');
    });
  }

  it('still acknowledges what arrived over it before', async (t) => {
    const { slack } = await connected(t, 500);
    const asked = slack.as('U0REQ').command('help');
    await soon(100);
    slack.disconnectSockets(false);
    assert.ok((await asked).acked);
  });
});

describe('a socket that breaks', () => {
  it('has a successor at once', async (t) => {
    const { slack, isConnected } = await connected(t);
    const since = performance.now();
    slack.disconnectSockets(true);
    await slack.until(() => slack.sockets > 0 && isConnected(), 'another socket');
    assert.ok(performance.now() - since < ACK_MS / 2);
  });

  it('silently has a successor after some seconds, without waiting for an answer to its close', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const { slack, isConnected } = await connected(t);
    const since = performance.now();
    slack.freezeSockets();
    await slack.until(() => slack.sockets > 0 && isConnected(), 'another socket');
    const ms = performance.now() - since;
    t.diagnostic(`after ${Math.round(ms)} ms`);
    assert.ok(ms < 15_000, `after ${ms} ms`);
  });
});

/** A Slack that gives `url` as the address of its sockets, or answers with `status` right away. */
async function slackThatSays(t: TestContext, url: string, status = 200): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, url }));
  });
  return `http://127.0.0.1:${await listening(t, server)}/api/`;
}

/** A port at which nothing listens any more. */
async function deadPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function listening(t: TestContext, server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return (server.address() as AddressInfo).port;
}

describe('a socket that cannot be opened', () => {
  async function whyNot(apiUrl: string): Promise<SocketNotOpenedError> {
    const app = new App({ receiver: noReceiver, token: 'xoxb-1', tokenVerificationEnabled: false });
    const hooks = { onRefresh: () => undefined, onLost: () => assert.fail('it was never open') };
    const session = openSocket({ appToken: 'xapp-1-secret', apiUrl, proxy: null }, { app, log, ...hooks });
    const error = await session.opened.then(
      () => assert.fail('it is open'),
      (reason: SocketNotOpenedError) => reason,
    );
    assert.equal(session.isOpen(), false);
    return error;
  }

  it('reports why: Slack’s error, the HTTP status, the network or TLS code, or that Slack hung up', async (t) => {
    const slack = await startFakeSlack();
    t.after(slack.close);
    const refused = await whyNot(slack.apiUrl);
    assert.deepEqual([refused.why, refused.isRefused], ['apps.connections.open: invalid_auth', true]);
    slack.faults.add({ method: 'apps.connections.open', kind: 'error', error: 'internal_error' });
    const troubled = await whyNot(slack.apiUrl);
    assert.deepEqual([troubled.why, troubled.isRefused], ['apps.connections.open: internal_error', false]);

    const says = async (apiUrl: string) => (await whyNot(apiUrl)).why;
    const closed = `127.0.0.1:${await deadPort()}`;
    assert.equal(await says(`http://${closed}/api/`), 'apps.connections.open: ECONNREFUSED');
    assert.equal(await says(await slackThatSays(t, '', 502)), 'apps.connections.open: HTTP 502');
    assert.equal(await says(await slackThatSays(t, `ws://${closed}/?ticket=secret`)), 'ECONNREFUSED');
    assert.equal(await says(await slackThatSays(t, 'ws://slack.invalid/?ticket=secret')), 'ENOTFOUND');
    const upgrades = createServer((_request, response) => response.writeHead(403).end());
    const forbids = await listening(t, upgrades);
    assert.equal(await says(await slackThatSays(t, `ws://127.0.0.1:${forbids}/`)), 'HTTP 403');
    const hangsUp = createServer();
    hangsUp.on('upgrade', (_request, socket) => socket.destroy());
    assert.match(
      await says(await slackThatSays(t, `ws://127.0.0.1:${await listening(t, hangsUp)}/`)),
      /other side closed|ECONNRESET/,
    );
    const ovh = await startLocalOvhcloud({});
    t.after(() => ovh.close());
    trust(null);
    const untrusted = new URL(ovh.endpoint).host;
    assert.match(await says(await slackThatSays(t, `wss://${untrusted}/`)), /SELF_SIGNED|UNABLE_TO_VERIFY/);
  });
});
