import type { AllMiddlewareArgs, RespondArguments, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { isChannelOpen } from '../../../orders/request-policy.ts';
import type { Language } from '../../i18n/catalogue.ts';
import { isDirectMessage } from '../../id-kinds.ts';
import { plainSlashText } from '../../slash-text.ts';
import { helpText } from '../../views/help.ts';
import { inboxMessage } from '../../views/home.ts';
import { isChannelId } from '../../views/request-submission.ts';
import type { ListenerContext } from '../context.ts';
import { languageOf } from '../language.ts';
import { openRequestForm } from '../open-request-form.ts';

/** What Slack calls the direct messages of several people. */
const GROUP_MESSAGE = /^mpdm-/;

type CommandArgs = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** The slash command, `/order-cloud [project name]` unless set: opens the modal with the name filled in. */
export function orderCloudCommand(ctx: ListenerContext) {
  return async ({ ack, command }: CommandArgs): Promise<void> => {
    const typed = plainSlashText(String(command.text ?? ''));
    const language = () => languageOf(ctx, command.user_id);
    // Phones capitalize the first word.
    const word = typed.toLowerCase();
    if (word === 'list') return ack(await list(ctx, command, language()));
    if (word === 'help') {
      return ack({ response_type: 'ephemeral', text: helpText(ctx.config, await language()) });
    }
    const { channels } = ctx.config;
    if (!isChannelOpen(ctx.config, command.channel_id)) {
      const { messages, app } = await language();
      const places = channels.map((id) => `<#${id}>`).join(', ');
      return ack({
        response_type: 'ephemeral',
        text: messages.replies.orderElsewhere({ channels: places, command: app.command }),
      });
    }
    const { user_id: user, trigger_id: triggerId, channel_id: channel, response_url: responseUrl } = command;
    // Nothing is saved yet, so ack at once.
    await ack();
    const where = isPlaceForOrders(command) ? { channel } : {};
    await openRequestForm(
      ctx,
      { user, triggerId, channel, responseUrl },
      { context: where, filled: { projectName: typed } },
    );
  };
}

/** The person's Home as an ephemeral message. */
async function list(
  ctx: ListenerContext,
  { user_id: user }: CommandArgs['command'],
  language: Promise<Language>,
): Promise<RespondArguments> {
  try {
    const inbox = await ctx.homes.inbox(user);
    return { response_type: 'ephemeral', ...inboxMessage(inbox, await ctx.renderContextFor(user)) };
  } catch (error) {
    ctx.log.error({ err: error, user }, 'failed to list orders');
    return { response_type: 'ephemeral', text: (await language).messages.replies.listNotRead };
  }
}

/**
 * Whether the order may be shown where the command was typed. In direct messages the form asks for a channel: the app
 * cannot be in those of people, and in its own no approver would see the order.
 */
function isPlaceForOrders({ channel_id: channel, channel_name: name }: CommandArgs['command']): boolean {
  return isChannelId(channel) && !isDirectMessage(channel) && !GROUP_MESSAGE.test(name ?? '');
}
