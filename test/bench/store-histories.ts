import { auditRecord, auditRequest } from '../../src/orders/audit-record.ts';
import { Denial } from '../../src/orders/denial.ts';
import { actorOf, type OrderEvent } from '../../src/orders/events.ts';
import { isOpen, newOrder, type Order } from '../../src/orders/order.ts';
import { containsSecrets } from '../../src/orders/redaction.ts';
import { transition } from '../../src/orders/state-machine.ts';
import type { EventRecord } from '../../src/store/audit-chain.ts';
import { approve, ELIGIBILITY, HOUR, PROJECT_ID, placed, quoted, started } from '../orders/samples.ts';

/** An event as it is written down, but for the row that it left. */
type Happened = Omit<EventRecord, 'row_hash'>;

/** What has happened to an order up to now, by the domain's own rules. */
export type History = { order: Order; events: Happened[]; updatedAt: number };

/** How an order came to be where it is. */
export type Life =
  | 'waiting'
  | 'awaiting_payment'
  | 'delivering'
  | 'ready'
  | 'rejected'
  | 'cancelled'
  | 'payment_expired'
  | 'failed';

/** So many people order, and so many decide. */
export const REQUESTERS = 200;
const APPROVERS = 20;
const DAY = 24 * HOUR;
/** Ended orders hold a voucher or a checkout URL for this long. */
const RETAINED_MS = 30 * DAY;

/** The `index`-th requester. */
export const requester = (index: number) => `U0REQ${String(index % REQUESTERS).padStart(4, '0')}`;
/** The `index`-th approver. */
export const approver = (index: number) => `U0APP${String(index % APPROVERS).padStart(4, '0')}`;

/**
 * The history up to `now` of order number `index`, that was asked for at `at` (ms since 1970) and has led the life
 * `life`.
 */
export function historyOf(life: Life, index: number, at: number, now: number): History {
  const asked = {
    id: `oc-${index.toString(36).padStart(8, '0')}`,
    requester: requester(index * 7),
    channel: `C0CLOUD${index % 12}`,
    request: {
      projectName: `team ${index % 97} service ${index}`,
      voucher: index % 3 === 0 ? `SUMMER-${index}-XY` : null,
      reason: index % 2 === 0 ? 'For the migration of the reports out of the old data centre.' : null,
      budget: index % 50 === 0 ? 100 : null,
      waiveWithdrawal: false,
    },
    now: at,
  };
  const teller = tell(newOrder(asked));
  for (const happening of eventsOf(life, index, at)) teller.happens(happening);
  const { order, updatedAt } = teller.history;
  const erased = updatedAt + RETAINED_MS;
  if (!isOpen(order) && containsSecrets(order) && erased < now) {
    teller.happens({ after: erased - at, event: () => ({ type: 'secrets_redacted' }) });
  }
  return teller.history;
}

function tell(start: Order) {
  const { id, createdAt } = start;
  const facts = { channel: start.channel, request: auditRequest(start.request) };
  const history: History = {
    order: start,
    updatedAt: createdAt,
    events: [record(id, 1, createdAt, start.requester, 'requested', facts)],
  };
  return {
    history,
    happens({ after, event }: ScheduledEvent): void {
      const at = createdAt + after;
      const happening = event(history.order);
      const next = transition(history.order, happening, at);
      if (next instanceof Denial) throw new Error(`${happening.type} was refused: ${next.reason.kind}`);
      const version = history.events.length + 1;
      history.events.push(
        record(id, version, at, actorOf(happening), happening.type, auditRecord(happening)),
      );
      history.order = next;
      history.updatedAt = at;
    },
  };
}

function record(
  order_id: string,
  version: number,
  at: number,
  actor: string | null,
  type: string,
  facts: Record<string, unknown>,
): Happened {
  return { order_id, version, at, actor, type, payload: JSON.stringify(facts) };
}

/** What happens so many ms after the order was asked for. */
type ScheduledEvent = { after: number; event: (order: Order) => OrderEvent };

function eventsOf(life: Life, index: number, at: number): ScheduledEvent[] {
  const asked = [
    {
      after: 1_000,
      event: ({ request }: Order) =>
        ({ type: 'eligibility_checked', request, eligibility: ELIGIBILITY }) as const,
    },
    { after: 1_500, event: (order: Order) => quotedFor(order, index) },
  ];
  const actor = { id: approver(index), isApprover: true };
  const tidied = (after: number) => ({ after, event: () => ({ type: 'carts_cleaned_up' }) as const });
  const tidiedTwice = (after: number) => [tidied(after + 1_000), tidied(after + 2 * HOUR)];
  const bought = [
    ...asked,
    { after: HOUR, event: (order: Order) => approve(order, actor.id) },
    { after: HOUR + 500, event: started },
    { after: HOUR + 1_500, event: (order: Order) => placedAs(order, index, at + HOUR) },
    {
      after: HOUR + 2_000,
      event: () => ({ type: 'payment_deadline_set', paymentDueAt: at + 10 * DAY }) as const,
    },
    ...tidiedTwice(HOUR + 2_000),
  ];
  const goesOn = (after: number, progress: 'checking' | 'delivering' | 'delivered') => ({
    after,
    event: () => ({ type: 'status_changed', orderId: index + 1, progress, message: null }) as const,
  });
  const paid = [...bought, goesOn(5 * HOUR, 'checking'), goesOn(6 * HOUR, 'delivering')];
  const ends = (after: number, event: (order: Order) => OrderEvent) => [
    { after, event },
    ...tidiedTwice(after),
  ];
  const project = { id: PROJECT_ID, description: null };
  switch (life) {
    case 'waiting':
      return asked;
    case 'awaiting_payment':
      return bought;
    case 'delivering':
      return paid;
    case 'ready':
      return [
        ...paid,
        goesOn(7 * HOUR, 'delivered'),
        ...ends(7.1 * HOUR, () => ({ type: 'project_ready', project })),
      ];
    case 'rejected':
      return [...asked, ...ends(HOUR, () => ({ type: 'rejected', actor, reason: 'There is one already.' }))];
    case 'cancelled':
      return [...asked, ...ends(HOUR, ({ requester: by }) => ({ type: 'cancelled', by }))];
    case 'payment_expired':
      return [...bought, ...ends(10 * DAY, () => ({ type: 'payment_expired' }))];
    case 'failed':
      return [...asked, ...ends(HOUR, () => ({ type: 'failed', failure: { kind: 'ovh_unavailable' } }))];
  }
}

function quotedFor({ request, createdAt }: Order, index: number): OrderEvent {
  const cart = { cartId: `cart-${index}`, itemId: index, expiresAt: createdAt + 3 * DAY };
  const times = { validUntil: createdAt + 3 * DAY, remindAt: createdAt + DAY };
  return { ...quoted({}, request), request, cart, ...times } as OrderEvent;
}

function placedAs({ cart }: Order, index: number, at: number): OrderEvent {
  if (placed.type !== 'placed') throw new Error('The sample of a placed order is none.');
  const facts = { ...placed.ovhOrder, orderId: index + 1, cartId: cart?.cartId ?? '', at };
  return { type: 'placed', ovhOrder: facts };
}
