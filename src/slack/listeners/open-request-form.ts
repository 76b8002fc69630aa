import { isUnlistedShared } from '../../application/requesters.ts';
import type { OrderRequest } from '../../orders/request.ts';
import { isChannelOpen } from '../../orders/request-policy.ts';
import { type RequestContext, requestModal } from '../views/request-modal.ts';
import { withTimeout } from '../with-timeout.ts';
import type { ListenerContext } from './context.ts';
import { formTermsFor } from './form-terms.ts';
import { languageOf } from './language.ts';

/** A request for the form. Slack may leave out all but the person. */
export type FormRequest = {
  user: string;
  triggerId: string | null | undefined;
  /** Where they typed the command, if they did. */
  channel?: string | null | undefined;
  responseUrl?: string | null | undefined;
};

/**
 * Opens the form for a new order, in the reader's language, before anything slow: its trigger is valid for three seconds.
 * Without a channel in `context` the form asks for one. If it cannot be opened, the person is notified where they asked, or
 * in a direct message.
 */
export async function openRequestForm(
  ctx: ListenerContext,
  asked: FormRequest,
  { context = {}, filled = {} }: { context?: RequestContext; filled?: Partial<OrderRequest> } = {},
): Promise<void> {
  const { user, triggerId } = asked;
  try {
    const [language, place, terms] = await Promise.all([
      languageOf(ctx, user),
      placeOf(ctx, context),
      formTermsFor(ctx),
    ]);
    const modal = requestModal({ context: place, filled, terms }, language);
    await ctx.outbound.openModal(triggerId, modal);
  } catch (error) {
    ctx.log.error({ err: error, user }, 'failed to open the order form');
    await notifyNotOpened(ctx, asked);
  }
}

/**
 * The context of a form: without a channel if new orders may not be placed in the given one, so that the form asks for one.
 * That it is shared with another organization may turn out only at submission. Never throws.
 */
export async function placeOf(ctx: ListenerContext, context: RequestContext): Promise<RequestContext> {
  const { channel, change } = context;
  if (!channel || change) return context;
  if (!isChannelOpen(ctx.config, channel)) return {};
  const looking = isUnlistedShared(ctx, channel).catch((error: unknown) => {
    ctx.log.info({ err: error }, 'Slack did not return whether a channel is shared');
    return false;
  });
  return (await withTimeout(looking, ctx.timing.localeMs)) ? {} : context;
}

async function notifyNotOpened(
  ctx: ListenerContext,
  { user, channel, responseUrl }: FormRequest,
): Promise<void> {
  const { messages, app } = await languageOf(ctx, user);
  const text = messages.replies.formNotOpened(app);
  const postDirectly = () => ctx.outbound.postDirectly(user, { text });
  try {
    if (!channel) return await postDirectly();
    const to = { channel, user, responseUrl: responseUrl ?? undefined };
    await ctx.outbound.postEphemeral(to, { text }).catch(postDirectly);
  } catch (error) {
    ctx.log.warn({ err: error, user }, 'failed to tell the person that the form did not open');
  }
}
