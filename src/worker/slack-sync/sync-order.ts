import { countedApprovers } from '../../orders/approval-policy.ts';
import { Denial } from '../../orders/denial.ts';
import type { SubmissionOutcome } from '../../orders/submission.ts';
import { SlackApiError } from '../../slack/client/errors.ts';
import { changeOrder } from '../../store/change-order.ts';
import { markSynced } from '../../store/leases.ts';
import type { StoredOrder } from '../../store/rows.ts';
import type { WorkerContext } from '../context.ts';
import { syncOrderMessages } from './post-messages.ts';

/** A requester who is waiting briefly for a new order's first message. */
export type PendingSubmission = { isWaiting: () => boolean; answer: (outcome: SubmissionOutcome) => void };

/**
 * Syncs an order's messages and records that, or when to retry. If the channel accepts no messages, the order ends, and so
 * it does while the modal waits and its first message is refused for another lasting reason: its requester reads why in the
 * modal while it waits, else in a direct message. Returns the row as it was saved last.
 */
export async function syncOrder(
  stored: StoredOrder,
  ctx: WorkerContext,
  pending: PendingSubmission | undefined,
): Promise<StoredOrder> {
  const { order, version } = stored;
  const { db, now } = ctx;
  const { isRootPosted, retryAt, hasRefusals, channelRefused, rootRefused } = await syncOrderMessages(
    order,
    ctx,
  );
  const isWaitedFor = pending?.isWaiting() ?? false;
  // Once the form has closed, it is retried until someone has fixed the cause.
  const refused = channelRefused?.isRoot ? channelRefused.trouble : isWaitedFor ? rootRefused : null;
  if (refused) {
    const { code } = refused;
    // Answer first: after a crash in between this repeats, and the reason is sent in a direct message.
    const notified = isWaitedFor;
    pending?.answer({ outcome: 'channel_unavailable', errorCode: code });
    const failure = { kind: 'channel_unavailable', errorCode: code, notified } as const;
    const ended = await changeOrder({ db, now }, stored, { type: 'failed', failure });
    if (!(ended instanceof Denial)) return ended;
  }
  const moved = channelRefused && (await moveToPerson(stored, ctx));
  if (moved) return moved;
  if (hasRefusals) ctx.onError?.('slack_sync');
  if (isRootPosted) {
    ctx.onSynced?.();
    pending?.answer({ outcome: 'posted' });
  }
  await markSynced(db, { id: order.id, version }, { next: retryAt, now: now() });
  return { ...stored, syncAt: retryAt };
}

/**
 * Continues an order in direct messages when its channel no longer accepts messages (archived, or the app was
 * removed): with its requester, or with someone who approved it if the requester cannot be reached either. Null if
 * there is no one left to try.
 */
async function moveToPerson(
  stored: StoredOrder,
  { db, outbound, log, now }: Pick<WorkerContext, 'db' | 'log' | 'now' | 'outbound'>,
): Promise<StoredOrder | null> {
  const { order } = stored;
  // While approval is pending, moving it to one approver would not help: all have it in their Home.
  const approvers = order.state === 'awaiting_approval' ? [] : countedApprovers(order).toReversed();
  for (const person of [order.requester, ...approvers]) {
    try {
      const to = await outbound.directChannel(person);
      if (to === order.channel || order.previousChannels.includes(to)) continue;
      log.warn({ order: order.id, person }, 'channel unavailable; continuing in direct messages');
      const moved = await changeOrder({ db, now }, stored, { type: 'channel_changed', to });
      return moved instanceof Denial ? null : moved;
    } catch (error) {
      if (!(error instanceof SlackApiError)) throw error;
    }
  }
  return null;
}
