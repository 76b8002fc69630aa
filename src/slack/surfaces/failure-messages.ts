import { remedyFor, wasPlaced } from '../../orders/failure.ts';
import { lastInStory, type Order, type StoryItem } from '../../orders/order.ts';
import { ACTIONS } from '../ids.ts';
import type { Language, Words } from '../words/catalogue.ts';
import { type Blocks, button, buttons, paragraph, smallPrint } from './blocks.ts';
import { buttonValue } from './button-value.ts';
import type { Content } from './drawing.ts';
import { failureWords } from './failure-words.ts';
import { projectName } from './quote-facts.ts';

/** Tells the thread why nothing was ordered and what to do, with `Try again` where that can help. */
export function failureMessage(
  order: Order,
  item: Extract<StoryItem, { kind: 'failed' }>,
  { words }: Language,
): Content {
  const { failure } = item;
  const { nothingOrdered, ended, whatToDo, support } = words.failureMessages;
  const { what, toDo } = failureWords(failure, words);
  const outcome = wasPlaced(failure) || order.unexpectedOrders.length > 0 ? ended : nothingOrdered;
  const said = `:warning: ${outcome} ${what}\n*${whatToDo}* ${toDo}`;
  const blocks: Blocks = [paragraph(said)];
  const stands = order.state === 'failed' && lastInStory(order)?.number === item.number;
  if (stands && remedyFor(failure) !== 'none') {
    blocks.push(tryAgainButton(order, words));
  }
  if (failure.queryId) blocks.push(smallPrint(support({ queryId: failure.queryId })));
  return { text: said.replace('\n', ' '), blocks };
}

/** `Try again`, for the requester: a new quote in the same thread. */
export function tryAgainButton(order: Order, { failureMessages }: Words): Blocks[number] {
  const value = buttonValue({ orderId: order.id, fingerprint: '' });
  return buttons(button(ACTIONS.tryAgain, failureMessages.tryAgain, { value }));
}

/**
 * What to say in a direct message when the order's channel does not take messages; null for other orders.
 * `told` is true when the person has already read it in the modal.
 */
export function cannotPostMessage(
  order: Order,
  { words }: Language,
): { told: boolean; content: Content } | null {
  const last = lastInStory(order);
  if (last?.kind !== 'failed' || last.failure.kind !== 'cannot_post') return null;
  const { what, toDo } = failureWords(last.failure, words);
  const where = { name: projectName(order), channel: `<#${order.channel}>` };
  const text = `:warning: ${words.failureMessages.notPlacedThere(where)} ${what} ${toDo}`;
  return { told: last.failure.told, content: { text, blocks: [paragraph(text)] } };
}
