import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** An HTTP proxy of a company: the only one who knows these names, and maybe asks for credentials. */
export type FakeProxy = {
  /** For HTTP_PROXY and HTTPS_PROXY, with the credentials that it wants. */
  url: string;
  /** The same without them. */
  bareUrl: string;
  /** What was asked of it so far, such as `CONNECT slack.test:8080` and `GET http://slack.test:8080/api/auth.test`. */
  requests: string[];
  /** Cuts every tunnel, and takes none from now on. */
  stop: () => void;
  close: () => Promise<void>;
};

/**
 * Starts a proxy on a free port of 127.0.0.1; the machines behind `names` are this one. `tunnels` are those to which it
 * lets connections through, all unless given.
 */
export async function startProxy(
  names: readonly string[],
  credentials?: { user: string; password: string },
  tunnels: readonly string[] = names,
): Promise<FakeProxy> {
  const requests: string[] = [];
  const open = new Set<Duplex>();
  let isStopped = false;
  const { user = '', password = '' } = credentials ?? {};
  const wanted = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const isLetIn = ({ headers }: IncomingMessage) => !credentials || headers['proxy-authorization'] === wanted;

  const server = createServer((incoming, response) => pass(incoming, response));
  server.on('connect', (incoming: IncomingMessage, client: Socket, head: Buffer): unknown => {
    requests.push(`CONNECT ${incoming.url}`);
    const { hostname, port } = new URL(`http://${incoming.url}`);
    if (isStopped) return client.destroy();
    if (!isLetIn(incoming)) {
      return client.end('HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Basic\r\n\r\n');
    }
    if (!tunnels.includes(hostname)) return client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const target = connect(Number(port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.write(head);
      client.pipe(target).pipe(client);
    });
    for (const [one, other] of [
      [client, target],
      [target, client],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
    return target;
  });

  /** Plain http is not tunnelled: the whole address is asked for. */
  function pass(incoming: IncomingMessage, response: ServerResponse): void {
    requests.push(`${incoming.method} ${incoming.url}`);
    const { hostname, port, pathname, search } = new URL(incoming.url ?? '', 'http://proxy');
    if (isStopped) return void response.destroy();
    if (!isLetIn(incoming)) return void response.writeHead(407, { 'proxy-authenticate': 'Basic' }).end();
    if (!names.includes(hostname)) return void response.writeHead(502).end();
    const { method, headers } = incoming;
    const options = { host: '127.0.0.1', port, method, path: `${pathname}${search}`, headers, agent: false };
    const outgoing = forward(options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('error', () => response.destroy()).pipe(response);
    });
    outgoing.on('error', () => response.destroy());
    incoming.pipe(outgoing);
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const bareUrl = `http://127.0.0.1:${port}`;
  const stop = () => {
    isStopped = true;
    for (const tunnel of open) tunnel.destroy();
    server.closeAllConnections();
  };
  return {
    url: credentials
      ? `http://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}`
      : bareUrl,
    bareUrl,
    requests,
    stop,
    async close() {
      stop();
      await new Promise((closed) => server.close(closed));
    },
  };
}
