import { lastInStory, type Order, type StoryItem } from '../../orders/order.ts';
import { approversOf } from '../../orders/policy.ts';
import { chargesAccount } from '../../orders/quote.ts';
import { listed } from '../words/grammar.ts';
import { type Blocks, buttons, mention, paragraph, smallPrint, when } from './blocks.ts';
import { approveButton, cancelButton, editButton, rejectButton, takeBackButton } from './decision-buttons.ts';
import { type Content, type Drawing, givesUpWithdrawal } from './drawing.ts';
import { price, projectName, quoteInSentences } from './quote-facts.ts';

type ApprovalAsked = Extract<StoryItem, { kind: 'approval_asked' }>;

/** The message in the thread on which approvers decide. Its buttons go once this quote is decided. */
export function approvalMessage(order: Order, item: ApprovalAsked, drawing: Drawing): Content {
  const latest = order.story.findLast((told) => told.kind === 'approval_asked');
  const open = order.state === 'awaiting_approval' && latest?.number === item.number && order.quote !== null;
  if (!open || !order.quote) {
    const isLatest = latest?.number === item.number;
    const outcome = decided(order, isLatest, drawing);
    const canTakeBack = isLatest && order.state === 'approved' && !order.attempt;
    const takeBack = canTakeBack ? [buttons(takeBackButton(order, drawing.words))] : [];
    return { text: outcome, blocks: [paragraph(outcome), ...takeBack] };
  }

  const { approval } = drawing.words;
  const { quote } = order;
  // Requesters who are approvers know of their own order.
  const others = drawing.approvers.filter((id) => id !== order.requester);
  const asks = (others.length > 0 ? others : drawing.approvers).map(mention).join(' ');
  // The requester is not named: a mention would call them, and the root message says who it is.
  const question = approval.question({ asks, name: projectName(order), price: price(quote, drawing) });
  const warning = drawing.approvalsRequired > 1 ? approval.lastCharges : approval.charges;
  const charges = chargesAccount(quote) ? warning : '';
  const warnings = [
    charges && `:warning: ${charges}`,
    givesUpWithdrawal(order, drawing) ? `:warning: ${approval.withdrawalGivenUp}` : '',
  ].filter(Boolean);
  const progress = drawing.approvalsRequired > 1 ? approvalsSoFar(order, drawing) : '';
  const blocks: Blocks = [
    paragraph([question, ...warnings].join('\n')),
    ...(progress ? [smallPrint(progress)] : []),
    buttons(
      approveButton(order, quote, item.fingerprint, drawing),
      rejectButton(order, drawing.words),
      editButton(order, drawing.words),
      cancelButton(order, drawing.words),
      ...(approversOf(order).length > 0 ? [takeBackButton(order, drawing.words)] : []),
    ),
  ];
  const facts = quoteInSentences(order, quote, drawing);
  const text = [question, charges, facts, progress].filter(Boolean).join(' ');
  return { text, blocks };
}

/** Who has approved this quote, and when; empty where nobody has. */
function approvalsOf(order: Order, drawing: Drawing): string {
  const { approvedBy } = drawing.words.approval;
  const given = order.approvals.filter(({ fingerprint }) => fingerprint === order.fingerprint);
  return listed(
    drawing.locale,
    given.map(({ by, at }) => approvedBy({ by: mention(by), at: when(at, drawing) })),
  );
}

function approvalsSoFar(order: Order, drawing: Drawing): string {
  const { noneYet, soFar } = drawing.words.approval;
  const given = approversOf(order).length;
  const required = drawing.approvalsRequired;
  return given === 0
    ? noneYet({ required })
    : soFar({ given, required, approvals: approvalsOf(order, drawing) });
}

/** Who decided what, and when; it stays in the thread. */
function decided(order: Order, isLatest: boolean, drawing: Drawing): string {
  const { approval } = drawing.words;
  if (!isLatest) return `:arrows_counterclockwise: ${approval.replaced}`;
  const given = approversOf(order).length;
  const goesOn = ['approved', 'unpaid', 'delivering', 'ready'].includes(order.state);
  if (goesOn || given >= drawing.approvalsRequired) {
    const approved = `:white_check_mark: ${approval.approved({ approvals: approvalsOf(order, drawing) })}`;
    return goesOn ? approved : `${approved} ${approval.seeBelow}`;
  }
  if (given > 0) return `${ending(order, drawing)} ${approvalsSoFar(order, drawing)}.`;
  return ending(order, drawing);
}

function ending(order: Order, drawing: Drawing): string {
  const { approval } = drawing.words;
  const last = lastInStory(order);
  const at = when(last?.at ?? order.createdAt, drawing);
  if (last?.kind === 'rejected') return `:no_entry: ${approval.rejected({ by: mention(last.by), at })}`;
  if (last?.kind === 'cancelled') return `:wastebasket: ${approval.cancelled({ by: mention(last.by), at })}`;
  if (last?.kind === 'expired') return `:hourglass: ${approval.expired({ at })}`;
  return `:arrows_counterclockwise: ${approval.noLonger}`;
}
