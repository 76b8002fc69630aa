import type { Order } from '../../orders/order.ts';
import type { HomePages, OrderList } from '../../orders/order-list.ts';
import type { BudgetTotal } from '../../orders/spending.ts';
import { actionButton, type Viewer } from '../actions/action.ts';
import { approve } from '../actions/approve.ts';
import { moreMenu } from '../actions/more.ts';
import { orderAgain } from '../actions/order-again.ts';
import { reject } from '../actions/reject.ts';
import { tryAgain } from '../actions/try-again.ts';
import type { LocalizedText } from '../i18n/catalogue.ts';
import { HOME_ACTIONS } from '../ids.ts';
import {
  actions,
  type Blocks,
  button,
  type Content,
  channelMention,
  context,
  divider,
  type HomeView,
  header,
  mention,
  message,
  paragraph,
  slackDate,
} from './blocks.ts';
import { budgetTotalText, spendText } from './budget-text.ts';
import { quoted, typed } from './markup.ts';
import { linkedName, price, quoteDetails, quoteWarnings } from './quote-text.ts';
import type { RenderContext } from './render-context.ts';
import { stateView } from './state-views.ts';

/** How many orders each list shows at a time: together they stay below a Home's hundred blocks. */
export const PAGE_SIZE = { waiting: 5, mine: 5, recent: 10 } as const;

/**
 * The orders that concern someone: those to decide, their open ones, those that have closed.
 */
export type Inbox = Record<keyof HomePages, OrderList> & {
  reader: string;
  /** Whether the reader may approve: then they see pending orders, and everyone's closed ones and budgets. */
  isApprover: boolean;
  /** Whether the reader may place orders. */
  mayOrder: boolean;
  /** Where each order's first message is, by the order's id. */
  permalinks?: ReadonlyMap<string, string> | undefined;
  /** Whether the spend of projects with a budget is read. */
  showsSpend?: boolean | undefined;
  /** What all projects with a budget that the reader may see spend, by currency; omitted if not needed. */
  totals?: readonly BudgetTotal[] | undefined;
  /** Why orders to decide may be missing. */
  notice?: LocalizedText | undefined;
};

/** The reader's inbox, newest first: orders to decide if they are an approver, their open ones, recently closed ones. */
export function homeView(inbox: Inbox, pages: HomePages, ctx: RenderContext): HomeView {
  const { home } = ctx.messages;
  const list = (
    list: keyof HomePages,
    nothing: string,
    show: (order: Order, index: number) => Blocks,
  ): Blocks => {
    const { orders } = inbox[list];
    const rows = orders.length > 0 ? orders.flatMap(show) : [paragraph(nothing)];
    return [
      header(home[list]),
      ...rows,
      ...pagination(list, { hasMore: inbox[list].hasMore, from: pages[list] }, ctx),
    ];
  };
  const newOrder = button(
    HOME_ACTIONS.newOrder,
    home.newOrder,
    // If something waits for the reader, that comes first.
    inbox.waiting.orders.length > 0 ? {} : { style: 'primary' },
  );
  const nothingMine = inbox.mayOrder ? home.nothingMine : home.nothingMineDenied;
  return {
    type: 'home',
    blocks: [
      ...(ctx.app.label ? [context(`*${typed(ctx.app.name)}*`)] : []),
      ...(inbox.notice ? [paragraph(`:warning: ${inbox.notice(ctx)}`)] : []),
      ...(inbox.isApprover
        ? [
            ...list('waiting', home.nothingWaiting, (order, index) => [
              ...(index > 0 ? [divider] : []),
              ...waitingBlocks(order, inbox, ctx),
            ]),
            divider,
          ]
        : []),
      ...list('mine', nothingMine, (order) => ownBlocks(order, inbox, ctx)),
      ...(inbox.mayOrder ? actions(newOrder) : []),
      divider,
      ...list('recent', home.nothingRecent, (order) => recentBlocks(order, inbox, ctx)),
    ],
  };
}

