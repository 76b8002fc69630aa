import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { Refusal } from '../../../orders/refusal.ts';
import { changeOrder } from '../../../store/orders.ts';
import { refusalWords } from '../../surfaces/refusal-words.ts';
import { REASON_FIELD, readRejection, readRejectionContext } from '../../surfaces/rejection-modal.ts';
import { answeredWithin } from '../answer-in-time.ts';
import type { Desk } from '../desk.ts';

type ViewArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Slack wants its answer within three seconds. */
const ANSWER_AFTER_MS = 2_300;

/** The rejection with its reason. Who may is decided here again: the modal may have been open for long. */
export function submitRejection(desk: Desk) {
  return async ({ ack, body, view, context }: ViewArgs): Promise<void> => {
    const rejecting = rejectOrder(desk, body.user.id, view).catch((error: unknown) => {
      desk.log.error({ err: error, correlation: context.correlation }, 'a rejection failed');
      return 'That did not work, and nothing was changed. Please submit again in a moment.';
    });
    const whyNot = await answeredWithin(rejecting, ANSWER_AFTER_MS);
    const text =
      whyNot === undefined ? 'This takes longer than usual. Look at the thread, or submit again.' : whyNot;
    await (text ? ack({ response_action: 'errors', errors: { [REASON_FIELD]: text } }) : ack());
  };
}

/** Rejects the order that the modal is about; else says why not. */
async function rejectOrder(desk: Desk, user: string, view: ViewArgs['view']): Promise<string | null> {
  const orderId = readRejectionContext(view.private_metadata);
  const reason = readRejection(view.state.values);
  if (!orderId) return 'This form is damaged: close it and click Reject again.';
  if (!reason) return 'Say why: the requester reads it in the thread.';
  const isApprover = await desk.people.isAmong(user, desk.settings.approvers);
  const event = { type: 'reject', decider: { id: user, isApprover }, reason } as const;
  const outcome = await changeOrder(desk.db, orderId, event, desk.now());
  if (outcome instanceof Refusal) return withoutMarkup(refusalWords(outcome));
  desk.wake();
  return null;
}

/** Errors in modals are plain text: mentions and dates would show as their codes. */
function withoutMarkup(text: string): string {
  return text
    .replaceAll(/<!date\^[^|]*\|([^>]*)>/g, '$1')
    .replaceAll(/<@[^>]*>/g, 'somebody else')
    .replaceAll(/[*>]/g, '');
}
