import { isProjectLate, payReminderAt } from '../delivery.ts';
import type { Order, Time } from '../order.ts';
import type { Reason } from '../refusal.ts';
import { type EventOf, fail, notNow, type Rules, settled, tell } from './rule.ts';

/** So soon after the last news nobody has to hurry a look at the order. */
const HURRY_AFTER_MS = 60_000;

/** For so long, nobody is told that OVHcloud does not say how far an order is. */
const OUT_OF_SIGHT_MS = 3_600_000;

/** What becomes of an order after it was placed: it is paid and delivered, or lapses, or is cancelled at OVHcloud. */
export const deliveries: Rules<
  | 'set_out_to_pay'
  | 'payment_due'
  | 'url_read_again'
  | 'payment_reminded'
  | 'out_of_sight'
  | 'seen_again'
  | 'progressed'
  | 'lapsed'
  | 'cancelled_at_ovh'
  | 'project_late'
  | 'project_ready'
> = {
  set_out_to_pay: {
    from: ['unpaid'],
    to: (order, _event, now) => {
      const since = order.delivery?.since ?? order.placed?.at ?? now;
      if (now - since < HURRY_AFTER_MS) return notNow;
      return { ...order, delivery: { progress: 'unpaid', since: now } };
    },
  },
  payment_due: {
    from: ['unpaid'],
    to: (order, { payUntil }) =>
      order.placed ? { ...order, placed: { ...order.placed, payUntil } } : notNow,
  },
  url_read_again: {
    from: ['unpaid'],
    to: (order, { orderId, url }) =>
      order.placed?.orderId === orderId && order.placed.url === ''
        ? { ...order, placed: { ...order.placed, url } }
        : notNow,
  },
  payment_reminded: {
    from: ['unpaid'],
    to: (order, _event, now) => {
      const at = payReminderAt(order);
      if (at === null || now < at || !order.placed) return notNow;
      return tell(order, { kind: 'payment_reminder', payUntil: order.placed.payUntil }, now);
    },
  },
  out_of_sight: { from: ['unpaid', 'delivering'], to: outOfSight },
  seen_again: {
    from: ['unpaid', 'delivering'],
    to: (order) => (order.delayed ? settled(order) : notNow),
  },
  // A payment in the last minute may show only after the order has lapsed here.
  progressed: { from: ['unpaid', 'delivering', 'lapsed'], to: progressed },
  lapsed: {
    from: ['unpaid'],
    to: (order, _event, now) =>
      order.placed
        ? tell({ ...order, state: 'lapsed' }, { kind: 'lapsed', orderId: order.placed.orderId }, now)
        : notNow,
  },
  cancelled_at_ovh: {
    from: ['unpaid', 'delivering'],
    to: (order, { orderId, reason }, now) => {
      if (order.placed?.orderId !== orderId) return notNow;
      return fail(order, { kind: 'order_cancelled', orderId, reason, wasPaid: wasPaid(order) }, now);
    },
  },
  project_late: {
    from: ['delivering'],
    to: (order, _event, now) =>
      isProjectLate(order, now) ? tell(order, { kind: 'project_late' }, now) : notNow,
  },
  project_ready: {
    from: ['delivering'],
    to: (order, { project }, now) => tell({ ...order, state: 'ready', project }, { kind: 'ready' }, now),
  },
};

/** News twice: when it begins, and when it has lasted so long that people are told. */
function outOfSight(order: Order, { failure }: EventOf<'out_of_sight'>, now: Time): Order | Reason {
  const since = order.delayed?.since ?? now;
  const lasts = now - since >= OUT_OF_SIGHT_MS;
  if (order.delayed && (order.delayed.lasts || !lasts)) return notNow;
  return { ...order, delayed: { since, failure, lasts } };
}

function progressed(order: Order, event: EventOf<'progressed'>, now: Time): Order | Reason {
  const { orderId, progress, says } = event;
  const before = order.delivery?.progress ?? 'unpaid';
  if (order.placed?.orderId !== orderId || progress === before) return notNow;
  const isUnpaid = progress === 'unpaid';
  if (isUnpaid && order.state === 'lapsed') return notNow;
  const state = isUnpaid ? 'unpaid' : 'delivering';
  const next: Order = { ...order, state, delivery: { progress, since: now } };
  // Being cancelled before anybody paid is neither: the end of it is told when it has come.
  if (isUnpaid) return wasPaid(order) ? tell(next, { kind: 'payment_failed', orderId }, now) : next;
  const isNews = !wasPaid(order) && progress !== 'cancelling';
  const told = isNews ? tell(next, { kind: 'paid', orderId }, now) : next;
  return progress === 'documents_requested' ? tell(told, { kind: 'documents_requested', says }, now) : told;
}

/** Whether OVHcloud got the money for the order as it was placed last. */
function wasPaid({ story }: Order): boolean {
  const last = story.findLast(({ kind }) => ['placed', 'paid', 'payment_failed'].includes(kind));
  return last?.kind === 'paid';
}
