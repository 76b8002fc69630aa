type Order = { orderId: string };
type Priced = { name: string; price: string };

/** Orders that cost nothing, which the app itself confirms at OVHcloud. */
export const freeOrders = {
  /** Dialogs: 300 characters with a name of 50. */
  orders: ({ name, price }: Priced) =>
    `This orders the project “${name}” for ${price} incl. tax. It costs nothing, so the app also confirms the order.`,
  countsAsLast: ({ number, required, name, price }: Priced & { number: number; required: number }) =>
    `This is approval ${number} of ${required} and orders the project “${name}” for ${price} incl. tax. It costs nothing, so the app also confirms the order.`,
  /** In the small print of a quote. */
  payment: 'nothing to pay; the app confirms the order',
  /** On the root message, before and after the order is placed. */
  nextWaiting: ({ until }: { until: string }) =>
    `Approve in the thread by ${until}. Then the order is placed, and the app confirms it: there is nothing to pay.`,
  nextConfirming: 'It costs nothing, so the app confirms it at OVHcloud; no action needed.',
  /** In place of the message with the payment link. */
  placed: ({ orderId, name, price }: Order & Priced) =>
    `OVHcloud order *${orderId}* for the project *${name}*: ${price} incl. tax. It costs nothing, and the app is confirming it; no action needed.`,
  failed: ({ requester, orderId }: Order & { requester: string }) =>
    `${requester} the app could not confirm OVHcloud order ${orderId}. It costs nothing, but takes one click on the payment link above.`,
  failedDirect: ({ requester, orderId }: Order & { requester: string }) =>
    `${requester} the app could not confirm OVHcloud order ${orderId}. It costs nothing, but takes one click on the payment link in your direct messages.`,
  /** What stays of it once that is over. */
  hadFailed: ({ orderId }: Order) => `The app could not confirm OVHcloud order ${orderId}.`,
  /** In a list. */
  listed: 'being confirmed',
};
