import { isCharged, paymentFailedSince, wasPaidAfterExpiry } from '../../orders/fulfilment.ts';
import { formatMoney } from '../../orders/money.ts';
import { latestEntry, type Order, type TimelineEntry } from '../../orders/order.ts';
import type { Unverified } from '../../orders/progress.ts';
import { isBeingSettled } from '../../orders/settlement.ts';
import { escapeMrkdwn, mention, slackDate } from './blocks.ts';
import { isLinkDelivered, linkRefusal } from './payment-link.ts';
import { blockquote, nameInMrkdwn, projectName } from './quote-blocks.ts';
import type { RenderContext } from './render-context.ts';

/** What the thread tells of an order after it was placed. */
export type FulfilmentEntry = Extract<
  TimelineEntry,
  {
    kind:
      | 'paid'
      | 'payment_failed'
      | 'settlement_failed'
      | 'payment_reminded'
      | 'documents_requested'
      | 'project_overdue'
      | 'ready'
      | 'payment_expired';
  }
>;

/** How far OVHcloud is with the order, in a sentence or two: paid (or what stands for it), and what happens now. */
export function progressText(order: Order, ctx: RenderContext): string {
  const { progress, cancelling, deliveredOverdue } = ctx.messages.fulfilment;
  const now = order.fulfilment?.progress;
  if (now === undefined || now === 'awaiting_payment') return '';
  if (now === 'cancelling') return cancelling({ orderId: ovhOrderId(order) });
  const isLate = now === 'delivered' && order.isOverdueNotified;
  return `${paidText(order, ctx)} ${isLate ? deliveredOverdue : progress[now]}`;
}

/** What happens next with an order that waits for its payment. */
export function untilPaidText(order: Order, ctx: RenderContext): string {
  const { fulfilment, root } = ctx.messages;
  if (isBeingSettled(order)) return ctx.messages.freeOrders.nextConfirming;
  const isFree = costsNothing(order);
  const paymentDueAt = order.ovhOrder?.paymentDueAt ?? null;
  const until = paymentDueAt === null ? '' : slackDate(paymentDueAt, ctx);
  const lapses = isFree ? fulfilment.nextFreeUntil({ until }) : fulfilment.nextUntil({ until });
  return [whatToDo(), until && lapses].filter(Boolean).join(' ');

  function whatToDo(): string {
    if (isCharged(order)) return root.next.orderedAutoPay;
    const { nextForChannel, nextForRequester, nextPending } = ctx.messages.linkDelivery;
    const isForChannel = ctx.checkoutUrlTo === 'channel';
    if (linkRefusal(ctx) !== null) return isForChannel ? nextForChannel : nextForRequester;
    if (isFree) return fulfilment.nextFree;
    if (isForChannel) return root.next.orderedForChannel;
    return isLinkDelivered(ctx) ? root.next.orderedForRequester : nextPending;
  }
}

/** Where the project is in OVHcloud's control panel, as a link; empty where that is not known. */
export function projectLink(order: Order, ctx: RenderContext): string {
  const page = order.project ? ctx.projectPage(order.project.id) : null;
  return page ? `<${escapeMrkdwn(page)}|${ctx.messages.fulfilment.openProject}>` : '';
}

/** One part of the order's timeline after it was placed. */
export function fulfilmentText(order: Order, entry: FulfilmentEntry, ctx: RenderContext): string {
  const { fulfilment } = ctx.messages;
  const facts = { requester: mention(order.requester), orderId: ovhOrderId(order), name: projectName(order) };
  const isLast = latestEntry(order)?.number === entry.number;
  switch (entry.kind) {
    case 'paid': {
      const orderId = String(entry.orderId);
      if (paymentFailedSince(order, entry)) return `:moneybag: ${fulfilment.countedAsPaid({ orderId })}`;
      const last = order.timeline.findLast(({ kind }) => kind === 'paid' || kind === 'placed');
      const isCurrent = order.state === 'delivering' && last?.number === entry.number;
      const paid = paidText(order, ctx, entry.orderId);
      if (!isCurrent) return `:moneybag: ${paid}`;
      const isCancelling = order.fulfilment?.progress === 'cancelling';
      const progress = progressText(order, ctx);
      return `:moneybag: ${isCancelling ? `${paid} ${progress}` : progress}`;
    }
    case 'payment_failed': {
      const orderId = String(entry.orderId);
      const last = order.timeline.findLast(({ kind }) => kind === 'payment_failed' || kind === 'placed');
      const isPayable = order.state === 'awaiting_payment' && last?.number === entry.number;
      return `:warning: ${isPayable ? fulfilment.paymentFailed({ ...facts, orderId }) : fulfilment.paymentHadFailed({ orderId })}`;
    }
    case 'settlement_failed':
      return `:warning: ${settlementFailed(order, entry, ctx)}`;
    case 'payment_reminded':
      return `:bell: ${isLast ? reminderText(order, entry, ctx) : fulfilment.reminded}`;
    case 'documents_requested': {
      const isAwaited = isLast && order.fulfilment?.progress === 'documents_requested';
      if (!isAwaited) return `:page_facing_up: ${fulfilment.documentsSettled}`;
      return [`:page_facing_up: ${fulfilment.documents(facts)}`, entry.message && blockquote(entry.message)]
        .filter(Boolean)
        .join('\n');
    }
    case 'project_overdue':
      return `:hourglass: ${isLast ? fulfilment.projectOverdue(facts) : fulfilment.projectWasOverdue}`;
    case 'ready':
      return `${readyEmoji(order)} ${readyText(order, ctx, 'thread')}`;
    case 'payment_expired': {
      const lapsed = entry.paymentUnknown ? fulfilment.orderPaymentUnknown : fulfilment.orderExpired;
      const said = wasPaidAfterExpiry(order, entry) ? fulfilment.paidAfterExpiry : lapsed;
      return `:hourglass: ${said({ orderId: String(entry.orderId) })}`;
    }
  }
}

