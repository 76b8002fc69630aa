import assert from 'node:assert/strict';
import { type StdioOptions, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { hashOf } from '../../src/store/audit-chain.ts';
import { changeOrder } from '../../src/store/change-order.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { insertOrder } from '../../src/store/orders.ts';
import { HOUR, NOW, order, REQUEST } from '../orders/samples.ts';
import { onlyAtFullSize } from '../size.ts';
import { spawnGroup } from '../spawn.ts';
import { COMMAND_LINE, runInside } from './command-line.ts';

describe('order-cloud audit', () => {
  let folder: string;
  let db: Database;
  const databaseUrl = () => `sqlite:${join(folder, 'orders.db')}`;

  /** Runs the command with no setting but DATABASE_URL. */
  const run = (...args: string[]) => runInside(args, { DATABASE_URL: databaseUrl() }, folder);
  const start = (...args: string[]) =>
    spawnGroup(process.execPath, [...COMMAND_LINE, ...args], environment());
  const environment = () => ({
    cwd: folder,
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl() },
  });
  const jsonl = (text: string) =>
    text
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'order-cloud-audit-'));
    db = await openDatabase(databaseUrl());
    for (const [index, name] of ['=1+1', 'moon "base", one', 'mars'].entries()) {
      const now = NOW + index * 24 * HOUR;
      const request = { ...REQUEST, projectName: name, reason: 'line one\nline two' };
      const asked = { ...order({ id: `oc-${index}`, request }), createdAt: now, requester: '=cmd()' };
      await insertOrder(db, asked, { owner: 'me', forMs: 0 });
      await changeOrder({ db, now: () => now + HOUR }, asked.id, { type: 'cancelled', by: '=cmd()' });
    }
  });
  after(async () => {
    await db.destroy();
    await rm(folder, { recursive: true });
  });

  it('exports every event with the hash of the event before it, so that anyone can verify the chain', async () => {
    const { out, err, code } = await run('audit', 'export');
    assert.deepEqual([err, code], ['', 0]);
    const lines = jsonl(out);
    assert.equal(lines.length, 6);
    let previous = '0'.repeat(64);
    for (const {
      sequence,
      order: order_id,
      version,
      at,
      actor,
      event,
      payload,
      rowHash,
      previousHash,
      hash,
    } of lines) {
      assert.equal(previousHash, previous);
      const record = {
        order_id,
        version,
        at: Date.parse(at),
        actor,
        type: event,
        payload: JSON.stringify(payload),
        row_hash: rowHash,
      };
      assert.equal(hash, hashOf(record, { previousHash, sequence }));
      previous = hash;
    }
    assert.deepEqual(
      lines.slice(0, 2).map(({ order: id, event, actor }) => [id, event, actor]),
      [
        ['oc-0', 'requested', '=cmd()'],
        ['oc-0', 'cancelled', '=cmd()'],
      ],
    );
  });

  it('exports a time range that includes its start and excludes its end', async () => {
    const sequences = async (...args: string[]) =>
      jsonl((await run('audit', 'export', ...args)).out).map(({ sequence }) => sequence);
    assert.deepEqual(await sequences('--from', '2026-11-03', '--to', '2026-11-04'), [3, 4]);
    assert.deepEqual(await sequences('--from', '2026-11-04T11:00:00+01:00'), [5, 6]);
    assert.deepEqual(await sequences('--to', '2026-11-02T11:00:00Z'), [1]);
    assert.deepEqual(await sequences('--from', '2027-01-01'), []);
  });

  it('exports CSV in which a spreadsheet evaluates no formula', async () => {
    const { out } = await run('audit', 'export', '--format', 'csv');
    const [header, first] = out.split('\r\n');
    assert.equal(
      header,
      '"sequence","order","version","at","actor","event","payload","rowHash","previousHash","hash"',
    );
    assert.match(
      first ?? '',
      /^"1","oc-0","1","2026-11-02T10:00:00\.000Z","'=cmd\(\)","requested","\{""channel"":""C0CLOUD""/,
    );
    assert.match(out, /moon \\""base\\"", one/);
  });

  it('verifies an intact log, also against an earlier export', async () => {
    const kept = join(folder, 'kept.jsonl');
    await writeFile(kept, (await run('audit', 'export')).out);
    const { out, code } = await run('audit', 'verify', '--against', kept);
    assert.match(out, /^intact: 6 events; the last hash is [0-9a-f]{64}\n$/);
    assert.equal(code, 0);
  });

  it('does not report an empty database as intact', {
    skip: onlyAtFullSize,
  }, async () => {
    const empty = `sqlite:${join(folder, 'empty.db')}`;
    await (await openDatabase(empty)).destroy();
    const env = { ...process.env, DATABASE_URL: empty };
    const { stdout, status } = spawnSync(process.execPath, [...COMMAND_LINE, 'audit', 'verify'], {
      env,
      encoding: 'utf8',
    });
    assert.match(stdout, /^EMPTY: .*DATABASE_URL/);
    assert.equal(status, 1);
  });

  it('reports what was changed and exits with 1', async () => {
    await sql`update order_events set actor = 'U0OTHER' where sequence = 4`.execute(db);
    const { out, code } = await run('audit', 'verify');
    assert.match(out, /^changed 4: cancelled of order oc-1\nNOT intact/);
    assert.equal(code, 1);
    const unread = start('audit', 'verify');
    unread.stdout.destroy();
    assert.deepEqual(await once(unread, 'exit'), [1, null], 'also where no one reads it to its end');
    await sql`update order_events set actor = '=cmd()' where sequence = 4`.execute(db);
    await sql`update order_events set type = ${'x\u001B[2K\u202E'} where sequence = 4`.execute(db);
    const hidden = await run('audit', 'verify');
    assert.match(hidden.out, /^changed 4: x {2}?of order oc-1\n/, 'nothing writes into the terminal');
    await sql`update order_events set type = 'cancelled' where sequence = 4`.execute(db);
    assert.equal((await run('audit', 'verify')).code, 0);
  });

  it('detects a recomputed chain by comparing it with an earlier export', async () => {
    const kept = join(folder, 'kept.jsonl');
    await writeFile(kept, (await run('audit', 'export')).out);
    const before = await db
      .selectFrom('order_events')
      .selectAll()
      .where('sequence', '>=', 4)
      .orderBy('sequence')
      .execute();
    const [fourth, ...later] = before;
    const [head] = await db.selectFrom('audit_head').selectAll().execute();
    let hash = fourth?.hash ?? '';
    for (const event of later) {
      const forged = { ...event, actor: 'U0OTHER' };
      hash = hashOf(forged, { previousHash: hash, sequence: event.sequence });
      await db
        .updateTable('order_events')
        .set({ ...forged, hash })
        .where('sequence', '=', event.sequence)
        .execute();
    }
    await db.updateTable('audit_head').set({ hash }).execute();
    assert.equal((await run('audit', 'verify')).code, 0, 'the database alone does not tell');
    const { out, code } = await run('audit', 'verify', '--against', kept);
    assert.match(out, /changed 5: it has another hash in .*\nchanged 6: it has another hash in /);
    assert.equal(code, 1);
    await db.deleteFrom('order_events').where('sequence', '>=', 4).execute();
    await db.insertInto('order_events').values(before).execute();
    if (head) await db.updateTable('audit_head').set(head).execute();
  });

  it('prints its usage', async () => {
    assert.match((await run('audit', '--help')).out, /audit export.*audit verify/s);
    assert.match((await run('help')).out, /audit +export the audit log, or verify/);
    for (const args of [
      [],
      ['nonsense'],
      ['audit'],
      ['audit', 'burn'],
      ['audit', 'export', '--form', 'csv'],
    ]) {
      const { code, err, out } = await run(...args);
      assert.deepEqual([code, out], [64, ''], args.join(' '));
      assert.match(err, /audit/);
    }
    assert.match(
      (await run('audit', 'export', '--from', 'yesterday')).err,
      /--from is "yesterday"; expected a time such as/,
    );
    for (const day of ['2026-02-31', '2026-11-31T09:00:00Z']) {
      const { code, out, err } = await run('audit', 'export', '--to', day);
      assert.deepEqual([code, out, err], [64, '', `--to is "${day}"; there is no such day\n`]);
    }
    assert.match((await run('audit', 'export', '--format', 'xml')).err, /expected jsonl or csv/);
  });

  const full = existsSync('/dev/full') ? '/dev/full' : null;
  it('reports in one line that its output could not be written', { skip: !full }, () => {
    const stdio: StdioOptions = ['ignore', openSync(full ?? '', 'w'), 'pipe'];
    const { status, stderr } = spawnSync(process.execPath, [...COMMAND_LINE, 'audit', 'export'], {
      ...environment(),
      encoding: 'utf8',
      stdio,
    });
    assert.equal(status, 1);
    assert.match(stderr, /^The output could not be written \(ENOSPC.*Free some space.*\n$/);
  });

  it('creates no database where there is none', async () => {
    const env = { DATABASE_URL: `sqlite:${join(folder, 'none.db')}` };
    const { code, err } = await runInside(['audit', 'verify'], env, folder);
    assert.equal(code, 1);
    assert.match(err, /none\.db does not exist/);
  });
});
