import type { AllMiddlewareArgs, RespondArguments, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { helpText } from '../../surfaces/help.ts';
import { inboxMessage } from '../../surfaces/home.ts';
import { isChannelId } from '../../surfaces/request-modal.ts';
import type { Language } from '../../words/catalogue.ts';
import { afterOthers } from '../after-others.ts';
import type { Desk } from '../desk.ts';
import { openRequestForm } from '../open-request-form.ts';
import { readerOf } from '../reader.ts';

type CommandArgs = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** `/order-cloud [project name]`: opens the modal with the name filled in. */
export function orderCloudCommand(desk: Desk) {
  return async ({ ack, command }: CommandArgs): Promise<void> => {
    const typed = plainText(String(command.text ?? '')).trim();
    const reader = () => readerOf(desk, command.user_id);
    if (typed === 'list') return ack(await list(desk, command, reader()));
    if (typed === 'help') {
      return ack({ response_type: 'ephemeral', text: helpText(desk.settings, await reader()) });
    }
    const { channels } = desk.settings;
    if (channels.length > 0 && !channels.includes(command.channel_id)) {
      const places = channels.map((id) => `<#${id}>`).join(', ');
      return ack({
        response_type: 'ephemeral',
        text: (await reader()).words.answers.orderElsewhere({ channels: places }),
      });
    }
    const where = isChannelId(command.channel_id) ? { channel: command.channel_id } : {};
    // Nothing is at stake yet: Slack is answered at once, and so are all who have asked at the same moment.
    await ack();
    await afterOthers();
    const opened = await openRequestForm(desk, command.user_id, command.trigger_id, where, {
      projectName: typed,
    });
    if (opened) return;
    const { channel_id: channel, user_id: user, response_url: responseUrl } = command;
    const text = (await reader()).words.answers.formNotOpened;
    await desk.outbound.whisper({ channel, user, responseUrl }, text).catch((error: unknown) => {
      desk.log.warn({ err: error, user }, 'an explanation did not reach the person who asked');
    });
  };
}

/** What the person's Home shows, to them alone. */
async function list(
  desk: Desk,
  { user_id: user }: CommandArgs['command'],
  reader: Promise<Language>,
): Promise<RespondArguments> {
  try {
    const inbox = await desk.homes.inbox(user);
    return { response_type: 'ephemeral', ...inboxMessage(inbox, await desk.drawingFor(user)) };
  } catch (error) {
    desk.log.error({ err: error, user }, 'the orders could not be listed');
    return { response_type: 'ephemeral', text: (await reader).words.answers.listNotRead };
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
