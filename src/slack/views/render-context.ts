import type { Order } from '../../orders/order.ts';
import type { Language } from '../i18n/catalogue.ts';
import type { Blocks } from './blocks.ts';

/** What the drawing depends on besides the order: whose language, and the settings. */
export type RenderContext = Language & {
  /** User and user group ids. */
  approvers: readonly string[];
  approvalsRequired: number;
  checkoutUrlTo: 'channel' | 'requester';
  /** Where a project is in OVHcloud's control panel; null where no control panel is known. */
  projectPage: (projectId: string) => string | null;
  /** There is a right of withdrawal that requesters may give up; else it is not spoken of. */
  hasWaiver: boolean;
};

/** Whether the order gives up a right of withdrawal that there is. */
export function waivesWithdrawal({ request }: Order, { hasWaiver }: RenderContext): boolean {
  return hasWaiver && request.waiveWithdrawal;
}

/** What a message says: `text` says it all on its own, for notifications and screen readers. */
export type Content = { text: string; blocks: Blocks };
