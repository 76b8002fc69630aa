import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { patchScript } from './slack-page/page.ts';
import { accountDetails, canAppPost } from './workspace.ts';

/**
 * Serves local-slack on 127.0.0.1:`port` (0: a free one) with what it lacks: its page is patched (slack-page.ts),
 * users.info knows guests, and the app cannot post in a private channel that it was not invited to.
 * `behind` is local-slack's own address.
 */
export async function startSlackProxy(options: {
  behind: string;
  port: number;
}): Promise<{ url: string; close(): Promise<void> }> {
  const behind = new URL(options.behind);
  const sockets = new Set<Duplex>();
  let url = '';

  const server = createServer((request, response) => {
    passOn(request, behind, () => url).then(
      (answer) => send(response, answer),
      (error: Error) => send(response, { status: 502, type: 'text/plain', body: error.message }),
    );
  });
  server.on('upgrade', (request, socket, head) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)));
    joinSockets({ request, socket, head }, behind);
  });
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Error(`Port ${options.port} is in use: set SANDBOX_PORT to another one.`);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      server.closeAllConnections();
    },
  };
}

type Answer = { status: number; type: string; body: string | Uint8Array };

function send(response: ServerResponse, { status, type, body }: Answer): void {
  response.writeHead(status, { 'content-type': type }).end(body);
}

async function passOn(request: IncomingMessage, behind: URL, front: () => string): Promise<Answer> {
  const asked = Buffer.concat(await request.toArray());
  const { pathname } = new URL(request.url ?? '/', behind);
  const refusal = refused(pathname, asked);
  if (refusal) return refusal;

  const headers: Record<string, string> = {};
  for (const name of ['content-type', 'authorization']) {
    const value = request.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  const body = asked.length > 0 ? { body: asked } : {};
  const answer = await fetch(new URL(request.url ?? '/', behind), {
    method: request.method ?? 'GET',
    headers,
    ...body,
  });
  const { status } = answer;
  const type = answer.headers.get('content-type') ?? 'text/plain';
  if (type.startsWith('text/html')) return { status, type, body: withPatch(await answer.text()) };
  if (pathname === '/api/users.info') return { status, type, body: withAccountDetails(await answer.text()) };
  // Links to messages must lead here, not to the bare local-slack behind.
  if (pathname === '/api/chat.getPermalink') {
    return { status, type, body: (await answer.text()).replaceAll(behind.origin, front()) };
  }
  return { status, type, body: new Uint8Array(await answer.arrayBuffer()) };
}

/** What Slack answers to a post in a private channel without the app, which local-slack lets through. */
function refused(pathname: string, body: Buffer): Answer | null {
  if (pathname !== '/api/chat.postMessage' && pathname !== '/api/chat.postEphemeral') return null;
  const channel = new URLSearchParams(body.toString('utf8')).get('channel');
  if (!channel || canAppPost(channel)) return null;
  const answer = JSON.stringify({ ok: false, error: 'channel_not_found' });
  return { status: 200, type: 'application/json', body: answer };
}

function withAccountDetails(body: string): string {
  const answer = JSON.parse(body) as { user?: { id: string } };
  if (answer.user) Object.assign(answer.user, accountDetails(answer.user.id));
  return JSON.stringify(answer);
}

function withPatch(html: string): string {
  const script = `<script>${patchScript()}</script>`;
  return html.replace('<head>', () => `<head>${script}`).replace('/echo hi', '/order-cloud my-project');
}

/** Joins the page's WebSocket to local-slack's, byte by byte. */
function joinSockets(
  { request, socket, head }: { request: IncomingMessage; socket: Duplex; head: Buffer },
  behind: URL,
): void {
  const onward: Socket = connect(Number(behind.port), behind.hostname, () => {
    const lines = [`${request.method} ${request.url} HTTP/1.1`];
    for (let at = 0; at < request.rawHeaders.length; at += 2) {
      lines.push(`${request.rawHeaders[at]}: ${request.rawHeaders[at + 1]}`);
    }
    onward.write(`${lines.join('\r\n')}\r\n\r\n`);
    onward.write(head);
    onward.pipe(socket).pipe(onward);
  });
  const end = () => {
    onward.destroy();
    socket.destroy();
  };
  onward.on('error', end).on('close', end);
  socket.on('error', end).on('close', end);
}
