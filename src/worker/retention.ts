import { changeOrder } from '../store/change-order.ts';
import { checkpointWal, listRedactable } from '../store/retention.ts';
import type { WorkerContext } from './context.ts';

/** Nobody waits for this: it is done now and then, and not too much at a time. */
const EVERY_MS = 600_000;
const AT_A_TIME = 500;

/** Erases vouchers and checkout URLs from orders that ended `retainMs` ago; stops when `stop` has resolved. */
export function startRetention(
  ctx: Pick<WorkerContext, 'db' | 'log' | 'now'>,
  retainMs: number,
): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  let sweeping = Promise.resolve();
  const sweep = () => {
    sweeping = sweeping
      .then(() => redactExpired(ctx, retainMs, stopping.signal))
      .catch((error: unknown) =>
        ctx.log.error({ err: error }, 'secrets of ended orders could not be erased'),
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
export async function redactExpired(
  { db, now }: Pick<WorkerContext, 'db' | 'now'>,
  retainMs: number,
  signal: AbortSignal,
): Promise<void> {
  const ids = await listRedactable(db, now() - retainMs, AT_A_TIME);
  for (const id of ids) {
    if (signal.aborted) return;
    await changeOrder({ db, now }, id, { type: 'secrets_redacted' });
  }
  if (ids.length > 0) await checkpointWal(db);
}
