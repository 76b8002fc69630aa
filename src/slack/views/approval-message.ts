import { countedApprovers } from '../../orders/approval-policy.ts';
import type { Order, TimelineEntry } from '../../orders/order.ts';
import { chargesAccount } from '../../orders/quote.ts';
import { formatList } from '../i18n/grammar.ts';
import { type Blocks, buttons, context, mention, section, slackDate } from './blocks.ts';
import {
  approveButton,
  cancelButton,
  editButton,
  rejectButton,
  withdrawApprovalButton,
} from './decision-buttons.ts';
import { price, projectName, quoteText } from './quote-blocks.ts';
import { type Content, type RenderContext, waivesWithdrawal } from './render-context.ts';

type ApprovalRequested = Extract<TimelineEntry, { kind: 'approval_requested' }>;

/** The message in the thread on which approvers decide. Its buttons go once this quote is decided. */
export function approvalMessage(order: Order, entry: ApprovalRequested, ctx: RenderContext): Content {
  const latest = order.timeline.findLast((entry) => entry.kind === 'approval_requested');
  const open = order.state === 'awaiting_approval' && latest?.number === entry.number && order.quote !== null;
  if (!open || !order.quote) {
    const isLatest = latest?.number === entry.number;
    const outcome = decisionText(order, isLatest, ctx);
    const canTakeBack = isLatest && order.state === 'approved' && !order.checkoutAttempt;
    const withdrawApproval = canTakeBack ? [buttons(withdrawApprovalButton(order, ctx.messages))] : [];
    return { text: outcome, blocks: [section(outcome), ...withdrawApproval] };
  }

  const { approval } = ctx.messages;
  const { quote } = order;
  // Requesters who are approvers know of their own order.
  const others = ctx.approvers.filter((id) => id !== order.requester);
  const approverMentions = (others.length > 0 ? others : ctx.approvers).map(mention).join(' ');
  // The requester is not named: a mention would call them, and the root message says who it is.
  const question = approval.question({
    approverMentions,
    name: projectName(order),
    price: price(quote, ctx),
  });
  const warning = ctx.approvalsRequired > 1 ? approval.lastCharges : approval.charges;
  const charges = chargesAccount(quote) ? warning : '';
  const warnings = [
    charges && `:warning: ${charges}`,
    waivesWithdrawal(order, ctx) ? `:warning: ${approval.withdrawalGivenUp}` : '',
  ].filter(Boolean);
  const progress = ctx.approvalsRequired > 1 ? approvalsSoFar(order, ctx) : '';
  const blocks: Blocks = [
    section([question, ...warnings].join('\n')),
    ...(progress ? [context(progress)] : []),
    buttons(
      approveButton(order, quote, entry.fingerprint, ctx),
      rejectButton(order, ctx.messages),
      editButton(order, ctx.messages),
      cancelButton(order, ctx.messages),
      ...(countedApprovers(order).length > 0 ? [withdrawApprovalButton(order, ctx.messages)] : []),
    ),
  ];
  const facts = quoteText(order, quote, ctx);
  const text = [question, charges, facts, progress].filter(Boolean).join(' ');
  return { text, blocks };
}

/** Who has approved this quote, and when; empty where nobody has. */
function approvalsOf(order: Order, ctx: RenderContext): string {
  const { approvedBy } = ctx.messages.approval;
  const given = order.approvals.filter(({ fingerprint }) => fingerprint === order.fingerprint);
  return formatList(
    ctx.locale,
    given.map(({ by, at }) => approvedBy({ by: mention(by), at: slackDate(at, ctx) })),
  );
}

function approvalsSoFar(order: Order, ctx: RenderContext): string {
  const { noneYet, soFar } = ctx.messages.approval;
  const given = countedApprovers(order).length;
  const required = ctx.approvalsRequired;
  return given === 0 ? noneYet({ required }) : soFar({ given, required, approvals: approvalsOf(order, ctx) });
}

/** Who decided what, and when; it stays in the thread. */
function decisionText(order: Order, isLatest: boolean, ctx: RenderContext): string {
  const { approval } = ctx.messages;
  if (!isLatest) return `:arrows_counterclockwise: ${approval.replaced}`;
  const given = countedApprovers(order).length;
  const goesOn = ['approved', 'awaiting_payment', 'delivering', 'ready'].includes(order.state);
  if (goesOn || given >= ctx.approvalsRequired) {
    const approved = `:white_check_mark: ${approval.approved({ approvals: approvalsOf(order, ctx) })}`;
    return goesOn ? approved : `${approved} ${approval.seeBelow}`;
  }
  if (given > 0) return `${closingText(order, ctx)} ${approvalsSoFar(order, ctx)}.`;
  return closingText(order, ctx);
}

function closingText(order: Order, ctx: RenderContext): string {
  const { approval } = ctx.messages;
  const { closure, state } = order;
  const at = slackDate(closure?.at ?? order.createdAt, ctx);
  const by = mention(closure?.by ?? order.requester);
  if (state === 'rejected') return `:no_entry: ${approval.rejected({ by, at })}`;
  if (state === 'cancelled') return `:wastebasket: ${approval.cancelled({ by, at })}`;
  if (state === 'approval_expired') return `:hourglass: ${approval.expired({ at })}`;
  return `:arrows_counterclockwise: ${approval.noLonger}`;
}
