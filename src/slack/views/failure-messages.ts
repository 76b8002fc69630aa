import type { Failure } from '../../orders/failure.ts';
import { type Order, wasOrderedAnyway } from '../../orders/order.ts';
import { latestEntry, type TimelineEntry } from '../../orders/timeline.ts';
import { actionButton } from '../actions/action.ts';
import { tryAgain } from '../actions/try-again.ts';
import type { Language, Messages } from '../i18n/catalogue.ts';
import { actions, type Content, channelMention, context, message, paragraph } from './blocks.ts';
import { failureText, quotation } from './failure-text.ts';
import { typed } from './markup.ts';
import { projectName } from './quote-text.ts';
import type { RenderContext } from './render-context.ts';

/**
 * The message in the thread that says why nothing was ordered and what to do, with `Try again` if that can help. Once the
 * order continues, only that it failed before, and why.
 */
export function failureMessage(
  order: Order,
  entry: Extract<TimelineEntry, { kind: 'failed' }>,
  ctx: RenderContext,
): Content {
  const { messages } = ctx;
  const { failure } = entry;
  const { nothingOrdered, ended, failedBefore, endedBefore, whatToDo } = messages.failureMessages;
  const { what, toDo } = failureText(failure, ctx);
  const isCurrent = order.state === 'failed' && latestEntry(order)?.number === entry.number;
  const isOrdered = wasOrderedAnyway(order, failure);
  if (!isCurrent) {
    const was = isOrdered ? endedBefore : failedBefore;
    const before = `:leftwards_arrow_with_hook: ${was} ${what}`;
    return message(before, [paragraph(before)]);
  }
  const outcome = isOrdered ? ended : nothingOrdered;
  const notes = supportNotes(failure, messages);
  return message(`:warning: ${outcome} ${what} *${whatToDo}* ${toDo}`, [
    paragraph(`:warning: ${outcome} ${what}\n*${whatToDo}* ${toDo}`),
    ...actions(actionButton(tryAgain, order, { ctx })),
    ...(notes.length > 0 ? [context(notes.join('  ·  '))] : []),
  ]);
}

/** The failures whose own text quotes OVHcloud, or says all that OVHcloud's message says. */
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

/** The failures whose reason the app does not know. */
const UNEXPLAINED: readonly Failure['kind'][] = [
  'ovh_server_error',
  'answer_not_understood',
  'checkout_unconfirmed',
  'checkout_not_allowed',
  'refused_otherwise',
  'ovh_order_not_found',
  'status_unknown',
  'internal',
];

/** What an operator or OVHcloud support needs: OVHcloud's own words, and its name for the request. */
function supportNotes(failure: Failure, { failureMessages: { said } }: Messages): string[] {
  const isQuoted = SAYS_IT_ALL.includes(failure.kind);
  return failure.message && !isQuoted ? [said({ message: quotation(failure) })] : [];
}

/** The IDs by which OVHcloud support and the operator find an order that failed for an unknown reason; else empty. */
export function supportText({ id, closure }: Order, messages: Messages): string {
  const failure = closure?.failure;
  if (!failure || !UNEXPLAINED.includes(failure.kind)) return '';
  return [messages.root.id({ id }), supportReference(failure, messages)].filter(Boolean).join('  ·  ');
}

/** The ID by which OVHcloud support finds a request that failed for an unknown reason; else empty. */
export function supportReference(failure: Failure, { failureMessages }: Messages): string {
  if (!failure.queryId || !UNEXPLAINED.includes(failure.kind)) return '';
  return failureMessages.support({ queryId: typed(failure.queryId, 100) });
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
  const where = { name: projectName(order), channel: channelMention(order.channel) };
  const text = `:warning: ${messages.failureMessages.notPlacedThere(where)} ${what} ${toDo}`;
  return { notified: failure.notified, content: message(text, [paragraph(text)]) };
}
