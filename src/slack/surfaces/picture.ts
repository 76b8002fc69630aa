import type { Order, StoryItem } from '../../orders/order.ts';
import { approvalMessage } from './approval-message.ts';
import { checkoutUrlMessage } from './checkout-message.ts';
import { endingForRequester } from './direct-messages.ts';
import type { Content, Drawing } from './drawing.ts';
import { cannotPostMessage } from './failure-messages.ts';
import { rootMessage } from './root-message.ts';
import { storyMessage } from './story-messages.ts';

/** Where a message of the picture hangs. */
export type Place =
  | { kind: 'channel' }
  | { kind: 'thread'; alsoToChannel: boolean }
  | { kind: 'direct'; user: string };

/** One message of an order's picture; `key` is its name within the order, for ever. */
export type PictureMessage = Content & { key: string; place: Place };

export const ROOT = 'root';

/**
 * Draws everything that Slack has to show of an order: the root message in its channel, and one message in the
 * thread for each part of its story. Pure: the same order gives the same picture. What goes to the requester alone is
 * drawn for `personal`, the rest for `shared`.
 */
export function drawOrder(order: Order, shared: Drawing, personal: Drawing): PictureMessage[] {
  const refusedChannel = cannotPostMessage(order, personal);
  if (refusedChannel) {
    return refusedChannel.told
      ? []
      : [{ key: 'cannot_post', place: { kind: 'direct', user: order.requester }, ...refusedChannel.content }];
  }
  const drawing = isDirect(order) ? personal : shared;
  const root: PictureMessage = { key: ROOT, place: { kind: 'channel' }, ...rootMessage(order, drawing) };
  return [root, ...order.story.flatMap((item) => drawStoryItem(order, item, drawing, personal))];
}

/** Whether something of the order's picture is for the requester alone, in their language. */
export function hasPersonalPart(order: Order): boolean {
  const endings = ['placed', 'rejected', 'expired', 'failed', 'ready', 'lapsed'];
  return isDirect(order) || order.story.some(({ kind }) => endings.includes(kind));
}

/** Whether the order hangs in its requester's direct messages. */
function isDirect(order: Order): boolean {
  return order.channel.startsWith('D');
}

function drawStoryItem(order: Order, item: StoryItem, drawing: Drawing, personal: Drawing): PictureMessage[] {
  const key = `${item.number}:${item.kind}`;
  const thread = { kind: 'thread', alsoToChannel: false } as const;
  const toRequester = { key: `${key}:direct`, place: { kind: 'direct', user: order.requester } } as const;
  if (item.kind === 'approval_asked') {
    return [{ key, place: thread, ...approvalMessage(order, item, drawing) }];
  }
  if (item.kind === 'placed' && drawing.checkoutUrlTo === 'requester') {
    return [
      { ...toRequester, ...checkoutUrlMessage(order, item, 'requester', personal) },
      { key, place: thread, ...storyMessage(order, item, drawing) },
    ];
  }
  const ending = endingForRequester(order, item, personal);
  const direct = ending ? [{ ...toRequester, ...ending }] : [];
  if (item.kind === 'placed') {
    const url = checkoutUrlMessage(order, item, 'thread', drawing);
    return [{ key, place: { kind: 'thread', alsoToChannel: true }, ...url }, ...direct];
  }
  const alsoToChannel = item.kind === 'ready';
  return [
    { key, place: { kind: 'thread', alsoToChannel }, ...storyMessage(order, item, drawing) },
    ...direct,
  ];
}
