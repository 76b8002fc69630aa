import type { Order, TimelineEntry } from '../../orders/order.ts';
import { approvalMessage } from './approval-message.ts';
import { checkoutUrlMessage } from './checkout-message.ts';
import { closingDirectMessage } from './direct-messages.ts';
import { channelUnavailableMessage } from './failure-messages.ts';
import type { Content, MessageDelivery, RenderContext } from './render-context.ts';
import { rootMessage } from './root-message.ts';
import { timelineMessage } from './timeline-messages.ts';

/** Where a message of the picture hangs. */
type MessageTarget =
  | { kind: 'channel' }
  | { kind: 'thread'; alsoToChannel: boolean }
  | { kind: 'direct'; user: string };

/**
 * One message of an order's picture; `key` is its name within the order, for ever. `after`: the message that it points
 * to, which has to be there before.
 */
export type OrderMessage = Content & { key: string; target: MessageTarget; after?: string };

export const ROOT = 'root';
/** The direct message about an order that its channel did not take. */
const NOT_PLACED = 'channel_unavailable';
const DIRECT = ':direct';

/** Whether the message with this key goes to somebody directly, wherever the order is shown. */
export function isDirectKey(key: string): boolean {
  return key === NOT_PLACED || key.endsWith(DIRECT);
}

/**
 * Draws everything that Slack has to show of an order: the root message in its channel, and one message in the
 * thread for each part of its timeline. Pure: the same order gives the same picture. What goes to the requester alone is
 * drawn for `forRequester`, the rest for `forAll`. `deliveries` says which messages, by key, are in Slack already, so that
 * none claims that another one was delivered when it was not.
 */
export function renderOrder(
  order: Order,
  forAll: RenderContext,
  forRequester: RenderContext,
  deliveries: ReadonlyMap<string, MessageDelivery> = new Map(),
): OrderMessage[] {
  const linkDelivery = deliveries.get(linkKey(order, forAll) ?? '') ?? { state: 'pending' };
  const [shared, personal] = [
    { ...forAll, linkDelivery },
    { ...forRequester, linkDelivery },
  ];
  const unavailableChannel = channelUnavailableMessage(order, personal);
  if (unavailableChannel) {
    return unavailableChannel.notified
      ? []
      : [
          {
            key: NOT_PLACED,
            target: { kind: 'direct', user: order.requester },
            ...unavailableChannel.content,
          },
        ];
  }
  const ctx = isDirect(order) ? personal : shared;
  const root: OrderMessage = { key: ROOT, target: { kind: 'channel' }, ...rootMessage(order, ctx) };
  return [root, ...order.timeline.flatMap((entry) => renderTimelineEntry(order, entry, ctx, personal))];
}

/** Whether something of the order's picture is for the requester alone, in their language. */
export function hasPrivateMessages(order: Order): boolean {
  const endings = ['placed', 'rejected', 'cancelled', 'expired', 'failed', 'ready', 'payment_expired'];
  return isDirect(order) || order.timeline.some(({ kind }) => endings.includes(kind));
}

/** Whether the order hangs in its requester's direct messages. */
function isDirect(order: Order): boolean {
  return order.channel.startsWith('D');
}

/** The key of the message with the payment link of the order as it was placed last; undefined before that. */
function linkKey({ timeline }: Order, { checkoutUrlTo }: RenderContext): string | undefined {
  const placed = timeline.findLast(({ kind }) => kind === 'placed');
  return placed && `${keyOf(placed)}${checkoutUrlTo === 'requester' ? DIRECT : ''}`;
}

function keyOf({ number, kind }: TimelineEntry): string {
  return `${number}:${kind}`;
}

function renderTimelineEntry(
  order: Order,
  entry: TimelineEntry,
  ctx: RenderContext,
  personal: RenderContext,
): OrderMessage[] {
  const key = keyOf(entry);
  const isLast = entry === order.timeline.at(-1);
  const thread = { kind: 'thread', alsoToChannel: false } as const;
  const toRequester = { key: `${key}${DIRECT}`, target: { kind: 'direct', user: order.requester } } as const;
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
  const direct = ending
    ? [{ ...toRequester, ...ending, ...(entry.kind === 'placed' && { after: key }) }]
    : [];
  if (entry.kind === 'placed') {
    const url = checkoutUrlMessage(order, entry, 'thread', ctx);
    return [{ key, target: { kind: 'thread', alsoToChannel: isLast }, ...url }, ...direct];
  }
  // A thread that is posted again tells the channel only what is new.
  const alsoToChannel = entry.kind === 'ready' && isLast;
  return [
    { key, target: { kind: 'thread', alsoToChannel }, ...timelineMessage(order, entry, ctx) },
    ...direct,
  ];
}
