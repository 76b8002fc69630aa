import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as soon } from 'node:timers/promises';
import { freePort } from './postgres-server.ts';

/** Where pgbouncer is; undefined on a machine without it. */
export const PGBOUNCER = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']
  .map((folder) => join(folder, 'pgbouncer'))
  .find((file) => existsSync(file));

/** A pgbouncer before a database, in transaction mode: each transaction may get another connection. */
export async function startPgbouncer(
  url: string,
  more: Record<string, string> = {},
): Promise<{ url: string; stop: () => Promise<void> }> {
  const behind = new URL(url);
  const folder = await mkdtemp(join(tmpdir(), 'order-cloud-pgbouncer-'));
  await chmod(folder, 0o755);
  const port = await freePort();
  const options = {
    listen_addr: '127.0.0.1',
    listen_port: String(port),
    unix_socket_dir: '',
    auth_type: 'any',
    pool_mode: 'transaction',
    default_pool_size: '4',
    // It refuses to run as root, as PostgreSQL does.
    ...(process.getuid?.() === 0 && { user: 'postgres' }),
    ...more,
  };
  const lines = Object.entries(options).map(([name, value]) => `${name} = ${value}`);
  const to = `host=${behind.hostname} port=${behind.port} user=${behind.username} password=${behind.password}`;
  const file = join(folder, 'pgbouncer.ini');
  await writeFile(file, ['[databases]', `* = ${to}`, '[pgbouncer]', ...lines, ''].join('\n'));
  const child = spawn(PGBOUNCER ?? 'pgbouncer', [file], { stdio: 'ignore' });
  await listening(child, port);
  const before = new URL(url);
  before.port = String(port);
  return {
    url: before.href,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

async function listening(child: ChildProcess, port: number): Promise<void> {
  while (child.exitCode === null) {
    const socket = connect(port, '127.0.0.1');
    const isThere = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isThere) return;
    await soon(20);
  }
  throw new Error(`pgbouncer ended with ${child.exitCode}`);
}
