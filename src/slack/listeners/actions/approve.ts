import { mayApprove } from '../../../application/forms.ts';
import { consentModal } from '../../views/consent-modal.ts';
import { decideAndReply, onClick, openModal } from '../clicks.ts';
import type { ListenerContext } from '../context.ts';

/**
 * `Approve`: counts for the quote that the person saw, if they are an approver at this moment. Where the account's
 * contracts ask for more than a click, a modal does.
 */
export function approve(ctx: ListenerContext) {
  return onClick(ctx, async (click) => {
    const { order, fingerprint } = click;
    const asksConsent = await ctx.asksConsent();
    if (asksConsent && order.quote && (await mayApprove(ctx, order, { person: click, fingerprint }))) {
      const renderContext = await ctx.renderContextFor(click.user);
      return openModal(ctx, click, consentModal(order, order.quote, renderContext));
    }
    return decideAndReply(ctx, click, { type: 'approved', fingerprint });
  });
}
