import { hasOvhOrder, retryOption } from '../../orders/failure.ts';
import { latestEntry, type Order, type TimelineEntry } from '../../orders/order.ts';
import type { Language, Messages } from '../i18n/catalogue.ts';
import { ACTIONS } from '../ids.ts';
import { type Blocks, button, buttons, context, section } from './blocks.ts';
import { buttonValue } from './button-value.ts';
import { failureText } from './failure-text.ts';
import { projectName } from './quote-blocks.ts';
import type { Content } from './render-context.ts';

/** Tells the thread why nothing was ordered and what to do, with `Try again` where that can help. */
export function failureMessage(
  order: Order,
  entry: Extract<TimelineEntry, { kind: 'failed' }>,
  { messages }: Language,
): Content {
  const { failure } = entry;
  const { nothingOrdered, ended, whatToDo, support } = messages.failureMessages;
  const { what, toDo } = failureText(failure, messages);
  const outcome = hasOvhOrder(failure) || order.unexpectedOrders.length > 0 ? ended : nothingOrdered;
  const said = `:warning: ${outcome} ${what}\n*${whatToDo}* ${toDo}`;
  const blocks: Blocks = [section(said)];
  const stands = order.state === 'failed' && latestEntry(order)?.number === entry.number;
  if (stands && retryOption(failure) !== 'none') {
    blocks.push(tryAgainButton(order, messages));
  }
  if (failure.queryId) blocks.push(context(support({ queryId: failure.queryId })));
  return { text: said.replace('\n', ' '), blocks };
}

/** `Try again`, for the requester: a new quote in the same thread. */
export function tryAgainButton(order: Order, { failureMessages }: Messages): Blocks[number] {
  const value = buttonValue({ orderId: order.id, fingerprint: '' });
  return buttons(button(ACTIONS.tryAgain, failureMessages.tryAgain, { value }));
}

/**
 * What to say in a direct message when the order's channel does not take messages; null for other orders.
 * `notified` is true when the person has already read it in the modal.
 */
export function channelUnavailableMessage(
  order: Order,
  { messages }: Language,
): { notified: boolean; content: Content } | null {
  const failure = order.closure?.failure;
  if (failure?.kind !== 'channel_unavailable') return null;
  const { what, toDo } = failureText(failure, messages);
  const where = { name: projectName(order), channel: `<#${order.channel}>` };
  const text = `:warning: ${messages.failureMessages.notPlacedThere(where)} ${what} ${toDo}`;
  return { notified: failure.notified, content: { text, blocks: [section(text)] } };
}
