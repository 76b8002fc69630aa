import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { sql } from 'kysely';
import { generate } from 'selfsigned';
import { openDatabase } from '../../src/store/database.ts';
import { unencryptedHost } from '../../src/store/postgres-address.ts';
import { storeTrouble } from '../../src/store/trouble.ts';
import { onlyAtFullSize } from '../size.ts';
import { freePort, startPostgres } from './postgres-server.ts';

/** What is said of an address that does not open. */
async function troubleAt(url: string): Promise<string> {
  const error = await openDatabase(url).then(
    (db) => db.destroy().then(() => assert.fail('it opened')),
    (reason: unknown) => reason,
  );
  const trouble = storeTrouble(error);
  return trouble ? `${trouble.kind}: ${trouble.fix}` : `nothing is known of ${error}`;
}

function changed(url: string, change: (url: URL) => void): string {
  const other = new URL(url);
  change(other);
  return other.href;
}

/** A certificate for this host, of a CA of its own as managed databases have it; all PEM. */
async function certificateFor(host: { type: 2; value: string } | { type: 7; ip: string }) {
  const options = { keyType: 'ec', algorithm: 'sha256' } as const;
  const ca = await generate([{ name: 'commonName', value: 'a CA of its own' }], {
    ...options,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  const server = await generate([{ name: 'commonName', value: 'database' }], {
    ...options,
    ca: { key: ca.private, cert: ca.cert },
    extensions: [{ name: 'subjectAltName', altNames: [host] }],
  });
  return { ca: ca.cert, cert: server.cert, key: server.private };
}

describe('a PostgreSQL over TLS, with a CA of its own', () => {
  const skip = onlyAtFullSize || (process.env.TEST_DATABASE_URL && 'its settings are someone else’s');
  it('opens with its CA, and every other attempt explains what is wrong and how to fix it', {
    skip,
  }, async (t: TestContext) => {
    const server = await startPostgres({ alone: true });
    t.after(() => server.stop());
    const plain = await server.newDatabase();
    const ca = await server.useTls(await certificateFor({ type: 7, ip: '127.0.0.1' }));
    const withCa = `sslmode=require&sslrootcert=${ca}`;

    const db = await openDatabase(`${plain}?${withCa}`);
    const { rows } = await sql<{
      ssl: boolean;
    }>`select ssl from pg_stat_ssl where pid = pg_backend_pid()`.execute(db);
    assert.deepEqual(rows, [{ ssl: true }]);
    await db.destroy();

    assert.match(
      await troubleAt(`${plain}?sslmode=require`),
      /^untrusted: Append &sslrootcert=FILE.*NODE_EXTRA_CA_CERTS/,
    );
    const byName = changed(`${plain}?${withCa}`, (url) => {
      url.hostname = 'localhost';
    });
    assert.match(await troubleAt(byName), /^untrusted: Use the certificate’s host name .*verify-ca/);
    const namesIgnored = await openDatabase(`${byName}&uselibpqcompat=true`);
    await namesIgnored.destroy();
    const noFile = `${plain}?sslmode=require&sslrootcert=/nowhere/ca.pem`;
    assert.match(await troubleAt(noFile), /^unreachable: Check sslrootcert/);
  });

  it('explains that the server has no TLS or does not exist', { skip }, async (t) => {
    const server = await startPostgres();
    t.after(() => server.stop());
    const url = await server.newDatabase();
    assert.match(await troubleAt(`${url}?sslmode=require`), /^untrusted: Enable TLS on the server/);
    const deadPort = await freePort();
    const dead = changed(url, (other) => {
      other.port = String(deadPort);
    });
    assert.match(await troubleAt(dead), /^unreachable: Nothing listens there/);
    const unnamed = changed(url, (other) => {
      other.hostname = 'database.invalid';
    });
    assert.match(await troubleAt(unnamed), /^unreachable: (No machine has this name|Check the name servers)/);
    const wrong = changed(url, (other) => {
      other.password = 'wrong';
    });
    assert.match(await troubleAt(wrong), /^refused: The password is wrong/);
    const lacking = changed(url, (other) => {
      other.pathname = '/nowhere';
    });
    assert.match(await troubleAt(lacking), /^refused: There is no such database/);
    const socket = `postgres://postgres@/postgres?host=${encodeURIComponent('/nowhere')}`;
    assert.match(await troubleAt(socket), /^unreachable: .*unix_socket_directories/);
    const readOnly = `${url}?options=${encodeURIComponent('-c default_transaction_read_only=on')}`;
    assert.match(await troubleAt(readOnly), /^read_only: .*must lead to the primary/);
  });
});

describe('an unencrypted connection to the database', () => {
  it('is reported if it leads to another machine', () => {
    const plain = (url: string, env = {}) => unencryptedHost(url, env);
    assert.equal(plain('postgres://me:secret@db.example.com/orders'), 'db.example.com');
    assert.equal(plain('postgres://me:secret@10.0.0.7:6432/orders?sslmode=disable'), '10.0.0.7');
    assert.equal(plain('postgres://me@[2001:db8::7]/orders'), '[2001:db8::7]');
    assert.equal(plain('postgres:///orders?host=db.example.com'), 'db.example.com');
    for (const safe of [
      'postgres://db.example.com/orders?sslmode=require',
      'postgres://db.example.com/orders?ssl=true',
      'postgres://db.example.com/orders?sslrootcert=/etc/ca.pem',
      'postgres://127.0.0.1/orders',
      'postgres://localhost:6432/orders',
      'postgres://[::1]/orders',
      'postgres://me@/orders?host=/var/run/postgresql',
      'postgres:///orders?host=%2Fvar%2Frun%2Fpostgresql',
      'postgres://me:secret@database/orders',
      'sqlite:data/orders.db',
      'postgres://me:with#a-hash@db.example.com/orders',
    ]) {
      assert.equal(plain(safe), null, safe);
    }
    assert.equal(plain('postgres://db.example.com/orders', { PGSSLMODE: 'require' }), null);
  });
});
