import { Denial } from '../../src/orders/denial.ts';
import { newOrder, type Order } from '../../src/orders/order.ts';
import { changeOrder } from '../../src/store/change-order.ts';
import { openDatabase } from '../../src/store/database.ts';
import { insertOrder } from '../../src/store/orders.ts';
import { ELIGIBILITY, quote, REQUEST } from '../orders/samples.ts';
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
    await changeOrder({ db, now: () => now }, id, {
      type: 'eligibility_checked',
      request,
      eligibility: ELIGIBILITY,
    });
    const cart = {
      cartId: `cart-${number}`,
      itemId: number,
      expiresAt: now + 73 * HOUR_MS,
      configurations: [],
    };
    const terms = { quote: quote(), cart, validUntil: now + 72 * HOUR_MS, remindAt: now + 24 * HOUR_MS };
    const quoted = await changeOrder({ db, now: () => now }, id, {
      type: 'quote_received',
      request,
      ...terms,
    });
    if (quoted instanceof Denial) throw quoted;
    orders.push(quoted.order);
  }
  await db.updateTable('orders').set({ sync_at: null, locked_by: null, locked_until: null }).execute();
  await db.destroy();
  return orders;
}
