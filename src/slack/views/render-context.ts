import type { Order } from '../../orders/order.ts';
import type { Language } from '../i18n/catalogue.ts';

/** What rendering depends on besides the order: whose language, and the settings. */
export type RenderContext = Language & {
  /** User and user group ids. */
  approvers: readonly string[];
  approvalsRequired: number;
  checkoutUrlTo: 'channel' | 'requester';
  /** Where a project is in OVHcloud's control panel; null where no control panel is known. */
  projectPage: (projectId: string) => string | null;
  /** OVHcloud's guide to the first steps in a project, in a language such as `fr`. */
  guidePage?: (language: string) => string;
  /** The app may add a voucher to the order's project, so its requester is offered that. */
  offersVoucher?: boolean;
  /** There is a right of withdrawal that requesters may waive; otherwise it is not mentioned. */
  hasWaiver: boolean;
  /** The delivery of the message with the order's payment link; left out if unknown. */
  linkDelivery?: MessageDelivery | undefined;
  /** The requester's display name; left out if Slack does not return it. */
  requesterName?: string | undefined;
  /** Who still has to decide: people and user groups; left out if unknown. */
  pendingApprovers?: readonly string[] | undefined;
  /** The link to the order's first message; left out while there is none. */
  permalink?: string | undefined;
};

/** Whether a message is in Slack, as far as Slack has said: `pending` before it was tried; `errorCode`: why it is not. */
export type MessageDelivery =
  | { state: 'pending' | 'delivered' }
  | { state: 'retrying' | 'failed'; errorCode: string };

/** Whether the order waives a right of withdrawal that there is. */
export function waivesWithdrawal({ request }: Order, { hasWaiver }: RenderContext): boolean {
  return hasWaiver && request.waiveWithdrawal;
}
