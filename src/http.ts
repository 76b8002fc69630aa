import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from './observability/log.ts';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** What the app's HTTP server answers from. */
export type HttpRoutes = {
  /** Takes POST /slack/events; null where Slack comes over a socket. */
  slack: Listener | null;
  /** What is not ready, in words; empty when all is. */
  notReady: () => Promise<string[]>;
  /** What /metrics shows. */
  metrics: { contentType: string; page: () => Promise<string> };
  /** ms since 1970. */
  now: () => number;
};

/** Slack's own rule for how old a signed request may be; Bolt checks the past, this server the future. */
const CLOCK_SLACK_SECONDS = 300;

/**
 * Starts the one HTTP server of the app: /healthz (alive), /readyz (Slack and the store at hand),
 * /metrics (for Prometheus), and in HTTP mode /slack/events. Throws if the address cannot be listened on.
 */
export async function startHttp(
  at: { port: number; host: string },
  routes: HttpRoutes,
  log: Logger,
): Promise<{ port: number; stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    answer(request, response, routes).catch((error: unknown) => {
      log.error({ err: error }, 'a request could not be answered');
      if (!response.headersSent) reply(response, 500, 'error');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, stop: () => close(server) };
}

async function answer(request: IncomingMessage, response: ServerResponse, routes: HttpRoutes): Promise<void> {
  const path = (request.url ?? '/').split('?')[0];
  if (path === '/slack/events' && request.method === 'POST' && routes.slack) {
    if (isFromTheFuture(request, routes.now())) return reply(response, 401, 'timestamp in the future');
    return routes.slack(request, response);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return reply(response, 404, 'not found');
  if (path === '/healthz') return reply(response, 200, 'ok');
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

function isFromTheFuture(request: IncomingMessage, now: number): boolean {
  const seconds = Number(request.headers['x-slack-request-timestamp']);
  return Number.isFinite(seconds) && seconds - now / 1000 > CLOCK_SLACK_SECONDS;
}

function reply(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
