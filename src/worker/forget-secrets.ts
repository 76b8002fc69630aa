import { Refusal } from '../orders/refusal.ts';
import { dropTraces, listErasable, markNotErasable } from '../store/erasable.ts';
import { changeOrder } from '../store/orders.ts';
import type { Tools } from './tools.ts';

/** Nobody waits for this: it is done now and then, and not too much at a time. */
const EVERY_MS = 600_000;
const AT_A_TIME = 500;

/** Erases vouchers and checkout URLs from orders that ended `retainMs` ago; stops when `stop` has resolved. */
export function startForgetting(
  tools: Pick<Tools, 'db' | 'log' | 'now'>,
  retainMs: number,
): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  let sweeping = Promise.resolve();
  const sweep = () => {
    sweeping = sweeping
      .then(() => forgetSecrets(tools, retainMs, stopping.signal))
      .catch((error: unknown) =>
        tools.log.error({ err: error }, 'secrets of ended orders could not be erased'),
      );
  };
  const timer = setInterval(sweep, EVERY_MS);
  sweep();
  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await sweeping;
    },
  };
}

/** One round of it. An order that somebody tries again at this moment keeps what it needs. */
export async function forgetSecrets(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  retainMs: number,
  signal: AbortSignal,
): Promise<void> {
  const ids = await listErasable(db, now() - retainMs, AT_A_TIME);
  for (const id of ids) {
    if (signal.aborted) return;
    const erased = await changeOrder(db, id, { type: 'secrets_erased' }, now());
    if (erased instanceof Refusal) await markNotErasable(db, id);
  }
  if (ids.length > 0) await dropTraces(db);
}
