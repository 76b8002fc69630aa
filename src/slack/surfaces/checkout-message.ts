import { isCharged } from '../../orders/delivery.ts';
import { formatMoney } from '../../orders/money.ts';
import type { Order, PlacedOrder, StoryItem } from '../../orders/order.ts';
import { ACTIONS } from '../ids.ts';
import type { Language } from '../words/catalogue.ts';
import { type Blocks, button, buttons, escaped, mention, paragraph, smallPrint, when } from './blocks.ts';
import { buttonValue } from './button-value.ts';
import type { Content, Drawing } from './drawing.ts';
import { price, projectName } from './quote-facts.ts';

/** Who reads it: everybody in the thread, or the requester alone. */
type To = 'thread' | 'requester';

/**
 * The one message that holds the checkout URL: a secret, whoever has it can pay. In a direct message it is for the
 * requester alone, and nobody is called by name.
 */
export function checkoutUrlMessage(
  order: Order,
  item: Extract<StoryItem, { kind: 'placed' }>,
  to: To,
  drawing: Drawing,
): Content {
  const { placed } = order;
  const { checkout, delivery } = drawing.words;
  if (!placed || item.orderId !== placed.orderId || isOver(order)) {
    // A URL that must not be used any more goes.
    const text = `:credit_card: ${delivery.over({ orderId: String(item.orderId) })}`;
    return { text, blocks: [paragraph(text)] };
  }
  if (isPaid(order)) return paidMessage(order, placed, drawing);
  const said = [
    `:credit_card: ${sentence(order, placed, to, drawing)}`,
    otherPriceWarning(order, placed, to, drawing),
  ]
    .filter(Boolean)
    .join('\n');
  // The price may have been charged already: then there is nothing that has to be clicked.
  const value = buttonValue({ orderId: order.id, fingerprint: '' });
  const pays = isCharged(order)
    ? button(ACTIONS.pay, checkout.seeOrder, { url: placed.url, value })
    : button(ACTIONS.pay, checkout.pay, { url: placed.url, value, style: 'primary' });
  // Erased, and not read again yet.
  if (!placed.url) return { text: said, blocks: [paragraph(said)] };
  const blocks: Blocks = [
    paragraph(`${said}\n${escaped(placed.url)}`),
    buttons(pays),
    smallPrint(checkout[to].secret),
  ];
  return { text: `${said} ${escaped(placed.url)}`, blocks };
}

/** Once it is paid, the URL still shows the order; what is left of it after its erasure is what happened. */
function paidMessage(order: Order, placed: PlacedOrder, { locale, words }: Drawing): Content {
  const facts = {
    orderId: String(placed.orderId),
    name: projectName(order),
    price: formatMoney(placed.withTax, locale),
  };
  const difference = priceDifference(order, { words, locale });
  const text = [`:credit_card: ${words.delivery.settled(facts)}`, difference].filter(Boolean).join('\n');
  const seesOrder = placed.url
    ? [
        buttons(
          button(ACTIONS.pay, words.checkout.seeOrder, {
            url: placed.url,
            value: buttonValue({ orderId: order.id, fingerprint: '' }),
          }),
        ),
      ]
    : [];
  return { text, blocks: [paragraph(text), ...seesOrder] };
}

function isPaid({ state }: Order): boolean {
  return state === 'delivering' || state === 'ready';
}

/** Whether the placed order has come to nothing, or is about to. */
function isOver({ state, delivery }: Order): boolean {
  return state === 'lapsed' || state === 'failed' || delivery?.progress === 'cancelling';
}

/** That OVHcloud's price is not the approved one, for as long as the order is shown; empty where it is. */
export function priceDifference({ quote, placed }: Order, { words, locale }: Language): string {
  if (!quote || !placed || placed.withTax.ucents === quote.withTax.ucents) return '';
  const facts = { price: formatMoney(placed.withTax, locale), approved: formatMoney(quote.withTax, locale) };
  return `:warning: ${words.checkout.priceDiffers(facts)}`;
}

/**
 * OVHcloud may change a price in the moment between its last preview and the checkout: nobody must overlook that.
 * Empty where the price is the approved one.
 */
export function otherPriceWarning(order: Order, placed: PlacedOrder, to: To, drawing: Drawing): string {
  if (!order.quote || placed.withTax.ucents === order.quote.withTax.ucents) return '';
  const approved = price(order.quote, drawing);
  const asks = drawing.approvers.map(mention).join(' ');
  return `:warning: ${drawing.words.checkout[to].otherPrice({ asks, approved })}`;
}

function sentence(order: Order, placed: PlacedOrder, to: To, drawing: Drawing): string {
  const said = drawing.words.checkout[to];
  const facts = {
    requester: mention(order.requester),
    orderId: String(placed.orderId),
    name: projectName(order),
    price: formatMoney(placed.withTax, drawing.locale),
  };
  if (isCharged(order)) return said.charged(facts);
  const isFree = placed.withTax.ucents === 0;
  if (placed.payUntil === null) return isFree ? said.free(facts) : said.toPay(facts);
  const until = when(placed.payUntil, drawing);
  return isFree ? said.freeUntil({ ...facts, until }) : said.toPayUntil({ ...facts, until });
}
