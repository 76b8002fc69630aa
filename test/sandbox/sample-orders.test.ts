import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Denial } from '../../src/orders/denial.ts';
import type { OrderEvent } from '../../src/orders/events.ts';
import type { Order } from '../../src/orders/order.ts';
import { placeSampleOrders } from '../../src/sandbox/sample-orders.ts';
import { changeOrder } from '../../src/store/change-order.ts';
import { openDatabase } from '../../src/store/database.ts';
import { loadOrder } from '../../src/store/orders.ts';
import { HOUR, placed, quoted, started } from '../orders/samples.ts';

it('a sample order that fails while the next one is placed is reported in the end, and not as unhandled', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'order-cloud-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const url = `sqlite:${join(folder, 'orders.db')}`;
  const db = await openDatabase(url);
  t.after(() => db.destroy());

  const inState = async (id: string, state: Order['state']): Promise<Order> => {
    for (;;) {
      const stored = await loadOrder(db, id);
      if (stored?.order.state === state) return stored.order;
      await pause(5);
    }
  };
  const change = async (id: string, event: OrderEvent): Promise<Order> => {
    const outcome = await changeOrder({ db, now: Date.now }, id, event);
    if (outcome instanceof Denial) throw new Error(`${event.type} was refused: ${outcome.reason.kind}`);
    return outcome.order;
  };
  const quote = ({ id, request }: Order) =>
    change(id, { ...quoted({}, request), validUntil: Date.now() + HOUR } as OrderEvent);

  const failed = Promise.withResolvers<void>();
  const pay = () => {
    failed.resolve();
    throw new Error('the checkout page is gone');
  };
  const placing = assert.rejects(placeSampleOrders(url, { required: 1, pay }), /the checkout page is gone/);

  const { id } = await quote(await inState('oc-data-archive', 'requested'));
  const approved = await inState(id, 'approved');
  const asked = await inState('oc-training-lab', 'requested');
  await change(id, started(approved));
  await change(id, placed);
  await failed.promise;
  // Long enough for Node.js to call a rejection unhandled, while the second order still waits for its quote.
  await pause(0);
  await quote(asked);
  await quote(await inState('oc-web-shop-test', 'requested'));
  await placing;
});
