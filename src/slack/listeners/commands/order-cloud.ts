import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { requestModal } from '../../surfaces/request-modal.ts';
import { settledWithin } from '../answer-in-time.ts';
import type { Desk } from '../desk.ts';

type CommandArgs = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** Slack shows an error to the person after three seconds without an answer. */
const ACK_AFTER_MS = 2_500;
const NOT_OPENED = 'The form did not open. Nothing was ordered; please type /order-cloud again.';
const HELP = [
  '*/order-cloud project name* asks for a new OVHcloud Public Cloud project.',
  '1. A form asks for the name, a voucher if you have one, and what it is for.',
  '2. OVHcloud’s price and contracts appear in this channel.',
  '3. Approvers decide in the thread. Nothing is ordered before that.',
  '4. Once approved, the order is placed and the checkout URL is posted: a person pays there.',
  'Only you can cancel your order; approvers can reject it with a reason.',
].join('\n');

/** `/order-cloud [project name]`: opens the modal before anything slow, with the name filled in. */
export function orderCloudCommand(desk: Desk) {
  return async ({ ack, command }: CommandArgs): Promise<void> => {
    const typed = plainText(command.text ?? '').trim();
    if (typed === 'help') return ack({ response_type: 'ephemeral', text: HELP });
    const { channels } = desk.settings;
    if (channels.length > 0 && !channels.includes(command.channel_id)) {
      const places = channels.map((id) => `<#${id}>`).join(', ');
      return ack({
        response_type: 'ephemeral',
        text: `Orders are placed in ${places}: type /order-cloud there.`,
      });
    }
    const modal = requestModal({ channel: command.channel_id }, { projectName: typed }, desk.settings);
    const opening = desk.outbound.openModal(command.trigger_id, modal);
    // The submission asks who this is: by then the answer is there.
    desk.people.person(command.user_id).catch(() => undefined);
    let failed = false;
    opening.catch((error: unknown) => {
      failed = true;
      desk.log.error({ err: error, user: command.user_id }, 'the order modal did not open');
    });
    await settledWithin(opening, ACK_AFTER_MS);
    await (failed ? ack({ response_type: 'ephemeral', text: NOT_OPENED }) : ack());
  };
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
