import { randomBytes } from 'node:crypto';
import type { Block } from './blocks.ts';
import type { OpenView } from './views.ts';
import { createWorkspace, type Workspace, type WorkspaceOptions } from './workspace.ts';

/** What a message said at one time. */
export type Version = { text: string; blocks: Block[]; metadata?: unknown };

/** A message of the app. It changes as the app updates it; `history` keeps what it said before, oldest first. */
export type FakeMessage = Version & {
  channel: string;
  ts: string;
  thread_ts?: string;
  user: string;
  reply_broadcast?: boolean;
  unfurl_links?: boolean;
  unfurl_media?: boolean;
  updates: number;
  deleted?: boolean;
  history: Version[];
};

/** A message that one person sees. */
export type FakeEphemeral = {
  channel: string;
  user: string;
  ts: string;
  thread_ts?: string;
  text: string;
  blocks: Block[];
};

/** Whether a message is one that stays, not an ephemeral one. */
export function isLasting(message: FakeMessage | FakeEphemeral): message is FakeMessage {
  return 'history' in message;
}

/**
 * A call of the Web API: `answer` is undefined until there is one. `from` it came in, `to` it was answered (ms of
 * performance.now(); `to` is null until then).
 */
export type Call = {
  method: string;
  args: Record<string, unknown>;
  answer: unknown;
  from: number;
  to: number | null;
};

/** What the app answered to a payload. */
export type Ack = {
  /** Whether the app took it, in time. */
  acked: boolean;
  /** The HTTP status, 200 for an ack over a socket, 0 for no answer. */
  status: number;
  body: unknown;
  ms: number;
  /** What the person is told when it was not taken: operation_timeout, dispatch_failed … */
  error?: string;
};

/** An ack as it was received; `kind` is slash_commands, block_actions, view_submission or an event's type. */
export type ReceivedAck = { kind: string; ms: number; body: unknown; at: number };

/** Something that lets the app open a modal. */
export type Trigger = { user: string; issuedAt: number; used: boolean };

/** Where the app may answer an interaction. `message` is the one that was clicked. */
export type ResponseUrl = {
  user: string;
  channel: string;
  message?: FakeMessage | FakeEphemeral;
  issuedAt: number;
  uses: number;
};

/** Everything that the fake knows. */
export type State = {
  workspace: Workspace;
  messages: FakeMessage[];
  ephemerals: FakeEphemeral[];
  triggers: Map<string, Trigger>;
  responseUrls: Map<string, ResponseUrl>;
  /** Tickets for sockets: each opens one. */
  socketTickets: Set<string>;
  /** The open modals of each person, the lowest first. */
  modals: Map<string, OpenView[]>;
  homes: Map<string, OpenView>;
  calls: Call[];
  acks: ReceivedAck[];
  /** Payloads that the app did not take, and why. */
  lost: string[];
  problems: string[];
  warnings: string[];
  /** How long each call of the Web API takes. */
  latencyMs: number;
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  origin: string;
  /** Aborted when the fake closes. */
  closing: AbortController;
  /** Tells those who wait that something happened. */
  changed: () => void;
  /** A timestamp as Slack's messages have: unique, growing, seconds with six decimals. */
  nextTs: () => string;
};

/** An empty Slack. */
export function createState(options: WorkspaceOptions): State {
  const workspace = createWorkspace(options);
  let last = 0;
  return {
    workspace,
    messages: [],
    ephemerals: [],
    triggers: new Map(),
    responseUrls: new Map(),
    socketTickets: new Set(),
    modals: new Map(),
    homes: new Map(),
    calls: [],
    acks: [],
    lost: [],
    problems: [],
    warnings: [],
    latencyMs: 0,
    origin: '',
    closing: new AbortController(),
    changed: () => {},
    nextTs() {
      last = Math.max(workspace.now() * 1000, last + 1);
      return (last / 1_000_000).toFixed(6);
    },
  };
}

/** A new id that no one can guess, such as `V4F9C2A1B0`. */
export function newId(prefix: string): string {
  return `${prefix}${randomBytes(5).toString('hex').toUpperCase()}`;
}

/** Slack says no to a call: answered as `{ok: false, error, …more}`. */
export class SlackRefusalError extends Error {
  readonly error: string;
  readonly more: Record<string, unknown>;

  constructor(error: string, more: Record<string, unknown> = {}) {
    super(`Slack refuses: ${error}`);
    this.error = error;
    this.more = more;
  }
}
