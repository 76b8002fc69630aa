import type { Order } from '../../orders/order.ts';
import { chargesAccount } from '../../orders/quote.ts';
import type { HomePages } from '../../store/homes.ts';
import type { OrderList } from '../../store/order-queries.ts';
import { HOME_ACTIONS } from '../ids.ts';
import {
  type Blocks,
  button,
  buttons,
  context,
  type HomeView,
  header,
  mention,
  section,
  slackDate,
} from './blocks.ts';
import { approveButton, rejectButton } from './decision-buttons.ts';
import { blockquote, price, projectName } from './quote-blocks.ts';
import { type Content, type RenderContext, waivesWithdrawal } from './render-context.ts';
import { statusText } from './status-text.ts';

/** How many orders each list shows at a time: together they stay below a Home's hundred blocks. */
export const PAGE_SIZE = { waiting: 5, mine: 5, recent: 10 } as const;

/** The orders that concern somebody: those to decide, their open ones, those that have ended. */
export type Inbox = Record<keyof HomePages, OrderList>;

/** The reader's inbox: what waits for them, their open orders, what has ended lately; newest first. */
export function homeView(inbox: Inbox, pages: HomePages, ctx: RenderContext): HomeView {
  const { home } = ctx.messages;
  const list = (list: keyof HomePages, nothing: string, show: (order: Order) => Blocks): Blocks => {
    const { orders } = inbox[list];
    const rows = orders.length > 0 ? orders.flatMap(show) : [section(nothing)];
    return [header(home[list]), ...rows, ...pagination(list, inbox[list], pages[list], ctx)];
  };
  return {
    type: 'home',
    blocks: [
      ...list('waiting', home.nothingWaiting, (order) => renderDecision(order, ctx)),
      ...list('mine', home.nothingMine, (order) => [section(line(order, ctx))]),
      // Where something waits for the reader, that comes first.
      buttons(
        button(
          HOME_ACTIONS.newOrder,
          home.newOrder,
          inbox.waiting.orders.length > 0 ? {} : { style: 'primary' },
        ),
      ),
      ...list('recent', home.nothingRecent, (order) => [context(line(order, ctx))]),
    ],
  };
}

/** The same as a message, without buttons: `/order-cloud list`. */
export function inboxMessage(inbox: Inbox, ctx: RenderContext): Content {
  const { home } = ctx.messages;
  const said = { waiting: home.nothingWaiting, mine: home.nothingMine, recent: home.nothingRecent };
  const sections = LISTS.map((list) => {
    const { orders, hasMore } = inbox[list];
    const lines = orders.map((order) => `• ${line(order, ctx)}`);
    const more = hasMore ? [home.more] : [];
    return [`*${home[list]}*`, ...(lines.length > 0 ? lines : [said[list]]), ...more].join('\n');
  });
  return { text: sections.join('\n\n'), blocks: sections.map(section) };
}

const LISTS = ['waiting', 'mine', 'recent'] as const;

/** An order that the reader may decide, with what has to be known for that. */
function renderDecision(order: Order, ctx: RenderContext): Blocks {
  const { quote, fingerprint } = order;
  if (!quote || !fingerprint) return [];
  const { approval, quoteSentences } = ctx.messages;
  const { reason, voucher } = order.request;
  const lines = [
    line(order, ctx),
    ...(voucher ? [quoteSentences.voucher] : []),
    ...(chargesAccount(quote) ? [`:warning: ${approval.charges}`] : []),
    ...(waivesWithdrawal(order, ctx) ? [`:warning: ${approval.withdrawalGivenUp}`] : []),
    ...(reason ? [blockquote(reason)] : []),
  ];
  return [
    section(lines.join('\n')),
    buttons(approveButton(order, quote, fingerprint, ctx), rejectButton(order, ctx.messages)),
  ];
}

function line(order: Order, ctx: RenderContext): string {
  const { home } = ctx.messages;
  const cost = order.quote ? ` · ${price(order.quote, ctx)}` : '';
  const asked = home.asked({
    requester: mention(order.requester),
    channel: `<#${order.channel}>`,
    at: slackDate(order.createdAt, ctx),
  });
  return `*${projectName(order)}*${cost} · ${listStatus(order, ctx)}\n${asked}`;
}

function listStatus(order: Order, { messages }: RenderContext): string {
  const { home } = messages;
  const { closure } = order;
  switch (order.state) {
    case 'rejected':
      return closure?.by ? home.rejectedBy({ by: mention(closure.by) }) : home.ended.rejected;
    case 'failed': {
      const why = closure?.failure?.kind;
      const wasPlaced =
        why === 'ovh_order_cancelled' || why === 'ovh_order_not_found' || why === 'paid_after_expiry'
          ? why
          : 'failed';
      return home.ended[wasPlaced];
    }
    case 'cancelled':
    case 'approval_expired':
    case 'ready':
    case 'payment_expired':
      return home.ended[order.state];
    default:
      return statusText(order, messages);
  }
}

/** The buttons that turn a list, where there is more of it. */
function pagination(
  list: keyof HomePages,
  { hasMore }: OrderList,
  from: number,
  { messages }: RenderContext,
): Blocks {
  const turn = (direction: string, label: string, to: number) =>
    button(`${HOME_ACTIONS.page}${list}_${direction}`, label, { value: String(to) });
  const newer = from > 0 ? [turn('newer', messages.home.newer, Math.max(0, from - PAGE_SIZE[list]))] : [];
  const older = hasMore ? [turn('older', messages.home.older, from + PAGE_SIZE[list])] : [];
  return newer.length + older.length > 0 ? [buttons(...newer, ...older)] : [];
}
