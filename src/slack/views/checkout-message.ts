import type { types } from '@slack/bolt';
import { formatMoney, isSameMoney } from '../../orders/money.ts';
import type { Order, OvhOrder } from '../../orders/order.ts';
import { isCharged } from '../../orders/quote.ts';
import { isBeingSettled } from '../../orders/settlement.ts';
import type { TimelineEntry } from '../../orders/timeline.ts';
import { actionButton } from '../actions/action.ts';
import { addVoucher } from '../actions/add-voucher.ts';
import { pay } from '../actions/pay.ts';
import type { Language } from '../i18n/catalogue.ts';
import { isDirectMessage } from '../id-kinds.ts';
import { actions, type Content, context, mention, message, paragraph, slackDate } from './blocks.ts';
import { paidText, progressText, readyEmoji, readyText } from './fulfilment-text.ts';
import { firstSteps, projectVoucherText } from './project-start.ts';
import { linkedName, price, projectName } from './quote-text.ts';
import type { RenderContext } from './render-context.ts';
import { unexpectedOrderText } from './unexpected-order-text.ts';
import { isWebAddress } from './web-address.ts';

/** Who reads a message: everyone in the thread, or the requester alone. */
type Reader = { to: 'thread' | 'requester'; ctx: RenderContext };

/** An order that was placed at OVHcloud. */
type PlacedOrder = Order & { ovhOrder: OvhOrder };

/**
 * The message about a placed order, updated until its project is ready. While payment is due it holds the payment link: a
 * secret, for anyone who has it can pay. In a direct message it is for the requester alone, without mentions.
 */
export function paymentMessage(
  order: Order,
  entry: Extract<TimelineEntry, { kind: 'placed' }>,
  reader: Reader,
): Content {
  if (!isPlaced(order) || entry.orderId !== order.ovhOrder.orderId || isOver(order)) {
    const text = overText(order, entry.orderId, reader);
    return message(text, [paragraph(text)]);
  }
  if (isPaid(order)) return paidMessage(order, reader);
  if (isBeingSettled(order)) return beingSettledMessage(order, reader);
  return paymentLink(order, reader);
}

/** Whether an order was placed at OVHcloud. */
export function isPlaced(order: Order): order is PlacedOrder {
  return order.ovhOrder !== null;
}

/** The payment link of an order that awaits payment, with what people need to know about it. */
export function paymentLink(order: PlacedOrder, reader: Reader): Content {
  const { to, ctx } = reader;
  const { url } = order.ovhOrder;
  const sentences = [
    `:credit_card: ${sentence(order, reader)}`,
    otherPriceWarning(order, reader),
    unexpectedOrderText(order, ctx),
  ];
  const said = sentences.filter(Boolean).join('\n');
  if (url && !isWebAddress(url)) {
    const text = `${said}\n:warning: ${ctx.messages.checkout.strangeUrl}`;
    return message(text, [paragraph(text)]);
  }
  // The account may have been charged already: then no one has to click.
  const button = actionButton(pay, order, { ctx, ...(isCharged(order) ? {} : { style: 'primary' }) });
  return message(said, [
    paragraph(said),
    ...actions(button),
    ...(button ? [context(ctx.messages.checkout[to].secret)] : []),
  ]);
}

/** While the app confirms an order that costs nothing, its link is of no use to anyone. */
function beingSettledMessage(order: PlacedOrder, reader: Reader): Content {
  const text = `:credit_card: ${reader.ctx.messages.freeOrders.placed(factsOf(order, reader))}`;
  return message(text, [paragraph(text)]);
}

/** Once it is paid, the link still shows the order. */
function paidMessage(order: Order, reader: Reader): Content {
  const { ctx } = reader;
  if (order.state === 'ready') return readyMessage(order, reader);
  const said = `:moneybag: ${nameFor(order, reader)}${paidText(order, ctx)} ${progressText(order, ctx)}`;
  const text = [said, priceDifference(order, ctx)].filter(Boolean).join('\n');
  return message(text, [paragraph(text), ...actions(seeOrder(order, reader))]);
}

