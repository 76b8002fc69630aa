import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { type Command, decide, type Person, personFor } from '../../application/decide.ts';
import { withOrderId } from '../../observability/log.ts';
import { Denial } from '../../orders/denial.ts';
import type { Order } from '../../orders/order.ts';
import { loadOrder } from '../../store/orders.ts';
import type { StoredOrder } from '../../store/rows.ts';
import type { Language, LocalizedText } from '../i18n/catalogue.ts';
import { isDirectMessage } from '../id-kinds.ts';
import { type Content, type ModalView, message, paragraph } from '../views/blocks.ts';
import { denialText } from '../views/denial-text.ts';
import { toMrkdwn } from '../views/markup.ts';
import { noticeModal } from '../views/notice-modal.ts';
import { projectName } from '../views/quote-text.ts';
import { settlesWithin } from '../with-timeout.ts';
import { type Click, readClick } from './click-payload.ts';
import type { ListenerContext } from './context.ts';
import { explainLookup } from './explain-lookup.ts';
import { languageOf } from './language.ts';
import { linkToOrder } from './open-order-note.ts';

/** A click on an order: its row, read once for the click, and who clicked. */
export type OrderClick = Click & Person & { row: StoredOrder; order: Order };

/** What Bolt passes to the listener of a click. */
export type ActionArgs = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

/**
 * Makes a Bolt listener of what a click does. Slack is acked once that is saved, or after a little over two seconds,
 * and then the person is notified; errors are shown only to the person who clicked.
 */
export function onClick(ctx: ListenerContext, act: (click: OrderClick) => Promise<unknown>) {
  return async ({ ack, body }: ActionArgs): Promise<void> => {
    const click = readClick(body);
    if (!click) {
      ctx.log.warn('ignored a click without an order ID');
      return ack();
    }
    let found: OrderClick | null = null;
    const acting = withOrderId(click.orderId, async () => {
      found = await withOrder(ctx, click);
      return found ? act(found) : replyUnknownOrder(ctx, click);
    }).catch(async (error: unknown) => {
      const refused = explainLookup(ctx, error);
      if (!refused) ctx.log.error({ err: error, order: click.orderId }, 'click handler failed');
      await replyEphemerally(ctx, click, refused ?? (({ messages }) => messages.replies.clickFailed));
    });
    const isDone = await settlesWithin(acting, ctx.timing.clickMs);
    // Not saved yet, so it might still get lost: do not let the person believe that it was recorded.
    const warning = isDone
      ? null
      : replyEphemerally(ctx, click, ({ messages }) => messages.replies.takesLong);
    if (warning) await settlesWithin(warning, ctx.timing.clickNoticeMs);
    await ack();
    await Promise.all([acting, warning]);
    await checkThread(ctx, found);
  };
}

/** Makes a Bolt listener of a click that opens a link, which works whatever happens to the rest. */
export function onLinkClick(ctx: ListenerContext, act: (click: OrderClick) => Promise<unknown>) {
  return async ({ ack, body }: ActionArgs): Promise<void> => {
    await ack();
    const click = readClick(body);
    if (!click) return;
    await withOrderId(click.orderId, async () => {
      const found = await withOrder(ctx, click);
      if (found) await act(found);
      await checkThread(ctx, found);
    }).catch((error: unknown) => {
      ctx.log.warn({ err: error, order: click.orderId }, 'failed to record a click on a link');
    });
  };
}

/**
 * The order of a click, if it is known and shown where it was clicked: in its channel, in a Home, or in the person's direct
 * messages with the app. Else null.
 */
async function withOrder(ctx: ListenerContext, click: Click): Promise<OrderClick | null> {
  const row = await loadOrder(ctx.db, click.orderId);
  if (!row || !isShownIn(row.order, click.channel)) return null;
  return { ...click, row, order: row.order, ...(await personFor(ctx, row.order, click.user)) };
}

/** A click that changed nothing is a chance to notice that the order's root message was deleted. */
async function checkThread({ checkThread: check }: ListenerContext, click: OrderClick | null): Promise<void> {
  if (click && click.channel === click.order.channel) await check(click.row, click);
}

function isShownIn(order: Order, channel: string | undefined): boolean {
  if (channel === undefined || isDirectMessage(channel)) return true;
  return [order.channel, ...order.previousChannels].includes(channel);
}

/**
 * Replies to the person who clicked, visible only to them: where they clicked, or else in a direct message. Errors are only
 * logged: nothing but an explanation is lost.
 */
export async function replyEphemerally(
  ctx: ListenerContext,
  click: Click | OrderClick,
  explanation: LocalizedText | ((language: Language) => Content),
): Promise<void> {
  const { channel, user, trigger } = click;
  const language = await languageOf(ctx, user);
  const answer = explanation(language);
  const markup = typeof answer === 'string' ? answer : null;
  const { text, blocks } = typeof answer === 'string' ? message(answer, [paragraph(answer)]) : answer;
  const about = 'order' in click ? language.messages.replies.about({ name: projectName(click.order) }) : '';
  const postDirectly = () =>
    ctx.outbound.postDirectly(user, {
      text: [about && toMrkdwn(about), text].filter(Boolean).join('\n'),
      blocks: [...(about ? [paragraph(about)] : []), ...blocks],
    });
  const tell = async () => {
    if (channel !== undefined) return ctx.outbound.postEphemeral({ ...click, channel }, { text, blocks });
    // A Home cannot show an ephemeral message.
    if (!trigger || trigger.isUsed) return postDirectly();
    return openModal(ctx, click, noticeModal(markup ?? text, language.messages));
  };
  try {
    await tell().catch((error: unknown) => {
      ctx.log.info(
        { err: error, order: click.orderId },
        'failed to reply ephemerally; sending a direct message',
      );
      return postDirectly();
    });
  } catch (error) {
    ctx.log.warn({ err: error, order: click.orderId }, 'failed to reply to a click');
  }
}

/** Opens a modal for the person who clicked. Throws SlackApiError, also if there is no unused trigger. */
export async function openModal(ctx: ListenerContext, { trigger }: Click, modal: ModalView): Promise<void> {
  const id = trigger?.isUsed ? null : trigger?.id;
  if (trigger) trigger.isUsed = true;
  await ctx.outbound.openModal(id, modal);
}

/** Replies that there is no such order here. */
function replyUnknownOrder(ctx: ListenerContext, click: Click): Promise<void> {
  return replyEphemerally(ctx, click, ({ messages }) => messages.replies.orderNotKnown);
}

/** Applies a person's command and returns the order after it; or replies why it is denied, and returns null. */
export async function decideAndReply(
  ctx: ListenerContext,
  click: OrderClick,
  command: Command,
): Promise<Order | null> {
  const outcome = await decide(ctx, click.row, { person: click, command });
  if (!(outcome instanceof Denial)) return outcome.order;
  await replyDenial(ctx, click, outcome);
  return null;
}

/** Replies why a command is denied. */
export async function replyDenial(ctx: ListenerContext, click: OrderClick, denial: Denial): Promise<void> {
  const { reason, order } = denial;
  const reader = { user: order.requester, channel: order.channel };
  const permalink = reason.kind === 'name_taken' ? await linkToOrder(ctx, reason.other, reader) : undefined;
  return replyEphemerally(ctx, click, (language) => denialText(denial, { ...language, permalink }));
}
