import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { aboutOrder } from '../../log.ts';
import type { OrderEvent } from '../../orders/events.ts';
import type { Order } from '../../orders/order.ts';
import type { Decider } from '../../orders/policy.ts';
import { Refusal } from '../../orders/refusal.ts';
import { changeOrder, loadOrder } from '../../store/orders.ts';
import { type ButtonValue, readButtonValue } from '../surfaces/button-value.ts';
import { noticeModal } from '../surfaces/notice-modal.ts';
import { refusalWords } from '../surfaces/refusal-words.ts';
import type { Say } from '../words/catalogue.ts';
import { settledWithin } from './answer-in-time.ts';
import type { Desk } from './desk.ts';
import { readerOf } from './reader.ts';

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
export function onClick(desk: Desk, act: (click: Click) => Promise<void>) {
  return async ({ ack, body }: ActionArgs): Promise<void> => {
    const click = readClick(body);
    if (!click) {
      desk.log.warn('a click that names no order was ignored');
      return ack();
    }
    const acting = aboutOrder(click.orderId, () => act(click)).catch(async (error: unknown) => {
      desk.log.error({ err: error, order: click.orderId }, 'a click failed');
      await tellClicker(desk, click, ({ words }) => words.answers.clickFailed);
    });
    const isDone = await settledWithin(acting, desk.timing.clickMs);
    // Not written down yet, so it might still get lost: nobody is left in the belief that it was counted.
    const warning = isDone ? null : tellClicker(desk, click, ({ words }) => words.answers.takesLong);
    if (warning) await settledWithin(warning, desk.timing.clickNoticeMs);
    await ack();
    await Promise.all([acting, warning]);
  };
}

/** Makes a Bolt listener of a click that opens a link: that has worked already, whatever becomes of the rest. */
export function onLinkClick(desk: Desk, act: (click: Click) => Promise<void>) {
  return async ({ ack, body }: ActionArgs): Promise<void> => {
    await ack();
    const click = readClick(body);
    if (!click) return;
    await aboutOrder(click.orderId, () => act(click)).catch((error: unknown) => {
      desk.log.warn({ err: error, order: click.orderId }, 'a click on a link was not noted');
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
export async function tellClicker(desk: Desk, click: Click, text: Say): Promise<void> {
  try {
    const { channel, user, triggerId } = click;
    const reader = await readerOf(desk, user);
    // Nothing can be whispered in a Home.
    if (channel === undefined)
      await desk.outbound.openModal(triggerId, noticeModal(text(reader), reader.words));
    else await desk.outbound.whisper({ ...click, channel }, text(reader));
  } catch (error) {
    desk.log.warn(
      { err: error, order: click.orderId },
      'an explanation did not reach the person who clicked',
    );
  }
}

/** Says to whoever clicked that there is no such order to be seen here. */
export function unknownOrder(desk: Desk, click: Click): Promise<void> {
  return tellClicker(desk, click, ({ words }) => words.answers.orderNotKnown);
}

/** The order a click is about, if it is known, and hangs in the channel where it was clicked (or it was in a Home). */
export async function clickedOrder(desk: Desk, click: Click): Promise<Order | null> {
  const stored = await loadOrder(desk.db, click.orderId);
  if (!stored) return null;
  const { order } = stored;
  const places = [
    order.channel,
    ...order.story.flatMap((item) => (item.kind === 'moved' ? [item.from] : [])),
  ];
  return click.channel === undefined || places.includes(click.channel) ? order : null;
}

/** Who clicked, and whether they are an approver at this moment. */
export async function deciderOf(desk: Desk, { user }: Click): Promise<Decider> {
  return { id: user, isApprover: await desk.people.isAmong(user, desk.settings.approvers) };
}

/** Lets a person's decision happen, and tells them if it may not. */
export async function decide(desk: Desk, click: Click, event: OrderEvent): Promise<void> {
  const order = await clickedOrder(desk, click);
  if (!order) return unknownOrder(desk, click);
  const outcome = await changeOrder(desk.db, order.id, event, desk.now());
  if (outcome instanceof Refusal) return refuse(desk, click, event.type, outcome);
  desk.wake();
}

/** Tells the person who clicked why they may not do that. */
export function refuse(desk: Desk, click: Click, type: OrderEvent['type'], refusal: Refusal): Promise<void> {
  desk.onRefused({ type, by: click.user, refusal });
  return tellClicker(desk, click, (reader) => refusalWords(refusal, reader));
}