/** The same as a message, without buttons: `/order-cloud list`. */
export function inboxMessage(inbox: Inbox, ctx: RenderContext): Content {
  const { home } = ctx.messages;
  const nothing = {
    waiting: home.nothingWaiting,
    mine: home.noOpenOrders,
    recent: home.nothingRecent,
  };
  const lists = inbox.isApprover ? LISTS : LISTS.filter((list) => list !== 'waiting');
  const sections = lists.map((list) => {
    const { orders, hasMore } = inbox[list];
    const lines = orders.map((order) => `• ${line(order, inbox, ctx)}`);
    const more = hasMore ? [home.more] : [];
    return [`*${home[list]}*`, ...(lines.length > 0 ? lines : [nothing[list]]), ...more].join('\n');
  });
  const totals = (inbox.totals ?? []).map((total) => `:bar_chart: ${budgetTotalText(total, ctx)}`);
  const all = [...sections, ...totals];
  const named = ctx.app.label ? [`*${typed(ctx.app.name)}*`, ...all] : all;
  const said = inbox.notice ? [`:warning: ${inbox.notice(ctx)}`, ...named] : named;
  return message(said.join('\n\n'), said.map(paragraph));
}

const LISTS = ['waiting', 'mine', 'recent'] as const;

/** An order that the reader may decide, with all that an approval covers. */
function waitingBlocks(order: Order, inbox: Inbox, ctx: RenderContext): Blocks {
  const { quote } = order;
  if (!quote) return [];
  const shown = { ctx, viewer: { id: inbox.reader, isApprover: true } };
  const { reason } = order.request;
  return [
    paragraph(`${line(order, inbox, ctx)}${reason ? quoted(reason, 500) : ''}`),
    ...warningBlocks(quoteWarnings(order, quote, ctx)),
    context(quoteDetails(order, quote, ctx).join('\n')),
    ...actions(
      actionButton(approve, order, shown),
      actionButton(reject, order, shown),
      moreMenu(order, shown),
    ),
  ];
}

function warningBlocks(warnings: string[]): Blocks {
  return warnings.length > 0 ? [paragraph(warnings.join('\n'))] : [];
}

function ownBlocks(order: Order, inbox: Inbox, ctx: RenderContext): Blocks {
  const shown = { ctx, viewer: { id: inbox.reader, isApprover: false } };
  return [paragraph(line(order, inbox, ctx)), ...actions(moreMenu(order, shown))];
}

function recentBlocks(order: Order, inbox: Inbox, ctx: RenderContext): Blocks {
  const isOwn = order.requester === inbox.reader;
  const viewer: Viewer = { id: inbox.reader, isApprover: false };
  const again = isOwn
    ? actions(
        actionButton(tryAgain, order, { ctx, viewer }),
        actionButton(orderAgain, order, { ctx, viewer }),
      )
    : [];
  return [paragraph(line(order, inbox, ctx)), ...again];
}

/** One order in a list; with its requester unless that is the reader. */
function line(order: Order, { reader, permalinks, showsSpend }: Inbox, ctx: RenderContext): string {
  const { home } = ctx.messages;
  const cost = order.quote ? ` · ${price(order.quote, ctx)}` : '';
  const facts = { channel: channelMention(order.channel), at: slackDate(order.createdAt, ctx) };
  const requested =
    order.requester === reader
      ? home.requestedByYou(facts)
      : home.requested({ ...facts, requester: mention(order.requester) });
  const name = linkedName(order, { permalink: permalinks?.get(order.id) });
  const spend = showsSpend ? spendText(order, ctx) : '';
  const listed = `*${name}*${cost} · ${stateView(order).listed(order, ctx.messages)}`;
  return [listed, spend, requested].filter(Boolean).join('\n');
}

/** The buttons that page a list, if it has more. */
function pagination(
  list: keyof HomePages,
  { hasMore, from }: { hasMore: boolean; from: number },
  { messages }: RenderContext,
): Blocks {
  const turn = (direction: string, label: string, to: number) =>
    button(`${HOME_ACTIONS.page}${list}_${direction}`, label, { value: String(to) });
  const newer = from > 0 ? [turn('newer', messages.home.newer, Math.max(0, from - PAGE_SIZE[list]))] : [];
  const older = hasMore ? [turn('older', messages.home.older, from + PAGE_SIZE[list])] : [];
  return actions(...newer, ...older);
}
