import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { HomePages } from '../../../orders/order-list.ts';
import { HOME_ACTIONS } from '../../ids.ts';
import type { ListenerContext } from '../context.ts';
import { openRequestForm } from '../open-request-form.ts';

type ActionArgs = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** The action IDs that page a list of the Home. */
export const PAGE = new RegExp(`^${HOME_ACTIONS.page}(waiting|mine|recent)_(?:newer|older)$`);

/** `New order` in the Home. */
export function newOrderFromHome(ctx: ListenerContext) {
  return async ({ ack, body }: ActionArgs): Promise<void> => {
    await ack();
    await openRequestForm(ctx, { user: body.user.id, triggerId: body.trigger_id });
  };
}

/** `Newer` and `Older` below a list of the Home. */
export function paginateHome(ctx: ListenerContext) {
  return async ({ ack, body, action }: ActionArgs): Promise<void> => {
    await ack();
    const list = PAGE.exec(action.action_id)?.[1] as keyof HomePages;
    const from = Number(action.value);
    if (!Number.isSafeInteger(from) || from < 0) return;
    await ctx.homes.onPaged(body.user.id, { list, from }).catch((error: unknown) => {
      ctx.log.error({ err: error, user: body.user.id }, 'failed to page App Home');
    });
  };
}
