import type { Order } from '../../orders/order.ts';
import { SlackApiError } from '../../slack/client/errors.ts';
import { contentHashOf } from '../../slack/content-hash.ts';
import { isDirectMessage } from '../../slack/id-kinds.ts';
import { type OrderMessage, ROOT } from '../../slack/views/order-messages.ts';
import {
  deletePost,
  markPosted,
  markRefused,
  type PostedMessage,
  recordPostIntent,
  savePermalink,
} from '../../store/messages.ts';
import type { WorkerContext } from '../context.ts';
import { isDue, refusalOf } from './delivery-attempts.ts';

/** One order's messages in Slack while they are synced: `posted` is what is known of them, kept up to date. */
export type Sync = {
  order: Order;
  ctx: WorkerContext;
  posted: Map<string, PostedMessage>;
  /** The channel of a person's direct messages; requested once, whatever the outcome. */
  directChannel: (user: string) => Promise<string>;
};

/**
 * The outcome of syncing a message. `thread_gone`: its thread no longer exists; `strayTs` is where it landed instead.
 * `gone`: it no longer exists, and has to be posted again. `channel_refused`: the order's channel accepts no messages.
 */
export type SyncOutcome =
  | { kind: 'done' | 'skipped' | 'gone' }
  | { kind: 'refused'; trouble: SlackApiError }
  | { kind: 'thread_gone'; strayTs: string | null }
  | { kind: 'channel_refused'; trouble: SlackApiError };

/** Posts a message that is not in Slack yet, unless it has to wait; one that may have been sent is looked for first. */
export async function postMessage(
  sync: Sync,
  message: OrderMessage,
  threadTs: string | undefined,
): Promise<SyncOutcome> {
  const { order, ctx, posted } = sync;
  const { key, target, text, blocks } = message;
  const { db, outbound } = ctx;
  const known = posted.get(key);
  const contentHash = contentHashOf([message.text, message.blocks]);
  const isDirect = target.kind === 'direct';
  if (known && !isDue(known, { contentHash, isDirect, now: ctx.now() })) return { kind: 'skipped' };
  let channel = known?.channel ?? (isDirect ? target.user : order.channel);
  let postingSince = known?.postingSince ?? null;
  try {
    channel = isDirect ? await sync.directChannel(target.user) : order.channel;
    const messageKey = { order: order.id, key };
    const outgoing = { channel, threadTs, text, blocks, messageKey, alsoToChannel: isBroadcast(message) };
    const lost = postingSince === null ? null : await outbound.findPost(outgoing, postingSince);
    postingSince ??= ctx.now();
    if (!lost) await recordPostIntent(db, order.id, { key, channel, now: postingSince });
    const at = lost ?? (await outbound.post(outgoing));
    if (at.isStray) return { kind: 'thread_gone', strayTs: at.ts };
    if (lost) await outbound.update(lost, message);
    await noteShown(sync, { key, channel: at.channel, ts: at.ts, contentHash });
    return { kind: 'done' };
  } catch (error) {
    if (!(error instanceof SlackApiError)) throw error;
    if (error.code === 'thread_not_found') return { kind: 'thread_gone', strayTs: null };
    const maybeSent = error.mayHaveWorked ? postingSince : null;
    return refused(sync, message, {
      message: { key, channel, ts: null, contentHash, postingSince: maybeSent },
      trouble: error,
    });
  }
}

/**
 * Updates a message that shows something else; with `isCheck` also one that does not, to check that it still exists. What
 * was refused is tried again.
 */
