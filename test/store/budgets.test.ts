import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { money } from '../../src/orders/money.ts';
import type { Order } from '../../src/orders/order.ts';
import { sumBudgets } from '../../src/store/budgets.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { insertOrder } from '../../src/store/orders.ts';
import { everyOrder } from '../orders/samples.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const lease = { owner: 'me', forMs: 0 };

function named(name: string): Order {
  return everyOrder()[name] ?? assert.fail(name);
}

/** Adds an order under a name of its own. */
async function add(db: Database, number: number, of: Order, changes: Partial<Order> = {}): Promise<void> {
  const { ovhOrder } = of;
  const row = {
    ...of,
    id: `oc-${number}`,
    ovhOrder: ovhOrder && { ...ovhOrder, orderId: number },
    ...changes,
  };
  assert.equal(await insertOrder(db, row, lease), null);
}

async function fill(db: Database): Promise<void> {
  const read = named('ready, below its budget');
  const { spending } = read;
  assert.ok(spending?.usage);
  const october = { ...spending, usage: { ...spending.usage, month: '2026-10', spent: money(99, 'EUR') } };
  const withoutForecast = {
    ...spending,
    usage: { ...spending.usage, spent: money(10, 'EUR'), forecast: null },
  };
  const dollars = read.quote && { ...read.quote, withTax: money(12, 'USD') };
  await add(db, 1, read);
  await add(db, 2, named('ready, its spend not read yet'));
  await add(db, 3, read, { spending: october });
  await add(db, 4, read, { spending: withoutForecast, requester: 'U0OTHER' });
  await add(db, 5, named('ready, its project gone'));
  await add(db, 6, named('ready'));
  await add(db, 7, named('rejected'), { request: { ...named('rejected').request, budget: 500 } });
  await add(db, 8, named('ready, its spend not read yet'), { quote: dollars, requester: 'U0OTHER' });
}

describe('budgets are added up', () => {
  let server: PostgresServer | null = null;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server?.stop());

  for (const kind of ['sqlite', 'postgres'] as const) {
    it(`by currency, for the latest month, without projects that are gone (${kind})`, async (t) => {
      if (kind === 'postgres' && !server) return t.skip('no PostgreSQL here');
      const url = kind === 'sqlite' ? 'sqlite::memory:' : ((await server?.newDatabase()) ?? '');
      const db = await openDatabase(url);
      t.after(() => db.destroy());
      await fill(db);
      const all = await sumBudgets(db, null);
      assert.deepEqual(
        all.toSorted((a, b) => b.count - a.count),
        [
          {
            ...{ count: 4, month: '2026-11', spent: money(52, 'EUR') },
            ...{ forecast: money(90, 'EUR'), budget: money(400, 'EUR') },
          },
          {
            ...{ count: 1, month: null, spent: money(0, 'USD') },
            ...{ forecast: money(0, 'USD'), budget: money(100, 'USD') },
          },
        ],
      );
      const [own, ...others] = await sumBudgets(db, 'U0REQ');
      assert.deepEqual([own?.count, own?.spent, others], [3, money(42, 'EUR'), []]);
      assert.deepEqual(await sumBudgets(db, 'U0NOBODY'), []);
    });
  }
});
