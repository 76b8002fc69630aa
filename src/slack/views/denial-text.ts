import type { Denial } from '../../orders/denial.ts';
import type { Language, LocalizedText } from '../i18n/catalogue.ts';
import { mention } from './blocks.ts';
import { toPlainText } from './markup.ts';
import { isShownTo } from './name-taken.ts';
import { linkedName } from './quote-text.ts';
import type { RenderContext } from './render-context.ts';
import { stateView } from './state-views.ts';

/** Explains to the person who clicked why the command was denied. `permalink`: of the conflicting order. */
export function denialText(
  { reason, order }: Denial,
  language: Language & Pick<RenderContext, 'permalink'>,
): string {
  const { denials } = language.messages;
  switch (reason.kind) {
    case 'invalid_state':
    case 'quorum_missing':
      return stateView(order).denied(order, language);
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
    case 'too_many_open':
      return language.messages.requestProblems.tooManyOpen({ count: reason.limit });
    case 'name_taken':
      return isShownTo(reason.other, { user: order.requester, channel: order.channel })
        ? denials.nameTaken({ name: linkedName(order, language), id: reason.other.id })
        : language.messages.requestProblems.nameTakenElsewhere;
  }
}

/** The same as plain text, for a modal's errors. */
export function plainDenialText(denial: Denial): LocalizedText {
  return (language) => toPlainText(denialText(denial, language), language.messages.denials);
}
