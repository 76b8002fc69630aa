type Order = { orderId: string };
type Priced = { name: string; price: string };

/** Orders that cost nothing, where the app itself confirms them at OVHcloud. */
export const freeOrders = {
  /** Dialogs, of 300 characters with a name of 100. */
  orders: ({ name, price }: Priced) =>
    `This orders the project “${name}” for ${price} with tax. It costs nothing, so the app also confirms it at OVHcloud.`,
  countsAsLast: ({ number, required, name, price }: Priced & { number: number; required: number }) =>
    `This counts as approval ${number} of ${required} and orders the project “${name}” for ${price} with tax. It costs nothing, so the app also confirms it at OVHcloud.`,
  /** How it is paid. */
  payment: 'nothing to pay; the app confirms the order',
  /** In the root message, before and after it is placed. */
  nextWaiting:
    'Next: once approved, the order is placed and, as it costs nothing, confirmed by the app. Nobody has to pay.',
  nextConfirming: 'Next: the app confirms it at OVHcloud, as it costs nothing; there is nothing to do.',
  /** In place of the message with the checkout URL. */
  placed: ({ orderId, name, price }: Order & Priced) =>
    `OVHcloud order *${orderId}* for the project *${name}*: ${price} with tax. It costs nothing, and the app is confirming it at OVHcloud; there is nothing to do.`,
  directPlaced: ({ name, price, channel }: Priced & { channel: string }) =>
    `Your order of the project *${name}* was approved and placed at OVHcloud: ${price} with tax. It costs nothing, so the app also confirms it; more is in its thread in ${channel}.`,
  failed: ({ requester, orderId }: Order & { requester: string }) =>
    `${requester} the app could not confirm OVHcloud order ${orderId}. It costs nothing, but takes one click at the checkout URL, which is above.`,
  failedDirect: ({ requester, orderId }: Order & { requester: string }) =>
    `${requester} the app could not confirm OVHcloud order ${orderId}. It costs nothing, but takes one click at the checkout URL; you have it in a direct message.`,
  /** What stays of it once that is over. */
  hadFailed: ({ orderId }: Order) => `The app could not confirm OVHcloud order ${orderId}.`,
  /** How such an order stands, in a list. */
  standing: 'being confirmed',
};
