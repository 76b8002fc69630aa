import { type Failure, hasOvhOrder, retryOption } from '../../orders/failure.ts';
import { latestEntry, type Order, type TimelineEntry } from '../../orders/order.ts';
import type { Language, Messages } from '../i18n/catalogue.ts';
import { ACTIONS } from '../ids.ts';
import { type Blocks, button, buttons, context, section } from './blocks.ts';
import { buttonValue } from './button-value.ts';
import { failureText, quotation } from './failure-text.ts';
import { projectName } from './quote-blocks.ts';
import type { Content } from './render-context.ts';

/** Tells the thread why nothing was ordered and what to do, with `Try again` where that can help. */
export function failureMessage(
  order: Order,
  entry: Extract<TimelineEntry, { kind: 'failed' }>,
  language: Language,
): Content {
  const { messages } = language;
  const { failure } = entry;
  const { nothingOrdered, ended, whatToDo } = messages.failureMessages;
  const { what, toDo } = failureText(failure, language);
  const outcome = hasOvhOrder(failure) || order.unexpectedOrders.length > 0 ? ended : nothingOrdered;
  const said = `:warning: ${outcome} ${what}\n*${whatToDo}* ${toDo}`;
  const blocks: Blocks = [section(said)];
  const stands = order.state === 'failed' && latestEntry(order)?.number === entry.number;
  if (stands && retryOption(failure) !== 'none') {
    blocks.push(tryAgainButton(order, messages));
  }
  const notes = supportNotes(failure, messages);
  if (notes.length > 0) blocks.push(context(notes.join('  ·  ')));
  return { text: said.replace('\n', ' '), blocks };
}

/** The failures whose own sentence quotes OVHcloud, or says all that OVHcloud's words say. */
const SAYS_IT_ALL: readonly Failure['kind'][] = [
  'ovh_server_error',
  'rate_limited',
  'not_eligible',
  'voucher_refused',
  'configuration_missing',
  'configuration_duplicated',
  'input_refused',
  'refused_otherwise',
];

/** What an operator or OVHcloud's support needs: OVHcloud's own words, and its name for the request. */
function supportNotes(failure: Failure, { failureMessages: { said, support } }: Messages): string[] {
  const isQuoted = SAYS_IT_ALL.includes(failure.kind);
  return [
    ...(failure.message && !isQuoted ? [said({ message: quotation(failure) })] : []),
    ...(failure.queryId ? [support({ queryId: failure.queryId })] : []),
  ];
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
  language: Language,
): { notified: boolean; content: Content } | null {
  const { messages } = language;
  const failure = order.closure?.failure;
  if (failure?.kind !== 'channel_unavailable') return null;
  const { what, toDo } = failureText(failure, language);
  const where = { name: projectName(order), channel: `<#${order.channel}>` };
  const text = `:warning: ${messages.failureMessages.notPlacedThere(where)} ${what} ${toDo}`;
  return { notified: failure.notified, content: { text, blocks: [section(text)] } };
}
