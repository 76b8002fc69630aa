import { formatMoney } from '../../orders/money.ts';
import type { Order, PlacedOrder } from '../../orders/order.ts';
import { ACTIONS } from '../ids.ts';
import { type Blocks, button, buttons, escaped, mention, paragraph, smallPrint, when } from './blocks.ts';
import type { Content, Drawing } from './drawing.ts';
import { projectName } from './quote-facts.ts';

/** The one message that holds the checkout URL: a secret, whoever has it can pay. */
export function checkoutUrlMessage(order: Order, placed: PlacedOrder, drawing: Drawing): Content {
  const amount = formatMoney(placed.withTax, drawing.locale);
  const number = `OVHcloud order *${placed.orderId}* for the project *${projectName(order)}*`;
  const until = placed.payUntil === null ? '' : ` until ${when(placed.payUntil)}`;
  const said = sentence(order, placed, `${number}: ${amount} with tax`, until);
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

function sentence(order: Order, placed: PlacedOrder, what: string, until: string): string {
  const who = mention(order.requester);
  if (order.quote?.autoPay)
    return `:white_check_mark: ${who} ${what}, charged to the account’s payment method.`;
  if (placed.withTax.ucents === 0) {
    return `:credit_card: ${who} ${what}. It costs nothing, but still takes one click at the checkout URL${until}.`;
  }
  return `:credit_card: ${who} ${what}, to be paid${until}.`;
}
