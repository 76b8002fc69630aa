import type { EligibilityAction, Failure, FailureCause } from '../../orders/failure.ts';
import type { Language, Messages } from '../i18n/catalogue.ts';
import { formatList } from '../i18n/grammar.ts';
import { channelRefusalAdvice } from './channel-refusal-text.ts';
import { toPlainText, typed } from './markup.ts';

/** What went wrong, and what to do about it, for the requester. */
export type FailureText = { what: string; toDo: string };

/** Puts a failure into words. */
export function failureText(failure: Failure, language: Language): FailureText {
  const { messages, app, locale } = language;
  const { toDo: advice } = messages.failures[failure.kind];
  const toDo = typeof advice === 'string' ? advice : advice(app);
  switch (failure.kind) {
    case 'ovh_server_error': {
      const { what, saying } = messages.failures.ovh_server_error;
      const status = String(failure.status);
      return {
        what: failure.message ? saying({ status, message: quotation(failure) }) : what({ status }),
        toDo,
      };
    }
    case 'right_missing': {
      const call = [failure.call ?? '?', ...(failure.actions ?? [])].join(', ');
      return { what: messages.failures.right_missing.what({ call: typed(call, 300) }), toDo };
    }
    case 'account_not_allowed': {
      const { what, naming } = messages.failures.account_not_allowed;
      const actions = (failure.actions ?? []).join(', ');
      return { what: actions ? naming({ actions: typed(actions, 300) }) : what, toDo };
    }
    case 'payment_refused': {
      const { what, naming } = messages.failures.payment_refused;
      return { what: failure.method ? naming({ method: typed(failure.method, 60) }) : what, toDo };
    }
    case 'not_eligible': {
      const actions = failure.actions.map((action) => eligibilityActionText(action, messages));
      return { what: messages.failures.not_eligible.what, toDo: [...actions, toDo].join(' ') };
    }
    case 'voucher_refused':
      return { what: voucherText(failure, messages), toDo: voucherAdvice(failure, messages) };
    case 'configuration_missing': {
      const { what, label } = messages.failures.configuration_missing;
      const labels = failure.labels.map((each) => label({ label: typed(each, 60) }));
      return { what: what({ labels: formatList(locale, labels) }), toDo };
    }
    case 'configuration_duplicated':
      return { what: messages.failures[failure.kind].what({ label: typed(failure.label, 100) }), toDo };
    case 'input_refused':
    case 'refused_otherwise':
      return { what: messages.failures[failure.kind].what({ message: quotation(failure) }), toDo };
    case 'plan_not_offered':
      return {
        what: messages.failures.plan_not_offered.what({ planCode: typed(failure.planCode, 100) }),
        toDo,
      };
    case 'ovh_order_cancelled': {
      const said = messages.failures.ovh_order_cancelled;
      const orderId = String(failure.orderId);
      const what = failure.reason
        ? said.because({ orderId, reason: typed(failure.reason, 300) })
        : said.what({ orderId });
      return { what: failure.wasPaid ? `${what} ${said.refund}` : what, toDo };
    }
    case 'status_unknown':
    case 'project_not_found':
    case 'paid_after_expiry':
      return { what: messages.failures[failure.kind].what({ orderId: String(failure.orderId) }), toDo };
    case 'channel_unavailable':
      return {
        what: messages.failures.channel_unavailable.what({ errorCode: typed(failure.errorCode, 100) }),
        toDo: channelRefusalAdvice(failure.errorCode, language),
      };
    case 'approvers_hidden': {
      const { subject, errorCode } = failure;
      return {
        what: messages.failures.approvers_hidden.what({ subject, errorCode: typed(errorCode, 100) }),
        toDo,
      };
    }
    default:
      return { what: messages.failures[failure.kind].what, toDo };
  }
}

function eligibilityActionText(action: EligibilityAction, { eligibilityActions }: Messages): string {
  const known: Record<string, unknown> = eligibilityActions;
  const said = Object.hasOwn(known, action) ? known[action] : undefined;
  return typeof said === 'string' ? said : eligibilityActions.other({ action: typed(action, 60) });
}

/** After too many attempts, the advice is to wait. */
function voucherAdvice(
  { code }: Extract<Failure, { kind: 'voucher_refused' }>,
  { failures }: Messages,
): string {
  const { toDo, toDoLater } = failures.voucher_refused;
  return code === 'too_many_attempts' ? toDoLater : toDo;
}

function voucherText(
  failure: Extract<Failure, { kind: 'voucher_refused' }>,
  { voucherErrors }: Messages,
): string {
  const known: Record<string, unknown> = voucherErrors;
  const said = Object.hasOwn(known, failure.code) ? known[failure.code] : undefined;
  if (typeof said === 'string') return said;
  if (failure.message) return voucherErrors.said({ message: quotation(failure) });
  return voucherErrors.other({ code: typed(failure.code, 60) });
}

/** Why OVHcloud refuses a voucher, as a plain-text field error. */
export function plainVoucherText(failure: Failure, messages: Messages): string {
  if (failure.kind !== 'voucher_refused') return messages.requestProblems.voucher;
  return toPlainText(voucherText(failure, messages), messages.denials);
}

/** OVHcloud's message on one line, literal, and without a full stop: the text around it has its own. */
export function quotation({ message }: Failure): string {
  return typed((message ?? '').trim().replaceAll(/\s+/g, ' ').replace(/\.$/, ''), 300);
}

/** The failures that lists distinguish from "nothing was ordered". */
const NAMED_ENDS = [
  'ovh_order_cancelled',
  'ovh_order_not_found',
  'status_unknown',
  'project_not_found',
  'paid_after_expiry',
] as const satisfies readonly FailureCause['kind'][];

/** The failure as shown in lists. */
export function endedAs(failure: Failure | null): (typeof NAMED_ENDS)[number] | 'failed' {
  return NAMED_ENDS.find((kind) => kind === failure?.kind) ?? 'failed';
}

/** How an order failed, and why, for its root message. */
export function failedStatus(failure: Failure | null, language: Language): string {
  const status = language.messages.root.failed[endedAs(failure)];
  return failure ? `${status} ${failureText(failure, language).what}` : status;
}
