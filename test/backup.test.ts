import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { openDatabase } from '../src/store/database.ts';
import { insertOrder } from '../src/store/orders.ts';
import { order, REQUEST } from './orders/samples.ts';

const page = readFileSync(new URL('../docs/backup.md', import.meta.url), 'utf8');
const commands = [...page.matchAll(/^```\n(\(umask .*)\n```$/gm)].map(([, command = '']) => command);

describe('the commands of docs/backup.md', () => {
  it('make every copy readable by its owner only', () => {
    assert.equal(commands.length, 3);
    for (const tool of ['sqlite3 ', 'node -e ', 'pg_dump '])
      assert.ok(
        commands.some((command) => command.startsWith(`(umask 077 && ${tool}`)),
        tool,
      );
    assert.doesNotMatch(page.replaceAll(/^```\n\(umask .*\n```$/gm, ''), /pg_dump --|\.backup|vacuum into/);
  });

  for (const command of commands.filter((each) => each.includes('order-cloud.db'))) {
    const [, tool = ''] = /&& (\w+)/.exec(command) ?? [];
    const hasTool = tool === 'node' || spawnSync(tool, ['--version']).status === 0;
    it(`copy an SQLite file that the app has open, twice, with ${tool}`, {
      skip: !hasTool && `there is no ${tool}`,
    }, async (t) => {
      const folder = await mkdtemp(join(tmpdir(), 'order-cloud-backup-'));
      await mkdir(join(folder, 'data'));
      const db = await openDatabase(`sqlite:${join(folder, 'data', 'order-cloud.db')}`);
      t.after(async () => {
        await db.destroy();
        await rm(folder, { recursive: true });
      });
      const env = { PATH: `${dirname(process.execPath)}:${process.env.PATH}` };
      for (const id of ['oc-1', 'oc-2']) {
        await insertOrder(db, order({ id, request: { ...REQUEST, projectName: id } }), {
          owner: 'me',
          forMs: 0,
        });
        const ran = spawnSync('sh', ['-c', command], { cwd: folder, env, encoding: 'utf8' });
        assert.equal(ran.status, 0, ran.stderr);
        const copy = join(folder, 'copy.db');
        assert.equal(statSync(copy).mode & 0o777, 0o600);
        const copied = await openDatabase(`sqlite:${copy}`);
        const ids = await copied.selectFrom('orders').select('id').orderBy('id').execute();
        assert.equal(ids.at(-1)?.id, id);
        await copied.destroy();
      }
    });
  }
});
