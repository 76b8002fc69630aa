import { plural } from '../grammar.ts';

/** Short answers that only the person who typed or clicked sees. */
export const replies = {
  formNotOpened: ({ command }: { command: string }) =>
    `The form did not open. Nothing was ordered; please type ${command} again.`,
  orderElsewhere: ({ channels, command }: { channels: string; command: string }) =>
    `Orders are placed in ${channels}: type ${command} there.`,
  listNotRead: 'The orders could not be read. Please try again in a moment.',
  takesLong:
    'This takes longer than usual: it counts once the thread shows it. If it does not within a minute, click again.',
  clickFailed: 'That did not work, and nothing was changed. Please try again in a moment.',
  orderNotKnown: 'This order is not known here (any more).',
  orderOnHold:
    'This order is on hold: its record in the database was changed outside the app. Nothing was done; tell the app’s operator.',
  buttonNotKnown:
    'This button does nothing any more, because the app has changed since. The newest message of the order has the buttons that work.',
  noticeTitle: 'Order',
  noticeClose: 'Close',
  /** Before an answer that comes as a direct message. */
  about: ({ name }: { name: string }) => `About the order for *${name}*:`,
};

/** Why somebody may not order. */
export const requestDenied = {
  channelClosed: 'Orders are not placed in this channel.',
  notARequester: 'You are not among the people who may order. Ask one of them to do it.',
  notAMember: 'Only full members of this workspace may order. Ask one of them.',
};

/** `/order-cloud help`, a line each. */
export const help = {
  order: ({ command }: { command: string }) =>
    `*${command} project name* asks for a new OVHcloud Public Cloud project.`,
  form: '1. A form asks for the name, a voucher if you have one, and what it is for.',
  quote: '2. OVHcloud’s price and contracts appear in the channel.',
  decide: ({ required }: { required: number }) =>
    plural('en', required, {
      one: '3. An approver decides in the thread. Nothing is ordered before that.',
      other: `3. ${required} different approvers have to approve in the thread. Nothing is ordered before that.`,
    }),
  placedForChannel:
    '4. Once approved, the order is placed and the checkout URL is posted in the thread: a person pays there.',
  placedForRequester:
    '4. Once approved, the order is placed and you get the checkout URL in a direct message: it is paid there.',
  placedAutoPay:
    '4. Once approved, the order is placed and *charged to the OVHcloud account’s payment method at once*.',
  follow: '5. The thread follows the order until the project is there, with its id and a link.',
  list: ({ command }: { command: string }) =>
    `*${command} list* shows what waits for you, your open orders and what has ended. Until it is approved, you can edit or cancel your order.`,
};

/** How an open order stands, in a few words. */
export const status = {
  requested: 'quote being prepared',
  awaiting_approval: 'waiting for approval',
  approved: 'approved, being ordered',
  awaiting_payment: 'to be paid',
  delivering: 'being delivered',
  cancelling: 'being cancelled at OVHcloud',
  ended: 'ended',
};
