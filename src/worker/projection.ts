import { createHash } from 'node:crypto';
import type { Order } from '../orders/order.ts';
import { SlackTrouble } from '../slack/slack-trouble.ts';
import { drawOrder, hasPersonalPart, type PictureMessage, ROOT } from '../slack/surfaces/picture.ts';
import {
  forgetPost,
  forgetThread,
  markPosted,
  messagesOf,
  type PostedMessage,
  startPosting,
} from '../store/messages.ts';
import type { Tools } from './tools.ts';

/** Stands for the place of a direct message that its reader cannot get: the thread must not wait for it. */
const UNDELIVERABLE = 'undeliverable';

/** The order's channel takes no message, and nothing of the order is to be seen there. */
export class ChannelRefused extends Error {
  override readonly name = 'ChannelRefused';
  /** Slack's error code. */
  readonly code: string;

  constructor(trouble: SlackTrouble) {
    super(`Slack takes no message in the order's channel: ${trouble.code}`, { cause: trouble });
    this.code = trouble.code;
  }
}

/**
 * Brings Slack's picture of an order up to date: posts what is missing, in the order of the story, and updates what
 * shows something else. Runs under the order's lease. Throws ChannelRefused, or SlackTrouble when Slack did not take
 * something: to be run again.
 */
export async function showOrder(order: Order, tools: Tools): Promise<void> {
  const { drawing, drawingFor } = tools;
  const personal = hasPersonalPart(order) ? await drawingFor(order.requester) : drawing;
  const picture = drawOrder(order, drawing, personal);
  const posted = await messagesOf(tools.db, order.id);
  for (const { key, place } of picture) {
    // The order has moved to another channel: what stands in the old one is not part of its picture any more.
    const isElsewhere = place.kind !== 'direct' && posted.get(key)?.channel !== order.channel;
    if (isElsewhere) posted.delete(key);
  }
  // What is new is what people wait for: the rest is put together once Slack has it.
  const posting = await Promise.allSettled([postMissing(order, picture, posted, tools)]);
  const updates = picture.map((message) => update(order, message, posted.get(message.key), tools));
  const outcomes = [...posting, ...(await Promise.allSettled(updates))];
  const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  // Without its root message nobody finds the thread: everything is drawn again, in a new one.
  const rootIsGone = failures.some((error) => error instanceof SlackTrouble && error.messageIsGone);
  if (rootIsGone) await forgetThread(tools.db, order.id);
  if (failures.length > 0) throw failures[0];
}

async function postMissing(
  order: Order,
  picture: PictureMessage[],
  posted: Map<string, PostedMessage>,
  tools: Tools,
): Promise<void> {
  let rootTs = posted.get(ROOT)?.ts ?? undefined;
  for (const message of picture) {
    const known = posted.get(message.key);
    if (known?.ts) continue;
    const threadTs = message.place.kind === 'thread' ? rootTs : undefined;
    const { ts } = await post(order, message, threadTs, known, tools);
    if (message.key === ROOT) rootTs = ts;
  }
}

async function post(
  order: Order,
  message: PictureMessage,
  threadTs: string | undefined,
  known: PostedMessage | undefined,
  tools: Tools,
): Promise<{ channel: string; ts: string }> {
  const { db, outbound } = tools;
  const { key, place, text, blocks } = message;
  const channel = place.kind === 'direct' ? await outbound.directChannel(place.user) : order.channel;
  const mark = { order: order.id, key };
  const outgoing = { channel, threadTs, text, blocks, mark, alsoToChannel: isBroadcast(message) };

  const lost = known?.postingSince ? await outbound.findPost(outgoing, known.postingSince) : null;
  if (lost) {
    await outbound.update(lost, text, blocks);
    await markPosted(db, order.id, key, { ...lost, shown: digestOf(message) });
    return lost;
  }
  await startPosting(db, order.id, key, channel, tools.now());
  try {
    const at = await outbound.post(outgoing);
    await markPosted(db, order.id, key, { ...at, shown: digestOf(message) });
    return at;
  } catch (error) {
    // Slack said no: the message is not there, and need not be looked for.
    const refused = error instanceof SlackTrouble && error.code !== 'no_answer';
    if (refused && place.kind === 'direct' && !error.isPassing) {
      tools.log.error(
        { order: order.id, message: key, code: error.code },
        'a direct message cannot be delivered',
      );
      const nowhere = { channel, ts: UNDELIVERABLE };
      await markPosted(db, order.id, key, { ...nowhere, shown: digestOf(message) });
      return nowhere;
    }
    if (refused) await forgetPost(db, order.id, key);
    if (refused && error.cannotPost && key === ROOT) throw new ChannelRefused(error);
    throw error;
  }
}

async function update(
  order: Order,
  message: PictureMessage,
  known: PostedMessage | undefined,
  tools: Tools,
): Promise<void> {
  const shown = digestOf(message);
  if (!known?.ts || known.ts === UNDELIVERABLE || known.shown === shown) return;
  const { channel, ts } = known;
  try {
    await tools.outbound.update({ channel, ts }, message.text, message.blocks);
  } catch (error) {
    if (!(error instanceof SlackTrouble && error.messageIsFinal)) throw error;
    if (error.messageIsGone && message.key === ROOT) throw error;
    tools.log.warn(
      { order: order.id, message: message.key, code: error.code },
      'a message can no longer be updated',
    );
  }
  await markPosted(tools.db, order.id, message.key, { channel, ts, shown });
}

function isBroadcast({ place }: PictureMessage): boolean {
  return place.kind === 'thread' && place.alsoToChannel;
}

function digestOf({ text, blocks }: PictureMessage): string {
  return createHash('sha256')
    .update(JSON.stringify([text, blocks]))
    .digest('hex')
    .slice(0, 16);
}
