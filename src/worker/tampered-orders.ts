import { MINUTE_MS } from '../orders/time.ts';
import { ON_HOLD, onHoldMessage } from '../slack/views/on-hold-message.ts';
import { ROOT } from '../slack/views/order-messages.ts';
import { putOff } from '../store/leases.ts';
import { markPosted, messagesOf, recordPostIntent } from '../store/messages.ts';
import type { WorkerContext } from './context.ts';

/** How soon to check again whether the row was restored. */
const RECHECK_MS = 15 * MINUTE_MS;

/**
 * Puts an order on hold whose row was changed outside the app, and says so in its thread, once. Nothing in the row is used:
 * the store knows where the thread is. Once restored, the order resumes at the next check.
 */
export async function holdTamperedOrder(id: string, owner: string, ctx: WorkerContext): Promise<void> {
  const { db, log, now } = ctx;
  try {
    await postOnHold(id, ctx);
  } catch (error) {
    log.warn({ err: error, order: id }, 'failed to post in the thread that an order is on hold');
  }
  await putOff(db, { id, owner }, { until: now() + RECHECK_MS, now: now() });
}

async function postOnHold(id: string, { db, outbound, renderContext, now }: WorkerContext): Promise<void> {
  const posted = await messagesOf(db, id);
  const root = posted.get(ROOT);
  const known = posted.get(ON_HOLD);
  if (!root?.ts || known?.ts) return;
  const { channel } = root;
  const message = {
    ...{ channel, threadTs: root.ts, messageKey: { order: id, key: ON_HOLD } },
    ...onHoldMessage(renderContext),
  };
  const since = known?.postingSince ?? null;
  const lost = since === null ? null : await outbound.findPost(message, since);
  if (!lost) await recordPostIntent(db, id, { key: ON_HOLD, channel, now: since ?? now() });
  const { ts } = lost ?? (await outbound.post(message));
  await markPosted(db, id, { key: ON_HOLD, channel, ts, contentHash: '' });
}
