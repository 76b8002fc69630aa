import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici';
import { networkCause } from '../client/network-cause.ts';

/** The proxies for ws and wss, as URLs, and the hosts that are reached without them. */
export type SocketProxy = { http: string | null; https: string | null; no: string };

/** The network connection under one WebSocket, which the WebSocket API does not expose. */
export type WatchedWebSocket = {
  dispatcher: Dispatcher;
  /** Why it could not be opened, or broke; null if nothing is known. */
  whyNot: () => string | null;
  /** Ends the connection, whatever state it is in. */
  destroy: () => void;
};

/** Slack's client sends a ping every 1.7 s, and a living peer answers each. */
const SILENT_SECONDS = 6;

/**
 * Watches the connection of one WebSocket: an error event does not name its cause, and a peer that disappears
 * silently would only be noticed after 30 s. A connection over which nothing has arrived for six seconds is ended.
 */
export function watchWebSocket(proxy: SocketProxy | null): WatchedWebSocket {
  const agents = agentsFor(proxy);
  let socket: Duplex | null = null;
  let why: string | null = null;
  let watch: NodeJS.Timeout | undefined;

  function upgraded(connection: Duplex): void {
    socket = connection;
    // Listening for data would take it away from the WebSocket.
    const bytesRead = () => (connection instanceof Socket ? connection.bytesRead : Number.NaN);
    let seen = bytesRead();
    let silentSeconds = 0;
    // Counted, not read from a clock: a machine that slept has not listened meanwhile.
    watch = setInterval(() => {
      silentSeconds = bytesRead() === seen ? silentSeconds + 1 : 0;
      seen = bytesRead();
      if (silentSeconds < SILENT_SECONDS) return;
      why ??= `no sign of life for ${SILENT_SECONDS} s`;
      connection.destroy();
    }, 1_000);
    connection.on('error', (error) => {
      why ??= networkCause(error);
    });
    connection.on('close', () => clearInterval(watch));
  }

  const dispatcher = agents.wss.compose((secure) => (options, handler) => {
    const isPlain = String(options.origin).startsWith('http:');
    const dispatch: typeof secure = isPlain ? (...of) => agents.ws.dispatch(...of) : secure;
    return dispatch(options, {
      onRequestStart: (...of) => handler.onRequestStart?.(...of),
      onRequestUpgrade(controller, status, headers, connection) {
        upgraded(connection);
        handler.onRequestUpgrade?.(controller, status, headers, connection);
      },
      onResponseStart(controller, status, headers, message) {
        // Anything but 101, which comes as an upgrade.
        why ??= `HTTP ${status}`;
        return handler.onResponseStart?.(controller, status, headers, message);
      },
      onResponseData: (...of) => handler.onResponseData?.(...of),
      onResponseEnd: (...of) => handler.onResponseEnd?.(...of),
      onResponseError(controller, error) {
        why ??= networkCause(error);
        handler.onResponseError?.(controller, error);
      },
    });
  });

  return {
    dispatcher,
    whyNot: () => why,
    destroy() {
      clearInterval(watch);
      socket?.destroy();
      for (const agent of Object.values(agents)) agent.destroy().catch(() => undefined);
    },
  };
}

/** Connections for one WebSocket: with HTTP/2 several would share one. */
function agentsFor(proxy: SocketProxy | null): { wss: Dispatcher; ws: Dispatcher } {
  const options = { allowH2: false };
  const agent = (url: string | null | undefined) =>
    url
      ? new EnvHttpProxyAgent({ ...options, httpProxy: url, httpsProxy: url, noProxy: proxy?.no ?? '' })
      : new Agent(options);
  return { wss: agent(proxy?.https), ws: agent(proxy?.http) };
}
