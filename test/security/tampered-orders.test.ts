import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { TamperedOrderError } from '../../src/store/tampering.ts';
import { reconcile } from '../../src/worker/reconcile.ts';
import { ephemeralFor, orderAndQuote, reply, type Scenario, startScenario } from '../journeys/scenario.ts';
import { approve } from '../orders/samples.ts';
import { orderAtWork } from '../worker/order-at-work.ts';

async function inDatabase(scenario: Scenario, work: (db: Database) => Promise<unknown>): Promise<void> {
  const db = await openDatabase(`sqlite:${scenario.folder}/orders.db`);
  await work(db).finally(() => db.destroy());
}

describe('an order whose row was changed outside the app', () => {
  it('is put on hold: nothing is ordered, and the thread, the log and the metrics say so', async (t) => {
    const scenario = await startScenario(t);
    const { root, question } = await orderAndQuote(scenario);
    await inDatabase(scenario, async (db) => {
      const { body, id } = await db.selectFrom('orders').select(['id', 'body']).executeTakeFirstOrThrow();
      const row = JSON.parse(body);
      const approvals = [{ by: 'U0APP1', at: Date.now(), fingerprint: row.fingerprint }];
      const forged = JSON.stringify({ ...row, state: 'approved', approvals });
      await db
        .updateTable('orders')
        .set({ state: 'approved', body: forged, run_at: 0, sync_at: 0 })
        .where('id', '=', id)
        .execute();
    });
    await reply(scenario, root, /on hold: its record in the database was changed/);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await ephemeralFor(scenario, 'U0APP1', /on hold/);
    assert.equal(scenario.ovh.orders.size, 0);
    assert.match(scenario.logged(), /order row was changed outside the app/);
    const page = await (await fetch(`http://127.0.0.1:${scenario.app.port}/metrics`)).text();
    assert.match(page, /^order_cloud_tampered_orders_total [1-9]/m);
    await inDatabase(scenario, async (db) => {
      await db.updateTable('orders').set({ run_at: 0, sync_at: 0, locked_until: null }).execute();
    });
    const looks = () => scenario.logged().split('order row was changed').length;
    const before = looks();
    await scenario.slack.until(() => looks() > before, 'the order to be looked at again');
    const told = scenario.slack.thread(root).filter(({ text }) => text.includes('on hold'));
    assert.equal(told.length, 1, 'once');
  });

  it('whose state alone was set to approved is not ordered', async (t) => {
    const scenario = await startScenario(t);
    const { root } = await orderAndQuote(scenario);
    await inDatabase(scenario, (db) => sql`update orders set state = 'approved', run_at = 0`.execute(db));
    await reply(scenario, root, /on hold/);
    assert.equal(scenario.ovh.orders.size, 0);
  });

  it('is not checked out even if the change happens right before the checkout', async (t) => {
    const at = await orderAtWork(t, { required: 2 });
    const waiting = await at.work(0);
    await at.change(approve(waiting, 'U0APP1', at.ctx.approvalRules));
    await at.change(approve(await at.order(), 'U0APP2', at.ctx.approvalRules));
    const { ovh } = at.ctx;
    at.ctx.ovh = {
      ...ovh,
      async readTime() {
        await sql`update orders set body = json_set(body, '$.request.reason', 'another')`.execute(at.db);
        return ovh.readTime();
      },
    };
    const stored = { order: await at.order(), version: 4, attempts: 1, runAt: 0, syncAt: null, readAt: 0 };
    await assert.rejects(reconcile(stored, at.ctx), TamperedOrderError);
    assert.equal(at.ovh.checkouts.length, 0);
  });
});
