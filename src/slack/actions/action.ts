import type { types } from '@slack/bolt';
import type { Command } from '../../application/decide.ts';
import type { Order } from '../../orders/order.ts';
import type { Messages } from '../i18n/catalogue.ts';
import { button } from '../views/blocks.ts';
import { buttonValue, menuValue } from '../views/button-value.ts';
import type { RenderContext } from '../views/render-context.ts';

/** For whom a view is rendered: everyone in the channel, or one person. */
export type Viewer = 'everyone' | { id: string; isApprover: boolean };

/**
 * Something that people can do with an order in one click: a button, or an entry of the ⋯ menu. Permissions are checked at
 * the click; `isVisible` only hides what could not work.
 */
export type OrderAction = {
  /** The `action_id` that Slack sends with the click. */
  id: string;
  label: (messages: Messages, order: Order) => string;
  isVisible: (order: Order, viewer: Viewer) => boolean;
  style?: 'primary';
  /** The dialog that asks again. Entries of a menu have none. */
  confirm?: (order: Order, ctx: RenderContext) => types.ConfirmationDialog;
  /** What the click is about besides the order, in hex digits. Nothing by default. */
  subject?: (order: Order) => string;
  /** The page that the click opens. */
  url?: (order: Order) => string;
  /** The command of the click, if that is all it does: then the action needs no listener of its own. */
  command?: Command;
};

/** The button of an action; null if it is not visible. */
export function actionButton(
  action: OrderAction,
  order: Order,
  {
    ctx,
    viewer = 'everyone',
    style = action.style,
  }: { ctx: RenderContext; viewer?: Viewer; style?: 'primary' },
): types.Button | null {
  if (!action.isVisible(order, viewer)) return null;
  const url = action.url?.(order);
  return button(action.id, action.label(ctx.messages, order), {
    value: buttonValueOf(action, order),
    ...(url && { url }),
    ...(style && { style }),
    ...(action.confirm && { confirm: action.confirm(order, ctx) }),
  });
}

/** The ⋯ menu with those of `among` that are visible; null if none is. */
export function actionMenu(
  order: Order,
  menu: { id: string; among: readonly OrderAction[]; ctx: RenderContext; viewer?: Viewer },
): types.Overflow | null {
  const { id, among, ctx, viewer = 'everyone' } = menu;
  const options = among
    .filter((action) => action.isVisible(order, viewer))
    .map((action) => ({
      text: { type: 'plain_text' as const, text: action.label(ctx.messages, order) },
      value: menuValue({ action: action.id, value: buttonValueOf(action, order) }),
    }));
  return options.length > 0 ? { type: 'overflow', action_id: id, options } : null;
}

function buttonValueOf(action: OrderAction, order: Order): string {
  return buttonValue({ orderId: order.id, fingerprint: action.subject?.(order) ?? '' });
}

/** Whether a view is for this person, or for everyone. */
export function isFor(viewer: Viewer, person: string): boolean {
  return viewer === 'everyone' || viewer.id === person;
}
