import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, HTTPReceiver, LogLevel, type Logger as SlackLogger, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from '../../observability/log.ts';
import type { Identity } from '../client/outbound.ts';
import { register as registerActions } from '../listeners/actions/index.ts';
import { register as registerCommands } from '../listeners/commands/index.ts';
import type { ListenerContext } from '../listeners/context.ts';
import { register as registerEvents } from '../listeners/events/index.ts';
import { register as registerShortcuts } from '../listeners/shortcuts/index.ts';
import { register as registerViews } from '../listeners/views/index.ts';
import { guardHttpPayloads } from './guard-http-payloads.ts';
import { guardSocketFrames } from './guard-socket-frames.ts';
import { type AckLog, receivedAt, traceRequests } from './request-tracing.ts';

/** The way in from Slack: commands, clicks and submissions, over a socket or signed HTTP. */
export type SlackConnection = {
  /** Takes POST /slack/events in HTTP mode; null in Socket Mode. */
  requestListener: ((request: IncomingMessage, response: ServerResponse) => void) | null;
  isConnected: () => boolean;
  start: () => Promise<void>;
  /** Takes nothing new from the socket. */
  stop: () => Promise<void>;
  /** Waits for the listeners that run. */
  idle: () => Promise<void>;
};

type SlackConfig = { botToken: string; appToken?: string; signingSecret?: string; apiUrl: string };

/**
 * Builds the Bolt app with all listeners. Nothing is connected before `start`. `onAck` hears of each request that was
 * answered.
 */
export function createSlackConnection(
  config: SlackConfig,
  identity: Identity,
  ctx: ListenerContext,
  onAck: (ack: AckLog) => void,
): SlackConnection {
  const { log } = ctx;
  const logger = boltLogger(log);
  const running = new Set<Promise<unknown>>();
  let isConnected = false;

  const socket = config.appToken
    ? new SocketModeReceiver({
        appToken: config.appToken,
        logger,
        customPropertiesExtractor: receivedAt,
        // An object of its own: its long retries must not reach the client that listeners use.
        installerOptions: { clientOptions: { slackApiUrl: config.apiUrl } },
      })
    : null;
  const http = socket
    ? null
    : new HTTPReceiver({
        signingSecret: config.signingSecret ?? '',
        logger,
        customPropertiesExtractor: receivedAt,
        unhandledRequestTimeoutMillis: ctx.timing.unhandledRequestMs,
        // Bolt's own answer, 500, would have Slack send it again.
        processEventErrorHandler: async ({ error, response }) => {
          log.warn({ err: error }, 'a payload of Slack could not be understood');
          if (!response.headersSent) response.writeHead(400).end();
          return false;
        },
      });
  const receiver = socket ?? http;
  if (!receiver) throw new Error('Neither Socket Mode nor HTTP mode is set up.');

  const app = new App({
    receiver,
    token: config.botToken,
    botId: identity.botId,
    botUserId: identity.botUserId,
    // Who the app is was asked already, with an error that says what to do.
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
    log.error({ err: error }, 'a listener failed');
  });
  traceRequests(app, log, onAck);
  registerCommands(app, ctx);
  registerActions(app, ctx);
  registerViews(app, ctx);
  registerEvents(app, ctx);
  registerShortcuts(app, ctx);

  if (socket) guardSocketFrames(socket, log);
  socket?.client.on('connected', () => {
    isConnected = true;
  });
  for (const event of ['reconnecting', 'disconnected', 'close']) {
    socket?.client.on(event, () => {
      isConnected = false;
    });
  }

  return {
    requestListener: http ? guardHttpPayloads(http.requestListener, config.signingSecret ?? '') : null,
    isConnected: () => isConnected,
    async start() {
      await socket?.start();
      isConnected = true;
    },
    async stop() {
      isConnected = false;
      await socket?.stop();
    },
    async idle() {
      await Promise.allSettled(running);
    },
  };
}

/** Cuts the tokens out of what Slack, or a page of something on the way, repeats of a request. */
export function redactTokens(words: string): string {
  return words.replaceAll(/\b(xox[a-z]|xapp)-[\w-]+/g, '$1-(redacted)');
}

/** Bolt and its clients log to the app's log. Their debug lines hold whole payloads: these are never written. */
function boltLogger(log: Logger): SlackLogger {
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (...message: unknown[]) =>
      log[level](redactTokens(message.join(' ')));
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: write('warn'),
    error: write('error'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}
