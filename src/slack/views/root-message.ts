import { countedApprovers } from '../../orders/approval-policy.ts';
import type { Failure, FailureCause } from '../../orders/failure.ts';
import type { Order } from '../../orders/order.ts';
import { chargesAccount, isSettledByApp } from '../../orders/quote.ts';
import type { Messages } from '../i18n/catalogue.ts';
import {
  actor,
  type Blocks,
  buttons,
  context,
  escapeMrkdwn,
  header,
  mention,
  mentions,
  section,
  slackDate,
} from './blocks.ts';
import { priceDifference } from './checkout-message.ts';
import { cancelButton, editButton } from './decision-buttons.ts';
import { progressText, projectLink, readyEmoji, untilPaidText } from './fulfilment-text.ts';
import { linkRefusal, showLinkButton } from './payment-link.ts';
import { projectName, quoteBlocks, quoteText } from './quote-blocks.ts';
import type { Content, RenderContext } from './render-context.ts';

type RootStatus = { status: string; next: string };

/** The one message in the channel: what is asked for, how it stands, what happens next. Updated in place. */
export function rootMessage(order: Order, ctx: RenderContext): Content {
  const { root } = ctx.messages;
  const { quote, requester } = order;
  const { status, next } = rootStatus(order, ctx);
  const label = escapeMrkdwn(ctx.app.label ?? '');
  const warnings = [unexpectedOrders(order, ctx), priceDifference(order, ctx)].filter(Boolean);
  const blocks: Blocks = [
    header(root.title({ name: order.request.projectName })),
    section([status, ...warnings].join('\n')),
    ...(quote ? quoteBlocks(order, quote, ctx) : []),
    ...(order.state === 'requested' && order.retrying
      ? [buttons(editButton(order, ctx.messages), cancelButton(order, ctx.messages))]
      : []),
    ...(needsLinkButton(order, ctx) ? [showLinkButton(order, ctx.messages)] : []),
    context([next, root.id({ id: order.id }), label].filter(Boolean).join('  ·  ')),
  ];
  const asked = root.asked({ requester: mention(requester), name: projectName(order) });
  const facts = quote ? quoteText(order, quote, ctx) : '';
  return { text: [asked, facts, status, ...warnings, next, label].filter(Boolean).join(' '), blocks };
}

/** An order that this one did not wait for stands at OVHcloud. */
function unexpectedOrders({ unexpectedOrders: found }: Order, { messages: { root } }: RenderContext): string {
  const last = found.at(-1);
  if (!last) return '';
  const { orderId } = last;
  return `:rotating_light: ${orderId === null ? root.unexpectedOrderUnknown : root.unexpectedOrder({ orderId: String(orderId) })}`;
}

/** In the thread there is a message for it, unless that is the one which Slack does not take. */
function needsLinkButton({ state }: Order, ctx: RenderContext): boolean {
  return state === 'awaiting_payment' && ctx.checkoutUrlTo === 'channel' && linkRefusal(ctx) !== null;
}

