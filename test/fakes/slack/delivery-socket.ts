import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Envelope } from './payloads.ts';
import type { State } from './state.ts';
import { APP } from './workspace.ts';

/** What came back for a payload. */
export type Answered = { status: number; body: unknown; error?: string };

/** Socket Mode, seen from Slack. */
export type Sockets = {
  /** Sends a payload over one of the sockets, and waits for its ack for as long as it takes. */
  deliver: (envelope: Envelope) => Promise<Answered>;
  /** Sends a frame as it is, over every socket: whatever it is. */
  sendFrame: (frame: string | Buffer) => void;
  /**
   * Asks every socket to go, as Slack does every few hours (`refresh_requested`, `warning`): nothing is sent over it any
   * more, and it may still ack. Abruptly: cuts them, as a broken network does.
   */
  disconnect: (abruptly?: boolean, reason?: string) => void;
  /** The other side of every socket stands still: nothing is read, answered or closed any more. */
  freeze: () => void;
  /** Those that payloads are sent over. */
  count: () => number;
  /** Those, and those that were asked to go and have not. */
  open: () => number;
  close: () => Promise<void>;
};

const PING_EVERY_MS = 5000;
const GOODBYE_MS = 500;

/** Lets the app's sockets in on the server that the Web API is served by. */
export function openSockets(state: State, server: Server): Sockets {
  const sockets = new Set<WebSocket>();
  const waiting = new Map<string, { socket: WebSocket; settle: (answered: Answered) => void }>();
  const acked = new Set<string>();
  const guard = new WebSocketServer({ noServer: true });

  server.on('upgrade', (request, connection, head) => {
    const ticket = new URL(request.url ?? '/', 'http://fake').searchParams.get('ticket');
    if (ticket === null || !state.socketTickets.delete(ticket)) {
      connection.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      return;
    }
    guard.handleUpgrade(request, connection, head, welcome);
  });

  function welcome(socket: WebSocket): void {
    sockets.add(socket);
    const pings = setInterval(() => socket.ping('Ping from Slack'), PING_EVERY_MS);
    socket.on('message', (data) => receive(String(data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(pings);
      sockets.delete(socket);
      // What was on its way over this socket is lost: Slack does not send interactions again.
      for (const [id, wait] of waiting) {
        if (wait.socket === socket) settle(id, { status: 0, body: undefined, error: 'socket_closed' });
      }
      state.changed();
    });
    const debug = { host: 'applink-fake', build_number: 1, approximate_connection_time: 18060 };
    const hello = { num_connections: sockets.size, debug_info: debug, connection_info: { app_id: APP.id } };
    socket.send(JSON.stringify({ type: 'hello', ...hello }));
    state.changed();
  }

  function receive(frame: string): void {
    const { envelope_id: id, payload } = JSON.parse(frame) as { envelope_id: string; payload?: object };
    if (acked.has(id)) state.problems.push(`envelope ${id} was acked twice`);
    else if (!waiting.has(id)) state.problems.push(`envelope ${id} was acked and never sent`);
    acked.add(id);
    settle(id, { status: 200, body: payload && Object.keys(payload).length > 0 ? payload : undefined });
  }

  function settle(id: string, answered: Answered): void {
    waiting.get(id)?.settle(answered);
    waiting.delete(id);
  }

  return {
    sendFrame(frame) {
      for (const socket of sockets) socket.send(frame);
    },
    deliver({ type, payload }) {
      const [socket] = sockets;
      if (!socket) return Promise.resolve({ status: 0, body: undefined, error: 'dispatch_failed' });
      // To the end of the queue, so that with several sockets each gets its turn.
      sockets.delete(socket);
      sockets.add(socket);
      const id = randomUUID();
      const retry = type === 'events_api' ? { retry_attempt: 0, retry_reason: '' } : {};
      const accepts = type === 'slash_commands' || payload.type === 'view_submission';
      return new Promise((resolve) => {
        waiting.set(id, { socket, settle: resolve });
        const envelope = { envelope_id: id, payload, type, accepts_response_payload: accepts, ...retry };
        socket.send(JSON.stringify(envelope));
      });
    },
    disconnect(abruptly = false, reason = 'refresh_requested') {
      const leaving = [...sockets];
      sockets.clear();
      for (const socket of leaving) {
        if (abruptly) socket.terminate();
        else
          socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-fake' } }));
      }
    },
    freeze() {
      for (const socket of sockets) socket.pause();
      sockets.clear();
    },
    count: () => sockets.size,
    open: () => guard.clients.size,
    async close() {
      await Promise.all([...guard.clients].map(hangUp));
      guard.close();
    },
  };
}

/** Waits for the goodbye of the other side: @slack/socket-mode keeps a process alive for 30 s if it is cut short. */
function hangUp(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => socket.terminate(), GOODBYE_MS);
    socket.once('close', () => {
      clearTimeout(cut);
      resolve();
    });
    socket.close(1001);
  });
}
