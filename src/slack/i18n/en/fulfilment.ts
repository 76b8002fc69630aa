type AtOvh = { orderId: string };
type Named = { name: string };
type Deadline = { until: string };

/** What is said of an order after it was placed: paid, delivered, ready, or none of that. */
export const fulfilment = {
  /** How far OVHcloud is; said after `paid`, `charged` or `confirmed`. */
  progress: {
    checking: 'OVHcloud is checking it before it is delivered; there is nothing to do.',
    under_review: 'OVHcloud’s staff is checking it before it is delivered; there is nothing to do.',
    documents_requested: 'OVHcloud waits for documents from the owner of the account before it is delivered.',
    delivering: 'OVHcloud is delivering it.',
    delivered: 'OVHcloud has delivered it; the project appears within minutes.',
  },
  /** Stands for `delivered` once people were told that the project is late. */
  deliveredOverdue: 'OVHcloud has delivered it, but its project cannot be found yet; it is still looked for.',
  cancelling: ({ orderId }: AtOvh) => `OVHcloud is cancelling its order ${orderId}.`,
  paid: ({ orderId }: AtOvh) => `*Paid*: OVHcloud order ${orderId}.`,
  charged: ({ orderId }: AtOvh) => `*Charged to the account’s payment method*: OVHcloud order ${orderId}.`,
  confirmed: ({ orderId }: AtOvh) => `*Confirmed*: OVHcloud order ${orderId}, which costs nothing.`,
  ready: ({ projectId }: { projectId: string }) => `*Ready*: the project’s id is \`${projectId}\`.`,
  paymentExpired: ({ orderId }: AtOvh) => `*Lapsed*: OVHcloud order ${orderId} was not paid in time.`,
  cancelled: '*Cancelled at OVHcloud*: see the thread.',

  nextUntil: ({ until }: Deadline) => `It lapses unless it is paid by ${until}.`,
  nextFreeUntil: ({ until }: Deadline) => `It lapses unless it is confirmed by ${until}.`,
  nextFree: 'Next: it costs nothing, but somebody has to confirm it at the checkout URL with one click.',
  nextReady: 'Next: the project’s id and a link to it appear here.',
  nextDocuments: 'The thread says what OVHcloud wants from whom.',
  nextPaymentExpired: 'Nothing was paid. Try again is in the thread.',
  openProject: 'Open it in OVHcloud’s control panel',

  /** What stays of the message with the checkout URL. */
  settled: ({ orderId, name, price }: AtOvh & Named & { price: string }) =>
    `OVHcloud order *${orderId}* for the project *${name}*: ${price} with tax. It is paid.`,
  over: ({ orderId }: AtOvh) =>
    `OVHcloud order *${orderId}* was placed, and has ended. Please do not pay it any more.`,

  paymentFailed: ({ requester, orderId }: AtOvh & { requester: string }) =>
    `${requester} the payment of OVHcloud order ${orderId} did not work. It can be paid again at the checkout URL.`,
  /** What stays of it, and of what was said before, once that is over. */
  paymentHadFailed: ({ orderId }: AtOvh) => `A payment of OVHcloud order ${orderId} did not work.`,
  countedAsPaid: ({ orderId }: AtOvh) =>
    `OVHcloud order ${orderId} counted as paid at first, but that payment did not work.`,
  reminder: ({ requester, name, price, until }: Named & Deadline & { requester: string; price: string }) =>
    `${requester} a reminder: the project *${name}* (${price} with tax) is not paid yet. The order lapses ${until}; the checkout URL is above.`,
  reminderFree: ({ requester, name, until }: Named & Deadline & { requester: string }) =>
    `${requester} a reminder: the project *${name}* costs nothing, but still takes one click at the checkout URL. The order lapses ${until}.`,
  reminderDirect: ({
    requester,
    name,
    price,
    until,
  }: Named & Deadline & { requester: string; price: string }) =>
    `${requester} a reminder: the project *${name}* (${price} with tax) is not paid yet. The order lapses ${until}; you have the checkout URL in a direct message.`,
  notCharged: ({ requester, orderId }: AtOvh & { requester: string }) =>
    `${requester} OVHcloud has not charged the account’s payment method for order ${orderId} so far. It can be paid at the checkout URL instead.`,
  reminded: 'The requester was reminded of the payment.',
  documents: ({ requester, orderId }: AtOvh & { requester: string }) =>
    `${requester} OVHcloud wants documents before it delivers order ${orderId}: the control panel and OVHcloud’s e-mails tell the owner of the account which ones. Please ask that person to send them.`,
  documentsSettled: 'OVHcloud wanted documents from the owner of the account.',
  projectOverdue: ({ requester, orderId }: AtOvh & { requester: string }) =>
    `${requester} OVHcloud says that order ${orderId} is delivered, but its project cannot be found yet. It is still looked for; if it does not appear, the owner of the account may ask OVHcloud’s support.`,
  projectWasOverdue: 'The project took longer than usual to appear.',
  projectReady: ({ name, projectId }: Named & { projectId: string }) =>
    `The project *${name}* is ready. Its id is \`${projectId}\`.`,
  otherName: ({ atOvh }: { atOvh: string }) => `At OVHcloud it is called “${atOvh}”.`,
  noName: 'At OVHcloud it has no name yet.',
  orderExpired: ({ orderId }: AtOvh) =>
    `OVHcloud order ${orderId} was not paid in time, so it has lapsed. Nothing was paid. Please do not use its checkout URL any more.`,

  paidAfterExpiry: ({ orderId }: AtOvh) =>
    `OVHcloud order ${orderId} had lapsed here, but was paid after all.`,
  /** To the requester in person. */
  directReady: ({ name, projectId }: Named & { projectId: string }) =>
    `Your project *${name}* is ready. Its id is \`${projectId}\`.`,
  directPaymentExpired: ({ name, orderId, channel }: Named & AtOvh & { channel: string }) =>
    `Your order of the project *${name}* in ${channel} (OVHcloud order ${orderId}) was not paid in time, so it has lapsed. Nothing was paid; Try again is in its thread.`,
  directPaidAfterExpiry: ({ name, orderId, channel }: Named & AtOvh & { channel: string }) =>
    `Your order of the project *${name}* in ${channel} (OVHcloud order ${orderId}) had lapsed, but was paid after all. Its thread says how it goes on.`,
};