function rootStatus(order: Order, ctx: RenderContext): RootStatus {
  const { status, next } = ctx.messages.root;
  const approvers = mentions(countedApprovers(order), ctx);
  switch (order.state) {
    case 'requested':
      return order.retrying
        ? {
            status: `:hourglass_flowing_sand: ${status.noQuote}`,
            next: delayedBy(order.retrying.failure, next.noQuote, next.noQuoteError),
          }
        : {
            status: `:hourglass_flowing_sand: ${status.preparing({ requester: mention(order.requester) })}`,
            next: next.preparing,
          };
    case 'awaiting_approval': {
      const required = ctx.approvalsRequired;
      const given = countedApprovers(order).length;
      const waiting = required > 1 ? status.waitingForMore({ given, required }) : status.waiting;
      return { status: `:hand: ${waiting}`, next: nextWhenApproved(order, ctx) };
    }
    case 'approved':
      if (order.checkoutAttempt?.outcomeUnknownSince)
        return { status: `:mag: ${status.outcomeUnknown}`, next: next.outcomeUnknown };
      return {
        status: `:white_check_mark: ${status.approved({ approvers })}`,
        next: order.retrying ? delayedBy(order.retrying.failure, next.retrying, next.delayedError) : '',
      };
    case 'awaiting_payment': {
      const orderId = String(order.ovhOrder?.orderId);
      const ordered = approvers ? status.ordered({ approvers, orderId }) : status.recovered({ orderId });
      return {
        status: `:credit_card: ${ordered}`,
        next: [trackingLost(order, ctx), untilPaidText(order, ctx)].filter(Boolean).join(' '),
      };
    }
    case 'delivering': {
      const { nextDocuments, nextReady } = ctx.messages.fulfilment;
      const now = order.fulfilment?.progress;
      const said = now === 'documents_requested' ? nextDocuments : nextReady;
      return {
        status: `:package: ${progressText(order, ctx)}`,
        next: trackingLost(order, ctx) || (now === 'cancelling' ? '' : said),
      };
    }
    case 'ready': {
      const { ready, readyUnverified } = ctx.messages.fulfilment;
      const said = order.project?.unverified ? readyUnverified : ready;
      const projectId = order.project?.id ?? '?';
      return {
        status: `${readyEmoji(order)} ${said({ projectId })} ${projectLink(order, ctx)}`,
        next: '',
      };
    }
    case 'payment_expired': {
      const { paymentExpired, nextPaymentExpired, paymentUnknown, nextPaymentUnknown } =
        ctx.messages.fulfilment;
      const isUnknown = Boolean(order.closure?.failure);
      const orderId = String(order.ovhOrder?.orderId);
      return {
        status: `:hourglass: ${(isUnknown ? paymentUnknown : paymentExpired)({ orderId })}`,
        next: isUnknown ? nextPaymentUnknown : nextPaymentExpired,
      };
    }
    default:
      return closingStatus(order, ctx);
  }
}

/** Why it takes longer: OVHcloud does not answer, or answers with an error. */
function delayedBy(
  failure: Failure,
  noAnswer: string,
  error: Messages['root']['next']['delayedError'],
): string {
  if (failure.kind === 'ovh_server_error') return error({ error: String(failure.status) });
  return failure.kind === 'rate_limited' ? error({ error: '429' }) : noAnswer;
}

/** That OVHcloud has not said for long how far a placed order is: what is shown of it may be over. */
function trackingLost({ retrying }: Order, ctx: RenderContext): string {
  if (!retrying?.notified) return '';
  return `:warning: ${ctx.messages.root.next.trackingLost({ since: slackDate(retrying.since, ctx) })}`;
}

function nextWhenApproved(order: Order, { messages, checkoutUrlTo }: RenderContext): string {
  const { waitingAutoPay, waitingForChannel, waitingForRequester } = messages.root.next;
  if (order.quote && chargesAccount(order.quote)) return waitingAutoPay;
  if (order.quote && isSettledByApp(order.quote)) return messages.freeOrders.nextWaiting;
  return checkoutUrlTo === 'channel' ? waitingForChannel : waitingForRequester;
}

function closingStatus(order: Order, ctx: RenderContext): RootStatus {
  const { messages, app } = ctx;
  const { status, next } = messages.root;
  const { closure } = order;
  switch (order.state) {
    case 'rejected':
      return {
        status: `:no_entry: ${status.rejected({ by: mention(closure?.by ?? order.requester) })}`,
        next: next.nothingOrdered,
      };
    case 'cancelled':
      return {
        status: `:wastebasket: ${status.cancelled({ by: actor(closure?.by ?? order.requester, ctx) })}`,
        next: next.nothingOrdered,
      };
    case 'approval_expired':
      return { status: `:hourglass: ${status.expired}`, next: next.askAgain(app) };
    default: {
      const why = closure?.failure?.kind ?? null;
      return { status: `:warning: ${failed(why, messages)}`, next: '' };
    }
  }
}

function failed(why: FailureCause['kind'] | null, { fulfilment, root: { status } }: Messages): string {
  switch (why) {
    case 'ovh_order_cancelled':
      return fulfilment.cancelled;
    case 'ovh_order_not_found':
      return status.orderNotFound;
    case 'status_unknown':
      return status.statusUnknown;
    case 'project_not_found':
      return status.projectNotFound;
    case 'paid_after_expiry':
      return status.paidAfterExpiry;
    default:
      return status.failed;
  }
}
