import type { Order, TimelineEntry } from '../../orders/order.ts';
import type { Messages } from '../i18n/catalogue.ts';
import { ACTIONS } from '../ids.ts';
import { type Blocks, button, buttons, confirm, truncate } from './blocks.ts';
import { buttonValue } from './button-value.ts';

/**
 * The buttons with which an approver settles what became of a checkout whose answer was lost. None for other parts of
 * the timeline.
 */
export function matchButtons(order: Order, entry: TimelineEntry, { match }: Messages): Blocks {
  const value = (choice: string) => buttonValue({ orderId: order.id, fingerprint: choice });
  const name = truncate(order.request.projectName, 100);
  if (entry.kind === 'match_ambiguous') {
    const choices = entry.orderIds.slice(0, 10).map((id, index) => {
      const orderId = String(id);
      const label = match.itIs({ orderId });
      const text = match.itIsText({ orderId, name });
      const sure = confirm(match.itIsTitle({ orderId }), text, label, match.back);
      return button(`${ACTIONS.confirmMatch}${index}`, label, { value: value(orderId), confirm: sure });
    });
    const sure = confirm(match.noneTitle, match.noneText({ name }), match.none, match.back);
    const none = button(`${ACTIONS.confirmMatch}none`, match.none, { value: value(''), confirm: sure });
    return [buttons(...choices, none)];
  }
  if (entry.kind !== 'match_not_found') return [];
  const sure = confirm(match.stopTitle, match.stopText({ name }), match.stop, match.back);
  return [buttons(button(ACTIONS.abandonSearch, match.stop, { value: value(''), confirm: sure }))];
}
