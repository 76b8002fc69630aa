import { formatMoney } from '../../orders/money.ts';
import type { Order, PlacedOrder } from '../../orders/order.ts';
import { ACTIONS } from '../ids.ts';
import { type Blocks, button, buttons, escaped, mention, paragraph, smallPrint, when } from './blocks.ts';
import type { Content, Drawing } from './drawing.ts';
import { price, projectName } from './quote-facts.ts';

/** The one message that holds the checkout URL: a secret, whoever has it can pay. */
export function checkoutUrlMessage(order: Order, placed: PlacedOrder, drawing: Drawing): Content {
  const amount = formatMoney(placed.withTax, drawing.locale);
  const number = `OVHcloud order *${placed.orderId}* for the project *${projectName(order)}*`;
  const until = placed.payUntil === null ? '' : ` until ${when(placed.payUntil)}`;
  const isApproved = placed.withTax.ucents === order.quote?.withTax.ucents;
  const said = [
    sentence(order, placed, `${number}: ${amount} with tax`, until),
    isApproved ? '' : otherPrice(order, drawing),
  ]
    .filter(Boolean)
    .join('\n');
  const blocks: Blocks = [
    paragraph(`${said}\n${escaped(placed.url)}`),
    buttons(
      button(ACTIONS.pay, order.quote?.autoPay ? 'See the order' : 'Pay', {
        url: placed.url,
        style: 'primary',
      }),
    ),
    smallPrint('Whoever has this link can see and pay the order: keep it among yourselves.'),
  ];
  return { text: `${said} ${escaped(placed.url)}`, blocks };
}

/** OVHcloud may change a price in the moment between its last preview and the checkout: nobody must overlook that. */
function otherPrice(order: Order, drawing: Drawing): string {
  const approved = order.quote ? price(order.quote, drawing.locale) : 'something else';
  return `:warning: ${drawing.approvers.map(mention).join(' ')} this is *not* the approved price of ${approved}: please look before anybody pays.`;
}

function sentence(order: Order, placed: PlacedOrder, what: string, until: string): string {
  const who = mention(order.requester);
  if (order.quote?.autoPay)
    return `:credit_card: ${who} ${what}. OVHcloud was asked to charge the account’s payment method; the order itself says whether that worked.`;
  if (placed.withTax.ucents === 0) {
    return `:credit_card: ${who} ${what}. It costs nothing, but still takes one click at the checkout URL${until}.`;
  }
  return `:credit_card: ${who} ${what}, to be paid${until}.`;
}
