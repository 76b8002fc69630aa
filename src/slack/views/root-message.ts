import { countedApprovers } from '../../orders/approval-policy.ts';
import type { FailureCause } from '../../orders/failure.ts';
import type { Order } from '../../orders/order.ts';
import { chargesAccount } from '../../orders/quote.ts';
import type { Messages } from '../i18n/catalogue.ts';
import { type Blocks, buttons, context, header, mention, mentions, section, slackDate } from './blocks.ts';
import { priceDifference } from './checkout-message.ts';
import { cancelButton, editButton } from './decision-buttons.ts';
import { progressText, projectLink, untilPaidText } from './fulfilment-text.ts';
import { projectName, quoteBlocks, quoteText } from './quote-blocks.ts';
import type { Content, RenderContext } from './render-context.ts';

type RootStatus = { status: string; next: string };

/** The one message in the channel: what is asked for, how it stands, what happens next. Updated in place. */
export function rootMessage(order: Order, ctx: RenderContext): Content {
  const { root } = ctx.messages;
  const { quote, requester } = order;
  const { status, next } = rootStatus(order, ctx);
  const warnings = [unexpectedOrders(order, ctx), priceDifference(order, ctx)].filter(Boolean);
  const blocks: Blocks = [
    header(root.title({ name: order.request.projectName })),
    section([status, ...warnings].join('\n')),
    ...(quote ? quoteBlocks(order, quote, ctx) : []),
    ...(order.state === 'requested' && order.retrying
      ? [buttons(editButton(order, ctx.messages), cancelButton(order, ctx.messages))]
      : []),
    context([next, root.id({ id: order.id })].filter(Boolean).join('  ·  ')),
  ];
  const asked = root.asked({ requester: mention(requester), name: projectName(order) });
  const facts = quote ? quoteText(order, quote, ctx) : '';
  return { text: [asked, facts, status, ...warnings, next].filter(Boolean).join(' '), blocks };
}

/** An order that this one did not wait for stands at OVHcloud. */
function unexpectedOrders({ unexpectedOrders: found }: Order, { messages: { root } }: RenderContext): string {
  const last = found.at(-1);
  if (!last) return '';
  const { orderId } = last;
  return `:rotating_light: ${orderId === null ? root.unexpectedOrderUnknown : root.unexpectedOrder({ orderId: String(orderId) })}`;
}

function rootStatus(order: Order, ctx: RenderContext): RootStatus {
  const { status, next } = ctx.messages.root;
  const approvers = mentions(countedApprovers(order), ctx);
  switch (order.state) {
    case 'requested':
      return order.retrying
        ? { status: `:hourglass_flowing_sand: ${status.noQuote}`, next: next.noQuote }
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
        next: order.retrying ? next.retrying : '',
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
    case 'ready':
      return {
        status: `:tada: ${ctx.messages.fulfilment.ready({ projectId: order.project?.id ?? '?' })} ${projectLink(order, ctx)}`,
        next: '',
      };
    case 'payment_expired': {
      const { paymentExpired, nextPaymentExpired } = ctx.messages.fulfilment;
      return {
        status: `:hourglass: ${paymentExpired({ orderId: String(order.ovhOrder?.orderId) })}`,
        next: nextPaymentExpired,
      };
    }
    default:
      return closingStatus(order, ctx);
  }
}

/** That OVHcloud has not said for long how far a placed order is: what is shown of it may be over. */
function trackingLost({ retrying }: Order, ctx: RenderContext): string {
  if (!retrying?.notified) return '';
  return `:warning: ${ctx.messages.root.next.trackingLost({ since: slackDate(retrying.since, ctx) })}`;
}

function nextWhenApproved(order: Order, { messages, checkoutUrlTo }: RenderContext): string {
  const { waitingAutoPay, waitingForChannel, waitingForRequester } = messages.root.next;
  if (order.quote && chargesAccount(order.quote)) return waitingAutoPay;
  return checkoutUrlTo === 'channel' ? waitingForChannel : waitingForRequester;
}

function closingStatus(order: Order, { messages }: RenderContext): RootStatus {
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
        status: `:wastebasket: ${status.cancelled({ requester: mention(order.requester) })}`,
        next: next.nothingOrdered,
      };
    case 'approval_expired':
      return { status: `:hourglass: ${status.expired}`, next: next.askAgain };
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
    case 'paid_after_expiry':
      return status.paidAfterExpiry;
    default:
      return status.failed;
  }
}
