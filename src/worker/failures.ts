import type { Failure, FailureCause } from '../orders/failure.ts';
import type { Order } from '../orders/order.ts';
import { maskVoucher } from '../orders/request.ts';
import {
  isTransient as isTransientAtOvh,
  OvhClientError,
  OvhConnectionLostError,
  OvhError,
  OvhServerError,
  OvhTimeoutError,
  OvhUnreachableError,
} from '../ovh/errors.ts';
import { CheckoutNotPlacedError, CheckoutUnresolvedError, OrderBlockedError } from './errors.ts';

/** Whether the same call may well work in a moment: nobody has to be asked yet. */
export function isTransient(error: unknown): boolean {
  return error instanceof OvhError ? isTransientAtOvh(error) : !(error instanceof OrderBlockedError);
}

/** Says in terms of the order why a step failed. Where OVHcloud's words repeat the voucher, it is masked. */
export function toFailure(error: unknown, order: Order): Failure {
  if (error instanceof OrderBlockedError) return error.failure;
  if (error instanceof OvhClientError) {
    const { call, queryId } = error;
    return { ...refusalCause(error, order), call, queryId };
  }
  const passing = [OvhTimeoutError, OvhConnectionLostError, OvhUnreachableError, OvhServerError];
  if (passing.some((kind) => error instanceof kind)) {
    return { kind: 'ovh_unavailable', call: (error as OvhError).call };
  }
  if (error instanceof CheckoutNotPlacedError || error instanceof CheckoutUnresolvedError)
    return { kind: 'ovh_unavailable' };
  if (error instanceof OvhError) return { kind: 'answer_not_understood', call: error.call };
  return { kind: 'internal' };
}

/** What the log says of a failed step: OVHcloud's own answer, or the error where it is none of OVHcloud's. */
export function errorFields(error: unknown, order: Order): Record<string, unknown> {
  if (!(error instanceof OvhError)) return { order: order.id, err: error };
  const { message, call, status, errorClass, queryId } = error;
  return { order: order.id, call, status, errorClass, queryId, reason: maskVoucherIn(message, order) };
}

/** Masks the voucher in any case, as it is and as JSON and URLs write it. */
function maskVoucherIn(text: string, { request: { voucher } }: Order): string {
  if (!voucher) return text;
  const inJson = JSON.stringify(voucher).slice(1, -1);
  const inForm = new URLSearchParams([['', voucher]]).toString().slice(1);
  const forms = [JSON.stringify(inJson).slice(1, -1), inJson, inForm, encodeURIComponent(voucher), voucher];
  const anyForm = forms.map((form) => form.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
  return text.replaceAll(new RegExp(anyForm, 'gi'), () => maskVoucher(voucher));
}

/** The table of OVHcloud's refusals: what its answer says about the order, with the voucher masked in what is quoted. */
function refusalCause(
  { status, errorClass, apiMessage: message, call }: OvhClientError,
  order: Order,
): FailureCause {
  const hide = (words: string) => maskVoucherIn(words, order);
  if (errorClass === 'INVALID_CREDENTIAL' || errorClass === 'INVALID_SIGNATURE')
    return { kind: 'key_invalid' };
  if (/credential is not valid|application key is invalid|not logged in/i.test(message)) {
    return { kind: 'key_invalid' };
  }
  if (errorClass === 'NOT_GRANTED_CALL' || /call has not been granted/i.test(message)) {
    return { kind: 'right_missing' };
  }
  if (/user not granted for this request/i.test(message)) return { kind: 'account_not_allowed' };
  const eligibility = /found eligibility issues:\s*(.+)$/i.exec(message)?.[1];
  if (eligibility) return { kind: 'not_eligible', actions: hide(eligibility).match(/[\w•]+/g) ?? [] };
  const duplicated = /custom field (\S+) is duplicated/i.exec(message)?.[1];
  if (duplicated) return { kind: 'configuration_duplicated', label: hide(duplicated) };
  const missing = /must be a field with name '([^']+)'/i.exec(message)?.[1];
  if (missing) return { kind: 'configuration_missing', label: hide(missing) };
  if (/voucher/i.test(message))
    return { kind: 'voucher_refused', code: voucherCode(message, order.request.voucher) };
  if (/ovhSubsidiary/i.test(message)) return { kind: 'subsidiary_refused' };
  if (status === 403 && call.endsWith('/checkout')) return { kind: 'checkout_not_allowed' };
  if (status === 404 && call.includes('/order/cart/')) return { kind: 'cart_lost' };
  if (status === 400 && /input provided/i.test(message))
    return { kind: 'input_refused', message: hide(message) };
  return { kind: 'refused_otherwise', message: hide(message) };
}

const VOUCHER_CODES = [
  'too_many_attempts',
  'no_longer_valid',
  'already_used',
  'expired',
  'country',
  'payment_mean',
  'too_many_used',
  'nichandle',
  'scored',
  'new_customer',
  'new_project',
  'invalid',
];

/**
 * Finds the voucher refusal that a message names, in the words that OVHcloud's control panel knows. The voucher itself,
 * as the message repeats it, is no such word.
 */
function voucherCode(message: string, voucher: string | null): string {
  const said = voucher ? message.replaceAll(voucher, '') : message;
  const words = said.toLowerCase().replaceAll(/[\s-]+/g, '_');
  return VOUCHER_CODES.find((code) => words.includes(code)) ?? 'unknown';
}
