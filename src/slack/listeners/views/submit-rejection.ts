import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { Refusal } from '../../../orders/refusal.ts';
import { changeOrder } from '../../../store/orders.ts';
import { refusalWords } from '../../surfaces/refusal-words.ts';
import { REASON_FIELD, readRejection, readRejectionContext } from '../../surfaces/rejection-modal.ts';
import type { Desk } from '../desk.ts';

type ViewArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** The rejection with its reason. Who may is decided here again: the modal may have been open for long. */
export function submitRejection(desk: Desk) {
  return async ({ ack, body, view, context }: ViewArgs): Promise<void> => {
    const refuse = (text: string) => ack({ response_action: 'errors', errors: { [REASON_FIELD]: text } });
    const orderId = readRejectionContext(view.private_metadata);
    const reason = readRejection(view.state.values);
    if (!orderId) return refuse('This form is damaged: close it and click Reject again.');
    if (!reason) return refuse('Say why: the requester reads it in the thread.');
    try {
      const isApprover = await desk.people.isAmong(body.user.id, desk.settings.approvers);
      const event = { type: 'reject', decider: { id: body.user.id, isApprover }, reason } as const;
      const outcome = await changeOrder(desk.db, orderId, event, desk.now());
      if (outcome instanceof Refusal) return refuse(withoutMarkup(refusalWords(outcome)));
      desk.wake();
      await ack();
    } catch (error) {
      desk.log.error({ err: error, order: orderId, correlation: context.correlation }, 'a rejection failed');
      await refuse('That did not work, and nothing was changed. Please submit again in a moment.');
    }
  };
}

/** Errors in modals are plain text: mentions and dates would show as their codes. */
function withoutMarkup(text: string): string {
  return text
    .replaceAll(/<!date\^[^|]*\|([^>]*)>/g, '$1')
    .replaceAll(/<@[^>]*>/g, 'somebody else')
    .replaceAll(/[*>]/g, '');
}
