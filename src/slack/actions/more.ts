import type { types } from '@slack/bolt';
import type { Order } from '../../orders/order.ts';
import type { RenderContext } from '../views/render-context.ts';
import { actionMenu, type OrderAction, type Viewer } from './action.ts';
import { cancel } from './cancel.ts';
import { edit } from './edit.ts';
import { withdrawApproval } from './withdraw-approval.ts';

/** The `action_id` of the ⋯ menu; its options name the action that is meant. */
export const MORE_MENU = 'order_more';

/** The entries of the ⋯ menu. */
export const MENU_ACTIONS: readonly OrderAction[] = [edit, cancel, withdrawApproval];

/** The ⋯ menu beside an order's buttons; null if it would be empty. */
export function moreMenu(
  order: Order,
  options: { ctx: RenderContext; viewer?: Viewer },
): types.Overflow | null {
  return actionMenu(order, { id: MORE_MENU, among: MENU_ACTIONS, ...options });
}
