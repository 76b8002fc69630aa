import type { Order } from '../orders/order.ts';
import { Refusal } from '../orders/refusal.ts';
import type { TakenOn } from '../orders/taken-on.ts';
import { SlackTrouble } from '../slack/slack-trouble.ts';
import { markShown } from '../store/leases.ts';
import { changeOrder } from '../store/orders.ts';
import type { StoredOrder } from '../store/rows.ts';
import { backOff } from './back-off.ts';
import { ChannelRefused, showOrder } from './projection.ts';
import type { Tools } from './tools.ts';

/** Somebody who waits for a new order's first message, for a short while. */
export type Waiting = { isWaiting: () => boolean; answer: (outcome: TakenOn) => void };

/**
 * Shows an order in Slack and notes that it is shown, or when to try again. An order whose channel takes no message
 * ends: its requester reads why in the modal while it waits, else in a direct message.
 */
export async function showOrderOrSayWhyNot(
  stored: StoredOrder,
  tools: Tools,
  waiting: Waiting | undefined,
): Promise<void> {
  const { order, version, tries } = stored;
  const { db, log, now } = tools;
  try {
    await showOrder(order, tools);
    await markShown(db, { id: order.id, version }, { next: null, now: now() });
    tools.onShown?.();
    waiting?.answer({ outcome: 'posted' });
  } catch (error) {
    if (error instanceof ChannelRefused) {
      // Said first: an app that dies in between finds out again, and then says it in a direct message.
      const told = waiting?.isWaiting() ?? false;
      waiting?.answer({ outcome: 'cannot_post', slackError: error.code });
      const failure = { kind: 'cannot_post', slackError: error.code, told } as const;
      const ended = await changeOrder(db, order.id, { type: 'failed', failure }, now());
      if (!(ended instanceof Refusal)) return;
    } else if (!(error instanceof SlackTrouble)) throw error;
    const cannotPost = error instanceof ChannelRefused || error.cannotPost;
    if (cannotPost && (await moveToRequester(order, tools))) return;
    log.warn({ err: error, order: order.id }, 'Slack does not show this order as it is; trying again');
    const asked = error instanceof SlackTrouble ? error.retryAfterSeconds : null;
    const pause = asked === null ? backOff(tries, 60_000) : Math.min(600_000, Math.ceil(asked * 1000));
    tools.onSetback?.('showing');
    await markShown(db, { id: order.id, version }, { next: now() + pause, now: now() });
  }
}

/**
 * Lets an order go on in direct messages with its requester, when its channel takes no messages any more (archived, or
 * the app was removed). False if that is where it is already, or cannot be.
 */
async function moveToRequester(order: Order, { db, outbound, log, now }: Tools): Promise<boolean> {
  try {
    const to = await outbound.directChannel(order.requester);
    log.warn(
      { order: order.id },
      'the order’s channel takes no messages any more: it goes on with its requester',
    );
    return !((await changeOrder(db, order.id, { type: 'moved', to }, now())) instanceof Refusal);
  } catch (error) {
    if (error instanceof SlackTrouble) return false;
    throw error;
  }
}
