import type { Order } from '../../orders/order.ts';
import { approvalMessage } from './approval-message.ts';
import { checkoutUrlMessage } from './checkout-message.ts';
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
 * thread for each part of its story. Pure: the same order gives the same picture.
 */
export function drawOrder(order: Order, drawing: Drawing): PictureMessage[] {
  const refusedChannel = cannotPostMessage(order);
  if (refusedChannel) {
    return refusedChannel.told
      ? []
      : [{ key: 'cannot_post', place: { kind: 'direct', user: order.requester }, ...refusedChannel.content }];
  }
  const root: PictureMessage = { key: ROOT, place: { kind: 'channel' }, ...rootMessage(order, drawing) };
  return [root, ...order.story.flatMap((item) => drawStoryItem(order, item, drawing))];
}

function drawStoryItem(order: Order, item: Order['story'][number], drawing: Drawing): PictureMessage[] {
  const key = `${item.number}:${item.kind}`;
  const thread = { kind: 'thread', alsoToChannel: false } as const;
  if (item.kind === 'approval_asked') {
    return [{ key, place: thread, ...approvalMessage(order, item, drawing) }];
  }
  if (item.kind === 'placed' && order.placed) {
    const url = checkoutUrlMessage(order, order.placed, drawing);
    if (drawing.checkoutUrlTo === 'channel') {
      return [{ key, place: { kind: 'thread', alsoToChannel: true }, ...url }];
    }
    const direct = { kind: 'direct', user: order.requester } as const;
    return [
      { key: `${key}:direct`, place: direct, ...url },
      { key, place: thread, ...storyMessage(order, item, drawing) },
    ];
  }
  return [{ key, place: thread, ...storyMessage(order, item, drawing) }];
}
