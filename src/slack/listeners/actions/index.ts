import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { ACTIONS, HOME_ACTIONS } from '../../ids.ts';
import type { ListenerContext } from '../context.ts';
import { addVoucher } from './add-voucher.ts';
import { approve } from './approve.ts';
import { cancel } from './cancel.ts';
import { edit } from './edit.ts';
import { newOrderFromHome, PAGE, paginateHome } from './home-buttons.ts';
import { abandonSearch, confirmMatch } from './match.ts';
import { pay } from './pay.ts';
import { reject } from './reject.ts';
import { showPaymentLink } from './show-payment-link.ts';
import { tryAgain } from './try-again.ts';
import { CHOOSE, unknownButton } from './unknown-button.ts';
import { withdrawApproval } from './withdraw-approval.ts';

export function register(app: App, ctx: ListenerContext): void {
  app.action({ type: 'block_actions', action_id: ACTIONS.approve }, approve(ctx));
  app.action({ type: 'block_actions', action_id: ACTIONS.reject }, reject(ctx));
  app.action({ type: 'block_actions', action_id: ACTIONS.withdrawApproval }, withdrawApproval(ctx));
  app.action({ type: 'block_actions', action_id: ACTIONS.edit }, edit(ctx));
  app.action({ type: 'block_actions', action_id: ACTIONS.cancel }, cancel(ctx));
  app.action({ type: 'block_actions', action_id: ACTIONS.tryAgain }, tryAgain(ctx));
  app.action({ type: 'block_actions', action_id: ACTIONS.pay }, pay(ctx));
  app.action({ type: 'block_actions', action_id: ACTIONS.showLink }, showPaymentLink(ctx));
  app.action({ type: 'block_actions', action_id: ACTIONS.addVoucher }, addVoucher(ctx));
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: HOME_ACTIONS.newOrder },
    newOrderFromHome(ctx),
  );
  app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id: PAGE }, paginateHome(ctx));
  app.action({ type: 'block_actions', action_id: CHOOSE }, confirmMatch(ctx));
  app.action({ type: 'block_actions', action_id: ACTIONS.abandonSearch }, abandonSearch(ctx));
  app.action({ type: 'block_actions', action_id: /^/ }, unknownButton(ctx));
}
