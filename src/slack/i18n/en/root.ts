/** The one message in the channel. `status` says how the order stands, `next` what happens then. */
export const root = {
  title: ({ name }: { name: string }) => `Public Cloud project “${name}”`,
  asked: ({ requester, name }: { requester: string; name: string }) =>
    `${requester} asked for the Public Cloud project “${name}”.`,
  id: ({ id }: { id: string }) => `Order ${id}`,
  unexpectedOrder: ({ orderId }: { orderId: string }) =>
    `OVHcloud order ${orderId} exists as well: see the thread before anyone pays.`,
  unexpectedOrderUnknown:
    'An OVHcloud order exists that the app cannot find: see the thread before anyone pays.',
  status: {
    recovered: ({ orderId }: { orderId: string }) =>
      `*Ordered* before the app’s database was restored: OVHcloud order ${orderId}.`,
    preparing: ({ requester }: { requester: string }) => `*Preparing the quote* for ${requester}…`,
    noQuote: '*No quote from OVHcloud yet.*',
    waiting: '*Waiting for approval* in the thread.',
    waitingForMore: ({ given, required }: { given: number; required: number }) =>
      `*Waiting for approval* in the thread: ${given} of ${required} given.`,
    approved: ({ approvers }: { approvers: string }) =>
      `*Approved* by ${approvers}. The order is being placed…`,
    outcomeUnknown: '*Checking with OVHcloud whether the order was placed.*',
    ordered: ({ approvers, orderId }: { approvers: string; orderId: string }) =>
      `*Ordered*, approved by ${approvers}. OVHcloud order ${orderId}.`,
    rejected: ({ by }: { by: string }) => `*Rejected* by ${by}.`,
    cancelled: ({ requester }: { requester: string }) => `*Cancelled* by ${requester}.`,
    expired: '*Expired*: not approved in time.',
    failed: '*Not ordered*: see the thread for why, and what to do.',
    paidAfterExpiry: '*Paid after all*, when it had lapsed here already: see the thread.',
    orderNotFound: '*Ended*: OVHcloud’s order could not be found. See the thread.',
  },
  next: {
    preparing: 'Next: the price appears here, and approvers decide in the thread.',
    noQuote:
      'OVHcloud does not answer at the moment. It is asked again by itself for ten minutes; there is nothing to do.',
    waitingForChannel:
      'Next: once approved, the order is placed and the checkout URL appears here. Nothing is paid before that.',
    waitingForRequester:
      'Next: once approved, the order is placed and the requester gets the checkout URL. Nothing is paid before that.',
    waitingAutoPay: 'Next: once approved, the order is placed and charged to the account’s payment method.',
    retrying: 'OVHcloud does not answer at the moment; it is asked again by itself.',
    outcomeUnknown: 'Its answer was lost. It is not ordered again before this is known.',
    orderedForChannel: 'Next: somebody pays at the checkout URL; OVHcloud then delivers the project.',
    orderedForRequester:
      'Next: the checkout URL, which the requester has, is used to pay; OVHcloud then delivers the project.',
    orderedAutoPay:
      'OVHcloud charges the account’s payment method. If that does not work, the order can be paid at its checkout URL.',
    trackingLost: ({ since }: { since: string }) =>
      `Since ${since} the app cannot see how the order is doing: OVHcloud does not say. It is asked again by itself; if this lasts, tell whoever operates this app.`,
    nothingOrdered: 'Nothing was ordered.',
    askAgain: 'Nothing was ordered. Type /order-cloud to ask again.',
  },
};
