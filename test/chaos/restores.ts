import { listOrders } from '../../src/store/order-listing.ts';
import { requestSync } from '../../src/store/sync.ts';
import { type Copy, copyStore } from '../store/copied-store.ts';
import type { Environment } from './environment.ts';
import type { AskedOrder } from './people.ts';
import type { Random } from './random.ts';

/** A restored copy: what happened between (ms since 1970), the database does not know. */
export type Restore = { from: number; to: number };

/** Copies of the database, some of which are put back. */
export function createRestores({ db }: Environment, random: Random) {
  const list: Restore[] = [];
  let copy: { store: Copy; at: number } | null = null;

  async function names(): Promise<Set<string>> {
    const rows = await db.selectFrom('orders').select('body').execute();
    return new Set(rows.map(({ body }) => JSON.parse(body).request.projectName as string));
  }

  /** As `orders sync --open` does, which docs/backup.md asks for after a restore. */
  async function showOpen(): Promise<void> {
    // Those that held leases when the copy was made are gone.
    await db.updateTable('orders').set({ locked_by: null, locked_until: null }).execute();
    for (const { order } of await listOrders(db, { isOpen: true, limit: 1_000 }))
      await requestSync({ db, now: Date.now }, order.id, 'operator:chaos');
  }

  return {
    list: list as readonly Restore[],
    /** What was forgotten may have been submitted again, after its copy was restored. */
    async remember(orders: AskedOrder[]): Promise<void> {
      const known = await names();
      for (const order of orders) order.isForgotten &&= !known.has(order.name);
    },
    /** To be called while no process of the app runs. */
    async copyOrRestore(orders: AskedOrder[]): Promise<void> {
      if (!copy || random.chance(0.5)) {
        copy = { store: await copyStore(db), at: Date.now() };
        return;
      }
      const before = await names();
      await copy.store.restore();
      await showOpen();
      const after = await names();
      list.push({ from: copy.at, to: Date.now() });
      for (const order of orders) order.isForgotten ||= before.has(order.name) && !after.has(order.name);
      copy = null;
    },
  };
}
