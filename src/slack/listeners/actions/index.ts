import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { ACTIONS, HOME_ACTIONS } from '../../ids.ts';
import type { Desk } from '../desk.ts';
import { approve } from './approve.ts';
import { cancel } from './cancel.ts';
import { edit } from './edit.ts';
import { newOrderFromHome, TURN, turnHome } from './home-buttons.ts';
import { pay } from './pay.ts';
import { reject } from './reject.ts';
import { chooseOrder, giveUp } from './settle.ts';
import { takeBack } from './take-back.ts';
import { tryAgain } from './try-again.ts';

export function register(app: App, desk: Desk): void {
  app.action({ type: 'block_actions', action_id: ACTIONS.approve }, approve(desk));
  app.action({ type: 'block_actions', action_id: ACTIONS.reject }, reject(desk));
  app.action({ type: 'block_actions', action_id: ACTIONS.takeBack }, takeBack(desk));
  app.action({ type: 'block_actions', action_id: ACTIONS.edit }, edit(desk));
  app.action({ type: 'block_actions', action_id: ACTIONS.cancel }, cancel(desk));
  app.action({ type: 'block_actions', action_id: ACTIONS.tryAgain }, tryAgain(desk));
  app.action({ type: 'block_actions', action_id: ACTIONS.pay }, pay(desk));
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: HOME_ACTIONS.newOrder },
    newOrderFromHome(desk),
  );
  app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id: TURN }, turnHome(desk));
  const choose = new RegExp(`^${ACTIONS.chooseOrder}(\\d+|none)$`);
  app.action({ type: 'block_actions', action_id: choose }, chooseOrder(desk));
  app.action({ type: 'block_actions', action_id: ACTIONS.giveUp }, giveUp(desk));
}