/** A project that could not be read may be there, or not. */
export function readyEmoji({ project }: Order): string {
  return project?.unverified ? ':package:' : ':tada:';
}

/** That the project is there: its id, a link, and the name it has at OVHcloud where that is another one. */
export function readyText(order: Order, ctx: RenderContext, to: 'thread' | 'requester'): string {
  const { fulfilment } = ctx.messages;
  const { project, request } = order;
  if (!project) return '';
  const facts = { name: projectName(order), projectId: project.id };
  if (project.unverified) {
    const named = { ...facts, orderId: ovhOrderId(order) };
    const told = to === 'thread' ? fulfilment.projectUnverified(named) : fulfilment.directUnverified(named);
    return [told, projectLink(order, ctx), whyUnverified(project.unverified, ctx)].filter(Boolean).join(' ');
  }
  const said = to === 'thread' ? fulfilment.projectReady(facts) : fulfilment.directReady(facts);
  return [said, ...nameAtOvh(), projectLink(order, ctx)].filter(Boolean).join(' ');

  function nameAtOvh(): string[] {
    if (project?.description === request.projectName) return [];
    if (!project?.description) return [fulfilment.noName];
    return [fulfilment.otherName({ atOvh: nameInMrkdwn(project.description, 200) })];
  }
}

/** Why the app could not read the project, and who can do what about it. */
function whyUnverified({ reason, status, message }: Unverified, { messages }: RenderContext): string {
  const { unverified } = messages.fulfilment;
  if (reason === 'no_answer' || reason === 'creating') return unverified[reason];
  const answer = [status, message?.trim().replaceAll(/\s+/g, ' ')].filter(Boolean).join(': ');
  return unverified[reason]({ answer: escapeMrkdwn(answer, 300) });
}

/** That nobody has to pay any more, as the payment calls for it. */
function paidText(
  order: Order,
  { messages: { fulfilment } }: RenderContext,
  orderId = order.ovhOrder?.orderId,
): string {
  const facts = { orderId: String(orderId) };
  if (costsNothing(order)) return fulfilment.confirmed(facts);
  return isCharged(order) ? fulfilment.charged(facts) : fulfilment.paid(facts);
}

function reminderText(
  order: Order,
  { paymentDueAt }: Extract<TimelineEntry, { kind: 'payment_reminded' }>,
  ctx: RenderContext,
): string {
  const { fulfilment } = ctx.messages;
  const requester = mention(order.requester);
  const isFirst = order.paymentRemindersSent === 1;
  if ((isCharged(order) && isFirst) || paymentDueAt === null) {
    return fulfilment.notCharged({ requester, orderId: ovhOrderId(order) });
  }
  const facts = { requester, name: projectName(order), until: slackDate(paymentDueAt, ctx) };
  if (costsNothing(order)) return fulfilment.reminderFree(facts);
  const price = order.ovhOrder ? formatMoney(order.ovhOrder.withTax, ctx.locale) : '?';
  if (ctx.checkoutUrlTo === 'channel') return fulfilment.reminder({ ...facts, price });
  return isLinkDelivered(ctx)
    ? fulfilment.reminderDirect({ ...facts, price })
    : ctx.messages.linkDelivery.reminder({ ...facts, price });
}

/** That a person has to confirm an order which costs nothing, while that is so. */
function settlementFailed(
  order: Order,
  { orderId }: Extract<TimelineEntry, { kind: 'settlement_failed' }>,
  { messages: { freeOrders }, checkoutUrlTo }: RenderContext,
): string {
  const facts = { requester: mention(order.requester), orderId: String(orderId) };
  if (order.state !== 'awaiting_payment' || order.ovhOrder?.orderId !== orderId)
    return freeOrders.hadFailed(facts);
  return checkoutUrlTo === 'channel' ? freeOrders.failed(facts) : freeOrders.failedDirect(facts);
}

function costsNothing(order: Order): boolean {
  return order.ovhOrder?.withTax.ucents === 0;
}

function ovhOrderId(order: Order): string {
  return String(order.ovhOrder?.orderId);
}
