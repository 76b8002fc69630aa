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

/** The open orders, newest first, at most `limit`. */
export async function listOpenOrders(db: Database, limit: number): Promise<Order[]> {
  const rows = await db
    .selectFrom('orders')
    .selectAll()
    .where('open_name', 'is not', null)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => fromRow(row).order);
}
