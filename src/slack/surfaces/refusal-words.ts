import { wasPlaced } from '../../orders/failure.ts';
import { lastInStory, type Order } from '../../orders/order.ts';
import { approversOf } from '../../orders/policy.ts';
import type { Refusal } from '../../orders/refusal.ts';
import type { Language, Words } from '../words/catalogue.ts';
import { listed } from '../words/grammar.ts';
import { mention, when } from './blocks.ts';
import { projectName, quoted } from './quote-facts.ts';

/** Says to the person who clicked why nothing came of it. */
export function refusalWords({ reason, order }: Refusal, language: Language): string {
  const { refusals } = language.words;
  switch (reason.kind) {
    case 'not_now':
    case 'quorum_missing':
      return howItStands(order, language);
    case 'not_an_approver':
      return refusals.notAnApprover;
    case 'own_order':
      return refusals.ownOrder;
    case 'approved_already':
      return refusals.approvedAlready(reason);
    case 'quote_changed':
      return refusals.quoteChanged;
    case 'not_the_requester':
      return refusals.notTheRequester({ requester: mention(order.requester) });
    case 'nothing_changed':
      return refusals.nothingChanged;
    case 'no_approval_given':
      return refusals.noApprovalGiven;
    case 'being_placed':
      return refusals.checkoutBegan;
    case 'name_taken':
      return refusals.nameTaken({ name: projectName(order), id: reason.otherId });
  }
}

/** Where the order stands, and who decided what and when. */
function howItStands(order: Order, language: Language): string {
  const { approval, refusals } = language.words;
  const given = order.approvals
    .filter(({ by }) => approversOf(order).includes(by))
    .map(({ by, at }) => approval.approvedBy({ by: mention(by), at: when(at, language) }));
  const approvals = listed(language.locale, given);
  switch (order.state) {
    case 'requested':
      return refusals.preparing;
    case 'awaiting_approval':
      return refusals.waiting;
    case 'approved':
      return refusals.beingPlaced({ approvals });
    case 'unpaid':
      return refusals.placed({ approvals, orderId: String(order.placed?.orderId) });
    case 'delivering': {
      const said = order.delivery?.progress === 'cancelling' ? refusals.cancelling : refusals.delivering;
      return said({ orderId: String(order.placed?.orderId) });
    }
    case 'ready':
      return refusals.ready;
    default:
      return howItEnded(order, language);
  }
}

function howItEnded(order: Order, language: Language): string {
  const { refusals } = language.words;
  const last = lastInStory(order);
  const at = when(last?.at ?? order.createdAt, language);
  switch (last?.kind) {
    case 'rejected':
      return `${refusals.rejected({ by: mention(last.by), at })}\n${quoted(last.reason)}`;
    case 'cancelled':
      return refusals.cancelled({ by: mention(last.by), at });
    case 'expired':
      return refusals.expired({ at });
    case 'lapsed':
      return refusals.lapsed({ orderId: String(last.orderId) });
    case 'failed':
      return wasPlaced(last.failure) ? refusals.endedPlaced : refusals.ended;
    default:
      return refusals.ended;
  }
}

/** Takes out what plain text, as in a modal's errors, would show as codes: mentions, dates, escapes. */
export function withoutMarkup(text: string, { refusals }: Words): string {
  return text
    .replaceAll(/<!date\^[^|]*\|([^>]*)>/g, '$1')
    .replaceAll(/<[@!][^>]*>/g, refusals.somebody)
    .replaceAll(/[*>]/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
