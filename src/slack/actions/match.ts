import { truncate } from '../../orders/typed-text.ts';
import { confirm } from '../views/blocks.ts';
import type { OrderAction } from './action.ts';

/** Followed by a number or `none`: several of these buttons stand side by side. */
export const MATCH_PREFIX = 'order_match_';

/** Dialogs hold plain text, of 300 characters. */
const LONGEST_NAME = 100;

/** `It is …`: an approver says which OVHcloud order a checkout became whose answer was lost. */
export function confirmMatch(ovhOrderId: number, index: number): OrderAction {
  const orderId = String(ovhOrderId);
  return {
    id: `${MATCH_PREFIX}${index}`,
    label: ({ match }) => match.itIs({ orderId }),
    isVisible: ({ state }) => state === 'approved',
    subject: () => orderId,
    confirm({ request }, { messages: { match } }) {
      const name = truncate(request.projectName, LONGEST_NAME);
      return confirm(
        match.itIsTitle({ orderId }),
        match.itIsText({ orderId, name }),
        match.itIs({ orderId }),
        match.back,
      );
    },
  };
}

/** `None of these`: an approver says that it became none of the orders that were found. */
export const rejectMatches: OrderAction = {
  id: `${MATCH_PREFIX}none`,
  label: ({ match }) => match.none,
  isVisible: ({ state }) => state === 'approved',
  confirm({ request }, { messages: { match } }) {
    const name = truncate(request.projectName, LONGEST_NAME);
    return confirm(match.noneTitle, match.noneText({ name }), match.none, match.back);
  },
};

/** `Stop looking`: an approver ends an order whose OVHcloud order cannot be found. */
export const abandonSearch: OrderAction = {
  id: 'order_abandon_search',
  command: { type: 'search_abandoned' },
  label: ({ match }) => match.stop,
  isVisible: ({ state }) => state === 'approved',
  confirm({ request }, { messages: { match } }) {
    const name = truncate(request.projectName, LONGEST_NAME);
    return confirm(match.stopTitle, match.stopText({ name }), match.stop, match.back);
  },
};
