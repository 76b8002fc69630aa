import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { verifyAuditLog } from '../../src/store/audit-log.ts';
import { openDatabase } from '../../src/store/database.ts';
import { claimDue, releaseLease } from '../../src/store/leases.ts';
import { insertOrder } from '../../src/store/orders.ts';
import { NOW, order, REQUEST } from '../orders/samples.ts';
import { onlyAtFullSize } from '../size.ts';
import { PGBOUNCER, startPgbouncer } from './pgbouncer-server.ts';
import { startPostgres } from './postgres-server.ts';

const ORDERS = 40;

describe('a PostgreSQL behind pgbouncer in transaction mode', () => {
  const skip = onlyAtFullSize || (!PGBOUNCER && 'there is no pgbouncer on this machine');
  it('serves two processes at once, and each order is claimed only once', {
    skip,
  }, async (t) => {
    const server = await startPostgres();
    t.after(() => server.stop());
    const bouncer = await startPgbouncer(await server.newDatabase());
    t.after(bouncer.stop);
    const [one, other] = await Promise.all([openDatabase(bouncer.url), openDatabase(bouncer.url)]);
    t.after(() => Promise.all([one.destroy(), other.destroy()]));
    const asked = Array.from({ length: ORDERS }, (_, index) =>
      order({ id: `oc-${index}`, request: { ...REQUEST, projectName: `project ${index}` } }),
    );
    await Promise.all(
      asked.map((each, index) => insertOrder(index % 2 ? one : other, each, { owner: 'me', forMs: 0 })),
    );
    const { faults, count } = await verifyAuditLog(one);
    assert.deepEqual([faults, count], [[], ORDERS]);

    await Promise.all(asked.map(({ id }) => releaseLease(one, id, 'me')));
    const lease = { owner: 'worker', forMs: 60_000 };
    const claims = Array.from({ length: 20 }, (_, index) =>
      claimDue(index % 2 ? one : other, lease, { now: NOW, priority: 'interactive', limit: 5 }),
    );
    const claimed = (await Promise.all(claims)).flat().map((each) => each.order.id);
    assert.equal(new Set(claimed).size, claimed.length, 'no order twice');
  });
});
