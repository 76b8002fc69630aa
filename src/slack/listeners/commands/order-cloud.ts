import type { AllMiddlewareArgs, RespondArguments, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { Language } from '../../i18n/catalogue.ts';
import { helpText } from '../../views/help.ts';
import { inboxMessage } from '../../views/home.ts';
import { isChannelId } from '../../views/request-modal.ts';
import type { ListenerContext } from '../context.ts';
import { languageOf } from '../language.ts';
import { openRequestForm } from '../open-request-form.ts';
import { yieldToNewRequests } from '../yield-to-new-requests.ts';

type CommandArgs = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** `/order-cloud [project name]`: opens the modal with the name filled in. */
export function orderCloudCommand(ctx: ListenerContext) {
  return async ({ ack, command }: CommandArgs): Promise<void> => {
    const typed = plainText(String(command.text ?? '')).trim();
    const language = () => languageOf(ctx, command.user_id);
    if (typed === 'list') return ack(await list(ctx, command, language()));
    if (typed === 'help') {
      return ack({ response_type: 'ephemeral', text: helpText(ctx.config, await language()) });
    }
    const { channels } = ctx.config;
    if (channels.length > 0 && !channels.includes(command.channel_id)) {
      const places = channels.map((id) => `<#${id}>`).join(', ');
      return ack({
        response_type: 'ephemeral',
        text: (await language()).messages.replies.orderElsewhere({ channels: places }),
      });
    }
    const where = isChannelId(command.channel_id) ? { channel: command.channel_id } : {};
    // Nothing is at stake yet: Slack is answered at once, and so are all who have asked at the same moment.
    await ack();
    await yieldToNewRequests();
    const opened = await openRequestForm(ctx, command.user_id, command.trigger_id, where, {
      projectName: typed,
    });
    if (opened) return;
    const { channel_id: channel, user_id: user, response_url: responseUrl } = command;
    const text = (await language()).messages.replies.formNotOpened;
    await ctx.outbound.postEphemeral({ channel, user, responseUrl }, text).catch((error: unknown) => {
      ctx.log.warn({ err: error, user }, 'an explanation did not reach the person who asked');
    });
  };
}

/** What the person's Home shows, to them alone. */
async function list(
  ctx: ListenerContext,
  { user_id: user }: CommandArgs['command'],
  language: Promise<Language>,
): Promise<RespondArguments> {
  try {
    const inbox = await ctx.homes.inbox(user);
    return { response_type: 'ephemeral', ...inboxMessage(inbox, await ctx.renderContextFor(user)) };
  } catch (error) {
    ctx.log.error({ err: error, user }, 'the orders could not be listed');
    return { response_type: 'ephemeral', text: (await language).messages.replies.listNotRead };
  }
}

/** Undoes Slack's escaping of slash command text (should_escape): the modal's fields take text as it is. */
function plainText(text: string): string {
  return text
    .replaceAll(/<[@#!]([^|>]*)\|([^>]*)>/g, '$2')
    .replaceAll(/<([^|>]*)\|([^>]*)>/g, '$2')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
