import { type App, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from '../../observability/log.ts';
import { SlackApiError } from '../client/errors.ts';
import { networkCause } from '../client/network-cause.ts';
import { TOKEN_REFUSED } from '../client/token-watch.ts';
import { TIMEOUT_MS } from '../client/web-api.ts';
import { boltLogger } from './bolt-logger.ts';
import { guardSocketFrames } from './guard-socket-frames.ts';
import { receivedAt } from './request-tracing.ts';
import { type SocketProxy, watchWebSocket } from './websocket-dispatcher.ts';

/** One socket to Slack, from opening to close. It is never reopened: another one replaces it. */
export type SocketSession = {
  /** Settles once Slack has said hello; rejects with SocketNotOpenedError. */
  opened: Promise<void>;
  isOpen: () => boolean;
  /** Closes the connection, whether or not Slack answers the close frame. */
  close: () => Promise<void>;
};

export type SocketSettings = { appToken: string; apiUrl: string; proxy: SocketProxy | null };

/** Receives what comes over a socket: the Bolt app. */
export type Handler = Pick<App, 'processEvent'>;

/** What a session reports. */
export type SocketHooks = {
  /** Slack wants this socket to be replaced; it continues to deliver until then. */
  onRefresh: (reason: string) => void;
  /** An open socket was lost. */
  onLost: (why: string) => void;
};

/** A socket could not be opened. `why` names the cause: Slack's error code, an HTTP status, the network's code. */
export class SocketNotOpenedError extends Error {
  override readonly name = 'SocketNotOpenedError';
  readonly why: string;
  /** Slack refuses the token: trying again does not help. */
  readonly isRefused: boolean;

  constructor(why: string, { isRefused = false, cause }: { isRefused?: boolean; cause?: unknown } = {}) {
    super(`Failed to open a socket to Slack: ${why}`, { cause });
    this.why = why;
    this.isRefused = isRefused;
  }
}

/** Codes that say that the app-level token, or Socket Mode itself, no longer works. */
const REFUSED = new Set([
  ...TOKEN_REFUSED,
  'missing_scope',
  'no_permission',
  'forbidden_team',
  'socket_mode_not_enabled',
]);

/** From asking for an address to Slack's hello. */
const OPEN_WITHIN_MS = 15_000;
const GOODBYE_MS = 1_000;

/** Opens a socket whose requests go to `app`. */
export function openSocket(
  settings: SocketSettings,
  { app, log, onRefresh, onLost }: SocketHooks & { app: Handler; log: Logger },
): SocketSession {
  const webSocket = watchWebSocket(settings.proxy);
  const receiver = new SocketModeReceiver({
    appToken: settings.appToken,
    // Errors are reported here, once; the client would log them too.
    logger: { ...boltLogger(log), error: () => undefined },
    autoReconnectEnabled: false,
    dispatcher: webSocket.dispatcher,
    customPropertiesExtractor: receivedAt,
    installerOptions: {
      clientOptions: {
        slackApiUrl: settings.apiUrl,
        timeout: TIMEOUT_MS,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        fetch: (url, init) => fetch(url, init),
      },
    },
  });
  receiver.init(app as App);
  const { client } = receiver;
  let isGreeted = false;
  let isClosed = false;
  guardSocketFrames(receiver, { log, onDisconnect: onRefresh });
  client.on('connected', () => {
    isGreeted = !isClosed;
  });
  client.on('disconnected', () => {
    const wasOpen = isGreeted && !isClosed;
    isClosed = true;
    webSocket.destroy();
    if (wasOpen) onLost(webSocket.whyNot() ?? 'closed by Slack');
  });

  const close = async (): Promise<void> => {
    isClosed = true;
    const goodbye = client.websocket ? client.disconnect() : Promise.resolve();
    await Promise.race([goodbye, new Promise((resolve) => setTimeout(resolve, GOODBYE_MS).unref())]);
    webSocket.destroy();
  };

  const opening = open();
  async function open(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new SocketNotOpenedError(webSocket.whyNot() ?? 'no hello from Slack in time')),
        OPEN_WITHIN_MS,
      );
    });
    try {
      await Promise.race([client.start(), late]);
      if (isClosed) throw new SocketNotOpenedError('closed while opening');
    } catch (error) {
      void close();
      throw error instanceof SocketNotOpenedError ? error : notOpened(error, webSocket.whyNot());
    } finally {
      clearTimeout(timer);
    }
  }
  return { opened: opening, isOpen: () => isGreeted && !isClosed, close };
}

/** The client throws what its Web API call threw, or nothing at all where the WebSocket failed. */
function notOpened(error: unknown, whyNot: string | null): SocketNotOpenedError {
  if (error === undefined || whyNot !== null)
    return new SocketNotOpenedError(whyNot ?? 'closed before its hello');
  const trouble = SlackApiError.from('apps.connections.open', error);
  if (trouble.code === 'no_answer') {
    return new SocketNotOpenedError(`apps.connections.open: ${networkCause(error)}`, { cause: error });
  }
  const isRefused = REFUSED.has(trouble.code);
  return new SocketNotOpenedError(`apps.connections.open: ${trouble.code}`, { isRefused, cause: error });
}
