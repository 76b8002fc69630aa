type Named = { requester: string; name: string };
type Until = { until: string };

/** The one message in the channel. `status` is the order's status, `next` what happens then, in one line each. */
export const root = {
  title: ({ name, price }: { name: string; price: string }) => `${name} · ${price} incl. tax`,
  /** The fallback text of the whole message. */
  asked: ({ requester, name }: Named) => `${requester} requests the Public Cloud project “${name}”.`,
  askedFor: ({ requester, name, price }: Named & { price: string }) =>
    `${requester} requests the Public Cloud project “${name}” for ${price} incl. tax.`,
  statusBy: ({ status, requester }: { status: string; requester: string }) =>
    `${status} · requested by ${requester}`,
  requestedBy: ({ requester }: { requester: string }) => `Requested by ${requester}`,
  id: ({ id }: { id: string }) => `Order ${id}`,
  unexpectedOrder: ({ orderId }: { orderId: string }) =>
    `OVHcloud order ${orderId} exists as well: read the thread before you approve or pay.`,
  unexpectedOrderUnknown:
    'An OVHcloud order exists that the app cannot find: read the thread before you approve or pay.',
  status: {
    recovered: ({ orderId }: { orderId: string }) =>
      `*Ordered* before the app’s database was restored · OVHcloud order ${orderId}`,
    preparing: '*Preparing the quote*',
    noQuote: '*No quote from OVHcloud yet*',
    waiting: '*Waiting for approval*',
    waitingForMore: ({ given, required }: { given: number; required: number }) =>
      `*Waiting for approval* (${given} of ${required})`,
    approved: ({ approvers }: { approvers: string }) => `*Approved* by ${approvers}, placing the order`,
    outcomeUnknown: '*Checking with OVHcloud whether the order was placed*',
    ordered: ({ approvers, orderId }: { approvers: string; orderId: string }) =>
      `*Ordered*, approved by ${approvers} · OVHcloud order ${orderId}`,
    rejected: ({ by }: { by: string }) => `*Rejected* by ${by}.`,
    cancelled: ({ by }: { by: string }) => `*Cancelled* by ${by}.`,
    expired: '*Expired*: not approved in time.',
  },
  /** How an order failed; the reason follows. */
  failed: {
    failed: '*Not ordered*:',
    ovh_order_cancelled: '*Cancelled at OVHcloud*:',
    ovh_order_not_found: '*Ended*, OVHcloud’s order was not found:',
    status_unknown: '*Ended*, its status is unknown:',
    project_not_found: '*Ended*, its project was not found:',
    paid_after_expiry: '*Paid after it had expired here*:',
  },
  next: {
    preparing: 'Next: the price appears here, and approvers are asked in the thread.',
    noQuote: 'OVHcloud is not answering. The app retries automatically for ten minutes; no action needed.',
    noQuoteError: ({ error }: { error: string }) =>
      `OVHcloud is answering with an error (${error}). The app retries automatically for ten minutes; no action needed.`,
    waitingForChannel: ({ until }: Until) =>
      `Approve in the thread by ${until}. Then the order is placed, and the payment link appears there.`,
    waitingForRequester: ({ until }: Until) =>
      `Approve in the thread by ${until}. Then the order is placed, and the requester gets the payment link.`,
    waitingAutoPay: ({ until }: Until) =>
      `Approve in the thread by ${until}. Then the order is placed and charged to the account.`,
    retrying: 'OVHcloud is not answering at the moment; the app keeps retrying.',
    delayedError: ({ error }: { error: string }) =>
      `OVHcloud is answering with an error at the moment (${error}); the app keeps retrying.`,
    outcomeUnknown: 'Its answer was lost. Nothing is ordered again until this is resolved.',
    orderedForChannel: 'Next: someone pays with the payment link in the thread.',
    orderedForRequester: 'Next: the requester, who has the payment link, pays.',
    orderedAutoPay:
      'OVHcloud charges the account’s payment method. If that fails, the order can be paid with the payment link.',
    trackingLost: ({ since }: { since: string }) =>
      `Since ${since} OVHcloud has not said how the order is doing. The app keeps asking; if this lasts, tell the app’s operator.`,
  },
};
