import { actionButton } from '../../actions/action.ts';
import { orderAgain } from '../../actions/order-again.ts';
import { actions, message, paragraph } from '../../views/blocks.ts';
import { projectName } from '../../views/quote-text.ts';
import { nothingOrderedText } from '../../views/unexpected-order-text.ts';
import { decideAndReply, onClick, replyEphemerally } from '../clicks.ts';
import type { ListenerContext } from '../context.ts';

/** `Cancel order`: for the requester alone, who can order the same again with one click. */
export function cancel(ctx: ListenerContext) {
  return onClick(ctx, async (click) => {
    const cancelled = await decideAndReply(ctx, click, { type: 'cancelled' });
    // The Home is updated automatically.
    if (!cancelled || click.channel === undefined) return;
    const renderContext = await ctx.renderContextFor(click.user);
    await replyEphemerally(ctx, click, (language) => {
      const said = language.messages.replies.cancelled({ name: projectName(cancelled) });
      const text = `${said}${nothingOrderedText(cancelled, language)}`;
      return message(text, [
        paragraph(text),
        ...actions(actionButton(orderAgain, cancelled, { ctx: renderContext })),
      ]);
    });
  });
}
