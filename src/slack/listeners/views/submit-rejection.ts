import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { withOrderId } from '../../../observability/log.ts';
import { Denial } from '../../../orders/denial.ts';
import { changeOrder } from '../../../store/change-order.ts';
import type { Language, LocalizedText } from '../../i18n/catalogue.ts';
import { plainDenialText } from '../../views/denial-text.ts';
import { REASON_FIELD, readRejection, readRejectionContext } from '../../views/rejection-modal.ts';
import type { ListenerContext } from '../context.ts';
import { explainLookup } from '../explain-lookup.ts';
import { languageOf } from '../language.ts';
import { withTimeout } from '../with-timeout.ts';

type ViewArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** The rejection with its reason. Who may is decided here again: the modal may have been open for long. */
export function submitRejection(ctx: ListenerContext) {
  return async ({ ack, body, view }: ViewArgs): Promise<void> => {
    const language = languageOf(ctx, body.user.id);
    const rejecting = rejectOrder(ctx, body.user.id, view).catch((error: unknown) => {
      const refused = explainLookup(ctx, error);
      if (!refused) ctx.log.error({ err: error }, 'a rejection failed');
      return refused ?? (({ messages }: Language) => messages.rejection.failed);
    });
    const whyNot = await withTimeout(rejecting, ctx.timing.rejectionMs);
    if (whyNot === null) return ack();
    const text: LocalizedText = whyNot ?? (({ messages }) => messages.rejection.takesLong);
    const errors = { [REASON_FIELD]: text(await language) };
    await ack({ response_action: 'errors', errors });
  };
}

/** Rejects the order that the modal is about; else says why not. */
async function rejectOrder(
  ctx: ListenerContext,
  user: string,
  view: ViewArgs['view'],
): Promise<LocalizedText | null> {
  const orderId = readRejectionContext(view.private_metadata);
  const reason = readRejection(view.state.values);
  if (!orderId) return ({ messages }) => messages.rejection.damaged;
  if (!reason) return ({ messages }) => messages.rejection.reasonMissing;
  const isApprover = await ctx.people.matches(user, ctx.config.approvers);
  const event = { type: 'rejected', actor: { id: user, isApprover }, reason } as const;
  const outcome = await withOrderId(orderId, () => changeOrder(ctx, orderId, event));
  if (outcome instanceof Denial) {
    ctx.onDenied({ type: 'rejected', by: user, denial: outcome });
    return plainDenialText(outcome);
  }
  ctx.nudge();
  return null;
}
