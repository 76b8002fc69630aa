import { MAX_BUDGET } from '../../orders/budget.ts';
import { Denial } from '../../orders/denial.ts';
import { money } from '../../orders/money.ts';
import { newOrder, type Order } from '../../orders/order.ts';
import type { Quote } from '../../orders/quote.ts';
import { transition } from '../../orders/state-machine.ts';
import { HOUR_MS } from '../../orders/time.ts';
import type { Content, HomeView, ModalView } from '../../slack/views/blocks.ts';
import { homeView, PAGE_SIZE } from '../../slack/views/home.ts';
import { renderOrder } from '../../slack/views/order-messages.ts';
import type { RenderContext } from '../../slack/views/render-context.ts';
import { requestModal } from '../../slack/views/request-modal.ts';

/** The longest input that the form accepts, with characters that become longer in mrkdwn. */
const REQUEST = {
  projectName: '&'.repeat(100),
  voucher: '<'.repeat(100),
  reason: '&'.repeat(1000),
  budget: MAX_BUDGET,
  waiveWithdrawal: true,
};
const MANY_CONTRACTS = 20;

/** The longest form, message and Home that the app can show in a language. */
export function longestSurfaces(renderContext: RenderContext): {
  form: ModalView;
  message: Content;
  home: HomeView;
} {
  const order = longestOrder(renderContext);
  const messages = renderOrder(order, { forAll: renderContext, forRequester: renderContext });
  const [message] = messages.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  const list = (size: number) => ({ orders: Array<Order>(size).fill(order), hasMore: true });
  const inbox = {
    waiting: list(PAGE_SIZE.waiting),
    mine: list(PAGE_SIZE.mine),
    recent: list(PAGE_SIZE.recent),
    reader: order.requester,
    isApprover: true,
    mayOrder: true,
    showsSpend: true,
  };
  // Not the first page: each list can be paged both ways.
  const pages = { waiting: PAGE_SIZE.waiting, mine: PAGE_SIZE.mine, recent: PAGE_SIZE.recent };
  const terms = {
    autoPay: true,
    channels: [],
    hasWaiver: true,
    budget: 'optional',
    currency: 'XOF',
  } as const;
  return {
    form: requestModal({ context: {}, filled: REQUEST, terms }, renderContext),
    message: { text: message?.text ?? '', blocks: message?.blocks ?? [] },
    home: homeView(inbox, pages, renderContext),
  };
}

function longestOrder({ approvers }: RenderContext): Order {
  const now = Date.now();
  const [requester = 'U0'] = approvers;
  const asked = newOrder({ id: `oc-${'0'.repeat(16)}`, requester, channel: 'C0', request: REQUEST, now });
  const quoted = transition(
    asked,
    {
      type: 'quote_received',
      request: REQUEST,
      quote: longestQuote,
      cart: { cartId: '0', itemId: 0, expiresAt: null, configurations: [] },
      validUntil: now + HOUR_MS,
      remindAt: null,
    },
    now,
  );
  return quoted instanceof Denial ? asked : quoted;
}

const PRICE = money(1_234_567.89, 'EUR');

const longestQuote: Quote = {
  subsidiary: 'FR',
  planCode: 'project.2018',
  duration: 'P12M',
  pricingMode: 'default',
  minimumRepeat: 12,
  quantity: 1,
  lines: [
    { description: '&'.repeat(200), charged: 'once', total: PRICE, undiscounted: PRICE },
    { description: '&'.repeat(200), charged: 'monthly', total: PRICE, undiscounted: PRICE },
  ],
  withTax: PRICE,
  withoutTax: PRICE,
  tax: PRICE,
  reduction: PRICE,
  contracts: Array.from({ length: MANY_CONTRACTS }, (_, index) => ({
    name: `${'&'.repeat(200)} ${index}`,
    url: `https://example.com/${'x'.repeat(200)}.pdf`,
    digest: String(index),
  })),
  autoPay: true,
  settlesFree: false,
};

function lengthOf({ blocks }: Content): number {
  return JSON.stringify(blocks).length;
}
