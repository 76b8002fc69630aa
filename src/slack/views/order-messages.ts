import type { Order, TimelineEntry } from '../../orders/order.ts';
import { approvalMessage } from './approval-message.ts';
import { checkoutUrlMessage } from './checkout-message.ts';
import { closingDirectMessage } from './direct-messages.ts';
import { channelUnavailableMessage } from './failure-messages.ts';
import type { Content, RenderContext } from './render-context.ts';
import { rootMessage } from './root-message.ts';
import { timelineMessage } from './timeline-messages.ts';

/** Where a message of the picture hangs. */
export type MessageTarget =
  | { kind: 'channel' }
  | { kind: 'thread'; alsoToChannel: boolean }
  | { kind: 'direct'; user: string };

/** One message of an order's picture; `key` is its name within the order, for ever. */
export type OrderMessage = Content & { key: string; target: MessageTarget };

export const ROOT = 'root';

/**
 * Draws everything that Slack has to show of an order: the root message in its channel, and one message in the
 * thread for each part of its timeline. Pure: the same order gives the same picture. What goes to the requester alone is
 * drawn for `personal`, the rest for `shared`.
 */
export function renderOrder(order: Order, shared: RenderContext, personal: RenderContext): OrderMessage[] {
  const refusedChannel = channelUnavailableMessage(order, personal);
  if (refusedChannel) {
    return refusedChannel.notified
      ? []
      : [
          {
            key: 'channel_unavailable',
            target: { kind: 'direct', user: order.requester },
            ...refusedChannel.content,
          },
        ];
  }
  const ctx = isDirect(order) ? personal : shared;
  const root: OrderMessage = { key: ROOT, target: { kind: 'channel' }, ...rootMessage(order, ctx) };
  return [root, ...order.timeline.flatMap((entry) => renderTimelineEntry(order, entry, ctx, personal))];
}

/** Whether something of the order's picture is for the requester alone, in their language. */
export function hasPrivateMessages(order: Order): boolean {
  const endings = ['placed', 'rejected', 'expired', 'failed', 'ready', 'payment_expired'];
  return isDirect(order) || order.timeline.some(({ kind }) => endings.includes(kind));
}

/** Whether the order hangs in its requester's direct messages. */
function isDirect(order: Order): boolean {
  return order.channel.startsWith('D');
}

function renderTimelineEntry(
  order: Order,
  entry: TimelineEntry,
  ctx: RenderContext,
  personal: RenderContext,
): OrderMessage[] {
  const key = `${entry.number}:${entry.kind}`;
  const thread = { kind: 'thread', alsoToChannel: false } as const;
  const toRequester = { key: `${key}:direct`, target: { kind: 'direct', user: order.requester } } as const;
  if (entry.kind === 'approval_requested') {
    return [{ key, target: thread, ...approvalMessage(order, entry, ctx) }];
  }
  if (entry.kind === 'placed' && ctx.checkoutUrlTo === 'requester') {
    return [
      { ...toRequester, ...checkoutUrlMessage(order, entry, 'requester', personal) },
      { key, target: thread, ...timelineMessage(order, entry, ctx) },
    ];
  }
  const ending = closingDirectMessage(order, entry, personal);
  const direct = ending ? [{ ...toRequester, ...ending }] : [];
  if (entry.kind === 'placed') {
    const url = checkoutUrlMessage(order, entry, 'thread', ctx);
    return [{ key, target: { kind: 'thread', alsoToChannel: true }, ...url }, ...direct];
  }
  const alsoToChannel = entry.kind === 'ready';
  return [
    { key, target: { kind: 'thread', alsoToChannel }, ...timelineMessage(order, entry, ctx) },
    ...direct,
  ];
}
