import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { createOvhClient, type OvhCallLog, type OvhClientOptions } from '../../src/ovh/client.ts';
import type { OvhConfig } from '../../src/ovh/request.ts';
import { makeCertificate, ownCertificate } from '../../src/sandbox/ovhcloud/certificate.ts';
import { trust } from '../trust.ts';

/** A request as the server read it. */
export type Received = {
  method: string;
  /** With base path and query, as it was signed. */
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
};

/** What the server does with one request. */
export type Reply = (response: ServerResponse, received: Received) => void;

/** A fake service account and its access tokens, as recognisable as `keys`. */
export const account = { clientId: 'public-client-id', clientSecret: 'secret-client-secret' };

/** Issues `secret-token-1`, `secret-token-2` and so on, each good for `lifetimeSeconds`. */
export function issueTokens(lifetimeSeconds = 3_599): Reply {
  let issued = 0;
  return (response, received) => {
    issued += 1;
    const token = { access_token: `secret-token-${issued}`, token_type: 'Bearer', scope: 'all' };
    answer(200, { ...token, expires_in: lifetimeSeconds })(response, received);
  };
}

/** Fake keys, each recognisable wherever it should not turn up. */
export const keys = {
  applicationKey: 'secret-application-key',
  applicationSecret: 'secret-application-secret',
  consumerKey: 'secret-consumer-key',
};

/** Answers with this body: as it is if it is a text, as JSON otherwise, and with none if it is undefined. */
export const answer =
  (status: number, body: unknown, headers: Record<string, string> = {}): Reply =>
  (response) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(text);
  };

export const breakConnection: Reply = (response) => response.socket?.destroy();

export const neverAnswer: Reply = () => {};

/**
 * Mocks the time of the client, and gives what lets every deadline pass. What waits for no time still goes on.
 * Only one of two clients that are used at the same time may be without an answer.
 */
export function mockDeadlines(t: TestContext): { pass: () => void } {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const goingOn = setInterval(() => t.mock.timers.tick(0), 1);
  t.after(() => clearInterval(goingOn));
  return { pass: () => t.mock.timers.tick(60_000) };
}

/** Starts an answer and breaks the connection in the middle of it. */
export const cutAnswer: Reply = (response) => {
  response.writeHead(200, { 'Content-Length': '1000' });
  response.write('{"cartId":', () => response.socket?.destroy());
};

export const badGateway = answer(502, '<html><body><h1>502 Bad Gateway</h1></body></html>', {
  'Content-Type': 'text/html',
});

/** OVHcloud's clock, some seconds before (or behind) ours. */
export const answerTime =
  (secondsAhead: number): Reply =>
  (response, received) =>
    answer(200, Math.round(Date.now() / 1000) + secondsAhead)(response, received);

/** OVHcloud's signature of a request, by its documented formula. */
export function signatureOf(received: Received): string {
  const url = `https://127.0.0.1${received.url}`;
  const timestamp = received.headers['x-ovh-timestamp'];
  const parts = [keys.applicationSecret, keys.consumerKey, received.method, url, received.body, timestamp];
  return `$1$${createHash('sha1').update(parts.join('+')).digest('hex')}`;
}

/**
 * An https server on 127.0.0.1 that answers with `replies` in turn (the last one again and again),
 * GET /auth/time with `time`, and requests for access tokens with `token`. This process trusts its certificate, unless `trusted` is false.
 */
export async function startOvhcloud(t: TestContext, replies: Reply[], { trusted = true, port = 0 } = {}) {
  const own = await ownCertificate('127.0.0.1');
  trust(own.certificate);
  const { certificate: cert, key } = trusted ? own : await makeCertificate('127.0.0.1');

  const received: Received[] = [];
  const timeReceived: Received[] = [];
  const tokenReceived: Received[] = [];

  const server = createServer({ key, cert }, async (request, response) => {
    const chunks: Buffer[] = await request.toArray();
    const { method = '', url = '', headers } = request;
    const entry = { method, url, headers, body: Buffer.concat(chunks).toString() };
    if (url.endsWith('/auth/time')) {
      timeReceived.push(entry);
      cloud.time(response, entry);
    } else if (url === '/auth/oauth2/token') {
      tokenReceived.push(entry);
      cloud.token(response, entry);
    } else {
      received.push(entry);
      cloud.replies[Math.min(received.length, cloud.replies.length) - 1]?.(response, entry);
    }
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');

  const address = server.address() as AddressInfo;
  const cloud = {
    received,
    timeReceived,
    tokenReceived,
    replies,
    time: answerTime(0),
    token: issueTokens(),
    port: address.port,
    endpoint: `https://127.0.0.1:${address.port}/1.0`,
    async stop() {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  t.after(() => cloud.stop());
  return cloud;
}

/** A client for that server, with the log it writes; it waits for nothing between its attempts. */
export function connectTo(
  endpoint: string,
  { timeoutSeconds = 10, ...options }: OvhClientOptions & { timeoutSeconds?: number } = {},
) {
  return connectWith({ ...keys, endpoint, timeoutSeconds }, options);
}

/** The same, signed in as the service account. */
export function connectAsServiceAccount(
  endpoint: string,
  { timeoutSeconds = 10, ...options }: OvhClientOptions & { timeoutSeconds?: number } = {},
) {
  const tokenUrl = new URL('/auth/oauth2/token', endpoint).href;
  return connectWith({ ...account, tokenUrl, endpoint, timeoutSeconds }, options);
}

function connectWith(settings: OvhConfig, options: OvhClientOptions) {
  const log: OvhCallLog[] = [];
  const ovh = createOvhClient(settings, { retryDelays: [0, 0], log: (entry) => log.push(entry), ...options });
  return { ovh, log };
}
