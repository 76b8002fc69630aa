/** The app's Home: the reader's inbox. */
export const home = {
  newOrder: 'New order',
  waiting: 'Waiting for you',
  mine: 'Your open orders',
  recent: 'Recently closed',
  nothingWaiting: 'Nothing is waiting for your approval.',
  nothingMine:
    'You have no open orders. *New order* asks OVHcloud for a price; nothing is ordered before it is approved.',
  nothingMineDenied: 'You aren’t allowed to place orders. Ask someone who is.',
  /** In a list without buttons. */
  noOpenOrders: 'You have no open orders.',
  nothingRecent:
    'No order has closed yet. Orders whose project is ready appear here, and those that were not placed, with the reason.',
  requested: ({ requester, channel, at }: { requester: string; channel: string; at: string }) =>
    `Requested by ${requester} ${at} ${channel}`,
  /** An order of the reader’s own. */
  requestedByYou: ({ channel, at }: { channel: string; at: string }) => `Requested ${at} ${channel}`,
  more: 'More are in the Home tab of this app.',
  newer: 'Newer',
  older: 'Older',
};
