import { formatMoney } from '../../orders/money.ts';
import type { Order, PlacedOrder } from '../../orders/order.ts';
import { ACTIONS } from '../ids.ts';
import { type Blocks, button, buttons, escaped, mention, paragraph, smallPrint, when } from './blocks.ts';
import type { Content, Drawing } from './drawing.ts';
import { price, projectName } from './quote-facts.ts';

/** Who reads it: everybody in the thread, or the requester alone. */
type To = 'thread' | 'requester';

/**
 * The one message that holds the checkout URL: a secret, whoever has it can pay. In a direct message it is for the
 * requester alone, and nobody is called by name.
 */
export function checkoutUrlMessage(order: Order, placed: PlacedOrder, to: To, drawing: Drawing): Content {
  const { checkout } = drawing.words;
  const said = [
    `:credit_card: ${sentence(order, placed, to, drawing)}`,
    otherPriceWarning(order, placed, to, drawing),
  ]
    .filter(Boolean)
    .join('\n');
  // The price may have been charged already: then there is nothing that has to be clicked.
  const pays = order.quote?.autoPay
    ? button(ACTIONS.pay, checkout.seeOrder, { url: placed.url })
    : button(ACTIONS.pay, checkout.pay, { url: placed.url, style: 'primary' });
  const blocks: Blocks = [
    paragraph(`${said}\n${escaped(placed.url)}`),
    buttons(pays),
    smallPrint(checkout[to].secret),
  ];
  return { text: `${said} ${escaped(placed.url)}`, blocks };
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
  if (order.quote?.autoPay) return said.charged(facts);
  const isFree = placed.withTax.ucents === 0;
  if (placed.payUntil === null) return isFree ? said.free(facts) : said.toPay(facts);
  const until = when(placed.payUntil, drawing);
  return isFree ? said.freeUntil({ ...facts, until }) : said.toPayUntil({ ...facts, until });
}
