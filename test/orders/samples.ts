import { Denial } from '../../src/orders/denial.ts';
import type { OrderEvent } from '../../src/orders/events.ts';
import type { Progress } from '../../src/orders/fulfilment.ts';
import { money } from '../../src/orders/money.ts';
import { newOrder, type Order } from '../../src/orders/order.ts';
import type { Eligibility, Quote } from '../../src/orders/quote.ts';
import type { OrderRequest } from '../../src/orders/request.ts';
import { transition } from '../../src/orders/state-machine.ts';

/** Monday, 2 November 2026, 10:00 UTC. */
export const NOW = Date.UTC(2026, 10, 2, 10);
export const HOUR = 3_600_000;
export const RULES = { required: 1, allowSelfApproval: false };
export const CART = {
  cartId: 'cart-1',
  itemId: 7,
  expiresAt: NOW + 73 * HOUR,
  configurations: [{ id: 9, label: 'description', value: 'myproject' }],
};

export const REQUEST: OrderRequest = {
  projectName: 'myproject',
  voucher: null,
  reason: null,
  budget: null,
  waiveWithdrawal: false,
};

/** Nothing stands in the way. */
export const ELIGIBILITY: Eligibility = {
  checked: true,
  voucherCredit: null,
  minimumCredit: null,
  hasPaymentMethod: true,
};

/** Everything that can be said beside the price. */
const HARSH_ELIGIBILITY: Eligibility = {
  checked: false,
  voucherCredit: money(5, 'EUR'),
  minimumCredit: money(30, 'EUR'),
  hasPaymentMethod: false,
};

/** A quote of 12.00 EUR with tax, unless told otherwise. */
export function quote(changes: Partial<Quote> = {}): Quote {
  return {
    subsidiary: 'FR',
    planCode: 'project.2018',
    duration: 'P1M',
    pricingMode: 'default',
    minimumRepeat: 1,
    quantity: 1,
    lines: [
      {
        description: 'Public Cloud Project - installation fee',
        charged: 'once',
        total: money(10, 'EUR'),
        undiscounted: money(10, 'EUR'),
      },
      {
        description: 'Public Cloud Project rental for 1 month',
        charged: 'monthly',
        total: money(0, 'EUR'),
        undiscounted: money(0, 'EUR'),
      },
    ],
    withTax: money(12, 'EUR'),
    withoutTax: money(10, 'EUR'),
    tax: money(2, 'EUR'),
    reduction: null,
    contracts: [{ name: 'General terms', url: 'https://example.com/terms.pdf', digest: 'd1' }],
    autoPay: false,
    settlesFree: false,
    ...changes,
  };
}

/** A quote of an order that costs nothing, which the app itself confirms. */
export const FREE_QUOTE = quote({
  withTax: money(0, 'EUR'),
  withoutTax: money(0, 'EUR'),
  tax: money(0, 'EUR'),
  settlesFree: true,
});

/** A new order of U0REQ in C0CLOUD. */
export function order(changes: Partial<Order> = {}): Order {
  const asked = { id: 'oc-1', requester: 'U0REQ', channel: 'C0CLOUD', request: REQUEST, now: NOW };
  return { ...newOrder(asked), ...changes };
}

/** Lets events happen one after the other, a second apart; fails the test if one is refused. */
export function after(start: Order, ...events: OrderEvent[]): Order {
  return events.reduce((before, event, index) => {
    const next = transition(before, event, NOW + index * 1000);
    if (next instanceof Denial) throw new Error(`${event.type} was refused: ${next.reason.kind}`);
    return next;
  }, start);
}

export const quoted = (changes: Partial<Quote> = {}, request = REQUEST): OrderEvent => ({
  type: 'quote_received',
  request,
  quote: quote(changes),
  cart: CART,
  validUntil: NOW + 72 * HOUR,
  remindAt: NOW + 24 * HOUR,
});

/** An approval of the quote that `of` shows. */
export const approve = (of: Order, id = 'U0APP1', rules = RULES): OrderEvent => ({
  type: 'approved',
  actor: { id, isApprover: true },
  fingerprint: of.fingerprint ?? '',
  rules,
  lost: [],
});

/** The start of the checkout of just what the order shows. */
export const started = (of: Order): Extract<OrderEvent, { type: 'checkout_started' }> => ({
  type: 'checkout_started',
  cartId: of.cart?.cartId ?? '',
  fingerprint: of.fingerprint ?? '',
  preexistingOrderIds: [],
  at: NOW,
  approvers: of.approvals.map(({ by }) => by),
  rules: RULES,
});

export const placed: Extract<OrderEvent, { type: 'placed' }> = {
  type: 'placed',
  ovhOrder: {
    orderId: 4711,
    cartId: CART.cartId,
    url: 'https://www.ovh.com/cgi-bin/order/displayOrder.cgi?orderId=4711&orderPassword=sesame',
    withTax: money(12, 'EUR'),
    at: NOW,
    paymentDueAt: null,
  },
};

