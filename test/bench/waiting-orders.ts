import { newOrder, type Order } from '../../src/orders/order.ts';
import { Refusal } from '../../src/orders/refusal.ts';
import { openDatabase } from '../../src/store/database.ts';
import { changeOrder, insertOrder } from '../../src/store/orders.ts';
import { CONDITIONS, quote, REQUEST } from '../orders/samples.ts';
import { CHANNEL } from './rig.ts';

const HOUR_MS = 3_600_000;

/** Writes orders that wait for approval, one of each requester (`U0REQ1` …), as if Slack showed them already. */
export async function writeWaitingOrders(databaseUrl: string, count: number): Promise<Order[]> {
  const db = await openDatabase(databaseUrl);
  const now = Date.now();
  const orders: Order[] = [];
  for (let number = 1; number <= count; number += 1) {
    const request = { ...REQUEST, projectName: `waiting-${number}` };
    const id = `oc-bench${number}`;
    const order = newOrder({ id, requester: `U0REQ${number}`, channel: CHANNEL, request, now });
    await insertOrder(db, order, { owner: 'bench', forMs: 0 });
    await changeOrder(db, id, { type: 'conditions_known', request, conditions: CONDITIONS }, now);
    const cart = {
      cartId: `cart-${number}`,
      itemId: number,
      expiresAt: now + 73 * HOUR_MS,
      configurations: [],
    };
    const terms = { quote: quote(), cart, validUntil: now + 72 * HOUR_MS, remindAt: now + 24 * HOUR_MS };
    const quoted = await changeOrder(db, id, { type: 'quoted', request, ...terms }, now);
    if (quoted instanceof Refusal) throw quoted;
    orders.push(quoted.order);
  }
  await db.updateTable('orders').set({ show_at: null, lease_owner: null, lease_until: null }).execute();
  await db.destroy();
  return orders;
}
