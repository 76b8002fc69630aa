import type { EligibilityAction, Failure } from '../../orders/failure.ts';
import type { Words } from '../words/catalogue.ts';
import { escaped } from './blocks.ts';

/** What went wrong, and what to do about it by whom, in words for the requester. */
export type FailureWords = { what: string; toDo: string };

/** Puts a failure into words. */
export function failureWords(failure: Failure, words: Words): FailureWords {
  const { toDo } = words.failures[failure.kind];
  switch (failure.kind) {
    case 'right_missing':
      return { what: words.failures.right_missing.what({ call: escaped(failure.call ?? '?') }), toDo };
    case 'not_eligible': {
      const actions = failure.actions.map((action) => actionWords(action, words));
      return { what: words.failures.not_eligible.what, toDo: [...actions, toDo].join(' ') };
    }
    case 'voucher_refused':
      return { what: voucherWords(failure.code, words), toDo };
    case 'configuration_missing':
    case 'configuration_duplicated':
      return { what: words.failures[failure.kind].what({ label: escaped(failure.label) }), toDo };
    case 'input_refused':
    case 'refused_otherwise':
      return { what: words.failures[failure.kind].what({ message: escaped(failure.message, 300) }), toDo };
    case 'plan_not_offered':
      return {
        what: words.failures.plan_not_offered.what({ planCode: escaped(failure.planCode) }),
        toDo,
      };
    case 'order_cancelled': {
      const said = words.failures.order_cancelled;
      const orderId = String(failure.orderId);
      const what = failure.reason
        ? said.because({ orderId, reason: escaped(failure.reason, 300) })
        : said.what({ orderId });
      return { what: failure.wasPaid ? `${what} ${said.refund}` : what, toDo };
    }
    case 'paid_after_all':
      return { what: words.failures.paid_after_all.what({ orderId: String(failure.orderId) }), toDo };
    case 'cannot_post':
      return { what: words.failures.cannot_post.what({ slackError: escaped(failure.slackError) }), toDo };
    default:
      return { what: words.failures[failure.kind].what, toDo };
  }
}

function actionWords(action: EligibilityAction, { eligibility }: Words): string {
  const known: Record<string, unknown> = eligibility;
  const said = Object.hasOwn(known, action) ? known[action] : undefined;
  return typeof said === 'string' ? said : eligibility.other({ action: escaped(action, 60) });
}

function voucherWords(code: string, { voucherRefusals }: Words): string {
  const known: Record<string, unknown> = voucherRefusals;
  const said = Object.hasOwn(known, code) ? known[code] : undefined;
  return typeof said === 'string' ? said : voucherRefusals.other({ code: escaped(code, 60) });
}
