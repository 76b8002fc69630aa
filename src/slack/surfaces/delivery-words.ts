import {
  hasFailedSince,
  isCharged,
  isToldLate,
  paymentReminders,
  wasPaidAfterAll,
} from '../../orders/delivery.ts';
import { formatMoney } from '../../orders/money.ts';
import { lastInStory, type Order, type StoryItem } from '../../orders/order.ts';
import { escaped, mention, when } from './blocks.ts';
import type { Drawing } from './drawing.ts';
import { nameInMrkdwn, projectName, quoted } from './quote-facts.ts';

/** What the thread tells of an order after it was placed. */
export type DeliveryItem = Extract<
  StoryItem,
  {
    kind:
      | 'paid'
      | 'payment_failed'
      | 'payment_reminder'
      | 'documents_requested'
      | 'project_late'
      | 'ready'
      | 'lapsed';
  }
>;

/** How far OVHcloud is with the order, in a sentence or two: paid (or what stands for it), and what happens now. */
export function progressInWords(order: Order, drawing: Drawing): string {
  const { progress, cancelling, deliveredLate } = drawing.words.delivery;
  const now = order.delivery?.progress;
  if (now === undefined || now === 'unpaid') return '';
  if (now === 'cancelling') return cancelling({ orderId: ovhOrder(order) });
  const isLate = now === 'delivered' && isToldLate(order);
  return `${paidInWords(order, drawing)} ${isLate ? deliveredLate : progress[now]}`;
}

/** What happens next with an order that waits for its payment. */
export function untilPaid(order: Order, drawing: Drawing): string {
  const { delivery, root } = drawing.words;
  const isFree = costsNothing(order);
  const payUntil = order.placed?.payUntil ?? null;
  const until = payUntil === null ? '' : when(payUntil, drawing);
  const lapses = isFree ? delivery.nextFreeUntil({ until }) : delivery.nextUntil({ until });
  return [whatToDo(), until && lapses].filter(Boolean).join(' ');

  function whatToDo(): string {
    if (isCharged(order)) return root.next.orderedAutoPay;
    if (isFree) return delivery.nextFree;
    return drawing.checkoutUrlTo === 'channel' ? root.next.orderedForChannel : root.next.orderedForRequester;
  }
}

/** Where the project is in OVHcloud's control panel, as a link; empty where that is not known. */
export function projectLink(order: Order, drawing: Drawing): string {
  const page = order.project ? drawing.projectPage(order.project.id) : null;
  return page ? `<${escaped(page)}|${drawing.words.delivery.openProject}>` : '';
}

/** One part of the order's story after it was placed. */
export function deliveryStory(order: Order, item: DeliveryItem, drawing: Drawing): string {
  const { delivery } = drawing.words;
  const facts = { requester: mention(order.requester), orderId: ovhOrder(order), name: projectName(order) };
  const isLast = lastInStory(order)?.number === item.number;
  switch (item.kind) {
    case 'paid': {
      const orderId = String(item.orderId);
      if (hasFailedSince(order, item)) return `:moneybag: ${delivery.countedAsPaid({ orderId })}`;
      const last = order.story.findLast(({ kind }) => kind === 'paid' || kind === 'placed');
      const isCurrent = order.state === 'delivering' && last?.number === item.number;
      const paid = paidInWords(order, drawing, item.orderId);
      if (!isCurrent) return `:moneybag: ${paid}`;
      const isCancelling = order.delivery?.progress === 'cancelling';
      const progress = progressInWords(order, drawing);
      return `:moneybag: ${isCancelling ? `${paid} ${progress}` : progress}`;
    }
    case 'payment_failed': {
      const orderId = String(item.orderId);
      const last = order.story.findLast(({ kind }) => kind === 'payment_failed' || kind === 'placed');
      const isToPay = order.state === 'unpaid' && last?.number === item.number;
      return `:warning: ${isToPay ? delivery.paymentFailed({ ...facts, orderId }) : delivery.paymentHadFailed({ orderId })}`;
    }
    case 'payment_reminder':
      return `:bell: ${isLast ? reminder(order, item, drawing) : delivery.reminded}`;
    case 'documents_requested': {
      const isAwaited = isLast && order.delivery?.progress === 'documents_requested';
      if (!isAwaited) return `:page_facing_up: ${delivery.documentsSettled}`;
      return [`:page_facing_up: ${delivery.documents(facts)}`, item.says && quoted(item.says)]
        .filter(Boolean)
        .join('\n');
    }
    case 'project_late':
      return `:hourglass: ${isLast ? delivery.projectLate(facts) : delivery.projectWasLate}`;
    case 'ready':
      return `:tada: ${readyInWords(order, drawing, 'thread')}`;
    case 'lapsed': {
      const said = wasPaidAfterAll(order, item) ? delivery.lapsedAndPaid : delivery.orderLapsed;
      return `:hourglass: ${said({ orderId: String(item.orderId) })}`;
    }
  }
}

/** That the project is there: its id, a link, and the name it has at OVHcloud where that is another one. */
export function readyInWords(order: Order, drawing: Drawing, to: 'thread' | 'requester'): string {
  const { delivery } = drawing.words;
  const { project, request } = order;
  if (!project) return '';
  const facts = { name: projectName(order), projectId: project.id };
  const said = to === 'thread' ? delivery.projectReady(facts) : delivery.directReady(facts);
  return [said, ...nameAtOvh(), projectLink(order, drawing)].filter(Boolean).join(' ');

  function nameAtOvh(): string[] {
    if (project?.description === request.projectName) return [];
    if (!project?.description) return [delivery.noName];
    return [delivery.otherName({ atOvh: nameInMrkdwn(project.description, 200) })];
  }
}

/** That nobody has to pay any more, as the payment calls for it. */
function paidInWords(
  order: Order,
  { words: { delivery } }: Drawing,
  orderId = order.placed?.orderId,
): string {
  const facts = { orderId: String(orderId) };
  if (costsNothing(order)) return delivery.confirmed(facts);
  return isCharged(order) ? delivery.charged(facts) : delivery.paid(facts);
}

function reminder(
  order: Order,
  { number, payUntil }: Extract<StoryItem, { kind: 'payment_reminder' }>,
  drawing: Drawing,
): string {
  const { delivery } = drawing.words;
  const requester = mention(order.requester);
  const isFirst = paymentReminders(order)[0]?.number === number;
  if ((isCharged(order) && isFirst) || payUntil === null) {
    return delivery.notCharged({ requester, orderId: ovhOrder(order) });
  }
  const facts = { requester, name: projectName(order), until: when(payUntil, drawing) };
  if (costsNothing(order)) return delivery.reminderFree(facts);
  const price = order.placed ? formatMoney(order.placed.withTax, drawing.locale) : '?';
  return drawing.checkoutUrlTo === 'channel'
    ? delivery.reminder({ ...facts, price })
    : delivery.reminderDirect({ ...facts, price });
}

function costsNothing(order: Order): boolean {
  return order.placed?.withTax.ucents === 0;
}

function ovhOrder(order: Order): string {
  return String(order.placed?.orderId);
}
