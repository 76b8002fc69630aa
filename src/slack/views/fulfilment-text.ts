import type { Unverified } from '../../orders/fulfilment.ts';
import { formatMoney } from '../../orders/money.ts';
import type { Order } from '../../orders/order.ts';
import { isCharged } from '../../orders/quote.ts';
import { isBeingSettled } from '../../orders/settlement.ts';
import { latestEntry, type TimelineEntry } from '../../orders/timeline.ts';
import { mention, slackDate } from './blocks.ts';
import { link, quoted, typed } from './markup.ts';
import { isLinkDelivered, linkRefusal } from './payment-link.ts';
import { linkedName, projectName } from './quote-text.ts';
import type { RenderContext } from './render-context.ts';

/** The progress of a paid order, in a sentence. */
export function progressText(order: Order, ctx: RenderContext): string {
  const { progress, cancelling, deliveredOverdue } = ctx.messages.fulfilment;
  const now = order.fulfilment?.progress;
  if (now === undefined || now === 'awaiting_payment') return '';
  if (now === 'cancelling') return cancelling({ orderId: ovhOrderId(order) });
  const isLate = now === 'delivered' && order.isOverdueNotified;
  return isLate ? deliveredOverdue : progress[now];
}

/** What happens next with an order that awaits payment. */
export function untilPaidText(order: Order, ctx: RenderContext): string {
  const { fulfilment, root } = ctx.messages;
  if (isBeingSettled(order)) return ctx.messages.freeOrders.nextConfirming;
  const isFree = costsNothing(order);
  const paymentDueAt = order.ovhOrder?.paymentDueAt ?? null;
  const until = paymentDueAt === null ? '' : slackDate(paymentDueAt, ctx);
  const expires = isFree ? fulfilment.nextFreeUntil({ until }) : fulfilment.nextUntil({ until });
  return [whatToDo(), until && expires].filter(Boolean).join(' ');

  function whatToDo(): string {
    if (isCharged(order)) return root.next.orderedAutoPay;
    const { nextForChannel, nextForRequester, nextPending } = ctx.messages.linkDelivery;
    const isForChannel = ctx.checkoutUrlTo === 'channel';
    if (linkRefusal(ctx) !== null) return isForChannel ? nextForChannel : nextForRequester;
    // Whether it should be paid is to be decided first.
    if (order.unexpectedOrders.length > 0) return '';
    if (isFree) return fulfilment.nextFree;
    if (isForChannel) return root.next.orderedForChannel;
    return isLinkDelivered(ctx) ? root.next.orderedForRequester : nextPending;
  }
}

/** A link to the project in OVHcloud's control panel; empty if it is not known. */
export function projectLink(order: Order, ctx: RenderContext): string {
  const page = order.project ? ctx.projectPage(order.project.id) : null;
  return page ? link(page, ctx.messages.fulfilment.openProject) : '';
}

/** That the payment of an OVHcloud order failed, and what to do while it can be paid. */
export function paymentFailedText(
  order: Order,
  entry: Extract<TimelineEntry, { kind: 'payment_failed' }>,
  ctx: RenderContext,
): string {
  const { paymentFailed, paymentHadFailed } = ctx.messages.fulfilment;
  const orderId = String(entry.orderId);
  const last = order.timeline.findLast(({ kind }) => kind === 'payment_failed' || kind === 'placed');
  const isPayable = order.state === 'awaiting_payment' && last?.number === entry.number;
  const said = isPayable
    ? paymentFailed({ requester: mention(order.requester), orderId })
    : paymentHadFailed({ orderId });
  return `:warning: ${said}`;
}

/** That OVHcloud requests documents, in its own words, while it does. */
export function documentsText(
  order: Order,
  entry: Extract<TimelineEntry, { kind: 'documents_requested' }>,
  ctx: RenderContext,
): string {
  const { documents, documentsSettled } = ctx.messages.fulfilment;
  const isAwaited =
    latestEntry(order)?.number === entry.number && order.fulfilment?.progress === 'documents_requested';
  if (!isAwaited) return `:page_facing_up: ${documentsSettled}`;
  const facts = { requester: mention(order.requester), orderId: ovhOrderId(order) };
  return `:page_facing_up: ${documents(facts)}${entry.message ? quoted(entry.message) : ''}`;
}

/** That the project takes longer than usual, while it does. */
export function projectOverdueText(order: Order, entry: TimelineEntry, ctx: RenderContext): string {
  const { projectOverdue, projectWasOverdue } = ctx.messages.fulfilment;
  const facts = { requester: mention(order.requester), orderId: ovhOrderId(order) };
  const isLast = latestEntry(order)?.number === entry.number;
  return `:hourglass: ${isLast ? projectOverdue(facts) : projectWasOverdue}`;
}

/** A project that could not be read may exist or not. */
export function readyEmoji({ project }: Order): string {
  return project?.unverified ? ':package:' : ':tada:';
}

/** That the project is ready: its ID, a link, and its name at OVHcloud if that differs. */
export function readyText(
  order: Order,
  { to, ctx }: { to: 'thread' | 'requester'; ctx: RenderContext },
): string {
  const { fulfilment } = ctx.messages;
  const { project, request } = order;
  if (!project) return '';
  const name = to === 'thread' ? projectName(order) : linkedName(order, ctx);
  const facts = { name, projectId: project.id };
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
    return [fulfilment.otherName({ atOvh: typed(project.description, 200) })];
  }
}

/** Why the app could not read the project, and who can do what about it. */
function whyUnverified({ reason, status, message }: Unverified, { messages }: RenderContext): string {
  const { unverified } = messages.fulfilment;
  if (reason === 'no_answer' || reason === 'creating') return unverified[reason];
  const answer = [status, message?.trim().replaceAll(/\s+/g, ' ')].filter(Boolean).join(': ');
  return unverified[reason]({ answer: typed(answer, 300) });
}

/** That the order is paid: charged, confirmed, or paid by someone. */
export function paidText(order: Order, { messages: { fulfilment } }: RenderContext): string {
  const facts = { orderId: ovhOrderId(order) };
  if (costsNothing(order)) return fulfilment.confirmed(facts);
  return isCharged(order) ? fulfilment.charged(facts) : fulfilment.paid(facts);
}

/** The last payment reminder in the thread; earlier ones only say that they were sent. */
export function paymentReminderText(
  order: Order,
  entry: Extract<TimelineEntry, { kind: 'payment_reminded' }>,
  ctx: RenderContext,
): string {
  const isLast = latestEntry(order)?.number === entry.number;
  return `:bell: ${isLast ? reminderOf(order, entry.paymentDueAt, ctx) : ctx.messages.fulfilment.reminded}`;
}

function reminderOf(order: Order, paymentDueAt: number | null, ctx: RenderContext): string {
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

/** That someone has to confirm an order that costs nothing, while that is so. */
export function settlementFailedText(
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