/** The id of a project, as OVHcloud writes it. */
export const PROJECT_ID = '0123456789ab4def0123456789abcdef';

/** What OVHcloud says of a project in November: `spent` and `forecast` in EUR. It is read a day later again. */
export function usageRead(
  { spending }: Order,
  {
    spent = 42,
    forecast = 80,
    month = '2026-11',
  }: { spent?: number; forecast?: number | null; month?: string } = {},
): Extract<OrderEvent, { type: 'usage_read' }> {
  return {
    type: 'usage_read',
    usage: {
      month,
      spent: money(spent, 'EUR'),
      forecast: forecast === null ? null : money(forecast, 'EUR'),
      countedAt: NOW - HOUR,
    },
    nextReadAt: (spending?.nextReadAt ?? NOW) + 24 * HOUR,
  };
}

/** News of the order that `placed` placed. */
export const progressed = (progress: Progress, message: string | null = null): OrderEvent => ({
  type: 'status_changed',
  orderId: 4711,
  progress,
  message,
});

/** One order in every state and turn of its life, by a name that says which. */
export function everyOrder(request: OrderRequest = REQUEST): Record<string, Order> {
  const requested = order({ request });
  const waiting = after(requested, quoted({}, request));
  const approved = after(waiting, approve(waiting));
  const underWay = after(approved, started(approved));
  const unclear = after(underWay, { type: 'checkout_outcome_unknown', cartId: CART.cartId });
  const failure = { kind: 'voucher_refused', code: 'expired' } as const;
  const failed = after(requested, { type: 'failed', failure: { ...failure, queryId: 'EU.ext-1.abc' } });
  const change = quoted({ withTax: money(24, 'EUR') }, request);
  const approver = { id: 'U0APP1', isApprover: true };
  return {
    requested,
    retrying: after(requested, { type: 'retry_scheduled', failure: { kind: 'ovh_unavailable' } }),
    waiting,
    'waiting for the second of two': after(waiting, approve(waiting, 'U0APP1', { ...RULES, required: 2 })),
    approved,
    started: underWay,
    unclear,
    'match ambiguous': after(unclear, {
      type: 'match_ambiguous',
      cartId: CART.cartId,
      orderIds: [1, 2],
    }),
    'match not found': after(unclear, { type: 'match_not_found', cartId: CART.cartId }),
    'order chosen': after(
      unclear,
      { type: 'match_ambiguous', cartId: CART.cartId, orderIds: [1, 2] },
      { type: 'matches_rejected', actor: approver },
    ),
    'given up': after(
      unclear,
      { type: 'match_not_found', cartId: CART.cartId },
      { type: 'search_abandoned', actor: approver },
    ),
    edited: after(after(waiting, approve(waiting, 'U0APP1', { ...RULES, required: 2 })), {
      type: 'edited',
      by: 'U0REQ',
      request: { ...request, waiveWithdrawal: !request.waiveWithdrawal },
    }),
    'reason edited': after(waiting, {
      type: 'edited',
      by: 'U0REQ',
      request: { ...request, reason: 'other' },
    }),
    'taken back': after(approved, { type: 'approval_withdrawn', by: 'U0APP1' }),
    reminded: after(
      { ...waiting, remindAt: NOW },
      { type: 'reminded', pending: ['U0APP2', 'S0APPROVERS'], remindAt: null },
    ),
    conditioned: after({ ...waiting, eligibility: HARSH_ELIGIBILITY }),
    moved: after(waiting, { type: 'channel_changed', to: 'D0REQ' }),
    repriced: after(approved, change),
    unpaid: after(underWay, placed),
    'unpaid with a date': after(underWay, placed, {
      type: 'payment_deadline_set',
      paymentDueAt: NOW + 240 * HOUR,
    }),
    ...afterPayment(
      after(underWay, placed, { type: 'payment_deadline_set', paymentDueAt: NOW + 240 * HOUR }),
    ),
    rejected: after(waiting, { type: 'rejected', actor: approver, reason: request.reason ?? 'too dear' }),
    cancelled: after(waiting, { type: 'cancelled', by: 'U0REQ' }),
    'approval expired': after({ ...waiting, validUntil: NOW }, { type: 'approval_expired' }),
    failed,
    'tried again': after(failed, { type: 'retried', by: 'U0REQ', request }),
    'cannot be posted': after(requested, {
      type: 'failed',
      failure: { kind: 'channel_unavailable', errorCode: 'channel_not_found', notified: false },
    }),
  };
}

