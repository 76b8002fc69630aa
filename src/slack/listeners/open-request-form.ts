import type { OrderRequest } from '../../orders/request.ts';
import { type RequestContext, requestModal } from '../views/request-modal.ts';
import type { ListenerContext } from './context.ts';
import { languageOf } from './language.ts';

/**
 * Opens the form for a new order, in the reader's language, before anything slow: its trigger lives three seconds.
 * Without a channel in `context` the form asks for it. False if it did not open; the log says why.
 */
export async function openRequestForm(
  ctx: ListenerContext,
  user: string,
  triggerId: string,
  context: RequestContext = {},
  filled: Partial<OrderRequest> = {},
): Promise<boolean> {
  try {
    const { messages } = await languageOf(ctx, user);
    await ctx.outbound.openModal(triggerId, requestModal(context, filled, ctx.config, messages));
    return true;
  } catch (error) {
    ctx.log.error({ err: error, user }, 'the order modal did not open');
    return false;
  }
}
