import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a database that can be shut, as when its machine goes away. */
export type DatabaseGate = {
  /** The database behind it. */
  url: string;
  /** Cuts all connections, and takes no new one. */
  shut: () => Promise<void>;
  open: () => Promise<void>;
};

/** Opens a gate before the database at `url`. */
export async function openGate(url: string): Promise<DatabaseGate> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((incoming) => {
    const outgoing = connect(Number(port), hostname);
    for (const [from, to] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  });
  let at = 0;
  const open = async () => {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
    at = (server.address() as AddressInfo).port;
  };
  await open();
  const behind = new URL(url);
  behind.host = `127.0.0.1:${at}`;
  return {
    url: behind.href,
    open,
    async shut() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
