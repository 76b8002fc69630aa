import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { withOrderId } from '../../observability/log.ts';
import type { Actor } from '../../orders/approval-policy.ts';
import { Denial } from '../../orders/denial.ts';
import type { OrderEvent } from '../../orders/events.ts';
import type { Order } from '../../orders/order.ts';
import { changeOrder, loadOrder } from '../../store/orders.ts';
import type { LocalizedText } from '../i18n/catalogue.ts';
import { type ButtonValue, readButtonValue } from '../views/button-value.ts';
import { denialText } from '../views/denial-text.ts';
import { noticeModal } from '../views/notice-modal.ts';
import type { ListenerContext } from './context.ts';
import { languageOf } from './language.ts';
import { settlesWithin } from './with-timeout.ts';

/** A click on a button of a message, as far as the app believes it. */
export type Click = ButtonValue & {
  user: string;
  /** Where the message is; undefined for a button in the reader's own Home. */
  channel: string | undefined;
  threadTs: string | undefined;
  triggerId: string;
  responseUrl: string | undefined;
};

type ActionArgs = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

const payload = z.object({
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }).optional(),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
  trigger_id: z.string(),
  response_url: z.url({ protocol: /^https?$/ }).optional(),
  view: z.object({ type: z.literal('home') }).optional(),
  actions: z.array(z.object({ value: z.string().optional() })).min(1),
});

/**
 * Makes a Bolt listener of what a click means. Slack is answered when that is written down, or else after a little over
 * two seconds, and then the person is told so; whatever goes wrong is told to the person who clicked, and to nobody else.
 */
export function onClick(ctx: ListenerContext, act: (click: Click) => Promise<void>) {
  return async ({ ack, body }: ActionArgs): Promise<void> => {
    const click = readClick(body);
    if (!click) {
      ctx.log.warn('a click that names no order was ignored');
      return ack();
    }
    const acting = withOrderId(click.orderId, () => act(click)).catch(async (error: unknown) => {
      ctx.log.error({ err: error, order: click.orderId }, 'a click failed');
      await replyEphemerally(ctx, click, ({ messages }) => messages.replies.clickFailed);
    });
    const isDone = await settlesWithin(acting, ctx.timing.clickMs);
    // Not written down yet, so it might still get lost: nobody is left in the belief that it was counted.
    const warning = isDone
      ? null
      : replyEphemerally(ctx, click, ({ messages }) => messages.replies.takesLong);
    if (warning) await settlesWithin(warning, ctx.timing.clickNoticeMs);
    await ack();
    await Promise.all([acting, warning]);
  };
}

/** Makes a Bolt listener of a click that opens a link: that has worked already, whatever becomes of the rest. */
export function onLinkClick(ctx: ListenerContext, act: (click: Click) => Promise<void>) {
  return async ({ ack, body }: ActionArgs): Promise<void> => {
    await ack();
    const click = readClick(body);
    if (!click) return;
    await withOrderId(click.orderId, () => act(click)).catch((error: unknown) => {
      ctx.log.warn({ err: error, order: click.orderId }, 'a click on a link was not noted');
    });
  };
}

function readClick(body: unknown): Click | null {
  const parsed = payload.safeParse(body);
  const value = parsed.success ? readButtonValue(parsed.data.actions[0]?.value) : null;
  if (!parsed.success || !value) return null;
  const { user, channel, message, view, trigger_id, response_url: responseUrl } = parsed.data;
  if (!channel && !view) return null;
  const threadTs = message?.thread_ts ?? message?.ts;
  return { ...value, user: user.id, channel: channel?.id, threadTs, triggerId: trigger_id, responseUrl };
}

/** Tells the person who clicked something that only they see. What is lost here is only an explanation. */
export async function replyEphemerally(
  ctx: ListenerContext,
  click: Click,
  text: LocalizedText,
): Promise<void> {
  try {
    const { channel, user, triggerId } = click;
    const language = await languageOf(ctx, user);
    // Nothing can be whispered in a Home.
    if (channel === undefined)
      await ctx.outbound.openModal(triggerId, noticeModal(text(language), language.messages));
    else await ctx.outbound.postEphemeral({ ...click, channel }, text(language));
  } catch (error) {
    ctx.log.warn({ err: error, order: click.orderId }, 'an explanation did not reach the person who clicked');
  }
}

/** Says to whoever clicked that there is no such order to be seen here. */
export function replyUnknownOrder(ctx: ListenerContext, click: Click): Promise<void> {
  return replyEphemerally(ctx, click, ({ messages }) => messages.replies.orderNotKnown);
}

/** The order a click is about, if it is known, and hangs in the channel where it was clicked (or it was in a Home). */
export async function clickedOrder(ctx: ListenerContext, click: Click): Promise<Order | null> {
  const stored = await loadOrder(ctx.db, click.orderId);
  if (!stored) return null;
  const { order } = stored;
  const places = [order.channel, ...order.previousChannels];
  return click.channel === undefined || places.includes(click.channel) ? order : null;
}

/** Who clicked, and whether they are an approver at this moment. */
export async function actorFor(ctx: ListenerContext, { user }: Click): Promise<Actor> {
  return { id: user, isApprover: await ctx.people.matches(user, ctx.config.approvers) };
}

/** Lets a person's decision happen, and tells them if it may not. */
export async function decide(ctx: ListenerContext, click: Click, event: OrderEvent): Promise<void> {
  const order = await clickedOrder(ctx, click);
  if (!order) return replyUnknownOrder(ctx, click);
  const outcome = await changeOrder(ctx.db, order.id, event, ctx.now());
  if (outcome instanceof Denial) return respondWithDenial(ctx, click, event.type, outcome);
  ctx.nudge();
}

/** Tells the person who clicked why they may not do that. */
export function respondWithDenial(
  ctx: ListenerContext,
  click: Click,
  type: OrderEvent['type'],
  denial: Denial,
): Promise<void> {
  ctx.onDenied({ type, by: click.user, denial });
  return replyEphemerally(ctx, click, (language) => denialText(denial, language));
}
