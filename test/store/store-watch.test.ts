import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it, mock, type TestContext } from 'node:test';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { type StoreWatch, watchStore } from '../../src/store/store-watch.ts';
import { onlyAtFullSize } from '../size.ts';
import { startPostgres } from './postgres-server.ts';

type Watched = {
  db: Database;
  store: StoreWatch;
  told: (string | null)[];
  kind: () => Promise<string | null>;
};

/** A database with its watch, which asks anew each time; what it told is collected. */
async function watched(t: TestContext, url: string): Promise<Watched> {
  const told: (string | null)[] = [];
  let db: Database | null = null;
  const store = watchStore({
    url,
    open: () => db,
    timeoutMs: 2_000,
    onTrouble: (trouble) => told.push(trouble?.kind ?? null),
  });
  db = await openDatabase(url, { onQueryError: store.onQueryError });
  const opened = db;
  t.after(async () => {
    store.stop();
    await opened.destroy();
  });
  return {
    db,
    store,
    told,
    async kind() {
      ahead += 5_000;
      return (await store.check())?.kind ?? null;
    },
  };
}

/** The watch keeps an answer for two seconds: its clock is moved on instead of waiting. */
let ahead = 0;
const real = performance.now.bind(performance);
mock.method(performance, 'now', () => real() + ahead);

describe('an SQLite file that cannot be written', () => {
  async function file(t: TestContext): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'order-cloud-watch-'));
    t.after(() => rm(folder, { recursive: true }));
    return join(folder, 'orders.db');
  }

  it('is reported at once, without blocking, when another program has locked it', async (t) => {
    const path = await file(t);
    const { kind, told } = await watched(t, `sqlite:${path}`);
    assert.equal(await kind(), null);
    const other = new DatabaseSync(path);
    other.exec('begin immediate');
    const since = real();
    assert.equal(await kind(), 'locked');
    assert.ok(real() - since < 400, `after ${real() - since} ms`);
    other.exec('rollback');
    other.close();
    assert.equal(await kind(), null);
    assert.deepEqual(told, ['locked', null]);
  });

  it('is reported when it was deleted or replaced', async (t) => {
    const path = await file(t);
    const { kind, told } = await watched(t, `sqlite:${path}`);
    assert.equal(await kind(), null);
    renameSync(path, `${path}.away`);
    assert.equal(await kind(), 'file_gone');
    writeFileSync(path, '');
    assert.equal(await kind(), 'file_gone');
    rmSync(path);
    renameSync(`${path}.away`, path);
    assert.equal(await kind(), null);
    assert.deepEqual(told, ['file_gone', null]);
  });

  const canMount = process.platform === 'linux' && process.getuid?.() === 0;
  it('is reported when its disk is full, and again when that is over', {
    skip: !canMount && 'only root can mount a small disk',
  }, async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'order-cloud-disk-'));
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder]).status !== 0) {
      t.skip('a small disk cannot be mounted here');
      return;
    }
    t.after(() => {
      spawnSync('umount', ['-l', folder]);
      return rm(folder, { recursive: true });
    });
    const { db, kind, told } = await watched(t, `sqlite:${join(folder, 'orders.db')}`);
    assert.equal(await kind(), null);
    const filler = join(folder, 'filler');
    assert.throws(() => writeFileSync(filler, Buffer.alloc(4_000_000)), /ENOSPC/);
    // Pages that SQLite has already may take a write or two.
    for (let tries = 0; tries < 50 && told.length === 0; tries += 1) await kind();
    assert.equal(await kind(), 'disk_full');
    await assert.rejects(sql`create table more as select randomblob(100000)`.execute(db));
    rmSync(filler);
    assert.equal(await kind(), null);
    assert.deepEqual(told, ['disk_full', null]);
  });
});

describe('a PostgreSQL that cannot be written', () => {
  const skip = onlyAtFullSize || (process.env.TEST_DATABASE_URL && 'its settings are someone else’s');
  it('is reported when it is read-only, when a write found its disk full, and when it is down', {
    skip,
  }, async (t) => {
    const server = await startPostgres({ alone: true });
    t.after(() => server.stop());
    const { db, store, kind, told } = await watched(t, await server.newDatabase());
    assert.equal(await kind(), null);
    const readOnly = async (value: string) => {
      await sql.raw(`alter system set default_transaction_read_only = ${value}`).execute(db);
      await sql`select pg_reload_conf()`.execute(db);
      while ((await kind()) !== (value === 'on' ? 'read_only' : null));
    };
    await readOnly('on');
    await assert.rejects(
      db.insertInto('homes').values({ user_id: 'U0REQ', opened_at: 1, pages: '{}' }).execute(),
    );
    await readOnly('off');
    assert.deepEqual(told, ['read_only', null]);

    store.onQueryError(Object.assign(new Error('could not extend file'), { code: '53100' }));
    assert.equal(await kind(), 'disk_full');
    ahead += 31_000;
    assert.equal(await kind(), null);
    await server.pause();
    assert.equal(await kind(), 'unreachable');
    await server.resume();
    assert.equal(await kind(), null);
    assert.deepEqual(told, ['read_only', null, 'disk_full', null, 'unreachable', null]);
  });
});
