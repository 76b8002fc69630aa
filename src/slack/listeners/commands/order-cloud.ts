import type { AllMiddlewareArgs, RespondArguments, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { listOpenOrders } from '../../../store/open-orders.ts';
import { orderList } from '../../surfaces/order-list.ts';
import { requestModal } from '../../surfaces/request-modal.ts';
import { settledWithin } from '../answer-in-time.ts';
import type { Desk } from '../desk.ts';

type CommandArgs = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** Slack shows an error to the person after three seconds without an answer. */
const ACK_AFTER_MS = 2_500;
const NOT_OPENED = 'The form did not open. Nothing was ordered; please type /order-cloud again.';
/** The newest open orders are looked through, and the newest of these are shown. */
const LIST_AMONG = 500;
const LIST_LENGTH = 20;
const HELP = [
  '*/order-cloud project name* asks for a new OVHcloud Public Cloud project.',
  '1. A form asks for the name, a voucher if you have one, and what it is for.',
  '2. OVHcloud’s price and contracts appear in this channel.',
  '3. Approvers decide in the thread. Nothing is ordered before that.',
  '4. Once approved, the order is placed and the checkout URL is posted: a person pays there.',
  '*/order-cloud list* shows the open orders. Only you can cancel yours; approvers can reject it with a reason.',
].join('\n');

/** `/order-cloud [project name]`: opens the modal before anything slow, with the name filled in. */
export function orderCloudCommand(desk: Desk) {
  return async ({ ack, command }: CommandArgs): Promise<void> => {
    const typed = plainText(command.text ?? '').trim();
    if (typed === 'list') return ack(await list(desk, command.user_id, command.channel_id));
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

/** The open orders of this person and of this channel: no other channel's names are given away. */
async function list(desk: Desk, user: string, channel: string): Promise<RespondArguments> {
  try {
    const open = await listOpenOrders(desk.db, LIST_AMONG);
    const theirs = open.filter((order) => order.requester === user || order.channel === channel);
    return {
      response_type: 'ephemeral',
      text: orderList(theirs.slice(0, LIST_LENGTH), desk.settings.locale),
    };
  } catch (error) {
    desk.log.error({ err: error, user }, 'the open orders could not be listed');
    return {
      response_type: 'ephemeral',
      text: 'The orders could not be read. Please try again in a moment.',
    };
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
