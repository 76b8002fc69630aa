import { CLOSED_STATES, type Order } from '../../orders/order.ts';
import type { TimelineEntry } from '../../orders/timeline.ts';
import { isDirectMessage, isGroupId } from '../id-kinds.ts';
import { approvalMessage } from './approval-message.ts';
import type { Content } from './blocks.ts';
import { budgetCard } from './budget-text.ts';
import { isPaid, paymentMessage } from './checkout-message.ts';
import { channelUnavailableMessage, failureMessage } from './failure-messages.ts';
import { reminderMessage } from './reminder-message.ts';
import type { MessageDelivery, RenderContext } from './render-context.ts';
import { formerOutcomeCard, outcomeCard, paymentCard } from './requester-card.ts';
import { rootMessage } from './root-message.ts';
import { timelineMessage } from './timeline-messages.ts';

/** Where a message of an order belongs. */
type MessageTarget =
  | { kind: 'channel' }
  | { kind: 'thread'; alsoToChannel: boolean }
  | { kind: 'direct'; user: string };

/**
 * One message of an order; `key` is its stable name within the order. `after`: the message that it points to, which has
 * to be there before.
 */
export type OrderMessage = Content & { key: string; target: MessageTarget; after?: string };

/** The key of the order's message in its channel. */
export const ROOT = 'root';
/** The direct message about an order that its channel did not take. */
const NOT_PLACED = 'channel_unavailable';
const DIRECT = ':direct';

/** Whether the message with this key goes to one person directly, wherever the order is shown. */
export function isDirectKey(key: string): boolean {
  return key === NOT_PLACED || key.endsWith(DIRECT);
}

/** How to render an order: for everyone, for the requester alone, and for one approver. */
export type RenderContexts = {
  forAll: RenderContext;
  forRequester: RenderContext;
  /** By user id; `forAll` for those who are not in it. */
  forApprovers?: ReadonlyMap<string, RenderContext>;
};

/**
 * Renders everything that Slack has to show of an order: the root message in its channel, its thread, and direct
 * messages. Pure: the same order gives the same messages. `deliveries` says which messages, by key, are in Slack
 * already, so that none claims that another one was delivered when it was not.
 */
export function renderOrder(
  order: Order,
  contexts: RenderContexts,
  deliveries: ReadonlyMap<string, MessageDelivery> = new Map(),
): OrderMessage[] {
  const linkDelivery = deliveries.get(linkKey(order, contexts.forAll) ?? '') ?? { state: 'pending' };
  const shared = { ...contexts.forAll, linkDelivery };
  const personal = { ...contexts.forRequester, linkDelivery };
  const unavailableChannel = channelUnavailableMessage(order, personal);
  if (unavailableChannel) {
    const target = { kind: 'direct', user: order.requester } as const;
    return unavailableChannel.notified ? [] : [{ key: NOT_PLACED, target, ...unavailableChannel.content }];
  }
  const ctx = isShownDirectly(order) ? personal : shared;
  const root: OrderMessage = { key: ROOT, target: { kind: 'channel' }, ...rootMessage(order, ctx) };
  return [
    root,
    ...order.timeline.flatMap((entry) =>
      renderTimelineEntry(order, entry, { ...contexts, forThread: ctx, forRequester: personal }),
    ),
    ...(isShownDirectly(order) ? [] : outcomeCards(order, personal, deliveries)),
  ];
}

/** Whether one of the order's messages is for the requester alone, in their language. */
export function hasPrivateMessages(order: Order): boolean {
  const isEnded = CLOSED_STATES.includes(order.state);
  return (
    isShownDirectly(order) ||
    isEnded ||
    order.timeline.some(({ kind }) => kind === 'placed' || kind === 'retried')
  );
}

/** The approvers who get a message of their own about the order, in their language. */
export function remindedPeople({ timeline }: Order): string[] {
  const people = timeline.flatMap((entry) =>
    entry.kind === 'reminded' ? entry.pending.filter(isPerson) : [],
  );
  return [...new Set(people)];
}

/** Whether the order is shown in direct messages. */
function isShownDirectly(order: Order): boolean {
  return isDirectMessage(order.channel);
}

function isPerson(id: string): boolean {
  return !isGroupId(id);
}

/** The key of the message with the payment link of the order as it was placed last; undefined before that. */
function linkKey({ timeline }: Order, { checkoutUrlTo }: RenderContext): string | undefined {
  const placed = timeline.findLast(({ kind }) => kind === 'placed');
  return placed && `${keyOf(placed)}${checkoutUrlTo === 'requester' ? DIRECT : ''}`;
}

