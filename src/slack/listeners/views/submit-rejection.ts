import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { aboutOrder } from '../../../log.ts';
import { Refusal } from '../../../orders/refusal.ts';
import { changeOrder } from '../../../store/orders.ts';
import { refusalWords, withoutMarkup } from '../../surfaces/refusal-words.ts';
import { REASON_FIELD, readRejection, readRejectionContext } from '../../surfaces/rejection-modal.ts';
import type { Language, Say } from '../../words/catalogue.ts';
import { answeredWithin } from '../answer-in-time.ts';
import type { Desk } from '../desk.ts';
import { readerOf } from '../reader.ts';

type ViewArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** The rejection with its reason. Who may is decided here again: the modal may have been open for long. */
export function submitRejection(desk: Desk) {
  return async ({ ack, body, view }: ViewArgs): Promise<void> => {
    const reader = readerOf(desk, body.user.id);
    const rejecting = rejectOrder(desk, body.user.id, view).catch((error: unknown) => {
      desk.log.error({ err: error }, 'a rejection failed');
      return ({ words }: Language) => words.rejection.failed;
    });
    const whyNot = await answeredWithin(rejecting, desk.timing.rejectionMs);
    if (whyNot === null) return ack();
    const text: Say = whyNot ?? (({ words }) => words.rejection.takesLong);
    const errors = { [REASON_FIELD]: text(await reader) };
    await ack({ response_action: 'errors', errors });
  };
}

/** Rejects the order that the modal is about; else says why not. */
async function rejectOrder(desk: Desk, user: string, view: ViewArgs['view']): Promise<Say | null> {
  const orderId = readRejectionContext(view.private_metadata);
  const reason = readRejection(view.state.values);
  if (!orderId) return ({ words }) => words.rejection.damaged;
  if (!reason) return ({ words }) => words.rejection.reasonMissing;
  const isApprover = await desk.people.isAmong(user, desk.settings.approvers);
  const event = { type: 'reject', decider: { id: user, isApprover }, reason } as const;
  const outcome = await aboutOrder(orderId, () => changeOrder(desk.db, orderId, event, desk.now()));
  if (outcome instanceof Refusal) {
    desk.onRefused({ type: 'reject', by: user, refusal: outcome });
    return (reader) => withoutMarkup(refusalWords(outcome, reader), reader.words);
  }
  desk.wake();
  return null;
}
