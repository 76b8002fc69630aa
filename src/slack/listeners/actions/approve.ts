import { approvalDenialReason } from '../../../orders/approval-policy.ts';
import { consentModal } from '../../views/consent-modal.ts';
import { actorFor, clickedOrder, decide, onClick, openModal } from '../clicks.ts';
import type { ListenerContext } from '../context.ts';
import { approvalOf } from '../give-approval.ts';

/**
 * `Approve`: counts for the quote that the person saw, if they are an approver at this moment. Where the account's
 * contracts ask for more than a click, a modal does.
 */
export function approve(ctx: ListenerContext) {
  return onClick(ctx, async (click) => {
    const order = clickedOrder(click);
    const [actor, asksConsent] = await Promise.all([actorFor(ctx, click), ctx.asksConsent()]);
    const mayApprove =
      order?.state === 'awaiting_approval' &&
      order.fingerprint === click.fingerprint &&
      approvalDenialReason(order, actor, ctx.config.rules) === null;
    if (asksConsent && mayApprove && order.quote) {
      const renderContext = await ctx.renderContextFor(click.user);
      return openModal(ctx, click, consentModal(order, order.quote, renderContext));
    }
    const { fingerprint } = click;
    await decide(ctx, click, await approvalOf(ctx, order, { actor, fingerprint }));
  });
}
