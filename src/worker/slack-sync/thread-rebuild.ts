import type { Time } from '../../orders/time.ts';
import { SlackApiError } from '../../slack/client/errors.ts';
import { isDirectKey, ROOT } from '../../slack/views/order-messages.ts';
import { deletePost, isStray, type MessageRefusal, markRefused } from '../../store/messages.ts';
import { isDue, isPaused, refusalOf } from './delivery-attempts.ts';
import type { Sync } from './message-sync.ts';

/** The row that counts how often in a row an order's thread was deleted as soon as it was posted. */
export const REBUILD = 'rebuild';

/** After this many, something keeps deleting the app's messages there: stop filling the channel. */
const MAX_REBUILDS = 3;

/** Whether to wait before posting a deleted thread once more. */
export function isRebuildPaused(rebuild: MessageRefusal | null, now: Time): boolean {
  return rebuild !== null && isPaused(rebuild, now);
}

/** The error for a channel in which an order's thread is deleted every time; null while it may stay. */
export function threadKeepsVanishing(rebuild: MessageRefusal | null): SlackApiError | null {
  return rebuild && rebuild.attempts >= MAX_REBUILDS ? threadGone() : null;
}

/** Counts a thread that was deleted right after it was posted, and resets the count once it stays. */
export async function noteRebuild(
  { order, ctx, posted }: Pick<Sync, 'order' | 'ctx' | 'posted'>,
  { before, isGone }: { before: MessageRefusal | null; isGone: boolean },
): Promise<void> {
  if (!isGone) {
    posted.delete(REBUILD);
    return deletePost(ctx.db, order.id, REBUILD);
  }
  ctx.log.warn({ order: order.id }, 'order thread was deleted right after it was posted');
  const refusal = refusalOf(threadGone(), { isDirect: false, before, now: ctx.now(), random: ctx.random });
  const nowhere = {
    ...{ key: REBUILD, channel: order.channel, ts: null },
    ...{ contentHash: null, permalink: null, postingSince: null },
  };
  await markRefused(ctx.db, order.id, { ...nowhere, refusal });
  posted.set(REBUILD, { ...nowhere, refusal });
}

/** Looks for replies to a deleted thread whose posts had no answer: they may be at the top level. */
export async function findStrays({
  order,
  ctx,
  posted,
}: Pick<Sync, 'order' | 'ctx' | 'posted'>): Promise<string[]> {
  const threadTs = posted.get(ROOT)?.ts ?? undefined;
  const lost = [...posted.values()].filter(
    ({ key, ts, postingSince }) => ts === null && postingSince !== null && key !== ROOT && !isDirectKey(key),
  );
  const found = await Promise.all(
    lost.map(async ({ key, channel, postingSince }) => {
      const message = { channel, threadTs, messageKey: { order: order.id, key } };
      return ctx.outbound.findPost(message, postingSince ?? 0).catch((error: unknown) => {
        if (error instanceof SlackApiError) return null;
        throw error;
      });
    }),
  );
  return found.flatMap((post) => (post ? [post.ts] : []));
}

/** Deletes messages outside their thread, or in an abandoned one. What Slack refuses to delete stays. */
export async function takeBackStrays({
  order,
  ctx,
  posted,
}: Pick<Sync, 'order' | 'ctx' | 'posted'>): Promise<void> {
  const { db, log, now, outbound, random } = ctx;
  const due = [...posted.values()].filter(
    (message) => isStray(message) && isDue(message, { contentHash: '', isDirect: false, now: now() }),
  );
  for (const stray of due) {
    const { key, channel, ts } = stray;
    try {
      if (ts !== null) await outbound.remove({ channel, ts });
    } catch (error) {
      if (!(error instanceof SlackApiError)) throw error;
      const refusal = refusalOf(error, { isDirect: false, before: stray.refusal, now: now(), random });
      if (!error.isLasting && refusal.retryAt !== null) {
        const row = { ...stray, refusal };
        await markRefused(db, order.id, row);
        posted.set(key, row);
        continue;
      }
      // Usually because it was deleted with its thread.
      log.debug({ message: key, code: error.code }, 'failed to remove message outside its thread');
    }
    await deletePost(db, order.id, key);
    posted.delete(key);
  }
}

function threadGone(): SlackApiError {
  return new SlackApiError('conversations.replies', 'thread_not_found');
}
