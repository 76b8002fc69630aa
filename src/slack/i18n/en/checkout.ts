type Placed = { orderId: string; name: string; price: string };

/** The message with the checkout URL. In a direct message to the requester nobody is called by name. */
export const checkout = {
  thread: {
    toPay: ({ orderId, name, price }: Placed) =>
      `OVHcloud order *${orderId}* for the project *${name}*: ${price} with tax, to be paid.`,
    toPayUntil: ({ orderId, name, price, until }: Placed & { until: string }) =>
      `OVHcloud order *${orderId}* for the project *${name}*: ${price} with tax, to be paid until ${until}.`,
    free: ({ orderId, name, price }: Placed) =>
      `OVHcloud order *${orderId}* for the project *${name}*: ${price} with tax. It costs nothing, but still takes one click at the checkout URL.`,
    freeUntil: ({ orderId, name, price, until }: Placed & { until: string }) =>
      `OVHcloud order *${orderId}* for the project *${name}*: ${price} with tax. It costs nothing, but still takes one click at the checkout URL until ${until}.`,
    charged: ({ orderId, name, price }: Placed) =>
      `OVHcloud order *${orderId}* for the project *${name}*: ${price} with tax. OVHcloud was asked to charge the account’s payment method; this thread says whether that worked.`,
    otherPrice: ({ approverMentions, approved }: { approverMentions: string; approved: string }) =>
      `${approverMentions} this is *not* the approved price of ${approved} with tax: please look before anybody pays.`,
    secret: 'Whoever has this link can see and pay the order: keep it among yourselves.',
  },
  requester: {
    toPay: ({ orderId, name, price }: Placed) =>
      `OVHcloud order *${orderId}* for your project *${name}*: ${price} with tax, to be paid.`,
    toPayUntil: ({ orderId, name, price, until }: Placed & { until: string }) =>
      `OVHcloud order *${orderId}* for your project *${name}*: ${price} with tax, to be paid until ${until}.`,
    free: ({ orderId, name, price }: Placed) =>
      `OVHcloud order *${orderId}* for your project *${name}*: ${price} with tax. It costs nothing, but still takes one click at the checkout URL.`,
    freeUntil: ({ orderId, name, price, until }: Placed & { until: string }) =>
      `OVHcloud order *${orderId}* for your project *${name}*: ${price} with tax. It costs nothing, but still takes one click at the checkout URL until ${until}.`,
    charged: ({ orderId, name, price }: Placed) =>
      `OVHcloud order *${orderId}* for your project *${name}*: ${price} with tax. OVHcloud was asked to charge the account’s payment method; this thread says whether that worked.`,
    otherPrice: ({ approved }: { approved: string }) =>
      `This is *not* the approved price of ${approved} with tax: please look before you pay.`,
    secret: 'Whoever has this link can see and pay the order: keep it to yourself.',
  },
  priceDiffers: ({ price, approved }: { price: string; approved: string }) =>
    `OVHcloud’s price is ${price} incl. tax; ${approved} was approved.`,
  pay: 'Pay',
  strangeUrl:
    'The payment link that OVHcloud gave is no web address, so it is not shown. Pay the order in OVHcloud’s control panel (Billing > My orders).',
  seeOrder: 'See the order',
};
