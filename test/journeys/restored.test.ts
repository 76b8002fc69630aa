import assert from 'node:assert/strict';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, describe, it, type TestContext } from 'node:test';
import { openDatabase } from '../../src/store/database.ts';
import { runAsAlice } from '../cli/orders-command.ts';
import type { FakeMessage } from '../fakes/slack/server.ts';
import { firstOf, onlyAtFullSize } from '../size.ts';
import { startPostgres } from '../store/postgres-server.ts';
import {
  hasText,
  noCartLeft,
  orderAndQuote,
  orderProject,
  reply,
  type Scenario,
  startScenario,
  until,
} from './scenario.ts';

const PREVIEW = { method: 'GET', path: '/order/cart/{cartId}/checkout' } as const;

const postgres = await startPostgres();
after(() => postgres.stop());

for (const kind of firstOf(1, ['sqlite', 'postgres'] as const)) {
  describe(`a copy of ${kind} from before an order was placed`, () => {
    async function placedAndRestored(t: TestContext, lose?: (scenario: Scenario) => void) {
      const url = kind === 'postgres' ? await postgres.newDatabase() : null;
      const scenario = await startScenario(t, { realTime: true, settings: url ? { DATABASE_URL: url } : {} });
      const { root, question } = await orderAndQuote(scenario);
      const waiting = structuredClone(question);
      await until(scenario, root, /Waiting for approval/);
      const restore = await (url ? copyOfPostgres(url) : copyOfSqlite(scenario));
      await scenario.slack.as('U0APP1').click(question, 'Approve');
      await reply(scenario, root, /orderPassword/);
      await until(scenario, root, /Ordered/);
      await scenario.app.stop();
      lose?.(scenario);
      await restore();
      await syncAgain(url ?? `sqlite:${join(scenario.folder, 'orders.db')}`);
      await scenario.start();
      await until(scenario, root, /Waiting for approval/);
      return { scenario, root, question: waiting };
    }

    it('finds the placed order instead of placing another when it is approved again', async (t) => {
      const { scenario, root, question } = await placedAndRestored(t);
      await scenario.slack.as('U0APP2').click(question, 'Approve');
      await until(scenario, root, /\*Ordered\*, approved by <@U0APP2>/);
      assert.equal(scenario.ovh.orders.size, 1);
      const [placed] = scenario.ovh.orders.keys();
      assert.ok(hasText(root, String(placed)));
    });

    it('finds the placed order also if OVHcloud refuses to preview a cart that was checked out', {
      skip: onlyAtFullSize,
    }, async (t) => {
      const { scenario, root, question } = await placedAndRestored(t);
      scenario.ovh.faults.add({
        method: 'GET',
        path: '/order/cart/{cartId}/checkout',
        kind: 'refuse',
        status: 400,
        body: { class: 'Client::BadRequest', message: 'This cart is read only' },
        times: 1_000,
      });
      await scenario.slack.as('U0APP2').click(question, 'Approve');
      await until(scenario, root, /\*Ordered\*, approved by <@U0APP2>/);
      assert.equal(scenario.ovh.orders.size, 1);
    });

    it('links the placed order if the copy was made while it was being quoted', {
      skip: onlyAtFullSize,
    }, async (t) => {
      const url = kind === 'postgres' ? await postgres.newDatabase() : null;
      const scenario = await startScenario(t, { realTime: true, settings: url ? { DATABASE_URL: url } : {} });
      const quoting = scenario.ovh.faults.add({ ...PREVIEW, kind: 'delay', ms: 1_500 });
      const root = await orderProject(scenario);
      await quoting.triggered;
      const restore = await (url ? copyOfPostgres(url) : copyOfSqlite(scenario));
      const question = await reply(scenario, root, /: approve /);
      await placeAndRestore(scenario, { root, question, restore, url });
      await until(scenario, root, /\*Ordered\*/);
      await noCartLeft(scenario);
      assert.equal(scenario.ovh.orders.size, 1);
      assert.ok(!scenario.slack.thread(root).some((message) => hasText(message, /Nothing was ordered/)));
    });

    it('links the placed order if the copy was made while it was being edited', {
      skip: onlyAtFullSize,
    }, async (t) => {
      const url = kind === 'postgres' ? await postgres.newDatabase() : null;
      const scenario = await startScenario(t, { realTime: true, settings: url ? { DATABASE_URL: url } : {} });
      const { root, question } = await orderAndQuote(scenario);
      const quoting = scenario.ovh.faults.add({ ...PREVIEW, kind: 'delay', ms: 1_500 });
      await scenario.slack.as('U0REQ').click(question, 'Edit');
      const form = await scenario.slack.as('U0REQ').modal();
      form.fill({ Voucher: 'CREDIT5' });
      await form.submit();
      await quoting.triggered;
      const restore = await (url ? copyOfPostgres(url) : copyOfSqlite(scenario));
      const again = await reply(scenario, root, /: approve .*€6.00/);
      await placeAndRestore(scenario, { root, question: again, restore, url });
      await until(scenario, root, /\*Ordered\*/);
      assert.equal(scenario.ovh.orders.size, 1);
    });

    async function placeAndRestore(
      scenario: Scenario,
      {
        root,
        question,
        restore,
        url,
      }: { root: FakeMessage; question: FakeMessage; restore: () => Promise<void>; url: string | null },
    ): Promise<void> {
      await scenario.slack.as('U0APP1').click(question, 'Approve');
      await reply(scenario, root, /orderPassword/);
      await until(scenario, root, /Ordered/);
      await scenario.app.stop();
      await restore();
      await syncAgain(url ?? `sqlite:${join(scenario.folder, 'orders.db')}`);
      // No one holds it any more: its process is gone.
      await scenario.start();
    }

    it('asks people whether an order is the one, if OVHcloud no longer has the cart', {
      skip: onlyAtFullSize,
    }, async (t) => {
      const { scenario, root, question } = await placedAndRestored(t, ({ ovh }) => {
        (ovh.carts as Map<string, unknown>).clear();
      });
      await scenario.slack.as('U0APP2').click(question, 'Approve');
      const asked = await reply(scenario, root, /may have become one of these OVHcloud orders/);
      const [placed] = scenario.ovh.orders.keys();
      await scenario.slack.as('U0APP2').click(asked, `It is ${placed}`);
      await until(scenario, root, /\*Ordered\*/);
      assert.equal(scenario.ovh.orders.size, 1);
    });
  });
}