export async function updateMessage(
  sync: Sync,
  message: OrderMessage,
  { isCheck }: { isCheck: boolean },
): Promise<SyncOutcome> {
  const { ctx, posted } = sync;
  const { key, target } = message;
  const known = posted.get(key);
  const contentHash = contentHashOf([message.text, message.blocks]);
  const isDirect = target.kind === 'direct';
  if (!known?.ts || (known.contentHash === contentHash && !isCheck && !known.refusal))
    return { kind: 'skipped' };
  if (!isDue(known, { contentHash, isDirect, now: ctx.now() })) return { kind: 'skipped' };
  const at = { channel: known.channel, ts: known.ts };
  try {
    await ctx.outbound.update(at, message);
    await noteShown(sync, { key, ...at, contentHash });
    return { kind: 'done' };
  } catch (error) {
    if (!(error instanceof SlackApiError)) throw error;
    if (!error.messageIsFinal) {
      const isFinal = error.cannotSay || (isDirect && error.cannotReach);
      return refused(sync, message, {
        message: { ...known, contentHash: isFinal ? contentHash : known.contentHash },
        trouble: error,
      });
    }
    const isGone = error.messageIsGone || error.messageIsForeign;
    ctx.log.warn({ message: key, code: error.code }, 'message can no longer be updated');
    if (isGone && key === ROOT) return { kind: 'thread_gone', strayTs: null };
    if (isGone && isClickable(message)) {
      await deletePost(ctx.db, sync.order.id, key);
      posted.delete(key);
      return { kind: 'gone' };
    }
    await noteShown(sync, { key, ...at, contentHash });
    return { kind: 'done' };
  }
}

/** Whether a message has buttons: then people need it, and it is posted again if it was deleted. */
export function isClickable({ blocks }: OrderMessage): boolean {
  return blocks.some(({ type }) => type === 'actions');
}

async function noteShown(
  { order, ctx, posted }: Sync,
  at: { key: string; channel: string; ts: string; contentHash: string },
): Promise<void> {
  await markPosted(ctx.db, order.id, at);
  const permalink = posted.get(at.key)?.permalink ?? null;
  posted.set(at.key, { ...at, permalink, postingSince: null, refusal: null });
}

async function refused(
  { order, ctx, posted }: Sync,
  { key, target }: OrderMessage,
  { message, trouble }: { message: Omit<PostedMessage, 'refusal' | 'permalink'>; trouble: SlackApiError },
): Promise<SyncOutcome> {
  const isDirect = target.kind === 'direct';
  const before = posted.get(key)?.refusal ?? null;
  const refusal = refusalOf(trouble, { isDirect, before, now: ctx.now(), random: ctx.random });
  const row = { ...message, refusal };
  await markRefused(ctx.db, order.id, row);
  posted.set(key, { ...row, permalink: posted.get(key)?.permalink ?? null });
  const facts = { err: trouble, message: key, code: trouble.code, attempts: refusal.attempts };
  const isChannelRefused =
    !isDirect && (trouble.cannotPost || (isDirectMessage(order.channel) && trouble.cannotReach));
  // The requester is notified, and the order continues elsewhere or ends.
  if (isChannelRefused) ctx.log.warn(facts, 'channel accepts no messages from the app');
  else if (refusal.retryAt === null) ctx.log.error(facts, 'message cannot be delivered');
  else if (trouble.isLasting && refusal.attempts === 1)
    ctx.log.error(facts, 'message cannot be delivered until this is fixed; retrying');
  else ctx.log.warn(facts, 'Slack sync failed; retrying');
  return { kind: isChannelRefused ? 'channel_refused' : 'refused', trouble };
}

/** Asks Slack once for the link to the order's first message; without it, names in other messages are not links. */
export async function rememberPermalink({ order, ctx, posted }: Sync): Promise<boolean> {
  const root = posted.get(ROOT);
  if (!root?.ts || root.permalink) return false;
  try {
    const permalink = await ctx.outbound.permalink({ channel: root.channel, ts: root.ts });
    if (permalink === null) return false;
    await savePermalink(ctx.db, order.id, { key: ROOT, permalink });
    posted.set(ROOT, { ...root, permalink });
    return true;
  } catch (error) {
    if (!(error instanceof SlackApiError)) throw error;
    ctx.log.info({ err: error, order: order.id }, 'Slack did not return the link to an order’s message');
    return false;
  }
}

function isBroadcast({ target }: OrderMessage): boolean {
  return target.kind === 'thread' && target.alsoToChannel;
}
