import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { withOrderId } from '../../../observability/log.ts';
import { Denial } from '../../../orders/denial.ts';
import { changeOrder } from '../../../store/change-order.ts';
import { loadOrder } from '../../../store/orders.ts';
import type { Language, LocalizedText } from '../../i18n/catalogue.ts';
import { CONSENT_FIELD, readConsent, readConsentContext } from '../../views/consent-modal.ts';
import { plainDenialText } from '../../views/denial-text.ts';
import type { ListenerContext } from '../context.ts';
import { explainLookup } from '../explain-lookup.ts';
import { approvalOf } from '../give-approval.ts';
import { languageOf } from '../language.ts';
import { withTimeout } from '../with-timeout.ts';

type ViewArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** The approval with both boxes ticked. Who may is decided here again: the modal may have been open for long. */
export function submitConsent(ctx: ListenerContext) {
  return async ({ ack, body, view }: ViewArgs): Promise<void> => {
    const language = languageOf(ctx, body.user.id);
    const approving = approveOrder(ctx, body.user.id, view).catch((error: unknown) => {
      const refused = explainLookup(ctx, error);
      if (!refused) ctx.log.error({ err: error }, 'an approval failed');
      return refused ?? (({ messages }: Language) => messages.rejection.failed);
    });
    const whyNot = await withTimeout(approving, ctx.timing.rejectionMs);
    if (whyNot === null) return ack();
    const text: LocalizedText = whyNot ?? (({ messages }) => messages.rejection.takesLong);
    await ack({ response_action: 'errors', errors: { [CONSENT_FIELD]: text(await language) } });
  };
}

/** Approves the order that the modal is about; else says why not. */
async function approveOrder(
  ctx: ListenerContext,
  user: string,
  view: ViewArgs['view'],
): Promise<LocalizedText | null> {
  const about = readConsentContext(view.private_metadata);
  if (!about) return ({ messages }) => messages.consent.damaged;
  if (!readConsent(view.state.values)) return ({ messages }) => messages.consent.bothNeeded;
  const { orderId, fingerprint } = about;
  const order = (await loadOrder(ctx.db, orderId))?.order ?? null;
  const named = order ? [order.requester, ...order.approvals.map(({ by }) => by)] : [];
  const [id, isApprover] = await Promise.all([
    ctx.people.knownAs(user, named),
    ctx.people.matches(user, ctx.config.approvers),
  ]);
  const event = await approvalOf(ctx, order, { actor: { id, isApprover }, fingerprint, clauses: true });
  const outcome = await withOrderId(orderId, () => changeOrder(ctx, orderId, event));
  if (outcome instanceof Denial) {
    ctx.onDenied({ type: 'approved', by: id, denial: outcome });
    return plainDenialText(outcome);
  }
  ctx.nudge();
  return null;
}
