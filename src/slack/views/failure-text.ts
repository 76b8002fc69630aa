import type { EligibilityAction, Failure } from '../../orders/failure.ts';
import type { Messages } from '../i18n/catalogue.ts';
import { escapeMrkdwn } from './blocks.ts';

/** What went wrong, and what to do about it by whom, in words for the requester. */
export type FailureText = { what: string; toDo: string };

/** Puts a failure into words. */
export function failureText(failure: Failure, words: Messages): FailureText {
  const { toDo } = words.failures[failure.kind];
  switch (failure.kind) {
    case 'right_missing':
      return { what: words.failures.right_missing.what({ call: escapeMrkdwn(failure.call ?? '?') }), toDo };
    case 'not_eligible': {
      const actions = failure.actions.map((action) => eligibilityActionText(action, words));
      return { what: words.failures.not_eligible.what, toDo: [...actions, toDo].join(' ') };
    }
    case 'voucher_refused':
      return { what: voucherText(failure.code, words), toDo };
    case 'configuration_missing':
    case 'configuration_duplicated':
      return { what: words.failures[failure.kind].what({ label: escapeMrkdwn(failure.label) }), toDo };
    case 'input_refused':
    case 'refused_otherwise':
      return {
        what: words.failures[failure.kind].what({ message: escapeMrkdwn(failure.message, 300) }),
        toDo,
      };
    case 'plan_not_offered':
      return {
        what: words.failures.plan_not_offered.what({ planCode: escapeMrkdwn(failure.planCode) }),
        toDo,
      };
    case 'ovh_order_cancelled': {
      const said = words.failures.ovh_order_cancelled;
      const orderId = String(failure.orderId);
      const what = failure.reason
        ? said.because({ orderId, reason: escapeMrkdwn(failure.reason, 300) })
        : said.what({ orderId });
      return { what: failure.wasPaid ? `${what} ${said.refund}` : what, toDo };
    }
    case 'paid_after_expiry':
      return { what: words.failures.paid_after_expiry.what({ orderId: String(failure.orderId) }), toDo };
    case 'channel_unavailable':
      return {
        what: words.failures.channel_unavailable.what({ errorCode: escapeMrkdwn(failure.errorCode) }),
        toDo,
      };
    default:
      return { what: words.failures[failure.kind].what, toDo };
  }
}

function eligibilityActionText(action: EligibilityAction, { eligibilityActions }: Messages): string {
  const known: Record<string, unknown> = eligibilityActions;
  const said = Object.hasOwn(known, action) ? known[action] : undefined;
  return typeof said === 'string' ? said : eligibilityActions.other({ action: escapeMrkdwn(action, 60) });
}

function voucherText(code: string, { voucherErrors }: Messages): string {
  const known: Record<string, unknown> = voucherErrors;
  const said = Object.hasOwn(known, code) ? known[code] : undefined;
  return typeof said === 'string' ? said : voucherErrors.other({ code: escapeMrkdwn(code, 60) });
}
