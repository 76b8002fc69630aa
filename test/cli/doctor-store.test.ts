import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it, test } from 'node:test';
import { sql } from 'kysely';
import { stateFindings } from '../../src/cli/doctor/store-checks.ts';
import { openDatabase } from '../../src/store/database.ts';
import { type PostgresServer, startPostgres } from '../store/postgres-server.ts';
import { startDoctorScenario } from './doctor-scenario.ts';

test('doctor: passes for an up-to-date database file, also while the app has it open, and leaves nothing in it', async (t) => {
  const { visit, settings } = await startDoctorScenario(t);
  const db = await openDatabase(settings.DATABASE_URL ?? '');
  const { code, message } = await visit();
  assert.equal(code, 0);
  message('ok', 'place', /orders\.db$/);
  message('ok', 'disk', /MB are free in/);
  message('ok', 'write', /SQLite [\d.]+: created a table, wrote to it, rolled both back$/);
  message('ok', 'tables', /up to date$/);
  const tables = await db.introspection.getTables();
  assert.ok(!tables.some(({ name }) => name.includes('doctor')));
  await db.destroy();
});

test('doctor: does not create a database file', async (t) => {
  const { visit, folder } = await startDoctorScenario(t);
  const { message } = await visit({ DATABASE_URL: 'sqlite:deep/down/orders.db' });
  message('ok', 'place', /deep\/down\/orders\.db, which the first start creates$/);
  assert.deepEqual(await readdir(folder), ['ca.pem']);
});

test('doctor: fails for tables of a newer version and leaves them as they are', async (t) => {
  const { visit, settings } = await startDoctorScenario(t);
  const db = await openDatabase(settings.DATABASE_URL ?? '');
  await sql`insert into kysely_migration select '900_of_tomorrow', timestamp from kysely_migration`.execute(
    db,
  );
  const newer = await visit();
  assert.equal(newer.code, 1);
  newer.message(
    'failure',
    'tables',
    /belong to a newer version of order-cloud \(900_of_tomorrow\)/,
    /Run that version, or restore/,
  );
  await db.destroy();
});

test('doctor: fails for a file that is not a database or is locked', async (t) => {
  const { visit, folder, settings } = await startDoctorScenario(t);
  await writeFile(join(folder, 'notes.txt'), 'Dear diary, '.repeat(100));
  const notes = await visit({ DATABASE_URL: 'sqlite:notes.txt' });
  assert.equal(notes.code, 1);
  notes.message('failure', 'write', /the file is not an SQLite database/, /Correct the path/);
  const db = await openDatabase(settings.DATABASE_URL ?? '');
  await db.transaction().execute(async (holding) => {
    await sql`create table held (it integer)`.execute(holding);
    (await visit()).message('failure', 'write', /another program has locked the file/, /try again/);
  });
  await db.destroy();
});

test('doctor: fails when nothing can be written to the file’s location', async (t) => {
  const { visit, folder } = await startDoctorScenario(t);
  await writeFile(join(folder, 'file'), '');
  const { code, message } = await visit({ DATABASE_URL: 'sqlite:file/orders.db' });
  assert.equal(code, 1);
  message('failure', 'place', /file is not writable/, /write access/);
});

test('doctor: fails when this user may not write to the folder', {
  skip: process.getuid?.() === 0 && 'root may write everywhere',
}, async (t) => {
  const { visit, folder } = await startDoctorScenario(t);
  await mkdir(join(folder, 'locked'), { mode: 0o555 });
  const { code, message } = await visit({ DATABASE_URL: 'sqlite:locked/orders.db' });
  assert.equal(code, 1);
  message('failure', 'place', /locked cannot be written to/, /write access/);
});

test('doctor: warns when orders are kept in memory', async (t) => {
  const { visit } = await startDoctorScenario(t);
  (await visit({ DATABASE_URL: 'sqlite::memory:' })).message(
    'warning',
    'place',
    /lost when the app stops/,
    /Set DATABASE_URL/,
  );
});

test('doctor: warns when the clock of the database server differs', () => {
  const rights = { notWritable: [], notOwned: [] };
  const state = { product: 'PostgreSQL 18', pending: [], unknown: [], isEmpty: false, ...rights };
  const clock = (ms: number) =>
    stateFindings({ ...state, clockDifferenceMs: ms }).find(({ check }) => check === 'clock');
  assert.equal(clock(900), undefined);
  assert.match(clock(3_400)?.message ?? '', /is 3 s ahead of this machine's/);
  assert.match(clock(61_000)?.message ?? '', /is 61 s ahead of this machine's/);
  assert.match(clock(-61_000)?.message ?? '', /is 61 s behind this machine's/);
});

describe('doctor: PostgreSQL', () => {
  let postgres: PostgresServer;
  before(async () => {
    postgres = await startPostgres();
  });
  after(() => postgres.stop());

  it('reports its version and whether tables can be created, and leaves an empty database empty', async (t) => {
    const { visit } = await startDoctorScenario(t);
    const url = await postgres.newDatabase();
    const { code, message } = await visit({ DATABASE_URL: url });
    assert.equal(code, 0);
    message('ok', 'write', /PostgreSQL [\d.]+.*: created a table/);
    message('ok', 'tables', /none yet: the first start creates them$/);
    const db = await openDatabase(url);
    (await visit({ DATABASE_URL: url })).message('ok', 'tables', /up to date$/);
    await db.destroy();
  });

  it('explains a wrong password, database, host or permission, and never shows the password', async (t) => {
    const { visit } = await startDoctorScenario(t);
    const url = await postgres.newDatabase();
    const other = (change: (url: URL) => void) => {
      const changed = new URL(url);
      change(changed);
      return changed.href;
    };
    const lacking = await visit({
      DATABASE_URL: other((changed) => {
        changed.pathname = '/nowhere';
      }),
    });
    assert.equal(lacking.code, 1);
    lacking.message('failure', 'connection', /3D000/, /There is no such database: create it/);
    const away = await visit({
      DATABASE_URL: other((changed) => {
        changed.port = '1';
      }),
    });
    away.message('failure', 'connection', /ECONNREFUSED/, /start PostgreSQL/);
    const db = await openDatabase(url);
    const user = `reader_${Date.now()}`;
    await sql.raw(`create user ${user} password 'top-secret-word'`).execute(db);
    await sql.raw(`grant select on kysely_migration, kysely_migration_lock to ${user}`).execute(db);
    const as = (password: string) =>
      other((changed) => {
        changed.username = user;
        changed.password = password;
      });
    const reader = await visit({ DATABASE_URL: as('top-secret-word') });
    assert.equal(reader.code, 1);
    reader.message('failure', 'write', /42501/, /GRANT CREATE, USAGE/);
    const wrong = await visit({ DATABASE_URL: as('wrong-secret-word') });
    wrong.message('failure', 'connection', /28P01/, /The password is wrong/);
    for (const { out, err } of [reader, wrong]) assert.doesNotMatch(out + err, /secret-word/);
    await sql.raw(`drop owned by ${user}; drop user ${user}`).execute(db);
    await db.destroy();
  });
});
