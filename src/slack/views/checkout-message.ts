import { isCharged } from '../../orders/fulfilment.ts';
import { formatMoney } from '../../orders/money.ts';
import type { Order, OvhOrder, TimelineEntry } from '../../orders/order.ts';
import { isBeingSettled } from '../../orders/settlement.ts';
import type { Language } from '../i18n/catalogue.ts';
import { ACTIONS } from '../ids.ts';
import {
  type Blocks,
  button,
  buttons,
  context,
  escapeMrkdwn,
  mention,
  section,
  slackDate,
} from './blocks.ts';
import { buttonValue } from './button-value.ts';
import { price, projectName } from './quote-blocks.ts';
import type { Content, RenderContext } from './render-context.ts';
import { isWebAddress } from './web-address.ts';

/** Who reads it: everybody in the thread, or the requester alone. */
type To = 'thread' | 'requester';

/**
 * The one message that holds the checkout URL: a secret, whoever has it can pay. In a direct message it is for the
 * requester alone, and nobody is called by name.
 */
export function checkoutUrlMessage(
  order: Order,
  entry: Extract<TimelineEntry, { kind: 'placed' }>,
  to: To,
  ctx: RenderContext,
): Content {
  const { ovhOrder } = order;
  const { fulfilment } = ctx.messages;
  if (!ovhOrder || entry.orderId !== ovhOrder.orderId || isOver(order)) {
    // A URL that must not be used any more goes.
    const text = `:credit_card: ${fulfilment.over({ orderId: String(entry.orderId) })}`;
    return { text, blocks: [section(text)] };
  }
  if (isPaid(order)) return paidMessage(order, ovhOrder, ctx);
  if (isBeingSettled(order)) return beingSettledMessage(order, ovhOrder, ctx);
  return paymentLink(order, ovhOrder, to, ctx);
}

/** The checkout URL of an order that is to be paid, with what has to be known of it. */
export function paymentLink(order: Order, ovhOrder: OvhOrder, to: To, ctx: RenderContext): Content {
  const { checkout } = ctx.messages;
  const said = [
    `:credit_card: ${sentence(order, ovhOrder, to, ctx)}`,
    otherPriceWarning(order, ovhOrder, to, ctx),
  ]
    .filter(Boolean)
    .join('\n');
  // Erased, and not read again yet.
  if (!ovhOrder.url) return { text: said, blocks: [section(said)] };
  if (!isWebAddress(ovhOrder.url)) return withoutLink(said, checkout.strangeUrl);
  // The price may have been charged already: then there is nothing that has to be clicked.
  const value = buttonValue({ orderId: order.id, fingerprint: '' });
  const pays = isCharged(order)
    ? button(ACTIONS.pay, checkout.seeOrder, { url: ovhOrder.url, value })
    : button(ACTIONS.pay, checkout.pay, { url: ovhOrder.url, value, style: 'primary' });
  const blocks: Blocks = [
    section(`${said}\n${escapeMrkdwn(ovhOrder.url)}`),
    buttons(pays),
    context(checkout[to].secret),
  ];
  return { text: `${said} ${escapeMrkdwn(ovhOrder.url)}`, blocks };
}

/** An address that Slack would refuse, or that leads elsewhere than to a web page, is not handed on. */
function withoutLink(said: string, why: string): Content {
  const text = `${said}\n:warning: ${why}`;
  return { text, blocks: [section(text)] };
}

/** While the app confirms an order that costs nothing, the URL is of no use to anybody. */
function beingSettledMessage(order: Order, ovhOrder: OvhOrder, { locale, messages }: RenderContext): Content {
  const facts = { orderId: String(ovhOrder.orderId), name: projectName(order) };
  const price = formatMoney(ovhOrder.withTax, locale);
  const text = `:credit_card: ${messages.freeOrders.placed({ ...facts, price })}`;
  return { text, blocks: [section(text)] };
}

/** Once it is paid, the URL still shows the order; what is left of it after its erasure is what happened. */
function paidMessage(order: Order, ovhOrder: OvhOrder, ctx: RenderContext): Content {
  const { locale, messages } = ctx;
  const facts = {
    orderId: String(ovhOrder.orderId),
    name: projectName(order),
    price: formatMoney(ovhOrder.withTax, locale),
  };
  const difference = priceDifference(order, ctx);
  const text = [`:credit_card: ${messages.fulfilment.settled(facts)}`, difference].filter(Boolean).join('\n');
  const seesOrder = isWebAddress(ovhOrder.url)
    ? [
        buttons(
          button(ACTIONS.pay, messages.checkout.seeOrder, {
            url: ovhOrder.url,
            value: buttonValue({ orderId: order.id, fingerprint: '' }),
          }),
        ),
      ]
    : [];
  return { text, blocks: [section(text), ...seesOrder] };
}

function isPaid({ state }: Order): boolean {
  return state === 'delivering' || state === 'ready';
}

/** Whether the placed order has come to nothing, or is about to. */
function isOver({ state, fulfilment }: Order): boolean {
  return state === 'payment_expired' || state === 'failed' || fulfilment?.progress === 'cancelling';
}

/** That OVHcloud's price is not the approved one, for as long as the order is shown; empty where it is. */
export function priceDifference({ quote, ovhOrder }: Order, { messages, locale }: Language): string {
  if (!quote || !ovhOrder || ovhOrder.withTax.ucents === quote.withTax.ucents) return '';
  const facts = {
    price: formatMoney(ovhOrder.withTax, locale),
    approved: formatMoney(quote.withTax, locale),
  };
  return `:warning: ${messages.checkout.priceDiffers(facts)}`;
}

/**
 * OVHcloud may change a price in the moment between its last preview and the checkout: nobody must overlook that.
 * Empty where the price is the approved one.
 */
export function otherPriceWarning(order: Order, ovhOrder: OvhOrder, to: To, ctx: RenderContext): string {
  if (!order.quote || ovhOrder.withTax.ucents === order.quote.withTax.ucents) return '';
  const approved = price(order.quote, ctx);
  const approverMentions = ctx.approvers.map(mention).join(' ');
  return `:warning: ${ctx.messages.checkout[to].otherPrice({ approverMentions, approved })}`;
}

function sentence(order: Order, ovhOrder: OvhOrder, to: To, ctx: RenderContext): string {
  const said = ctx.messages.checkout[to];
  const facts = {
    requester: mention(order.requester),
    orderId: String(ovhOrder.orderId),
    name: projectName(order),
    price: formatMoney(ovhOrder.withTax, ctx.locale),
  };
  if (isCharged(order)) return said.charged(facts);
  const isFree = ovhOrder.withTax.ucents === 0;
  if (ovhOrder.paymentDueAt === null) return isFree ? said.free(facts) : said.toPay(facts);
  const until = slackDate(ovhOrder.paymentDueAt, ctx);
  return isFree ? said.freeUntil({ ...facts, until }) : said.toPayUntil({ ...facts, until });
}
