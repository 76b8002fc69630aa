import { lastInStory, type Order } from '../../orders/order.ts';
import { chargesAccount } from '../../orders/quote.ts';
import type { HomePages } from '../../store/homes.ts';
import type { Listed } from '../../store/inbox.ts';
import { HOME_ACTIONS } from '../ids.ts';
import {
  type Blocks,
  button,
  buttons,
  type HomeView,
  header,
  mention,
  paragraph,
  smallPrint,
  when,
} from './blocks.ts';
import { approveButton, rejectButton } from './decision-buttons.ts';
import { type Content, type Drawing, givesUpWithdrawal } from './drawing.ts';
import { price, projectName, quoted } from './quote-facts.ts';
import { orderStanding } from './standing.ts';

/** How many orders each list shows at a time: together they stay below a Home's hundred blocks. */
export const PAGE_SIZE = { waiting: 5, mine: 5, recent: 10 } as const;

/** The orders that concern somebody: those to decide, their open ones, those that have ended. */
export type Inbox = Record<keyof HomePages, Listed>;

/** The reader's inbox: what waits for them, their open orders, what has ended lately; newest first. */
export function homeView(inbox: Inbox, pages: HomePages, drawing: Drawing): HomeView {
  const { home } = drawing.words;
  const section = (list: keyof HomePages, nothing: string, show: (order: Order) => Blocks): Blocks => {
    const { orders } = inbox[list];
    const rows = orders.length > 0 ? orders.flatMap(show) : [paragraph(nothing)];
    return [header(home[list]), ...rows, ...turning(list, inbox[list], pages[list], drawing)];
  };
  return {
    type: 'home',
    blocks: [
      ...section('waiting', home.nothingWaiting, (order) => toDecide(order, drawing)),
      ...section('mine', home.nothingMine, (order) => [paragraph(line(order, drawing))]),
      // Where something waits for the reader, that comes first.
      buttons(
        button(
          HOME_ACTIONS.newOrder,
          home.newOrder,
          inbox.waiting.orders.length > 0 ? {} : { style: 'primary' },
        ),
      ),
      ...section('recent', home.nothingRecent, (order) => [smallPrint(line(order, drawing))]),
    ],
  };
}

/** The same as a message, without buttons: `/order-cloud list`. */
export function inboxMessage(inbox: Inbox, drawing: Drawing): Content {
  const { home } = drawing.words;
  const said = { waiting: home.nothingWaiting, mine: home.nothingMine, recent: home.nothingRecent };
  const sections = LISTS.map((list) => {
    const { orders, hasMore } = inbox[list];
    const lines = orders.map((order) => `• ${line(order, drawing)}`);
    const more = hasMore ? [home.more] : [];
    return [`*${home[list]}*`, ...(lines.length > 0 ? lines : [said[list]]), ...more].join('\n');
  });
  return { text: sections.join('\n\n'), blocks: sections.map(paragraph) };
}

const LISTS = ['waiting', 'mine', 'recent'] as const;

/** An order that the reader may decide, with what has to be known for that. */
function toDecide(order: Order, drawing: Drawing): Blocks {
  const { quote, fingerprint } = order;
  if (!quote || !fingerprint) return [];
  const { approval, factSentences } = drawing.words;
  const { reason, voucher } = order.request;
  const lines = [
    line(order, drawing),
    ...(voucher ? [factSentences.voucher] : []),
    ...(chargesAccount(quote) ? [`:warning: ${approval.charges}`] : []),
    ...(givesUpWithdrawal(order, drawing) ? [`:warning: ${approval.withdrawalGivenUp}`] : []),
    ...(reason ? [quoted(reason)] : []),
  ];
  return [
    paragraph(lines.join('\n')),
    buttons(approveButton(order, quote, fingerprint, drawing), rejectButton(order, drawing.words)),
  ];
}

function line(order: Order, drawing: Drawing): string {
  const { home } = drawing.words;
  const cost = order.quote ? ` · ${price(order.quote, drawing)}` : '';
  const asked = home.asked({
    requester: mention(order.requester),
    channel: `<#${order.channel}>`,
    at: when(order.createdAt, drawing),
  });
  return `*${projectName(order)}*${cost} · ${standing(order, drawing)}\n${asked}`;
}

function standing(order: Order, { words }: Drawing): string {
  const { home } = words;
  const last = lastInStory(order);
  switch (order.state) {
    case 'rejected':
      return last?.kind === 'rejected' ? home.rejectedBy({ by: mention(last.by) }) : home.ended.rejected;
    case 'failed': {
      const why = last?.kind === 'failed' ? last.failure.kind : null;
      const wasPlaced =
        why === 'order_cancelled' || why === 'order_not_found' || why === 'paid_after_all' ? why : 'failed';
      return home.ended[wasPlaced];
    }
    case 'cancelled':
    case 'expired':
    case 'ready':
    case 'lapsed':
      return home.ended[order.state];
    default:
      return orderStanding(order, words);
  }
}

/** The buttons that turn a list, where there is more of it. */
function turning(list: keyof HomePages, { hasMore }: Listed, from: number, { words }: Drawing): Blocks {
  const turn = (direction: string, label: string, to: number) =>
    button(`${HOME_ACTIONS.turn}${list}_${direction}`, label, { value: String(to) });
  const newer = from > 0 ? [turn('newer', words.home.newer, Math.max(0, from - PAGE_SIZE[list]))] : [];
  const older = hasMore ? [turn('older', words.home.older, from + PAGE_SIZE[list])] : [];
  return newer.length + older.length > 0 ? [buttons(...newer, ...older)] : [];
}
