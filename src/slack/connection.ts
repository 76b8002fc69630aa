import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, HTTPReceiver, LogLevel, type Logger as SlackLogger, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from '../log.ts';
import { onlyPayloads } from './http-payloads.ts';
import { register as registerActions } from './listeners/actions/index.ts';
import { register as registerCommands } from './listeners/commands/index.ts';
import type { Desk } from './listeners/desk.ts';
import { register as registerEvents } from './listeners/events/index.ts';
import { register as registerShortcuts } from './listeners/shortcuts/index.ts';
import { register as registerViews } from './listeners/views/index.ts';
import type { Identity } from './outbound.ts';
import { type AckLog, arrival, followRequests } from './requests.ts';
import { onlyEnvelopes } from './socket-frames.ts';

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

type Settings = { botToken: string; appToken?: string; signingSecret?: string; apiUrl: string };

/**
 * Builds the Bolt app with all listeners. Nothing is connected before `start`. `onAck` hears of each request that was
 * answered.
 */
export function connectSlack(
  settings: Settings,
  identity: Identity,
  desk: Desk,
  onAck: (ack: AckLog) => void,
): SlackConnection {
  const { log } = desk;
  const logger = forBolt(log);
  const running = new Set<Promise<unknown>>();
  let isConnected = false;

  const socket = settings.appToken
    ? new SocketModeReceiver({
        appToken: settings.appToken,
        logger,
        customPropertiesExtractor: arrival,
        // An object of its own: its long retries must not reach the client that listeners use.
        installerOptions: { clientOptions: { slackApiUrl: settings.apiUrl } },
      })
    : null;
  const http = socket
    ? null
    : new HTTPReceiver({
        signingSecret: settings.signingSecret ?? '',
        logger,
        customPropertiesExtractor: arrival,
        unhandledRequestTimeoutMillis: desk.timing.unhandledRequestMs,
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
    token: settings.botToken,
    botId: identity.botId,
    botUserId: identity.botUserId,
    // Who the app is was asked already, with an error that says what to do.
    tokenVerificationEnabled: false,
    clientOptions: { slackApiUrl: settings.apiUrl },
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
  followRequests(app, log, onAck);
  registerCommands(app, desk);
  registerActions(app, desk);
  registerViews(app, desk);
  registerEvents(app, desk);
  registerShortcuts(app, desk);

  if (socket) onlyEnvelopes(socket, log);
  socket?.client.on('connected', () => {
    isConnected = true;
  });
  for (const event of ['reconnecting', 'disconnected', 'close']) {
    socket?.client.on(event, () => {
      isConnected = false;
    });
  }

  return {
    requestListener: http ? onlyPayloads(http.requestListener, settings.signingSecret ?? '') : null,
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
export function withoutTokens(words: string): string {
  return words.replaceAll(/\b(xox[a-z]|xapp)-[\w-]+/g, '$1-(cut out)');
}

/** Bolt and its clients log to the app's log. Their debug lines hold whole payloads: these are never written. */
function forBolt(log: Logger): SlackLogger {
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (...message: unknown[]) =>
      log[level](withoutTokens(message.join(' ')));
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