/** Slack shows what has happened since the copy was made: every open order is rendered again as the copy has it. */
async function syncAgain(url: string): Promise<void> {
  const { code } = await runAsAlice(url, ['sync', '--open'], Date.now);
  assert.equal(code, 0);
}

/** Back-up and restore of the embedded store, as docs/backup.md has them. */
async function copyOfSqlite({ folder }: Scenario): Promise<() => Promise<void>> {
  const copy = join(folder, 'copy.db');
  const file = new DatabaseSync(join(folder, 'orders.db'));
  file.exec(`vacuum into '${copy}'`);
  file.close();
  return async () => {
    for (const end of ['', '-wal', '-shm']) await rm(join(folder, `orders.db${end}`), { force: true });
    await copyFile(copy, join(folder, 'orders.db'));
  };
}

/** As pg_dump and pg_restore would: what is in the tables, and that again. */
async function copyOfPostgres(url: string): Promise<() => Promise<void>> {
  const db = await openDatabase(url);
  const tables = ['orders', 'order_events', 'audit_head', 'messages', 'homes'] as const;
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
  return async () => {
    for (const table of tables.toReversed()) await db.deleteFrom(table).execute();
    for (const [index, table] of tables.entries()) {
      // Whether an order is open is made by the database.
      const kept = (rows[index] ?? []).map((row) => ({ ...row, is_open: undefined }));
      if (kept.length > 0)
        await db
          .insertInto(table)
          .values(kept as never)
          .execute();
    }
    await db.destroy();
  };
}
