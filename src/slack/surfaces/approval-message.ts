import { lastInStory, type Order, type StoryItem } from '../../orders/order.ts';
import { approversOf } from '../../orders/policy.ts';
import { ACTIONS } from '../ids.ts';
import {
  type Blocks,
  button,
  buttons,
  clip,
  confirm,
  mention,
  paragraph,
  smallPrint,
  when,
} from './blocks.ts';
import { buttonValue } from './button-value.ts';
import type { Content, Drawing } from './drawing.ts';
import { price, projectName } from './quote-facts.ts';

type ApprovalAsked = Extract<StoryItem, { kind: 'approval_asked' }>;

/** The message in the thread on which approvers decide. Its buttons go once this quote is decided. */
export function approvalMessage(order: Order, item: ApprovalAsked, drawing: Drawing): Content {
  const name = projectName(order);
  const asks = drawing.approvers.map(mention).join(' ');
  const latest = order.story.findLast((told) => told.kind === 'approval_asked');
  const open = order.state === 'awaiting_approval' && latest?.number === item.number && order.quote !== null;
  if (!open || !order.quote) {
    const outcome = decided(order, latest?.number === item.number);
    return { text: outcome, blocks: [paragraph(outcome)] };
  }

  const cost = price(order.quote, drawing.locale);
  const question = `${asks} please decide: *${name}* for *${cost}* with tax, asked for by ${mention(order.requester)}.`;
  const terms = [
    order.quote.autoPay
      ? ':warning: Approving *charges* the account’s preferred payment method at once.'
      : '',
    order.request.waiveWithdrawal ? ':warning: The 14-day right of withdrawal is given up.' : '',
  ].filter(Boolean);
  const progress = approvals(order, drawing);
  const blocks: Blocks = [
    paragraph([question, ...terms].join('\n')),
    ...(progress ? [smallPrint(progress)] : []),
    decisionButtons(order, item, cost),
  ];
  return { text: [question, ...terms, progress].filter(Boolean).join(' '), blocks };
}

function approvals(order: Order, drawing: Drawing): string {
  const given = order.approvals.map(({ by, at }) => `${mention(by)} ${when(at)}`);
  if (drawing.approvalsRequired === 1) return '';
  const count = `${approversOf(order).length} of ${drawing.approvalsRequired} approvals`;
  return given.length > 0 ? `${count}: ${given.join(', ')}` : `${count}, by different people`;
}

function decisionButtons(order: Order, item: ApprovalAsked, cost: string) {
  const value = buttonValue({ orderId: order.id, fingerprint: item.fingerprint });
  const name = clip(order.request.projectName, 100);
  const consequence = order.quote?.autoPay
    ? `This charges ${cost} with tax to the OVHcloud account for the project “${name}”.`
    : `This orders the project “${name}” for ${cost} with tax. It is paid at the checkout URL afterwards.`;
  const waiver = order.request.waiveWithdrawal ? ' The 14-day right of withdrawal is given up.' : '';
  return buttons(
    button(ACTIONS.approve, 'Approve', {
      style: 'primary',
      value,
      confirm: confirm('Approve this order?', `${consequence}${waiver}`, 'Approve', 'Not now'),
    }),
    button(ACTIONS.reject, 'Reject', { value }),
    button(ACTIONS.cancel, 'Cancel order', {
      value,
      confirm: confirm(
        'Cancel this order?',
        `The project “${name}” is then not ordered. Only its requester can do this.`,
        'Cancel order',
        'Keep it',
      ),
    }),
  );
}

/** Who decided what, and when; it stays in the thread. */
function decided(order: Order, isLatest: boolean): string {
  if (!isLatest) return ':arrows_counterclockwise: This quote was replaced by a newer one below.';
  const given = order.approvals
    .filter((approval) => approval.fingerprint === order.fingerprint)
    .map(({ by, at }) => `${mention(by)} ${when(at)}`);
  if (order.state === 'approved' || order.state === 'unpaid' || given.length > 0) {
    const approved = `:white_check_mark: Approved: ${given.join(', ')}.`;
    if (order.state === 'approved' || order.state === 'unpaid') return approved;
    return `${approved} ${ending(order)}`;
  }
  return ending(order);
}

function ending(order: Order): string {
  const last = lastInStory(order);
  const at = last ? ` ${when(last.at)}` : '';
  if (last?.kind === 'rejected') return `:no_entry: Rejected by ${mention(last.by)}${at}.`;
  if (last?.kind === 'cancelled') return `:wastebasket: Cancelled by ${mention(last.by)}${at}.`;
  if (last?.kind === 'expired') return `:hourglass: Expired${at}: nobody decided in time.`;
  return ':arrows_counterclockwise: No longer to be decided: see below.';
}
