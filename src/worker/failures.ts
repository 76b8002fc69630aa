import type { Failure, FailureCause } from '../orders/failure.ts';
import type { Order } from '../orders/order.ts';
import { maskVoucher } from '../orders/voucher.ts';
import {
  isTransient as isTransientAtOvh,
  OvhClientError,
  OvhConnectionLostError,
  OvhError,
  OvhServerError,
  OvhSignInError,
  OvhTimeoutError,
  OvhUnreachableError,
} from '../ovh/errors.ts';
import { meaningOf } from '../ovh/refusals.ts';
import { LookupRefusedError } from '../slack/lookup-errors.ts';
import {
  CheckoutNotPlacedError,
  CheckoutUnresolvedError,
  OrderBlockedError,
  VoucherUnresolvedError,
} from './errors.ts';

const MAX_QUOTATION_LENGTH = 1_000;

/** The parts of an order needed to interpret a refusal; there may be no order yet. */
type Asked = Pick<Order, 'id' | 'request'> & { quote?: Order['quote'] };

/** Whether the same call may work in a moment, so that no one has to act yet. */
export function isTransient(error: unknown): boolean {
  return error instanceof OvhError ? isTransientAtOvh(error) : !(error instanceof OrderBlockedError);
}

/** Translates a step's error into a failure of the order. The voucher is masked in OVHcloud's words. */
export function toFailure(error: unknown, order: Asked): Failure {
  if (error instanceof OrderBlockedError) return error.failure;
  if (error instanceof LookupRefusedError)
    return { kind: 'approvers_hidden', subject: error.subject, errorCode: error.code };
  if (error instanceof OvhClientError) {
    const { call, queryId } = error;
    return { ...clientErrorCause(error, order), call, queryId, message: quotable(error.apiMessage, order) };
  }
  if (error instanceof OvhSignInError) {
    const { call, queryId } = error;
    return { kind: 'service_account_refused', call, queryId };
  }
  if (error instanceof OvhServerError && error.status > 299) {
    const { call, queryId, status, apiMessage } = error;
    return {
      ...{ kind: 'ovh_server_error', status, call, queryId },
      message: apiMessage && quotable(apiMessage, order),
    };
  }
  if ([OvhTimeoutError, OvhConnectionLostError, OvhUnreachableError].some((kind) => error instanceof kind)) {
    return { kind: 'ovh_unavailable', call: (error as OvhError).call };
  }
  if (error instanceof CheckoutUnresolvedError) return error.failure;
  if (error instanceof CheckoutNotPlacedError || error instanceof VoucherUnresolvedError)
    return { kind: 'ovh_unavailable' };
  if (error instanceof OvhError) {
    return { kind: 'answer_not_understood', call: error.call, queryId: error.queryId };
  }
  return { kind: 'internal' };
}

/** What the log says of a failed step: OVHcloud's own answer, or the error where it is none of OVHcloud's. */
export function errorFields(error: unknown, order: Asked): Record<string, unknown> {
  if (!(error instanceof OvhError)) return { order: order.id, err: error };
  const { message, call, status, errorClass, queryId } = error;
  const why = maskVoucherIn(message, order.request.voucher);
  return { order: order.id, call, status, errorClass, queryId, reason: why };
}

/** Masks the voucher in a text in any case, also in its JSON and URL encodings. */
export function maskVoucherIn(text: string, voucher: string | null): string {
  if (!voucher) return text;
  const inJson = JSON.stringify(voucher).slice(1, -1);
  const inForm = new URLSearchParams([['', voucher]]).toString().slice(1);
  const forms = [JSON.stringify(inJson).slice(1, -1), inJson, inForm, encodeURIComponent(voucher), voucher];
  const anyForm = forms.map((form) => form.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
  return text.replaceAll(new RegExp(anyForm, 'gi'), () => maskVoucher(voucher));
}

/** What a refusal means for the order. */
function clientErrorCause(error: OvhClientError, order: Asked): FailureCause {
  const { voucher, projectName } = order.request;
  const mask = (words: string) => maskVoucherIn(words, voucher);
  const meaning = meaningOf(error, { voucher, projectName, mask });
  const message = quotable(error.apiMessage, order);
  switch (meaning.kind) {
    case 'key_invalid':
      return { kind: 'key_invalid' };
    case 'plan_not_offered': {
      const planCode = order.quote?.planCode;
      return planCode ? { kind: 'plan_not_offered', planCode } : { kind: 'refused_otherwise', message };
    }
    case 'input_refused':
    case 'refused_otherwise':
      return { kind: meaning.kind, message };
    default:
      return meaning;
  }
}

/** OVHcloud's words as they may be stored and shown: the voucher masked, and truncated. */
export function quotable(words: string, order: Pick<Order, 'request'>): string {
  const masked = maskVoucherIn(words, order.request.voucher);
  if (masked.length <= MAX_QUOTATION_LENGTH) return masked;
  return `${masked.slice(0, MAX_QUOTATION_LENGTH).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
