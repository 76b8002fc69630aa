import type { FailureCause } from '../../orders/failure.ts';
import { lastInStory, type Order } from '../../orders/order.ts';
import { approversOf } from '../../orders/policy.ts';
import { chargesAccount } from '../../orders/quote.ts';
import type { Words } from '../words/catalogue.ts';
import { type Blocks, buttons, header, mention, mentions, paragraph, smallPrint, when } from './blocks.ts';
import { priceDifference } from './checkout-message.ts';
import { cancelButton, editButton } from './decision-buttons.ts';
import { progressInWords, projectLink, untilPaid } from './delivery-words.ts';
import type { Content, Drawing } from './drawing.ts';
import { projectName, quoteBlocks, quoteInSentences } from './quote-facts.ts';

type Standing = { status: string; next: string };

/** The one message in the channel: what is asked for, how it stands, what happens next. Updated in place. */
export function rootMessage(order: Order, drawing: Drawing): Content {
  const { root } = drawing.words;
  const { quote, requester } = order;
  const { status, next } = standing(order, drawing);
  const warnings = [unexpectedOrders(order, drawing), priceDifference(order, drawing)].filter(Boolean);
  const blocks: Blocks = [
    header(root.title({ name: order.request.projectName })),
    paragraph([status, ...warnings].join('\n')),
    ...(quote ? quoteBlocks(order, quote, drawing) : []),
    ...(order.state === 'requested' && order.delayed
      ? [buttons(editButton(order, drawing.words), cancelButton(order, drawing.words))]
      : []),
    smallPrint([next, root.id({ id: order.id })].filter(Boolean).join('  ·  ')),
  ];
  const asked = root.asked({ requester: mention(requester), name: projectName(order) });
  const facts = quote ? quoteInSentences(order, quote, drawing) : '';
  return { text: [asked, facts, status, ...warnings, next].filter(Boolean).join(' '), blocks };
}

/** An order that this one did not wait for stands at OVHcloud. */
function unexpectedOrders({ unexpectedOrders: found }: Order, { words: { root } }: Drawing): string {
  const last = found.at(-1);
  if (!last) return '';
  const { orderId } = last;
  return `:rotating_light: ${orderId === null ? root.unexpectedOrderUnknown : root.unexpectedOrder({ orderId: String(orderId) })}`;
}

function standing(order: Order, drawing: Drawing): Standing {
  const { status, next } = drawing.words.root;
  const approvers = mentions(approversOf(order), drawing);
  switch (order.state) {
    case 'requested':
      return order.delayed
        ? { status: `:hourglass_flowing_sand: ${status.noQuote}`, next: next.noQuote }
        : {
            status: `:hourglass_flowing_sand: ${status.preparing({ requester: mention(order.requester) })}`,
            next: next.preparing,
          };
    case 'awaiting_approval': {
      const required = drawing.approvalsRequired;
      const given = approversOf(order).length;
      const waiting = required > 1 ? status.waitingForMore({ given, required }) : status.waiting;
      return { status: `:hand: ${waiting}`, next: nextWhenApproved(order, drawing) };
    }
    case 'approved':
      if (order.attempt?.unclearSince) return { status: `:mag: ${status.unclear}`, next: next.unclear };
      return {
        status: `:white_check_mark: ${status.approved({ approvers })}`,
        next: order.delayed ? next.delayed : '',
      };
    case 'unpaid': {
      const orderId = String(order.placed?.orderId);
      const ordered = approvers ? status.ordered({ approvers, orderId }) : status.recovered({ orderId });
      return {
        status: `:credit_card: ${ordered}`,
        next: [outOfSight(order, drawing), untilPaid(order, drawing)].filter(Boolean).join(' '),
      };
    }
    case 'delivering': {
      const { nextDocuments, nextReady } = drawing.words.delivery;
      const now = order.delivery?.progress;
      const said = now === 'documents_requested' ? nextDocuments : nextReady;
      return {
        status: `:package: ${progressInWords(order, drawing)}`,
        next: outOfSight(order, drawing) || (now === 'cancelling' ? '' : said),
      };
    }
    case 'ready':
      return {
        status: `:tada: ${drawing.words.delivery.ready({ projectId: order.project?.id ?? '?' })} ${projectLink(order, drawing)}`,
        next: '',
      };
    case 'lapsed': {
      const { lapsed, nextLapsed } = drawing.words.delivery;
      return {
        status: `:hourglass: ${lapsed({ orderId: String(order.placed?.orderId) })}`,
        next: nextLapsed,
      };
    }
    default:
      return ending(order, drawing);
  }
}

/** That OVHcloud has not said for long how far a placed order is: what is shown of it may be over. */
function outOfSight({ delayed }: Order, drawing: Drawing): string {
  if (!delayed?.lasts) return '';
  return `:warning: ${drawing.words.root.next.outOfSight({ since: when(delayed.since, drawing) })}`;
}

function nextWhenApproved(order: Order, { words, checkoutUrlTo }: Drawing): string {
  const { waitingAutoPay, waitingForChannel, waitingForRequester } = words.root.next;
  if (order.quote && chargesAccount(order.quote)) return waitingAutoPay;
  return checkoutUrlTo === 'channel' ? waitingForChannel : waitingForRequester;
}

function ending(order: Order, { words }: Drawing): Standing {
  const { status, next } = words.root;
  const last = lastInStory(order);
  switch (last?.kind) {
    case 'rejected':
      return {
        status: `:no_entry: ${status.rejected({ by: mention(last.by) })}`,
        next: next.nothingOrdered,
      };
    case 'cancelled':
      return {
        status: `:wastebasket: ${status.cancelled({ requester: mention(order.requester) })}`,
        next: next.nothingOrdered,
      };
    case 'expired':
      return { status: `:hourglass: ${status.expired}`, next: next.askAgain };
    default: {
      const why = last?.kind === 'failed' ? last.failure.kind : null;
      return { status: `:warning: ${failed(why, words)}`, next: '' };
    }
  }
}

function failed(why: FailureCause['kind'] | null, { delivery, root: { status } }: Words): string {
  switch (why) {
    case 'order_cancelled':
      return delivery.cancelled;
    case 'order_not_found':
      return status.orderNotFound;
    case 'paid_after_all':
      return status.paidAfterAll;
    default:
      return status.failed;
  }
}
