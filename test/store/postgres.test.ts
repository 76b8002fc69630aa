import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { openDatabase } from '../../src/store/database.ts';
import { insertOrder } from '../../src/store/orders.ts';
import { NOW, order } from '../orders/samples.ts';
import { onlyAtFullSize } from '../size.ts';
import { startPostgres } from './postgres-server.ts';

describe('a PostgreSQL that was paused', () => {
  const skip = onlyAtFullSize || (process.env.TEST_DATABASE_URL && 'its processes are somewhere else');
  it('leaves no open transaction on a pooled connection', { skip }, async (t) => {
    const server = await startPostgres();
    t.after(() => server.stop());
    const url = await server.newDatabase();
    const [db, other] = [await openDatabase(url), await openDatabase(url)];
    t.after(() => Promise.all([db.destroy(), other.destroy()]));
    const insert = (id: string) => insertOrder(db, order({ id }), { owner: 'me', forMs: 0 });
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
    const pid = rows[0]?.pid ?? 0;
    process.kill(pid, 'SIGSTOP');
    await assert.rejects(insert('oc-lost'), /timeout/).finally(() => process.kill(pid, 'SIGCONT'));
    await db.insertInto('homes').values({ user_id: 'U0REQ', opened_at: NOW, pages: '{}' }).execute();
    const seen = await other.selectFrom('homes').select('user_id').execute();
    assert.deepEqual(seen, [{ user_id: 'U0REQ' }]);
    assert.equal(await insert('oc-next'), null);
  });
});
