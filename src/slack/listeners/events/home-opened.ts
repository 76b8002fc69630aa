import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { ListenerContext } from '../context.ts';

type EventArgs = SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs;

/** Slack's hash of the Home that the person sees now, if there is one. (Bolt's type of the view does not have it.) */
function hashOf(view: EventArgs['event']['view']): string | null {
  return view && 'hash' in view && typeof view.hash === 'string' ? view.hash : null;
}

/** A person opens the app's Home: their inbox is published. (Bolt has acknowledged the event already.) */
export function homeOpened(ctx: ListenerContext) {
  return async ({ event }: EventArgs): Promise<void> => {
    if (event.tab !== 'home') return;
    try {
      await ctx.homes.onOpened(event.user, hashOf(event.view));
    } catch (error) {
      ctx.log.error({ err: error, user: event.user }, 'failed to publish App Home');
    }
  };
}