function keyOf({ number, kind }: TimelineEntry): string {
  return `${number}:${kind}`;
}

/** The same, and how to render the thread: it may be in the requester's direct messages. */
type EntryContexts = RenderContexts & { forThread: RenderContext };

function renderTimelineEntry(order: Order, entry: TimelineEntry, contexts: EntryContexts): OrderMessage[] {
  const { forThread: ctx } = contexts;
  const key = keyOf(entry);
  const inThread = (content: Content): OrderMessage[] => [
    { key, target: { kind: 'thread', alsoToChannel: false }, ...content },
  ];
  switch (entry.kind) {
    case 'approval_requested':
      return inThread(approvalMessage(order, entry, ctx));
    case 'failed':
      return inThread(failureMessage(order, entry, ctx));
    case 'placed':
      return placedMessages(order, entry, contexts);
    case 'reminded':
      return [
        ...(entry.pending.every(isPerson) ? [] : inThread(timelineMessage(order, entry, ctx))),
        ...reminders(order, entry, contexts),
      ];
    case 'budget_notice': {
      const target = { kind: 'direct', user: order.requester } as const;
      const card = { key: `${key}${DIRECT}`, target, ...budgetCard(order, entry, contexts.forRequester) };
      return [...inThread(timelineMessage(order, entry, ctx)), ...(isShownDirectly(order) ? [] : [card])];
    }
    // The root message and the question say it, and the message about the payment.
    case 'paid':
    case 'ready':
    case 'rejected':
    case 'cancelled':
    case 'approval_expired':
      return [];
    default:
      return inThread(timelineMessage(order, entry, ctx));
  }
}

/** The order as it was placed: in the thread, and for its requester. The payment link is where it is set to be. */
function placedMessages(
  order: Order,
  entry: Extract<TimelineEntry, { kind: 'placed' }>,
  { forThread: ctx, forRequester }: EntryContexts,
): OrderMessage[] {
  const key = keyOf(entry);
  const card: OrderMessage = {
    key: `${key}${DIRECT}`,
    target: { kind: 'direct', user: order.requester },
    ...paymentCard(order, entry, forRequester),
  };
  if (ctx.checkoutUrlTo === 'requester') {
    const isCurrent = order.ovhOrder?.orderId === entry.orderId;
    const goesOn = isCurrent && isPaid(order);
    const note = goesOn
      ? paymentMessage(order, entry, { to: 'thread', ctx })
      : timelineMessage(order, entry, ctx);
    return [card, { key, target: { kind: 'thread', alsoToChannel: false }, ...note }];
  }
  // A thread that is posted again repeats only its newest message in the channel.
  const alsoToChannel = entry === order.timeline.at(-1);
  const inThread: OrderMessage = {
    key,
    target: { kind: 'thread', alsoToChannel },
    ...paymentMessage(order, entry, { to: 'thread', ctx }),
  };
  return isShownDirectly(order) ? [inThread] : [inThread, { ...card, after: key }];
}

/** One direct message to each of those who had not decided. */
function reminders(
  order: Order,
  entry: Extract<TimelineEntry, { kind: 'reminded' }>,
  { forAll, forApprovers }: RenderContexts,
): OrderMessage[] {
  const asked = order.timeline.findLast(({ kind }) => kind === 'approval_requested');
  const isLatest = asked !== undefined && asked.number < entry.number;
  return entry.pending.filter(isPerson).map((approver) => ({
    key: `${keyOf(entry)}:${approver}${DIRECT}`,
    target: { kind: 'direct', user: approver },
    ...reminderMessage(order, { approver, isLatest }, forApprovers?.get(approver) ?? forAll),
  }));
}

/** The requester's message about each outcome of the order; of former outcomes only those that Slack already shows. */
function outcomeCards(
  order: Order,
  personal: RenderContext,
  deliveries: ReadonlyMap<string, MessageDelivery>,
): OrderMessage[] {
  const tries = order.timeline.filter(({ kind }) => kind === 'retried').length;
  const target = { kind: 'direct', user: order.requester } as const;
  return Array.from({ length: tries + 1 }, (_, index) => index).flatMap((index): OrderMessage[] => {
    const key = `outcome:${index}${DIRECT}`;
    const content = index === tries ? outcomeCard(order, personal) : null;
    if (content) return [{ key, target, ...content }];
    const isShown = deliveries.get(key)?.state === 'delivered';
    return isShown ? [{ key, target, ...formerOutcomeCard(order, personal) }] : [];
  });
}
