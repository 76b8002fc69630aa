import { Denial } from '../../orders/denial.ts';
import type { Order } from '../../orders/order.ts';
import type { SubmissionOutcome } from '../../orders/submission.ts';
import { SlackApiError } from '../../slack/client/errors.ts';
import { markSynced } from '../../store/leases.ts';
import { changeOrder } from '../../store/orders.ts';
import type { StoredOrder } from '../../store/rows.ts';
import { exponentialBackoff } from '../backoff.ts';
import type { WorkerContext } from '../context.ts';
import { ChannelUnavailableError, syncOrderMessages } from './post-messages.ts';

/** Somebody who waits for a new order's first message, for a short while. */
export type PendingSubmission = { isWaiting: () => boolean; answer: (outcome: SubmissionOutcome) => void };

/**
 * Shows an order in Slack and notes that it is shown, or when to try again. An order whose channel takes no message
 * ends: its requester reads why in the modal while it waits, else in a direct message.
 */
export async function syncOrder(
  stored: StoredOrder,
  ctx: WorkerContext,
  pending: PendingSubmission | undefined,
): Promise<void> {
  const { order, version, attempts } = stored;
  const { db, log, now } = ctx;
  try {
    await syncOrderMessages(order, ctx);
    await markSynced(db, { id: order.id, version }, { next: null, now: now() });
    ctx.onSynced?.();
    pending?.answer({ outcome: 'posted' });
  } catch (error) {
    if (error instanceof ChannelUnavailableError) {
      // Said first: an app that dies in between finds out again, and then says it in a direct message.
      const notified = pending?.isWaiting() ?? false;
      pending?.answer({ outcome: 'channel_unavailable', errorCode: error.code });
      const failure = { kind: 'channel_unavailable', errorCode: error.code, notified } as const;
      const ended = await changeOrder(db, order.id, { type: 'failed', failure }, now());
      if (!(ended instanceof Denial)) return;
    } else if (!(error instanceof SlackApiError)) throw error;
    const cannotPost = error instanceof ChannelUnavailableError || error.cannotPost;
    if (cannotPost && (await fallBackToDirectMessages(order, ctx))) return;
    log.warn({ err: error, order: order.id }, 'Slack does not show this order as it is; trying again');
    const asked = error instanceof SlackApiError ? error.retryAfterSeconds : null;
    const pause =
      asked === null ? exponentialBackoff(attempts, 60_000) : Math.min(600_000, Math.ceil(asked * 1000));
    ctx.onError?.('slack_sync');
    await markSynced(db, { id: order.id, version }, { next: now() + pause, now: now() });
  }
}

/**
 * Lets an order go on in direct messages with its requester, when its channel takes no messages any more (archived, or
 * the app was removed). False if that is where it is already, or cannot be.
 */
async function fallBackToDirectMessages(
  order: Order,
  { db, outbound, log, now }: WorkerContext,
): Promise<boolean> {
  try {
    const to = await outbound.directChannel(order.requester);
    log.warn(
      { order: order.id },
      'the order’s channel takes no messages any more: it goes on with its requester',
    );
    return !((await changeOrder(db, order.id, { type: 'channel_changed', to }, now())) instanceof Denial);
  } catch (error) {
    if (error instanceof SlackApiError) return false;
    throw error;
  }
}
