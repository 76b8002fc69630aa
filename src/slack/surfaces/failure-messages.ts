import { remedyFor } from '../../orders/failure.ts';
import { lastInStory, type Order, type StoryItem } from '../../orders/order.ts';
import { ACTIONS } from '../ids.ts';
import { type Blocks, button, buttons, mention, paragraph, smallPrint } from './blocks.ts';
import { buttonValue } from './button-value.ts';
import type { Content } from './drawing.ts';
import { failureWords } from './failure-words.ts';
import { projectName } from './quote-facts.ts';

/** Tells the thread why nothing was ordered and what to do, with `Try again` where that can help. */
export function failureMessage(order: Order, item: Extract<StoryItem, { kind: 'failed' }>): Content {
  const { failure } = item;
  const { what, toDo } = failureWords(failure);
  const outcome = failure.kind === 'order_not_found' ? 'this order has ended.' : 'nothing was ordered.';
  const said = `:warning: ${mention(order.requester)} ${outcome} ${what}\n*What to do:* ${toDo}`;
  const blocks: Blocks = [paragraph(said)];
  const stands = order.state === 'failed' && lastInStory(order)?.number === item.number;
  if (stands && remedyFor(failure) !== 'none') {
    const value = buttonValue({ orderId: order.id, fingerprint: '' });
    blocks.push(buttons(button(ACTIONS.tryAgain, 'Try again', { value })));
  }
  if (failure.queryId) blocks.push(smallPrint(`For OVHcloud’s support: query ${failure.queryId}`));
  return { text: said.replace('\n', ' '), blocks };
}

/**
 * What to say in a direct message when the order's channel does not take messages; null for other orders.
 * `told` is true when the person has already read it in the modal.
 */
export function cannotPostMessage(order: Order): { told: boolean; content: Content } | null {
  const last = lastInStory(order);
  if (last?.kind !== 'failed' || last.failure.kind !== 'cannot_post') return null;
  const { what, toDo } = failureWords(last.failure);
  const text = `:warning: Your order of the project “${projectName(order)}” in <#${order.channel}> was not placed. ${what} ${toDo}`;
  return { told: last.failure.told, content: { text, blocks: [paragraph(text)] } };
}
