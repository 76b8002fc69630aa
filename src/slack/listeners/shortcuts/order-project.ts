import type { AllMiddlewareArgs, GlobalShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import type { ListenerContext } from '../context.ts';
import { openRequestForm } from '../open-request-form.ts';

type ShortcutArgs = SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs;

/** The global shortcut: the same form as /order-cloud, which also asks for the channel. */
export function orderProject(ctx: ListenerContext) {
  return async ({ ack, shortcut }: ShortcutArgs): Promise<void> => {
    await ack();
    await openRequestForm(ctx, shortcut.user.id, shortcut.trigger_id);
  };
}
