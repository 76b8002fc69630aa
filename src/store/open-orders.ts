import type { Order } from '../orders/order.ts';
import { projectKey } from '../orders/request.ts';
import type { Database } from './database.ts';
import { orderIn } from './rows.ts';

/** The open order that has this project name, if any. */
export async function findOpenByName(db: Database, projectName: string): Promise<Order | null> {
  const row = await db
    .selectFrom('orders')
    .select('body')
    .where('open_name', '=', projectKey(projectName))
    .executeTakeFirst();
  return row ? orderIn(row.body) : null;
}
