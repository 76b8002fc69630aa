import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { MATCH_PREFIX } from '../../actions/match.ts';
import { MORE_MENU } from '../../actions/more.ts';
import { HOME_ACTIONS } from '../../ids.ts';
import { replyEphemerally } from '../clicks.ts';
import type { ListenerContext } from '../context.ts';
import { PAGE } from './home-buttons.ts';

type ActionArgs = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

/** `It is …` and `None of these`. */
export const CHOOSE = new RegExp(`^${MATCH_PREFIX}(\\d+|none)$`);

const OTHERS: readonly string[] = [MORE_MENU, HOME_ACTIONS.newOrder];

const place = z.object({
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }).nullish().catch(null),
  message: z.object({ ts: z.string(), thread_ts: z.string().nullish() }).nullish().catch(null),
  trigger_id: z.string().nullish().catch(null),
  response_url: z
    .url({ protocol: /^https?$/ })
    .nullish()
    .catch(null),
});

/**
 * A button of another version of the app, for which Slack would show an error: the person who clicks reads that it no
 * longer works. `actions`: the IDs that this version knows.
 */
export function unknownButton(ctx: ListenerContext, actions: ReadonlySet<string>) {
  return async ({ ack, body, action }: ActionArgs): Promise<void> => {
    const { action_id: id } = action;
    if (actions.has(id) || OTHERS.includes(id) || CHOOSE.test(id) || PAGE.test(id)) return;
    await ack();
    ctx.log.info('ignored a click on a button unknown to this version');
    const { success, data } = place.safeParse(body);
    if (!success) return;
    const click = {
      orderId: '',
      fingerprint: '',
      user: data.user.id,
      channel: data.channel?.id,
      threadTs: data.message?.thread_ts ?? data.message?.ts,
      messageTs: data.message?.ts,
      trigger: data.trigger_id ? { id: data.trigger_id, isUsed: false } : null,
      responseUrl: data.response_url ?? undefined,
    };
    await replyEphemerally(ctx, click, ({ messages }) => messages.replies.buttonNotKnown);
  };
}
