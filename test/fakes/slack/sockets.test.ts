import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, beforeEach, it } from 'node:test';
import { WebSocket } from 'ws';
import { type FakeSlack, startFakeSlack } from './server.ts';

let slack: FakeSlack;
beforeEach(async () => {
  slack = await startFakeSlack();
});
afterEach(() => slack.close());

async function socketUrl(): Promise<string> {
  const headers = { authorization: `Bearer ${slack.appToken}` };
  const response = await fetch(`${slack.apiUrl}apps.connections.open`, { method: 'POST', headers });
  return ((await response.json()) as { url: string }).url;
}

async function connect(): Promise<{ socket: WebSocket; frames: Record<string, unknown>[] }> {
  const socket = new WebSocket(await socketUrl());
  const frames: Record<string, unknown>[] = [];
  socket.on('message', (data) => frames.push(JSON.parse(String(data)) as Record<string, unknown>));
  await once(socket, 'message');
  return { socket, frames };
}

it('a socket gets a hello, and its ticket opens no second one', async () => {
  const { frames } = await connect();
  assert.deepEqual([frames[0]?.type, frames[0]?.num_connections], ['hello', 1]);
  const url = await socketUrl();
  await once(new WebSocket(url), 'open');
  const [error] = await once(new WebSocket(url), 'error');
  assert.match(String(error), /401/);
});

it('an envelope is acked once, with its own id', async () => {
  const { socket, frames } = await connect();
  const acked = slack.as('U0REQ').command('');
  await once(socket, 'message');
  assert.deepEqual([frames[1]?.type, frames[1]?.accepts_response_payload], ['slash_commands', true]);
  const ack = JSON.stringify({ envelope_id: frames[1]?.envelope_id, payload: { text: 'Hello.' } });
  socket.send(ack);
  assert.equal((await acked).acked, true);
  assert.equal(slack.ephemerals()[0]?.text, 'Hello.');
  socket.send(ack);
  socket.send(JSON.stringify({ envelope_id: 'guessed' }));
  await slack.until(() => slack.problems.length === 2, 'two problems');
  assert.match(slack.problems.join(), /was acked twice,envelope guessed was acked and never sent/);
});

it('payloads in flight over a socket that breaks are lost, and not reported as a problem', async () => {
  const { socket } = await connect();
  const acked = slack.as('U0REQ').command('');
  await once(socket, 'message');
  slack.disconnectSockets(true);
  assert.equal((await acked).error, 'socket_closed');
  assert.match(slack.dump(), /Not taken by the app:\n {2}slash_commands: socket_closed/);
  assert.deepEqual(slack.problems, []);
});
