import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { createLog } from '../../../src/observability/log.ts';
import { keepSocket, SOCKET_TIMING } from '../../../src/slack/receivers/socket-mode.ts';
import {
  type SocketHooks,
  SocketNotOpenedError,
  type SocketSession,
} from '../../../src/slack/receivers/socket-session.ts';

const MINUTE = 60_000;

/** A socket of the timeline: what the app may ask of it, and what Slack does to it. */
type Opened = SocketHooks & { session: SocketSession; isClosed: boolean; lose: () => void };

/** A keeper of sockets in a time of its own. `next` says what becomes of each socket that it opens. */
function keeper(next: () => 'opens' | SocketNotOpenedError, random = () => 0) {
  const timeline = {
    now: 0,
    pauses: [] as number[],
    opened: [] as Opened[],
    gone: [] as unknown[],
    lines: '',
  };
  const log = createLog('info', {
    write: (line: string) => {
      timeline.lines += line;
    },
  });
  const socket = keepSocket({
    log,
    onFatal: (error) => timeline.gone.push(error),
    clock: () => timeline.now,
    random,
    async pause(ms, signal) {
      await setImmediate();
      signal.throwIfAborted();
      timeline.pauses.push(ms);
      timeline.now += ms;
    },
    open(hooks) {
      const outcome = next();
      let isOpen = outcome === 'opens';
      const one: Opened = {
        ...hooks,
        isClosed: false,
        lose: () => {
          isOpen = false;
          hooks.onLost('closed by Slack');
        },
        session: {
          opened: outcome === 'opens' ? Promise.resolve() : Promise.reject(outcome),
          isOpen: () => isOpen,
          close: async () => {
            isOpen = false;
            one.isClosed = true;
          },
        },
      };
      if (outcome === 'opens') timeline.opened.push(one);
      return one.session;
    },
  });
  return { timeline, socket };
}

const away = new SocketNotOpenedError('apps.connections.open: ECONNREFUSED');

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await setImmediate();
}

describe('the socket to Slack', () => {
  it('is reopened with delays of at most 30 s, however long Slack was away, and at once when Slack is back', async () => {
    let isAway = false;
    const { timeline, socket } = keeper(() => (isAway ? away : 'opens'));
    await socket.start();
    isAway = true;
    timeline.opened[0]?.lose();
    assert.equal(socket.isConnected(), false);
    await until(() => timeline.now > 5 * MINUTE);
    isAway = false;
    await until(() => socket.isConnected());
    assert.deepEqual(timeline.pauses.slice(0, 7), [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    assert.equal(Math.max(...timeline.pauses), 30_000);
    assert.deepEqual(timeline.gone, []);
    assert.match(timeline.lines, /"why":"apps.connections.open: ECONNREFUSED","failures":1,"pauseMs":1000/);
    await socket.stop();
  });

  it('counts as lost after ten minutes without a connection', async () => {
    let isAway = false;
    const { timeline, socket } = keeper(() => (isAway ? away : 'opens'));
    await socket.start();
    isAway = true;
    timeline.now += 300 * MINUTE;
    timeline.opened[0]?.lose();
    await until(() => timeline.gone.length > 0);
    const lasted = timeline.now - 300 * MINUTE;
    assert.ok(lasted >= 10 * MINUTE && lasted < 11 * MINUTE, `after ${lasted / MINUTE} minutes`);
    assert.deepEqual(timeline.gone, [away]);
    await socket.stop();
  });

  it('counts as lost at once when Slack refuses the token', async () => {
    let outcome: 'opens' | SocketNotOpenedError = 'opens';
    const { timeline, socket } = keeper(() => outcome);
    await socket.start();
    outcome = new SocketNotOpenedError('apps.connections.open: invalid_auth', { isRefused: true });
    timeline.opened[0]?.lose();
    await until(() => timeline.gone.length > 0);
    assert.deepEqual([timeline.gone, timeline.now], [[outcome], 0]);
    await socket.stop();
  });

  it('has half a minute at startup, which then fails with the cause', async () => {
    const { timeline, socket } = keeper(() => away);
    await assert.rejects(socket.start(), away);
    assert.ok(timeline.now >= SOCKET_TIMING.startWithinMs && timeline.now < MINUTE, `${timeline.now}`);
    const refusal = new SocketNotOpenedError('apps.connections.open: invalid_auth', { isRefused: true });
    const refused = keeper(() => refusal);
    await assert.rejects(refused.socket.start(), refusal);
    assert.equal(refused.timeline.now, 0);
  });

  it('that Slack refreshes is closed only after its successor is open, and delivers until then', async () => {
    let fails = 0;
    const { timeline, socket } = keeper(() => (fails-- > 0 ? away : 'opens'));
    await socket.start();
    const [first] = timeline.opened;
    assert.ok(first);
    fails = 12;
    first.onRefresh('refresh_requested');
    first.onRefresh('warning');
    assert.deepEqual([first.isClosed, socket.isConnected()], [false, true]);
    await until(() => timeline.now > 2 * MINUTE);
    assert.deepEqual([first.isClosed, socket.isConnected()], [false, false], 'Slack has forgotten it by now');
    await until(() => timeline.opened.length === 2);
    assert.equal(first.isClosed, false, 'what came over it may still be answered');
    await until(() => first.isClosed);
    assert.equal(timeline.pauses.at(-1), SOCKET_TIMING.lingerMs);
    assert.match(timeline.lines, /"why":"refresh_requested".*new socket to Slack is open/);
    assert.equal(socket.isConnected(), true);
    assert.equal(timeline.opened.length, 2);
    await socket.stop();
  });

  it('that Slack refreshes but never closes does not hide that its successor fails to open', async () => {
    let isAway = false;
    const { timeline, socket } = keeper(() => (isAway ? away : 'opens'));
    await socket.start();
    isAway = true;
    timeline.opened[0]?.onRefresh('refresh_requested');
    await until(() => timeline.gone.length > 0);
    assert.ok(timeline.now > 10 * MINUTE && timeline.now < 12 * MINUTE, `${timeline.now}`);
    await socket.stop();
  });

  it('is reopened with random shorter delays, so that replicas do not retry in step', async () => {
    let tries = 0;
    const { socket, timeline } = keeper(
      () => (++tries < 4 ? new SocketNotOpenedError('no answer') : 'opens'),
      () => 0.5,
    );
    await socket.start();
    assert.deepEqual(timeline.pauses, [875, 1_750, 3_500]);
  });

  it('that keeps opening and closing is reopened with delays', async () => {
    const { timeline, socket } = keeper(() => 'opens');
    await socket.start();
    for (let round = 0; round < 40; round += 1) {
      await until(() => socket.isConnected());
      timeline.opened.at(-1)?.lose();
    }
    assert.ok(timeline.now > 2 * MINUTE, `40 sockets in ${timeline.now} ms`);
    await socket.stop();
  });

  it('that closes at the moment it opens still gets a successor', async () => {
    const { timeline, socket } = keeper(() => 'opens');
    const starting = socket.start();
    timeline.opened[0]?.onRefresh('refresh_requested');
    await starting;
    await until(() => timeline.opened.length === 2 && timeline.opened[0]?.isClosed === true);
    assert.equal(socket.isConnected(), true);
    await socket.stop();
    assert.equal(socket.isConnected(), false);
    assert.deepEqual(timeline.gone, []);
  });
});
