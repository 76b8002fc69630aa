import { countedApprovers } from '../../orders/approval-policy.ts';
import type { Order } from '../../orders/order.ts';
import { chargesAccount, isSettledByApp, type Quote } from '../../orders/quote.ts';
import { truncate } from '../../orders/typed-text.ts';
import type { Messages } from '../i18n/catalogue.ts';
import { ACTIONS } from '../ids.ts';
import { type Button, button, confirm } from './blocks.ts';
import { buttonValue } from './button-value.ts';
import { price } from './quote-blocks.ts';
import { type RenderContext, waivesWithdrawal } from './render-context.ts';

/** `Approve`, for exactly the quote that `fingerprint` names; its dialog says what one more approval brings about. */
export function approveButton(order: Order, quote: Quote, fingerprint: string, ctx: RenderContext): Button {
  const { approval } = ctx.messages;
  const waiver = waivesWithdrawal(order, ctx) ? ` ${approval.withdrawalGivenUp}` : '';
  const approving = `${approvalEffectText(order, quote, ctx)}${waiver}`;
  return button(ACTIONS.approve, approval.approve, {
    style: 'primary',
    value: buttonValue({ orderId: order.id, fingerprint }),
    confirm: confirm(approval.approveTitle, approving, approval.approve, approval.notNow),
  });
}

/** `Reject`: asks for the reason. */
export function rejectButton(order: Order, { approval }: Messages): Button {
  return button(ACTIONS.reject, approval.reject, { value: plainValue(order) });
}

/** `Edit`, for the requester. */
export function editButton(order: Order, { approval }: Messages): Button {
  return button(ACTIONS.edit, approval.edit, { value: plainValue(order) });
}

/** `Take back approval`, for whoever gave one. */
export function withdrawApprovalButton(order: Order, { approval }: Messages): Button {
  return button(ACTIONS.withdrawApproval, approval.withdrawApproval, { value: plainValue(order) });
}

/** `Cancel order`, for the requester. */
export function cancelButton(order: Order, { approval }: Messages): Button {
  const text = approval.cancelText({ name: shortName(order) });
  return button(ACTIONS.cancel, approval.cancel, {
    value: plainValue(order),
    confirm: confirm(approval.cancelTitle, text, approval.cancel, approval.keep),
  });
}

/** What one more approval brings about. */
function approvalEffectText(order: Order, quote: Quote, ctx: RenderContext): string {
  const { approval, freeOrders } = ctx.messages;
  const required = ctx.approvalsRequired;
  const number = countedApprovers(order).length + 1;
  const charges = chargesAccount(quote);
  const facts = { name: shortName(order), price: price(quote, ctx), number, required };
  if (isSettledByApp(quote) && number >= required) {
    return required === 1 ? freeOrders.orders(facts) : freeOrders.countsAsLast(facts);
  }
  if (required === 1) return charges ? approval.chargesFor(facts) : approval.orders(facts);
  if (number < required) return charges ? approval.countsAutoPay(facts) : approval.counts(facts);
  return charges ? approval.countsAsLastAutoPay(facts) : approval.countsAsLast(facts);
}

/** Dialogs hold plain text, of 300 characters. */
function shortName(order: Order): string {
  return truncate(order.request.projectName, 100);
}

function plainValue(order: Order): string {
  return buttonValue({ orderId: order.id, fingerprint: order.fingerprint ?? '' });
}
