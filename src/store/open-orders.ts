import type { Order } from '../orders/order.ts';
import { projectKey } from '../orders/request.ts';
import type { Database } from './database.ts';
import { fromRow } from './rows.ts';

/** The open order that has this project name, if any. */
export async function findOpenByName(db: Database, projectName: string): Promise<Order | null> {
  const row = await db
    .selectFrom('orders')
    .selectAll()
    .where('open_name', '=', projectKey(projectName))
    .executeTakeFirst();
  return row ? fromRow(row).order : null;
}