/** What may become of an order that has been placed. */
function afterPayment(unpaid: Order): Record<string, Order> {
  const free = unpaid.ovhOrder && { ...unpaid.ovhOrder, withTax: money(0, 'EUR') };
  const charged = unpaid.quote && { ...unpaid.quote, autoPay: true };
  const delivered = after(unpaid, progressed('delivered'));
  const expired = after(unpaid, { type: 'payment_expired' });
  const again = after(expired, { type: 'retried', by: 'U0REQ', request: expired.request });
  const lateness = { type: 'payment_reminded' } as const;
  const inTheEnd = {
    ovhOrder: unpaid.ovhOrder && { ...unpaid.ovhOrder, at: NOW - 240 * HOUR, paymentDueAt: NOW },
  };
  const project = { id: PROJECT_ID, description: 'myproject' };
  const longDelivered = {
    ...delivered,
    fulfilment: { progress: 'delivered', since: NOW - 48 * HOUR },
  } as const;
  return {
    'unpaid and free': { ...unpaid, ovhOrder: free },
    ...settledByApp({ ...unpaid, ovhOrder: free }),
    'unpaid and reminded': after({ ...unpaid, ...inTheEnd }, lateness),
    'unpaid, free and reminded': after(
      { ...unpaid, ovhOrder: free && { ...free, paymentDueAt: NOW, at: 0 } },
      lateness,
    ),
    'unpaid, charged and reminded': after({ ...unpaid, ...inTheEnd, quote: charged }, lateness),
    'payment failed': after(unpaid, progressed('checking'), progressed('awaiting_payment')),
    'payment failed, and paid then': after(
      unpaid,
      progressed('checking'),
      progressed('awaiting_payment'),
      progressed('delivering'),
    ),
    checking: after(unpaid, progressed('checking')),
    'checking a free one': after({ ...unpaid, ovhOrder: free }, progressed('checking')),
    'checking a charged one': after({ ...unpaid, quote: charged }, progressed('checking')),
    'under review': after(unpaid, progressed('checking'), progressed('under_review')),
    'documents requested': after(unpaid, progressed('documents_requested', 'Please send <your> passport')),
    'documents sent': after(unpaid, progressed('documents_requested'), progressed('delivering')),
    delivering: after(unpaid, progressed('delivering')),
    'delivering, tracking lost': after(unpaid, progressed('delivering'), trackingLost),
    'delivering, tracking lost for long': longTrackingLost(
      after(unpaid, progressed('delivering'), trackingLost),
    ),
    'unpaid, tracking lost for long': longTrackingLost(after(unpaid, trackingLost)),
    delivered,
    'project late': after(
      { ...delivered, fulfilment: { progress: 'delivered', since: NOW - HOUR } },
      { type: 'project_overdue' },
    ),
    'being cancelled': after(unpaid, progressed('cancelling')),
    'being cancelled, though paid': after(unpaid, progressed('checking'), progressed('cancelling')),
    ready: after(delivered, { type: 'project_ready', project }),
    ...withVouchers(after(delivered, { type: 'project_ready', project })),
    ...withBudget(after(delivered, { type: 'project_ready', project })),
    'ready under another name': after(delivered, {
      type: 'project_ready',
      project: { ...project, description: 'someone’s *project*' },
    }),
    'ready, but not read': after(longDelivered, {
      type: 'project_ready',
      project: { id: PROJECT_ID, description: null, unverified: FORBIDDEN },
    }),
    'ready, but not shown': after(longDelivered, {
      type: 'project_ready',
      project: { id: PROJECT_ID, description: null, unverified: { ...FORBIDDEN, reason: 'not_shown' } },
    }),
    'ready, but not answered': after(longDelivered, {
      type: 'project_ready',
      project: { id: PROJECT_ID, description: null, unverified: { ...FORBIDDEN, reason: 'no_answer' } },
    }),
    'delivered, project not found': after(longDelivered, { type: 'project_not_found' }),
    'paid, and not seen again': after(
      {
        ...after(unpaid, progressed('delivering')),
        ovhOrder: unpaid.ovhOrder && { ...unpaid.ovhOrder, paymentDueAt: NOW - HOUR },
        retrying: { since: NOW - 240 * HOUR, failure: { kind: 'key_invalid' } },
      },
      { type: 'tracking_abandoned' },
    ),
    'payment expired, its payment unknown': after(
      { ...unpaid, ovhOrder: unpaid.ovhOrder && { ...unpaid.ovhOrder, paymentDueAt: NOW - HOUR } },
      { type: 'payment_expired', paymentUnknown: { kind: 'key_invalid' } },
    ),
    'ready without a name': after(delivered, {
      type: 'project_ready',
      project: { ...project, description: null },
    }),
    'payment expired': expired,
    'payment expired, its URL redacted': after(expired, { type: 'secrets_redacted' }),
    'unpaid again, its URL redacted': after(
      expired,
      { type: 'secrets_redacted' },
      progressed('checking'),
      progressed('awaiting_payment'),
    ),
    'ready, its URL redacted': after(
      delivered,
      { type: 'project_ready', project },
      { type: 'secrets_redacted' },
    ),
    'payment expired and tried again': again,
    'payment expired, tried again, and paid after all': after(again, {
      type: 'failed',
      failure: { kind: 'paid_after_expiry', orderId: 4711 },
    }),
    'payment expired, and paid after all': after(expired, progressed('delivering')),
    'paid, cancelled at OVHcloud and tried again': after(
      unpaid,
      progressed('checking'),
      { type: 'cancelled_at_ovh', orderId: 4711, reason: null },
      { type: 'retried', by: 'U0REQ', request: unpaid.request },
    ),
    'cancelled at OVHcloud': after(unpaid, { type: 'cancelled_at_ovh', orderId: 4711, reason: null }),
    'cancelled at OVHcloud, for a reason': after(unpaid, progressed('checking'), {
      type: 'cancelled_at_ovh',
      orderId: 4711,
      reason: 'Your <order> was refused',
    }),
  };
}

