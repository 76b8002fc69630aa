import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { App, HTTPReceiver, type Receiver } from '@slack/bolt';
import { isFirstSeen, type SignedRequest } from '../../store/seen-requests.ts';
import type { Identity } from '../client/outbound.ts';
import { register as registerActions } from '../listeners/actions/index.ts';
import { register as registerCommands } from '../listeners/commands/index.ts';
import type { ListenerContext } from '../listeners/context.ts';
import { register as registerEvents } from '../listeners/events/index.ts';
import { register as registerShortcuts } from '../listeners/shortcuts/index.ts';
import { register as registerViews } from '../listeners/views/index.ts';
import { withTimeout } from '../with-timeout.ts';
import { boltLogger } from './bolt-logger.ts';
import { guardHttpPayloads, type RefusedRequest } from './guard-http-payloads.ts';
import { type AckLog, receivedAt, traceRequests } from './request-tracing.ts';
import { keepSocket } from './socket-mode.ts';
import { openSocket } from './socket-session.ts';
import type { SocketProxy } from './websocket-dispatcher.ts';

/** The Slack transport: commands, clicks and submissions, over a socket or signed HTTP. */
export type SlackConnection = {
  /** Handles POST /slack/events in HTTP mode; null in Socket Mode. */
  requestListener: ((request: IncomingMessage, response: ServerResponse) => void) | null;
  isConnected: () => boolean;
  start: () => Promise<void>;
  /** Receives nothing more from the socket. */
  stop: () => Promise<void>;
  /** Waits for the listeners that run. */
  idle: () => Promise<void>;
};

type SlackConfig = {
  botToken: string;
  appToken?: string;
  signingSecret?: string;
  apiUrl: string;
  proxy: SocketProxy | null;
  /** Who the app is, as Slack said at the start. */
  identity: Identity;
};

/** What the connection reports. */
export type SlackListeners = {
  /** Called for each request that was answered. */
  onAck: (ack: AckLog) => void;
  /** Called for each request that was refused before it was processed, in HTTP mode. */
  onRefusedRequest: (why: RefusedRequest) => void;
  /** Called when Slack refuses the app, or was unreachable for ten minutes. */
  onFatal: (error: unknown) => void;
};

/** In Socket Mode each socket has a receiver of its own, which passes its envelopes to the app. */
const SOCKETS_ARE_KEPT_APART: Receiver = {
  init: () => undefined,
  start: async () => undefined,
  stop: async () => undefined,
};

/** How long a stop waits for what is being answered. */
const DRAIN_TIMEOUT_MS = 1_000;

/** Recording a request must not use up the time in which Slack expects an answer. */
const REMEMBER_TIMEOUT_MS = 1_000;

/**
 * Whether a request is seen for the first time. If the database is unavailable it passes: nothing can be changed then
 * anyway.
 */
async function firstSeen({ db, log, now }: ListenerContext, request: SignedRequest): Promise<boolean> {
  try {
    return (await withTimeout(isFirstSeen(db, request, now()), REMEMBER_TIMEOUT_MS)) ?? true;
  } catch (error) {
    log.warn({ err: error }, 'failed to record a Slack request: a replay would not be noticed');
    return true;
  }
}

/** Builds the Bolt app with all listeners. Nothing is connected before `start`. */
export function createSlackConnection(
  config: SlackConfig,
  ctx: ListenerContext,
  { onAck, onRefusedRequest, onFatal }: SlackListeners,
): SlackConnection {
  const { log, now } = ctx;
  const logger = boltLogger(log);
  const running = new Set<Promise<unknown>>();
  const { appToken, apiUrl, proxy, identity } = config;
  const http = appToken
    ? null
    : new HTTPReceiver({
        signingSecret: config.signingSecret ?? '',
        logger,
        customPropertiesExtractor: receivedAt,
        unhandledRequestTimeoutMillis: ctx.timing.unhandledRequestMs,
        // Bolt's own answer, 500, would have Slack send it again.
        processEventErrorHandler: async ({ error, response }) => {
          log.warn({ err: error }, 'ignored a Slack payload that could not be parsed');
          if (!response.headersSent) response.writeHead(400).end();
          return false;
        },
      });
  const app = new App({
    receiver: http ?? SOCKETS_ARE_KEPT_APART,
    token: config.botToken,
    botId: identity.botId,
    botUserId: identity.botUserId,
    // Verified at the start already, with an error that says what to do.
    tokenVerificationEnabled: false,
    clientOptions: { slackApiUrl: config.apiUrl },
    convoStore: false,
    extendedErrorHandler: true,
    logger,
  });
  app.use(async ({ next }) => {
    const handling = Promise.resolve(next());
    running.add(handling);
    await handling.finally(() => running.delete(handling));
  });
  app.error(async ({ error }: { error: Error }) => {
    log.error({ err: error }, 'listener failed');
  });
  traceRequests(app, { log, onAck });
  registerCommands(app, ctx);
  registerActions(app, ctx);
  registerViews(app, ctx);
  registerEvents(app, ctx);
  registerShortcuts(app, ctx);

  const socket = appToken
    ? keepSocket({
        open: (hooks) => openSocket({ appToken, apiUrl, proxy }, { app, log, ...hooks }),
        log,
        onFatal,
      })
    : null;
  let isListening = false;

  async function idle(): Promise<void> {
    await Promise.allSettled(running);
  }

  return {
    requestListener:
      http &&
      guardHttpPayloads(http.requestListener, {
        signingSecret: config.signingSecret ?? '',
        now,
        onRefused: onRefusedRequest,
        isFirstSeen: (request) => firstSeen(ctx, request),
      }),
    isConnected: () => socket?.isConnected() ?? isListening,
    async start() {
      await socket?.start();
      isListening = true;
    },
    async stop() {
      // What came over a socket can be acked over it only.
      await Promise.race([idle(), sleep(DRAIN_TIMEOUT_MS, undefined, { ref: false })]);
      await socket?.stop();
    },
    idle,
  };
}
