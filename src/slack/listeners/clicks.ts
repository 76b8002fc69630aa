import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import type { OrderEvent } from '../../orders/events.ts';
import type { Order } from '../../orders/order.ts';
import type { Decider } from '../../orders/policy.ts';
import { Refusal } from '../../orders/refusal.ts';
import { changeOrder, loadOrder } from '../../store/orders.ts';
import { type ButtonValue, readButtonValue } from '../surfaces/button-value.ts';
import { refusalWords } from '../surfaces/refusal-words.ts';
import { settledWithin } from './answer-in-time.ts';
import type { Desk } from './desk.ts';

/** Slack gives up on a click after three seconds; the work behind it goes on. */
const ACK_AFTER_MS = 2_300;
const TAKES_LONG =
  'This takes longer than usual: it counts once the thread shows it. If it does not within a minute, click again.';

/** A click on a button of a message, as far as the app believes it. */
export type Click = ButtonValue & {
  user: string;
  channel: string;
  threadTs: string | undefined;
  triggerId: string;
  responseUrl: string | undefined;
};

type ActionArgs = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

const payload = z.object({
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
  trigger_id: z.string(),
  response_url: z.url({ protocol: /^https?$/ }).optional(),
  actions: z.array(z.object({ value: z.string().optional() })).min(1),
});

/**
 * Makes a Bolt listener of what a click means. Slack is answered when that is written down, or else after
 * a little over two seconds, and then the person is told so; whatever goes wrong is told to the person who clicked, and to nobody else.
 */
export function onClick(desk: Desk, act: (click: Click) => Promise<void>) {
  return async ({ ack, body, context }: ActionArgs): Promise<void> => {
    const click = readClick(body);
    if (!click) {
      desk.log.warn({ correlation: context.correlation }, 'a click that names no order was ignored');
      return ack();
    }
    const acting = act(click).catch(async (error: unknown) => {
      desk.log.error(
        { err: error, order: click.orderId, correlation: context.correlation },
        'a click failed',
      );
      await tellClicker(
        desk,
        click,
        'That did not work, and nothing was changed. Please try again in a moment.',
      );
    });
    const isDone = await settledWithin(acting, ACK_AFTER_MS);
    await ack();
    // Not written down yet, so it might still get lost: nobody is left in the belief that it was counted.
    if (!isDone) await tellClicker(desk, click, TAKES_LONG);
    await acting;
  };
}

function readClick(body: unknown): Click | null {
  const parsed = payload.safeParse(body);
  const value = parsed.success ? readButtonValue(parsed.data.actions[0]?.value) : null;
  if (!parsed.success || !value) return null;
  const { user, channel, message, trigger_id, response_url: responseUrl } = parsed.data;
  const threadTs = message?.thread_ts ?? message?.ts;
  return { ...value, user: user.id, channel: channel.id, threadTs, triggerId: trigger_id, responseUrl };
}

/** Tells the person who clicked something that only they see. What is lost here is only an explanation. */
export async function tellClicker(desk: Desk, click: Click, text: string): Promise<void> {
  try {
    await desk.outbound.whisper(click, text);
  } catch (error) {
    desk.log.warn(
      { err: error, order: click.orderId },
      'an explanation did not reach the person who clicked',
    );
  }
}

/** The order a click is about, if it is known and hangs in the channel where it was clicked. */
export async function clickedOrder(desk: Desk, click: Click): Promise<Order | null> {
  const stored = await loadOrder(desk.db, click.orderId);
  if (!stored) return null;
  const { order } = stored;
  const places = [
    order.channel,
    ...order.story.flatMap((item) => (item.kind === 'moved' ? [item.from] : [])),
  ];
  return places.includes(click.channel) ? order : null;
}

/** Who clicked, and whether they are an approver at this moment. */
export async function deciderOf(desk: Desk, { user }: Click): Promise<Decider> {
  return { id: user, isApprover: await desk.people.isAmong(user, desk.settings.approvers) };
}

/** Lets a person's decision happen, and tells them if it may not. */
export async function decide(desk: Desk, click: Click, event: OrderEvent): Promise<void> {
  const order = await clickedOrder(desk, click);
  if (!order) return tellClicker(desk, click, 'This order is not known here (any more).');
  const outcome = await changeOrder(desk.db, order.id, event, desk.now());
  if (outcome instanceof Refusal) return tellClicker(desk, click, refusalWords(outcome));
  desk.wake();
}
