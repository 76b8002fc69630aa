import { lastInStory, type Order } from '../../orders/order.ts';
import { approversOf } from '../../orders/policy.ts';
import type { Refusal } from '../../orders/refusal.ts';
import { mention, when } from './blocks.ts';
import { projectName, quoted } from './quote-facts.ts';

/** Says to the person who clicked why nothing came of it. */
export function refusalWords({ reason, order }: Refusal): string {
  switch (reason.kind) {
    case 'not_now':
      return howItStands(order);
    case 'not_an_approver':
      return 'Only the approvers named in this thread can approve or reject. Ask one of them to decide.';
    case 'own_order':
      return 'You asked for this order yourself: somebody else has to approve it.';
    case 'approved_already':
      return `You have approved this already (${reason.given} of ${reason.required}). Somebody else has to approve as well.`;
    case 'quote_changed':
      return 'The quote has changed since this message was shown to you. Please decide on the newest one in the thread.';
    case 'not_the_requester':
      return `Only ${mention(order.requester)}, who asked for this order, can do that. Approvers can reject it.`;
    case 'name_taken':
      return `There is another open order for the project “${projectName(order)}” (${reason.otherId}).`;
  }
}

/** Where the order stands, and who decided what and when. */
function howItStands(order: Order): string {
  const approvals = order.approvals
    .filter(({ by }) => approversOf(order).includes(by))
    .map(({ by, at }) => `${mention(by)} ${when(at)}`)
    .join(', ');
  switch (order.state) {
    case 'requested':
      return 'The quote is still being prepared: there is nothing to decide yet.';
    case 'awaiting_approval':
      return 'This order still waits for its approval.';
    case 'approved':
      return `Too late: this was approved by ${approvals}, and the order is being placed.`;
    case 'unpaid':
      return `Too late: this was approved by ${approvals}, and OVHcloud order ${order.placed?.orderId} was placed.`;
    default:
      return `Too late: ${howItEnded(order)}`;
  }
}

function howItEnded(order: Order): string {
  const last = lastInStory(order);
  const at = last ? ` ${when(last.at)}` : '';
  switch (last?.kind) {
    case 'rejected':
      return `${mention(last.by)} rejected this${at}:\n${quoted(last.reason)}`;
    case 'cancelled':
      return `${mention(last.by)} cancelled this${at}.`;
    case 'expired':
      return `this expired${at}.`;
    default:
      return `this order ended${at} without being placed: the thread says why.`;
  }
}