const FORBIDDEN = {
  reason: 'forbidden',
  status: 403,
  message: 'User not <granted> for this request',
} as const;
/** A free order that the app is to confirm, and what may become of that. */
function settledByApp(free: Order): Record<string, Order> {
  const beingSettled = { ...free, quote: FREE_QUOTE };
  const failed: OrderEvent = {
    type: 'settlement_failed',
    orderId: 4711,
    failure: { kind: 'right_missing', call: 'POST /me', queryId: 'EU.ext-1.2' },
  };
  const accepted: OrderEvent = { type: 'settlement_accepted', orderId: 4711 };
  return {
    'being confirmed by the app': beingSettled,
    'confirmed by the app, which does not show yet': after(beingSettled, accepted),
    'checking one that the app confirmed': after(beingSettled, accepted, progressed('checking')),
    'not confirmed by the app': after(beingSettled, failed),
    'not confirmed by the app, but by a person': after(beingSettled, failed, progressed('checking')),
  };
}

/** A project that is ready, and a voucher that its requester enters for it; none where the order had one. */
function withVouchers(ready: Order): Record<string, Order> {
  if (ready.request.voucher !== null) return {};
  const entered = after(ready, { type: 'voucher_entered', by: 'U0REQ', code: 'SUMMER-2026-XY' });
  const failure = { kind: 'voucher_refused', code: 'expired', queryId: 'EU.ext-1.3' } as const;
  return {
    'ready, a voucher is being added': entered,
    'ready, a voucher was added': after(entered, { type: 'voucher_added' }),
    'ready, a voucher was refused': after(entered, { type: 'voucher_refused', failure }),
    'ready, an unanswered voucher was redacted': after(entered, { type: 'secrets_redacted' }),
  };
}

/** A project that is ready and has a monthly budget of 100 EUR, and what OVHcloud says of its spend. */
function withBudget(ready: Order): Record<string, Order> {
  const unread = { ...ready, request: { ...ready.request, budget: 100 } };
  const spends = (spent: number, forecast: number | null) =>
    after(unread, usageRead(unread, { spent, forecast }));
  const failed = {
    type: 'usage_read_failed',
    failure: {
      kind: 'account_not_allowed',
      call: 'GET /cloud/project/{projectId}/usage/current',
      queryId: 'EU.ext-1.4',
    },
    isMissing: false,
    nextReadAt: NOW + 24 * HOUR,
  } as const satisfies OrderEvent;
  const missing = { ...failed, isMissing: true } as const;
  const gone = { since: NOW - 96 * HOUR, failure: failed.failure, isMissing: true };
  const read = spends(42, 80);
  return {
    'ready, its spend not read yet': unread,
    'ready, below its budget': read,
    'ready, half its budget spent': spends(50, 90),
    'ready, most of its budget spent, and more expected': spends(80, 130.5),
    'ready, its budget spent': spends(100, null),
    'ready, more than its budget expected': spends(20, 130.5),
    'ready, its spend not told': after(unread, failed),
    'ready, its spend not told any more': after(
      { ...read, spending: read.spending && { ...read.spending, nextReadAt: NOW } },
      failed,
    ),
    'ready, its project gone': after(
      { ...read, spending: read.spending && { ...read.spending, nextReadAt: NOW, trouble: gone } },
      missing,
    ),
  };
}

const trackingLost: OrderEvent = { type: 'tracking_lost', failure: { kind: 'ovh_unavailable' } };

/** As it is when OVHcloud has not said anything for an hour. */
function longTrackingLost(of: Order): Order {
  const since = NOW - HOUR;
  return after({ ...of, retrying: of.retrying && { ...of.retrying, since } }, trackingLost);
}
