import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from './observability/log.ts';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** What the app's HTTP server serves. */
export type HttpRoutes = {
  /** Handles POST /slack/events; null in Socket Mode. */
  slack: Listener | null;
  /** What /healthz answers: `ok`, or `migrating`. */
  health: () => string;
  /** What is not ready, in words; empty if everything is. */
  notReady: () => Promise<string[]>;
  /** What /metrics shows. */
  metrics: { contentType: string; page: () => Promise<string> };
};

/** Limits for clients of the server; times in milliseconds. */
export type HttpLimits = {
  connections: number;
  /** How long a request's headers may take to arrive, and all of it. */
  headersMs: number;
  requestMs: number;
  /** How long a kept-alive connection may be idle between two requests. */
  idleMs: number;
  /** How long requests in flight may delay a shutdown. */
  closeMs: number;
};

/** Slack sends its requests at once, and times out after three seconds. */
export const HTTP_LIMITS: HttpLimits = {
  connections: 2_000,
  headersMs: 5_000,
  requestMs: 10_000,
  idleMs: 5_000,
  closeMs: 1_000,
};

/** How often connections are checked against the limits. */
const CHECK_EVERY_MS = 500;
const SLACK_PATH = '/slack/events';

/**
 * Starts the one HTTP server of the app: /healthz (alive), /readyz (Slack and the database available),
 * /metrics (for Prometheus), and in HTTP mode /slack/events. Throws if the address cannot be listened on.
 */
export async function startHttp(
  at: { port: number; host: string },
  routes: HttpRoutes,
  { log, limits = HTTP_LIMITS }: { log: Logger; limits?: HttpLimits },
): Promise<{ port: number; stop: () => Promise<void> }> {
  const options = {
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.idleMs,
    connectionsCheckingInterval: Math.min(CHECK_EVERY_MS, limits.headersMs),
  };
  const server = createServer(options, (request, response) => {
    answer(request, response, routes).catch((error: unknown) => {
      log.error({ err: error }, 'failed to answer an HTTP request');
      if (!response.headersSent) reply(response, 500, 'error');
    });
  });
  server.maxConnections = limits.connections;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, stop: () => close(server, limits.closeMs) };
}

async function answer(request: IncomingMessage, response: ServerResponse, routes: HttpRoutes): Promise<void> {
  const [given = '', query] = (request.url ?? '/').split('?');
  const path = given.replace(/(?<=.)\/+$/, '');
  if (path === SLACK_PATH && request.method === 'POST' && routes.slack) {
    // A Request URL may end with a slash, which Bolt does not know.
    request.url = query === undefined ? SLACK_PATH : `${SLACK_PATH}?${query}`;
    return routes.slack(request, response);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return reply(response, 404, 'not found');
  if (path === '/healthz') return reply(response, 200, routes.health());
  if (path === '/readyz') {
    const missing = await routes.notReady();
    return reply(response, missing.length === 0 ? 200 : 503, missing.join(', ') || 'ready');
  }
  if (path === '/metrics') {
    const page = await routes.metrics.page();
    response.writeHead(200, { 'content-type': routes.metrics.contentType }).end(page);
    return;
  }
  return reply(response, 404, 'not found');
}

function reply(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

/** Accepts no new connections, and ends those that are left after `graceMs`: a client may hold one open on purpose. */
function close(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
