import type { Order, StoryItem, Time } from './order.ts';
import { chargesAccount } from './quote.ts';

/** How far OVHcloud is with an order that was placed. */
export type Progress =
  | 'unpaid'
  /** OVHcloud looks for fraud: nobody has to do anything. */
  | 'checking'
  /** The same, by OVHcloud's staff. */
  | 'under_review'
  | 'documents_requested'
  | 'delivering'
  | 'delivered'
  | 'cancelling';

/** What OVHcloud said last. */
export type Delivery = {
  progress: Progress;
  /** Since when it is so, as far as was seen; or when somebody was last known to set out to pay. */
  since: Time;
};

/** The project that came of an order. `description` is the name it has at OVHcloud. */
export type Project = { id: string; description: string | null };

/** An order that was just paid, or is paid just now, changes within seconds; one that waits for days does not. */
const SHORTEST_PAUSE_MS = 3_000;
const LONGEST_PAUSE_MS = 300_000;
/** Pauses grow by this part of the time for which nothing has changed. */
const PAUSE_PER_AGE = 1 / 20;
/** The requester is reminded this long before the order lapses, or in the last quarter of a shorter time. */
const REMIND_BEFORE_MS = 86_400_000;
/** An automatic payment shows within this. */
const CHARGED_WITHIN_MS = 900_000;
/** OVHcloud may not know a project for minutes after its order was delivered; then people are told. */
const PROJECT_APPEARS_WITHIN_MS = 1_800_000;

/** When to ask OVHcloud again how far a placed order is (ms since 1970): soon after something changed, then rarely. */
export function askAgainAt(order: Order, now: Time): Time {
  const since = order.delivery?.since ?? order.placed?.at ?? now;
  const pause = Math.round(Math.max(0, now - since) * PAUSE_PER_AGE);
  return now + Math.min(Math.max(pause, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);
}

/**
 * When to remind of the payment (ms since 1970); null if it was done, or OVHcloud does not say when the order ends.
 * Where OVHcloud was asked to charge the account, people hear soon that it has not.
 */
export function payReminderAt(order: Order): Time | null {
  const { placed } = order;
  if (!placed) return null;
  const given = paymentReminders(order).length;
  const charged = isCharged(order);
  if (charged && given === 0) return placed.at + CHARGED_WITHIN_MS;
  if (placed.payUntil === null || given > (charged ? 1 : 0)) return null;
  const quarter = Math.round((placed.payUntil - placed.at) / 4);
  return placed.payUntil - Math.min(REMIND_BEFORE_MS, quarter);
}

/** Whether OVHcloud was asked to take the money for a placed order from the account, and there is some to take. */
export function isCharged({ quote, placed }: Order): boolean {
  return quote !== null && placed !== null && chargesAccount({ ...quote, withTax: placed.withTax });
}

/** The reminders of the payment since the order was placed, the first one first. */
export function paymentReminders(order: Order): StoryItem[] {
  return sincePlaced(order).filter(({ kind }) => kind === 'payment_reminder');
}

/** Whether a delivered order's project should be there by now, and nobody was told yet that it is not. */
export function isProjectLate(order: Order, now: Time): boolean {
  const { delivery } = order;
  if (delivery?.progress !== 'delivered' || now - delivery.since < PROJECT_APPEARS_WITHIN_MS) return false;
  return !isToldLate(order);
}

/** Whether people were told that the project of the order, as it was placed last, takes longer than usual. */
export function isToldLate(order: Order): boolean {
  return sincePlaced(order).some(({ kind }) => kind === 'project_late');
}

/** Whether the payment that was told of an OVHcloud order turned out not to work. */
export function hasFailedSince({ story }: Order, told: { number: number; orderId: number }): boolean {
  const later = story.slice(told.number);
  return later.some((item) => item.kind === 'payment_failed' && item.orderId === told.orderId);
}

/** Whether an OVHcloud order that has lapsed here turned out to be paid. */
export function wasPaidAfterAll({ story }: Order, lapsed: { number: number; orderId: number }): boolean {
  return story.slice(lapsed.number).some((item) => {
    if (item.kind === 'paid') return item.orderId === lapsed.orderId;
    if (item.kind !== 'failed' || item.failure.kind !== 'paid_after_all') return false;
    return item.failure.orderId === lapsed.orderId;
  });
}

function sincePlaced({ story }: Order): StoryItem[] {
  return story.slice(story.findLastIndex(({ kind }) => kind === 'placed'));
}