/** The project with its first steps; for its requester alone, also the outcome of a voucher for it. */
function readyMessage(order: Order, reader: Reader): Content {
  const { to, ctx } = reader;
  const said = `${readyEmoji(order)} ${readyText(order, reader)}`;
  const text = [said, priceDifference(order, ctx)].filter(Boolean).join('\n');
  const steps = firstSteps(order, ctx);
  const isPrivate = to === 'requester' || isDirectMessage(order.channel);
  const voucher = isPrivate ? projectVoucherText(order, ctx) : '';
  return message([text, steps, voucher].filter(Boolean).join(' '), [
    paragraph(text),
    ...(steps ? [context(steps)] : []),
    ...(voucher ? [paragraph(voucher)] : []),
    ...actions(
      seeOrder(order, reader),
      isPrivate && ctx.offersVoucher ? actionButton(addVoucher, order, { ctx }) : null,
    ),
  ]);
}

/** The button that shows a paid order; in a thread only if the payment link was posted there. */
function seeOrder(order: Order, { to, ctx }: Reader): types.Button | null {
  const isHidden = to === 'thread' && ctx.checkoutUrlTo === 'requester' && !isDirectMessage(order.channel);
  return isHidden ? null : actionButton(pay, order, { ctx });
}

/** Whether no one has to pay any more. */
export function isPaid({ state }: Order): boolean {
  return state === 'delivering' || state === 'ready';
}

/** Whether the placed order has ended without a project. */
function isOver({ state, fulfilment }: Order): boolean {
  return state === 'payment_expired' || state === 'failed' || fulfilment?.progress === 'cancelling';
}

/** What remains of an order that ended without a project: that it must not be paid, or that it was paid. */
function overText(order: Order, orderId: number, reader: Reader): string {
  const { ctx } = reader;
  const isPaidOne = order.paidAt !== null && order.ovhOrder?.orderId === orderId;
  const name = nameFor(order, reader);
  if (!isPaidOne) return `:credit_card: ${name}${ctx.messages.fulfilment.over({ orderId: String(orderId) })}`;
  return `:moneybag: ${name}${[paidText(order, ctx), progressText(order, ctx)].filter(Boolean).join(' ')}`;
}

/** The order's name, for direct messages; in a thread the root message has it. */
function nameFor(order: Order, { to, ctx }: Reader): string {
  return to === 'requester' ? `*${linkedName(order, ctx)}* · ` : '';
}

/** A warning that OVHcloud's price is not the approved one; empty if it is. */
export function priceDifference({ quote, ovhOrder }: Order, { messages, locale }: Language): string {
  if (!quote || !ovhOrder || isSameMoney(ovhOrder.withTax, quote.withTax)) return '';
  const facts = {
    price: formatMoney(ovhOrder.withTax, locale),
    approved: formatMoney(quote.withTax, locale),
  };
  return `:warning: ${messages.checkout.priceDiffers(facts)}`;
}

/**
 * A warning with mentions: OVHcloud may change a price between its last preview and the checkout. Empty if the price is the
 * approved one.
 */
export function otherPriceWarning({ quote, ovhOrder }: PlacedOrder, { to, ctx }: Reader): string {
  if (!quote || isSameMoney(ovhOrder.withTax, quote.withTax)) return '';
  const approved = price(quote, ctx);
  const approverMentions = ctx.approvers.map(mention).join(' ');
  return `:warning: ${ctx.messages.checkout[to].otherPrice({ approverMentions, approved })}`;
}

function sentence(order: PlacedOrder, reader: Reader): string {
  const { to, ctx } = reader;
  const { ovhOrder } = order;
  const said = ctx.messages.checkout[to];
  const facts = factsOf(order, reader);
  if (isCharged(order)) return said.charged(facts);
  const isFree = ovhOrder.withTax.ucents === 0;
  if (ovhOrder.paymentDueAt === null) return isFree ? said.free(facts) : said.toPay(facts);
  const until = slackDate(ovhOrder.paymentDueAt, ctx);
  return isFree ? said.freeUntil({ ...facts, until }) : said.toPayUntil({ ...facts, until });
}

function factsOf(order: PlacedOrder, { to, ctx }: Reader) {
  return {
    orderId: String(order.ovhOrder.orderId),
    name: to === 'thread' ? projectName(order) : linkedName(order, ctx),
    price: formatMoney(order.ovhOrder.withTax, ctx.locale),
  };
}
