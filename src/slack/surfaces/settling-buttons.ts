import type { Order, StoryItem } from '../../orders/order.ts';
import { ACTIONS } from '../ids.ts';
import type { Words } from '../words/catalogue.ts';
import { type Blocks, button, buttons, clip, confirm } from './blocks.ts';
import { buttonValue } from './button-value.ts';

/**
 * The buttons with which an approver settles what became of a checkout whose answer was lost. None for other parts of
 * the story.
 */
export function settlingButtons(order: Order, item: StoryItem, { settling }: Words): Blocks {
  const value = (choice: string) => buttonValue({ orderId: order.id, fingerprint: choice });
  const name = clip(order.request.projectName, 100);
  if (item.kind === 'orders_to_choose') {
    const choices = item.orderIds.slice(0, 10).map((id, index) => {
      const orderId = String(id);
      const label = settling.itIs({ orderId });
      const text = settling.itIsText({ orderId, name });
      const sure = confirm(settling.itIsTitle({ orderId }), text, label, settling.back);
      return button(`${ACTIONS.chooseOrder}${index}`, label, { value: value(orderId), confirm: sure });
    });
    const sure = confirm(settling.noneTitle, settling.noneText({ name }), settling.none, settling.back);
    const none = button(`${ACTIONS.chooseOrder}none`, settling.none, { value: value(''), confirm: sure });
    return [buttons(...choices, none)];
  }
  if (item.kind !== 'order_not_found') return [];
  const sure = confirm(settling.stopTitle, settling.stopText({ name }), settling.stop, settling.back);
  return [buttons(button(ACTIONS.giveUp, settling.stop, { value: value(''), confirm: sure }))];
}
