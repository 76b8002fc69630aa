/** The app's Home: the reader's inbox. */
export const home = {
  newOrder: 'New order',
  waiting: 'Waiting for you',
  mine: 'Your open orders',
  recent: 'Ended lately',
  nothingWaiting:
    'Nothing waits for your approval. Orders that you may approve appear here, with their price and the buttons.',
  nothingMine:
    'You have no open order. *New order* asks for a Public Cloud project; nothing is ordered before it is approved.',
  nothingRecent:
    'No order has ended yet. Those whose project is ready are listed here, and those that came to nothing, with why.',
  asked: ({ requester, channel, at }: { requester: string; channel: string; at: string }) =>
    `Asked for by ${requester} in ${channel} ${at}`,
  more: 'More are in the Home tab of this app.',
  newer: 'Newer',
  older: 'Older',
  rejectedBy: ({ by }: { by: string }) => `rejected by ${by}`,
  ended: {
    rejected: 'rejected',
    cancelled: 'cancelled',
    approval_expired: 'not approved in time',
    failed: 'not ordered',
    ovh_order_cancelled: 'cancelled at OVHcloud',
    ovh_order_not_found: 'not found at OVHcloud',
    paid_after_expiry: 'paid after it had lapsed here',
    ready: 'ready',
    payment_expired: 'not paid in time',
  },
};
