import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDelivery } from './delivery.ts';
import { openSockets } from './delivery-socket.ts';
import { createFaults, type Faults } from './faults.ts';
import { createPerson, type Person } from './person.ts';
import {
  type Call,
  createState,
  type FakeEphemeral,
  type FakeMessage,
  type ReceivedAck,
  type State,
} from './state.ts';
import { createUntil, dump, type Until } from './waiting.ts';
import { handleRequest } from './web-api.ts';
import type { FakeChannel, FakeGroup, FakeUser, WorkspaceOptions } from './workspace.ts';

export { visibleText } from './blocks.ts';
export { post, sign } from './delivery-http.ts';
export type { Fault } from './faults.ts';
export type { OpenModal, Submission } from './modal.ts';
export type { ClickOptions, Person } from './person.ts';
export type { Ack, Call, FakeEphemeral, FakeMessage, ReceivedAck } from './state.ts';
export type { View } from './views.ts';
export { APP, APP_SCOPES, type FakeChannel, type FakeGroup, type FakeUser, TEAM } from './workspace.ts';

/** As long as Slack itself waits, for an ack and for a trigger_id to be used, in milliseconds. */
export const AS_SLACK = { ackWithinMs: 3_000, triggerLifeMs: 3_000 };
/** However busy the machine is: what takes longer hangs. Tests are about what an app does, not about how soon. */
const HANGS_AFTER_MS = 60_000;

/** Who and what is in the fake Slack, and how patient it is. */
export type FakeSlackOptions = WorkspaceOptions & {
  /** How long Slack waits for an ack, in real milliseconds; default a minute. */
  ackWithinMs?: number;
  /** How long `until` waits, in real milliseconds; default a minute. */
  untilMs?: number;
  /** The name by which it is called; 127.0.0.1 unless given. */
  host?: string;
  /** How long each call of the Web API takes, in real milliseconds; default 0. */
  latencyMs?: number;
};

/** A Slack of one's own: strict where the real one is, and with people to act as. */
export type FakeSlack = {
  /** For SLACK_API_URL. */
  apiUrl: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  readonly deliverOver: 'socket' | 'http';
  /** From now on payloads are posted, signed, to this URL (the app's `/slack/events`), not sent over sockets. */
  deliverTo: (url: string) => void;
  /** People, channels, groups and scopes; a test may change them as it goes. */
  users: Map<string, FakeUser>;
  channels: Map<string, FakeChannel>;
  groups: Map<string, FakeGroup>;
  scopes: Set<string>;
  as: (userId: string) => Person;
  /** The messages of a channel, or of all, oldest first; no replies, nothing deleted. */
  messages: (channel?: string) => FakeMessage[];
  /** The replies to a message, oldest first. */
  thread: (root: FakeMessage) => FakeMessage[];
  /** What the app wrote to someone directly, replies included. */
  directMessages: (userId: string) => FakeMessage[];
  ephemerals: (userId?: string) => FakeEphemeral[];
  calls: Call[];
  acks: ReceivedAck[];
  /** What a strict Slack minds: late acks, spent trigger_ids, blocks that it refuses … Tests want none. */
  problems: string[];
  /** What Slack takes and an app regrets. */
  warnings: string[];
  until: Until;
  faults: Faults;
  /** All that can be seen, as text. */
  dump: () => string;
  /** Sends a frame as it is over every socket. What the app makes of it is no concern of Slack's. */
  sendFrame: (frame: string | Buffer) => void;
  /** Asks every socket to go, as Slack does every few hours; abruptly: cuts them. */
  disconnectSockets: (abruptly?: boolean, reason?: string) => void;
  /** Someone takes the app out of the workspace, or puts it in again with the same token. */
  revokeBotToken: (isRevoked?: boolean) => void;
  /** The other side of every socket stands still from now on. */
  freezeSockets: () => void;
  /** The sockets that payloads are sent over. */
  readonly sockets: number;
  /** Those, and those that were asked to go and have not. */
  readonly openSockets: number;
  close: () => Promise<void>;
};

const TOKENS = { bot: 'xoxb-0-fake-bot-token', app: 'xapp-1-A0APP-0-fake-app-token' };
const SIGNING_SECRET = '8f742231b10e8888abcd99yyyzzz85a5';

/** Starts a fake Slack on a free port of 127.0.0.1. */
export async function startFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const state = createState({ triggerLifeMs: HANGS_AFTER_MS, ...options });
  state.latencyMs = options.latencyMs ?? 0;
  const until = createUntil(state, options.untilMs ?? HANGS_AFTER_MS);
  const faults = createFaults();
  const tokens = { ...TOKENS, isRevoked: false };
  const server = createServer((request, response) => {
    handleRequest(state, faults, tokens, request, response).catch((error: unknown) => {
      if (!state.closing.signal.aborted)
        state.problems.push(`The fake itself failed at ${request.url}: ${error}`);
      response.destroy();
    });
  });
  // After a stall, a connection that is ended meanwhile would lose a call.
  server.keepAliveTimeout = 0;
  const sockets = openSockets(state, server);
  const delivery = createDelivery(state, sockets, SIGNING_SECRET, options.ackWithinMs ?? HANGS_AFTER_MS);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  state.origin = `http://${options.host ?? '127.0.0.1'}:${(server.address() as AddressInfo).port}`;
  const { users, channels, groups, scopes } = state.workspace;

  return {
    ...lookingAt(state),
    apiUrl: `${state.origin}/api/`,
    botToken: TOKENS.bot,
    appToken: TOKENS.app,
    signingSecret: SIGNING_SECRET,
    get deliverOver() {
      return delivery.to === 'socket' ? 'socket' : 'http';
    },
    deliverTo(url) {
      delivery.to = url;
    },
    users,
    channels,
    groups,
    scopes,
    as(userId) {
      const user = users.get(userId);
      if (!user) throw new Error(`No one is ${userId}; there are: ${[...users.keys()].join(', ')}`);
      return createPerson(state, delivery, until, user);
    },
    until,
    faults,
    dump: () => dump(state),
    sendFrame: sockets.sendFrame,
    disconnectSockets: sockets.disconnect,
    revokeBotToken(isRevoked = true) {
      tokens.isRevoked = isRevoked;
    },
    freezeSockets: sockets.freeze,
    get openSockets() {
      return sockets.open();
    },
    get sockets() {
      return sockets.count();
    },
    async close() {
      state.closing.abort();
      state.changed();
      await sockets.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

type Looking = Pick<
  FakeSlack,
  'messages' | 'thread' | 'directMessages' | 'ephemerals' | 'calls' | 'acks' | 'problems' | 'warnings'
>;

function lookingAt(state: State): Looking {
  const { calls, acks, problems, warnings } = state;
  const there = () => state.messages.filter(({ deleted }) => !deleted);
  return {
    messages: (channel) =>
      there().filter(
        (one) => one.thread_ts === undefined && (channel === undefined || one.channel === channel),
      ),
    thread: (root) => there().filter((one) => one.channel === root.channel && one.thread_ts === root.ts),
    directMessages: (userId) =>
      there().filter((one) => state.workspace.channels.get(one.channel)?.user === userId),
    ephemerals: (userId) => state.ephemerals.filter((one) => userId === undefined || one.user === userId),
    calls,
    acks,
    problems,
    warnings,
  };
}
