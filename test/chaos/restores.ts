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

  return {
    list: list as readonly Restore[],
    /** To be called while no process of the app runs. */
    async copyOrRestore(orders: AskedOrder[]): Promise<void> {
      if (!copy || random.chance(0.5)) {
        copy = { store: await copyStore(db), at: Date.now() };
        return;
      }
      const before = await names();
      await copy.store.restore();
      const after = await names();
      list.push({ from: copy.at, to: Date.now() });
      for (const order of orders) order.isForgotten ||= before.has(order.name) && !after.has(order.name);
      copy = null;
    },
  };
}
