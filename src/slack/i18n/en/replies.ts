import { plural } from '../grammar.ts';

/** Short answers that only the person who typed or clicked sees. */
export const replies = {
  formNotOpened: ({ command }: { command: string }) =>
    `The form couldn’t be opened. Nothing was ordered; please type ${command} again.`,
  orderElsewhere: ({ channels, command }: { channels: string; command: string }) =>
    `Orders are placed in ${channels}: type ${command} there.`,
  listNotRead: 'Couldn’t load your orders. Please try again in a moment.',
  takesLong:
    'This is taking longer than usual. Your click counts once it appears in the thread; if it doesn’t within a minute, click again.',
  clickFailed: 'That did not work, and nothing was changed. Please try again in a moment.',
  orderNotKnown: 'This order no longer exists here.',
  orderOnHold:
    'This order is on hold: its record in the database was changed outside the app. Nothing was done; tell the app’s operator.',
  buttonNotKnown:
    'This button does nothing any more, because the app has changed since. The newest message of the order has the buttons that work.',
  noticeTitle: 'Order',
  noticeClose: 'Close',
  /** Before an answer that comes as a direct message. */
  about: ({ name }: { name: string }) => `About the order for *${name}*:`,
  cancelled: ({ name }: { name: string }) => `You cancelled the order for *${name}*.`,
};

/** Why someone may not order. */
export const requestDenied = {
  channelClosed: 'Orders are not placed in this channel.',
  channelShared: ({ command }: { command: string }) =>
    `This channel is shared with another organization, whose people would read the order. Use another channel, or type ${command} there.`,
  notARequester: 'You aren’t allowed to place orders. Ask someone who is.',
  notAMember: 'Only full members of this workspace may order. Ask one of them.',
};

/** `/order-cloud help`, a line each. */
export const help = {
  order: ({ command }: { command: string }) =>
    `*${command} project name* requests a new OVHcloud Public Cloud project.`,
  form: '1. A form asks for the name, a voucher if you have one, and what it is for.',
  quote: '2. OVHcloud’s price appears in the channel, and the question to the approvers in its thread.',
  decide: ({ required }: { required: number }) =>
    plural('en', required, {
      one: '3. An approver decides in the thread. Nothing is ordered before that.',
      other: `3. ${required} different approvers have to approve in the thread. Nothing is ordered before that.`,
    }),
  placedForChannel:
    '4. Once approved, the order is placed and the payment link is posted in the thread: someone pays there.',
  placedForRequester:
    '4. Once approved, the order is placed and you get the payment link in a direct message: you pay there.',
  placedAutoPay:
    '4. Once approved, the order is placed and *charged to the OVHcloud account’s payment method at once*.',
  follow: '5. The thread follows the order until the project is ready, with its ID and a link.',
  list: ({ command }: { command: string }) =>
    `*${command} list* shows what is waiting for you, your open orders and what has closed. Until it is approved, you can edit or cancel your order.`,
};

/** An order's status, in a few words. */
export const status = {
  requested: 'preparing quote',
  awaiting_approval: 'waiting for approval',
  approved: 'approved, placing order',
  awaiting_payment: 'awaiting payment',
  delivering: 'being delivered',
  cancelling: 'being cancelled at OVHcloud',
  ready: 'ready',
  rejected: 'rejected',
  rejectedBy: ({ by }: { by: string }) => `rejected by ${by}`,
  cancelled: 'cancelled',
  approval_expired: 'not approved in time',
  payment_expired: 'not paid in time',
  payment_unknown: 'payment unknown',
  failed: 'not ordered',
  ovh_order_cancelled: 'cancelled at OVHcloud',
  ovh_order_not_found: 'not found at OVHcloud',
  status_unknown: 'status unknown at OVHcloud',
  project_not_found: 'delivered, project not found',
  paid_after_expiry: 'paid after it had expired here',
};
