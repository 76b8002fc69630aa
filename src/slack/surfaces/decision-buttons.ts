import type { Order } from '../../orders/order.ts';
import { approversOf } from '../../orders/policy.ts';
import { chargesAccount, type Quote } from '../../orders/quote.ts';
import { ACTIONS } from '../ids.ts';
import type { Words } from '../words/catalogue.ts';
import { type Button, button, clip, confirm } from './blocks.ts';
import { buttonValue } from './button-value.ts';
import { type Drawing, givesUpWithdrawal } from './drawing.ts';
import { price } from './quote-facts.ts';

/** `Approve`, for exactly the quote that `fingerprint` names; its dialog says what one more approval brings about. */
export function approveButton(order: Order, quote: Quote, fingerprint: string, drawing: Drawing): Button {
  const { approval } = drawing.words;
  const waiver = givesUpWithdrawal(order, drawing) ? ` ${approval.withdrawalGivenUp}` : '';
  const approving = `${consequence(order, quote, drawing)}${waiver}`;
  return button(ACTIONS.approve, approval.approve, {
    style: 'primary',
    value: buttonValue({ orderId: order.id, fingerprint }),
    confirm: confirm(approval.approveTitle, approving, approval.approve, approval.notNow),
  });
}

/** `Reject`: asks for the reason. */
export function rejectButton(order: Order, { approval }: Words): Button {
  return button(ACTIONS.reject, approval.reject, { value: plainValue(order) });
}

/** `Edit`, for the requester. */
export function editButton(order: Order, { approval }: Words): Button {
  return button(ACTIONS.edit, approval.edit, { value: plainValue(order) });
}

/** `Take back approval`, for whoever gave one. */
export function takeBackButton(order: Order, { approval }: Words): Button {
  return button(ACTIONS.takeBack, approval.takeBack, { value: plainValue(order) });
}

/** `Cancel order`, for the requester. */
export function cancelButton(order: Order, { approval }: Words): Button {
  const text = approval.cancelText({ name: shortName(order) });
  return button(ACTIONS.cancel, approval.cancel, {
    value: plainValue(order),
    confirm: confirm(approval.cancelTitle, text, approval.cancel, approval.keep),
  });
}

/** What one more approval brings about. */
function consequence(order: Order, quote: Quote, drawing: Drawing): string {
  const { approval } = drawing.words;
  const required = drawing.approvalsRequired;
  const number = approversOf(order).length + 1;
  const charges = chargesAccount(quote);
  const facts = { name: shortName(order), price: price(quote, drawing), number, required };
  if (required === 1) return charges ? approval.chargesFor(facts) : approval.orders(facts);
  if (number < required) return charges ? approval.countsAutoPay(facts) : approval.counts(facts);
  return charges ? approval.countsAsLastAutoPay(facts) : approval.countsAsLast(facts);
}

/** Dialogs hold plain text, of 300 characters. */
function shortName(order: Order): string {
  return clip(order.request.projectName, 100);
}

function plainValue(order: Order): string {
  return buttonValue({ orderId: order.id, fingerprint: order.fingerprint ?? '' });
}
