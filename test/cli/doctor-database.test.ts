import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { openDatabase } from '../../src/store/database.ts';
import { freePort, type PostgresServer, startPostgres } from '../store/postgres-server.ts';
import { startDoctorScenario } from './doctor-scenario.ts';

describe('doctor: the connection to PostgreSQL', () => {
  let server: PostgresServer;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.stop());

  it('does not redact an ordinary word that happens to equal the password', async (t) => {
    const { visit } = await startDoctorScenario(t);
    const port = await freePort();
    const { out, message } = await visit({
      DATABASE_URL: `postgres://postgres:postgres@127.0.0.1:${port}/order-cloud`,
    });
    message('failure', 'connection', /nothing listens at its address \(ECONNREFUSED\)$/, /start PostgreSQL/);
    assert.doesNotMatch(out, /••••/);
    const other = await visit({ DATABASE_URL: `mysql://me:order-cloud@127.0.0.1/orders` });
    assert.match(other.out, /postgres:\/\/USER:PASSWORD@HOST/);
    assert.doesNotMatch(other.out, /••••/);
  });

  it('warns about an unencrypted connection, and explains socket, certificate and standby problems', async (t) => {
    const { visit } = await startDoctorScenario(t);
    const away = await visit({ DATABASE_URL: 'postgres://me:hunter2@192.0.2.1/orders' });
    away.message(
      'warning',
      'encryption',
      /the connection to 192\.0\.2\.1 is not encrypted/,
      /sslmode=require.*sslrootcert/,
    );
    away.message('failure', 'connection', /\((E[A-Z]+|Error)\)$|does not answer/, /DATABASE_URL/);
    const socket = await visit({ DATABASE_URL: 'postgres://me@/orders?host=/nowhere' });
    socket.message('failure', 'connection', /does not exist \(ENOENT\)/, /unix_socket_directories/);
    const url = await server.newDatabase();
    const plain = await visit({ DATABASE_URL: `${url}?sslmode=require` });
    plain.message('failure', 'connection', /has no TLS/, /Enable TLS/);
    const readOnly = `${url}?options=${encodeURIComponent('-c default_transaction_read_only=on')}`;
    (await visit({ DATABASE_URL: readOnly })).message(
      'failure',
      'write',
      /read-only \(25006\)/,
      /to the primary/,
    );
    const several = await visit({ DATABASE_URL: 'postgres://me:hunter2@one,other/orders' });
    several.message('failure', 'DATABASE_URL', /names several hosts: name one/, /\.env/);
    for (const { out } of [away, several]) assert.doesNotMatch(out, /hunter2/);
  });

  it('checks that the user owns the tables and can write to them', async (t) => {
    const { visit } = await startDoctorScenario(t);
    const url = await server.newDatabase();
    const db = await openDatabase(url);
    const user = 'another_one';
    await sql.raw(`create user ${user} password 'a-long-password-1'`).execute(db);
    await sql.raw(`grant create, usage on schema public to ${user}`).execute(db);
    await sql.raw(`grant select on all tables in schema public to ${user}`).execute(db);
    const as = new URL(url);
    as.username = user;
    as.password = 'a-long-password-1';
    const reader = await visit({ DATABASE_URL: as.href });
    reader.message('failure', 'tables', /may not read and write audit_head, homes, /, /REASSIGN OWNED/);
    await sql.raw(`grant all on all tables in schema public to ${user}`).execute(db);
    const writer = await visit({ DATABASE_URL: as.href });
    writer.message(
      'warning',
      'tables',
      /another user owns audit_head, homes, .*an upgrade/,
      /REASSIGN OWNED/,
    );
    await sql.raw(`drop owned by ${user}; drop user ${user}`).execute(db);
    await db.destroy();
  });
});

describe('doctor: reminders', () => {
  it('warns if orders expire before anyone is reminded', async (t) => {
    const { visit } = await startDoctorScenario(t);
    const late = await visit({ REMIND_AFTER_HOURS: '72' });
    late.message('warning', 'REMIND_AFTER_HOURS', /no one is ever reminded/, /below 72/);
    assert.equal(late.code, 0);
    assert.doesNotMatch((await visit()).out, /REMIND_AFTER_HOURS/);
  });
});
