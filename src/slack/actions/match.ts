import { truncate } from '../../orders/typed-text.ts';
import { confirm } from '../views/blocks.ts';
import type { OrderAction } from './action.ts';

/** Followed by a number or `none`: there are several of these buttons side by side. */
export const MATCH_PREFIX = 'order_match_';

/** Dialogs hold plain text, of 300 characters. */
const MAX_NAME_LENGTH = 100;

/** `It is …`: an approver says which OVHcloud order a lost checkout became. */
export function confirmMatch(ovhOrderId: number, index: number): OrderAction {
  const orderId = String(ovhOrderId);
  return {
    id: `${MATCH_PREFIX}${index}`,
    label: ({ match }) => match.itIs({ orderId }),
    isVisible: ({ state }) => state === 'approved',
    subject: () => orderId,
    confirm({ request }, { messages: { match } }) {
      const name = truncate(request.projectName, MAX_NAME_LENGTH);
      return confirm({
        title: match.itIsTitle({ orderId }),
        text: match.itIsText({ orderId, name }),
        yes: match.itIs({ orderId }),
        no: match.back,
      });
    },
  };
}

/** `None of these`: an approver says that it became none of the orders that were found. */
export const rejectMatches: OrderAction = {
  id: `${MATCH_PREFIX}none`,
  label: ({ match }) => match.none,
  isVisible: ({ state }) => state === 'approved',
  confirm({ request }, { messages: { match } }) {
    const name = truncate(request.projectName, MAX_NAME_LENGTH);
    return confirm({
      title: match.noneTitle,
      text: match.noneText({ name }),
      yes: match.none,
      no: match.back,
    });
  },
};

/** `Stop looking`: an approver ends an order whose OVHcloud order cannot be found. */
export const abandonSearch: OrderAction = {
  id: 'order_abandon_search',
  command: { type: 'search_abandoned' },
  label: ({ match }) => match.stop,
  isVisible: ({ state }) => state === 'approved',
  confirm({ request }, { messages: { match } }) {
    const name = truncate(request.projectName, MAX_NAME_LENGTH);
    return confirm({
      title: match.stopTitle,
      text: match.stopText({ name }),
      yes: match.stop,
      no: match.back,
    });
  },
};
