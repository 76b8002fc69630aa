import { createHash } from 'node:crypto';
import type { Order } from '../../orders/order.ts';
import { SlackApiError } from '../../slack/client/errors.ts';
import {
  hasPrivateMessages,
  type OrderMessage,
  ROOT,
  renderOrder,
} from '../../slack/views/order-messages.ts';
import {
  deletePost,
  deleteThread,
  markPosted,
  messagesOf,
  type PostedMessage,
  recordPostIntent,
} from '../../store/messages.ts';
import type { WorkerContext } from '../context.ts';

/** Stands for the place of a direct message that its reader cannot get: the thread must not wait for it. */
const UNDELIVERABLE_TS = 'undeliverable';

/** The order's channel takes no message, and nothing of the order is to be seen there. */
export class ChannelUnavailableError extends Error {
  override readonly name = 'ChannelUnavailableError';
  /** Slack's error code. */
  readonly code: string;

  constructor(trouble: SlackApiError) {
    super(`Slack takes no message in the order's channel: ${trouble.code}`, { cause: trouble });
    this.code = trouble.code;
  }
}

/**
 * Brings Slack's picture of an order up to date: posts what is missing, in the order of the timeline, and updates what
 * shows something else. Runs under the order's lease. Throws ChannelUnavailableError, or SlackApiError when Slack did not take
 * something: to be run again.
 */
export async function syncOrderMessages(order: Order, ctx: WorkerContext): Promise<void> {
  const { renderContext, renderContextFor } = ctx;
  const personal = hasPrivateMessages(order) ? await renderContextFor(order.requester) : renderContext;
  const messages = renderOrder(order, renderContext, personal);
  const posted = await messagesOf(ctx.db, order.id);
  for (const { key, target } of messages) {
    // The order has moved to another channel: what stands in the old one is not part of its picture any more.
    const isElsewhere = target.kind !== 'direct' && posted.get(key)?.channel !== order.channel;
    if (isElsewhere) posted.delete(key);
  }
  // What is new is what people wait for: the rest is put together once Slack has it.
  const posting = await Promise.allSettled([postMissing(order, messages, posted, ctx)]);
  const updates = messages.map((message) => update(order, message, posted.get(message.key), ctx));
  const outcomes = [...posting, ...(await Promise.allSettled(updates))];
  const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  // Without its root message nobody finds the thread: everything is drawn again, in a new one.
  const rootIsGone = failures.some((error) => error instanceof SlackApiError && error.messageIsGone);
  if (rootIsGone) await deleteThread(ctx.db, order.id);
  if (failures.length > 0) throw failures[0];
}

async function postMissing(
  order: Order,
  messages: OrderMessage[],
  posted: Map<string, PostedMessage>,
  ctx: WorkerContext,
): Promise<void> {
  let rootTs = posted.get(ROOT)?.ts ?? undefined;
  for (const message of messages) {
    const known = posted.get(message.key);
    if (known?.ts) continue;
    const threadTs = message.target.kind === 'thread' ? rootTs : undefined;
    const { ts } = await post(order, message, threadTs, known, ctx);
    if (message.key === ROOT) rootTs = ts;
  }
}

async function post(
  order: Order,
  message: OrderMessage,
  threadTs: string | undefined,
  known: PostedMessage | undefined,
  ctx: WorkerContext,
): Promise<{ channel: string; ts: string }> {
  const { db, outbound } = ctx;
  const { key, target, text, blocks } = message;
  const channel = target.kind === 'direct' ? await outbound.directChannel(target.user) : order.channel;
  const messageKey = { order: order.id, key };
  const outgoing = { channel, threadTs, text, blocks, messageKey, alsoToChannel: isBroadcast(message) };

  const lost = known?.postingSince ? await outbound.findPost(outgoing, known.postingSince) : null;
  if (lost) {
    await outbound.update(lost, text, blocks);
    await markPosted(db, order.id, key, { ...lost, contentHash: contentHashOf(message) });
    return lost;
  }
  await recordPostIntent(db, order.id, key, channel, ctx.now());
  try {
    const at = await outbound.post(outgoing);
    await markPosted(db, order.id, key, { ...at, contentHash: contentHashOf(message) });
    return at;
  } catch (error) {
    // Slack said no: the message is not there, and need not be looked for.
    const refused = error instanceof SlackApiError && error.code !== 'no_answer';
    if (refused && target.kind === 'direct' && !error.isTransient) {
      ctx.log.error(
        { order: order.id, message: key, code: error.code },
        'a direct message cannot be delivered',
      );
      const nowhere = { channel, ts: UNDELIVERABLE_TS };
      await markPosted(db, order.id, key, { ...nowhere, contentHash: contentHashOf(message) });
      return nowhere;
    }
    if (refused) await deletePost(db, order.id, key);
    if (refused && error.cannotPost && key === ROOT) throw new ChannelUnavailableError(error);
    throw error;
  }
}

async function update(
  order: Order,
  message: OrderMessage,
  known: PostedMessage | undefined,
  ctx: WorkerContext,
): Promise<void> {
  const contentHash = contentHashOf(message);
  if (!known?.ts || known.ts === UNDELIVERABLE_TS || known.contentHash === contentHash) return;
  const { channel, ts } = known;
  try {
    await ctx.outbound.update({ channel, ts }, message.text, message.blocks);
  } catch (error) {
    if (!(error instanceof SlackApiError && error.messageIsFinal)) throw error;
    if (error.messageIsGone && message.key === ROOT) throw error;
    ctx.log.warn(
      { order: order.id, message: message.key, code: error.code },
      'a message can no longer be updated',
    );
  }
  await markPosted(ctx.db, order.id, message.key, { channel, ts, contentHash });
}

function isBroadcast({ target }: OrderMessage): boolean {
  return target.kind === 'thread' && target.alsoToChannel;
}

function contentHashOf({ text, blocks }: OrderMessage): string {
  return createHash('sha256')
    .update(JSON.stringify([text, blocks]))
    .digest('hex')
    .slice(0, 16);
}
