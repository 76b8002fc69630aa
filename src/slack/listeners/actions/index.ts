import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { OrderAction } from '../../actions/action.ts';
import { addVoucher as addVoucherAction } from '../../actions/add-voucher.ts';
import { approve as approveAction } from '../../actions/approve.ts';
import { cancel as cancelAction } from '../../actions/cancel.ts';
import { edit as editAction } from '../../actions/edit.ts';
import { abandonSearch } from '../../actions/match.ts';
import { MENU_ACTIONS, MORE_MENU } from '../../actions/more.ts';
import { orderAgain as orderAgainAction } from '../../actions/order-again.ts';
import { pay as payAction } from '../../actions/pay.ts';
import { reject as rejectAction } from '../../actions/reject.ts';
import { showPaymentLink as showPaymentLinkAction } from '../../actions/show-payment-link.ts';
import { tryAgain as tryAgainAction } from '../../actions/try-again.ts';
import { HOME_ACTIONS } from '../../ids.ts';
import { type ActionArgs, decideAndReply, onClick } from '../clicks.ts';
import type { ListenerContext } from '../context.ts';
import { addVoucher } from './add-voucher.ts';
import { approve } from './approve.ts';
import { cancel } from './cancel.ts';
import { edit } from './edit.ts';
import { newOrderFromHome, PAGE, paginateHome } from './home-buttons.ts';
import { confirmMatch } from './match.ts';
import { choose } from './menu.ts';
import { orderAgain } from './order-again.ts';
import { pay } from './pay.ts';
import { reject } from './reject.ts';
import { showPaymentLink } from './show-payment-link.ts';
import { tryAgain } from './try-again.ts';
import { CHOOSE, unknownButton } from './unknown-button.ts';

type Listener = (args: ActionArgs) => Promise<void>;

/** The listener of each action, as a button or as an entry of the ⋯ menu. */
const LISTENERS: readonly (readonly [OrderAction, (ctx: ListenerContext) => Listener])[] = [
  [approveAction, approve],
  [rejectAction, reject],
  [editAction, edit],
  [cancelAction, cancel],
  [tryAgainAction, tryAgain],
  [orderAgainAction, orderAgain],
  [payAction, pay],
  [showPaymentLinkAction, showPaymentLink],
  [addVoucherAction, addVoucher],
];

/** Actions that are one command and nothing else need no listener of their own. */
const COMMANDS: readonly OrderAction[] = [...MENU_ACTIONS, abandonSearch];

export function register(app: App, ctx: ListenerContext): void {
  const listeners = new Map<string, Listener>([
    ...LISTENERS.map(([{ id }, listener]) => [id, listener(ctx)] as const),
    ...COMMANDS.flatMap(({ id, command }) =>
      command ? [[id, onClick(ctx, (click) => decideAndReply(ctx, click, command))] as const] : [],
    ),
  ]);
  for (const [id, listener] of listeners) app.action({ type: 'block_actions', action_id: id }, listener);
  app.action({ type: 'block_actions', action_id: MORE_MENU }, choose(ctx, listeners));
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: HOME_ACTIONS.newOrder },
    newOrderFromHome(ctx),
  );
  app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id: PAGE }, paginateHome(ctx));
  app.action({ type: 'block_actions', action_id: CHOOSE }, confirmMatch(ctx));
  app.action({ type: 'block_actions', action_id: /^/ }, unknownButton(ctx, new Set(listeners.keys())));
}
