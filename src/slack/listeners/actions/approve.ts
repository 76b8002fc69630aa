import { mayApprove } from '../../../application/permissions.ts';
import { asksForClauses } from '../../../orders/quote.ts';
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
    const { quote } = order;
    if (quote && asksForClauses(quote) && (await mayApprove(ctx, order, { person: click, fingerprint }))) {
      const renderContext = await ctx.renderContextFor(click.user);
      return openModal(ctx, click, consentModal(order, quote, renderContext));
    }
    return decideAndReply(ctx, click, { type: 'approved', fingerprint });
  });
}
