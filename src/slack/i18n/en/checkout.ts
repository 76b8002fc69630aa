type Placed = { orderId: string; name: string; price: string };

/** The message about a placed order, with the payment link. In a direct message no one is called by name. */
export const checkout = {
  thread: {
    toPay: ({ orderId, name, price }: Placed) =>
      `OVHcloud order *${orderId}* for the project *${name}*: ${price} incl. tax, to be paid.`,
    toPayUntil: ({ orderId, name, price, until }: Placed & { until: string }) =>
      `OVHcloud order *${orderId}* for the project *${name}*: ${price} incl. tax, to be paid by ${until}.`,
    free: ({ orderId, name, price }: Placed) =>
      `OVHcloud order *${orderId}* for the project *${name}*: ${price} incl. tax. It costs nothing, but still takes one click on the payment link.`,
    freeUntil: ({ orderId, name, price, until }: Placed & { until: string }) =>
      `OVHcloud order *${orderId}* for the project *${name}*: ${price} incl. tax. It costs nothing, but still takes one click on the payment link by ${until}.`,
    charged: ({ orderId, name, price }: Placed) =>
      `OVHcloud order *${orderId}* for the project *${name}*: ${price} incl. tax. OVHcloud was asked to charge the account’s payment method; the thread says whether that worked.`,
    otherPrice: ({ approverMentions, approved }: { approverMentions: string; approved: string }) =>
      `${approverMentions} this is *not* the approved price of ${approved} incl. tax: please check before anyone pays.`,
    secret: 'Anyone who has the payment link can see and pay the order: don’t share it outside this channel.',
  },
  requester: {
    toPay: ({ orderId, name, price }: Placed) =>
      `OVHcloud order *${orderId}* for your project *${name}*: ${price} incl. tax, to be paid.`,
    toPayUntil: ({ orderId, name, price, until }: Placed & { until: string }) =>
      `OVHcloud order *${orderId}* for your project *${name}*: ${price} incl. tax, to be paid by ${until}.`,
    free: ({ orderId, name, price }: Placed) =>
      `OVHcloud order *${orderId}* for your project *${name}*: ${price} incl. tax. It costs nothing, but still takes one click on the payment link.`,
    freeUntil: ({ orderId, name, price, until }: Placed & { until: string }) =>
      `OVHcloud order *${orderId}* for your project *${name}*: ${price} incl. tax. It costs nothing, but still takes one click on the payment link by ${until}.`,
    charged: ({ orderId, name, price }: Placed) =>
      `OVHcloud order *${orderId}* for your project *${name}*: ${price} incl. tax. OVHcloud was asked to charge the account’s payment method; the thread says whether that worked.`,
    otherPrice: ({ approved }: { approved: string }) =>
      `This is *not* the approved price of ${approved} incl. tax: please check before you pay.`,
    secret: 'Anyone who has the payment link can see and pay the order: keep it to yourself.',
  },
  priceDiffers: ({ price, approved }: { price: string; approved: string }) =>
    `OVHcloud’s price is ${price} incl. tax; ${approved} was approved.`,
  pay: 'Pay',
  strangeUrl:
    'The payment link that OVHcloud gave is not a web address, so it is not shown. Pay the order in OVHcloud’s control panel (Billing > My orders).',
  seeOrder: 'See the order',
};
