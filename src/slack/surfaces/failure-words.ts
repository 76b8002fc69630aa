import type { EligibilityAction, Failure } from '../../orders/failure.ts';
import { escaped } from './blocks.ts';

/** What went wrong, and what to do about it by whom, in words for the requester. */
export type FailureWords = { what: string; toDo: string };

const OPERATOR = 'whoever operates this app';

/** Puts a failure into words. */
export function failureWords(failure: Failure): FailureWords {
  switch (failure.kind) {
    case 'ovh_unavailable':
      return {
        what: 'OVHcloud did not answer for ten minutes.',
        toDo: 'Try again later; status.ovhcloud.com may say more.',
      };
    case 'key_invalid':
      return {
        what: 'OVHcloud does not accept this app’s key any more.',
        toDo: `Ask ${OPERATOR} to make a new key at OVHcloud and put it into the settings, then try again.`,
      };
    case 'right_missing':
      return {
        what: `The app’s key at OVHcloud has no right for a call it needs (${escaped(failure.call ?? 'unknown')}).`,
        toDo: `Ask ${OPERATOR} to make a key with all rights that the README lists, then try again.`,
      };
    case 'account_not_allowed':
      return {
        what: 'The OVHcloud account’s access policy does not let this app order.',
        toDo: 'Ask the administrator of the OVHcloud account to allow ordering for this app’s user, then try again.',
      };
    case 'checkout_not_allowed':
      return {
        what: 'OVHcloud does not let this account check the cart out.',
        toDo: 'Ask the owner of the OVHcloud account to look at it in the control panel (identity, debts, limits), then try again.',
      };
    case 'not_eligible':
      return {
        what: 'OVHcloud wants something settled in the account before it sells a project.',
        toDo: `${failure.actions.map(actionWords).join(' ')} Then try again.`,
      };
    case 'voucher_refused':
      return { what: voucherWords(failure.code), toDo: 'Try again with another voucher, or without one.' };
    case 'configuration_missing':
      return {
        what: `OVHcloud asks for “${escaped(failure.label)}” with this plan, which this app does not know how to answer.`,
        toDo: `Order this one in OVHcloud’s control panel, and tell ${OPERATOR}.`,
      };
    case 'configuration_duplicated':
      return {
        what: `OVHcloud found “${escaped(failure.label)}” twice in the cart.`,
        toDo: 'Try again: a new cart is built.',
      };
    case 'input_refused':
      return {
        what: `OVHcloud did not accept what was typed: ${escaped(failure.message, 300)}`,
        toDo: 'Try again with another project name or voucher.',
      };
    case 'subsidiary_refused':
      return {
        what: 'OVHcloud does not know the country (subsidiary) that this app is set to.',
        toDo: `Ask ${OPERATOR} to correct or remove OVH_SUBSIDIARY, then try again.`,
      };
    case 'plan_not_offered':
      return {
        what: `OVHcloud does not offer the plan “${escaped(failure.planCode)}” to this account.`,
        toDo: `Ask ${OPERATOR} to correct or remove OVH_PLAN_CODE, then try again.`,
      };
    case 'order_not_found':
      return {
        what: 'OVHcloud checked the cart out, but its order was never found.',
        toDo: 'Look in OVHcloud’s control panel (Billing > My orders) before ordering this project again.',
      };
    case 'cart_lost':
      return { what: 'The cart is gone at OVHcloud.', toDo: 'Try again: a new cart is built.' };
    case 'answer_not_understood':
      return {
        what: 'OVHcloud answered something that this app does not understand.',
        toDo: `Try again; if it happens twice, tell ${OPERATOR}: the log has the details.`,
      };
    case 'refused_otherwise':
      return {
        what: `OVHcloud refused: “${escaped(failure.message, 300)}”.`,
        toDo: `If that says what to mend, mend it and try again; else tell ${OPERATOR}.`,
      };
    case 'cannot_post':
      return {
        what: `The app cannot write in that channel (${escaped(failure.slackError)}).`,
        toDo: 'Type /invite @order-cloud there, then order again.',
      };
    case 'internal':
      return {
        what: 'Something in this app went wrong.',
        toDo: `Try again; if it happens twice, tell ${OPERATOR}: the log has the details.`,
      };
  }
}

function actionWords(action: EligibilityAction): string {
  switch (action) {
    case 'addPaymentMethod':
      return 'Its owner has to add a payment method in the control panel (Billing > Payment methods).';
    case 'challengePaymentMethod':
      return 'Its owner has to confirm the payment method in the control panel (Billing > Payment methods).';
    case 'verifyPaypal':
      return 'Its owner has to verify the PayPal account in the control panel (Billing > Payment methods).';
    case 'askIncreaseProjectsQuota':
      return 'The limit of projects is reached: its owner has to delete one, or ask OVHcloud’s support for more.';
    default:
      return `Its owner has to settle “${escaped(action, 60)}” in the control panel.`;
  }
}

function voucherWords(code: string): string {
  const words: Record<string, string> = {
    invalid: 'OVHcloud does not know this voucher.',
    too_many_attempts: 'Too many vouchers were tried: OVHcloud wants an hour’s pause.',
    no_longer_valid: 'This voucher is no longer valid.',
    already_used: 'This voucher was used already.',
    expired: 'This voucher has expired.',
    country: 'This voucher is for accounts of another country.',
    payment_mean: 'This voucher needs a payment method in the OVHcloud account first.',
    too_many_used: 'This voucher was used too often.',
    nichandle: 'This voucher belongs to another OVHcloud account.',
    scored: 'OVHcloud does not accept this voucher for this account.',
    new_customer: 'This voucher is for new customers only.',
    new_project: 'This voucher is for a first project only.',
  };
  return words[code] ?? `OVHcloud does not accept this voucher (${escaped(code, 60)}).`;
}
