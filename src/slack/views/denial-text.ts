import { countedApprovers } from '../../orders/approval-policy.ts';
import type { Denial } from '../../orders/denial.ts';
import { hasOvhOrder } from '../../orders/failure.ts';
import type { Order } from '../../orders/order.ts';
import type { Language, Messages } from '../i18n/catalogue.ts';
import { formatList } from '../i18n/grammar.ts';
import { actor, mention, slackDate } from './blocks.ts';
import { isShownTo } from './name-taken.ts';
import { blockquote, projectName } from './quote-blocks.ts';

/** Says to the person who clicked why nothing came of it. */
export function denialText({ reason, order }: Denial, language: Language): string {
  const { denials } = language.messages;
  switch (reason.kind) {
    case 'invalid_state':
    case 'quorum_missing':
      return currentStatusText(order, language);
    case 'not_an_approver':
      return denials.notAnApprover;
    case 'own_order':
      return denials.ownOrder;
    case 'approved_already':
      return denials.approvedAlready(reason);
    case 'quote_changed':
      return denials.quoteChanged;
    case 'not_the_requester':
      return denials.notTheRequester({ requester: mention(order.requester) });
    case 'nothing_changed':
      return denials.nothingChanged;
    case 'no_approval_given':
      return denials.noApprovalGiven;
    case 'being_placed':
      return denials.checkoutBegan;
    case 'name_taken':
      return isShownTo(reason.other, { user: order.requester, channel: order.channel })
        ? denials.nameTaken({ name: projectName(order), id: reason.other.id })
        : language.messages.requestProblems.nameTakenElsewhere;
  }
}

/** Where the order stands, and who decided what and when. */
function currentStatusText(order: Order, language: Language): string {
  const { approval, denials } = language.messages;
  const given = order.approvals
    .filter(({ by }) => countedApprovers(order).includes(by))
    .map(({ by, at }) => approval.approvedBy({ by: mention(by), at: slackDate(at, language) }));
  const approvals = formatList(language.locale, given);
  switch (order.state) {
    case 'requested':
      return denials.preparing;
    case 'awaiting_approval':
      return denials.waiting;
    case 'approved':
      return denials.beingPlaced({ approvals });
    case 'awaiting_payment':
      return denials.placed({ approvals, orderId: String(order.ovhOrder?.orderId) });
    case 'delivering': {
      const said = order.fulfilment?.progress === 'cancelling' ? denials.cancelling : denials.delivering;
      return said({ orderId: String(order.ovhOrder?.orderId) });
    }
    case 'ready':
      return denials.ready;
    default:
      return closingText(order, language);
  }
}

function closingText(order: Order, language: Language): string {
  const { denials } = language.messages;
  const { closure } = order;
  const at = slackDate(closure?.at ?? order.createdAt, language);
  const by = actor(closure?.by ?? order.requester, language);
  switch (order.state) {
    case 'rejected':
      return `${denials.rejected({ by, at })}\n${blockquote(closure?.reason ?? '')}`;
    case 'cancelled':
      return denials.cancelled({ by, at });
    case 'approval_expired':
      return denials.approvalExpired({ at });
    case 'payment_expired':
      return closure?.failure
        ? denials.endedPlaced
        : denials.paymentExpired({ orderId: String(order.ovhOrder?.orderId) });
    case 'failed':
      return closure?.failure && hasOvhOrder(closure.failure) ? denials.endedPlaced : denials.ended;
    default:
      return denials.ended;
  }
}

/** Takes out what plain text, as in a modal's errors, would show as codes: mentions, dates, escapes. */
export function withoutMarkup(text: string, { denials }: Messages): string {
  return text
    .replaceAll(/<!date\^[^|]*\|([^>]*)>/g, '$1')
    .replaceAll(/<[@!][^>]*>/g, denials.somebody)
    .replaceAll(/[*>]/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
