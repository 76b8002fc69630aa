type AtOvh = { orderId: string };
type Named = { name: string };
type Deadline = { until: string };

/** What is said of an order after it was placed: paid, delivered, ready, or none of that. */
export const fulfilment = {
  /** How far OVHcloud is; said after `paid`, `charged` or `confirmed`. */
  progress: {
    checking: 'OVHcloud is checking it before delivery; no action needed.',
    under_review: 'OVHcloud staff are reviewing it before delivery; no action needed.',
    documents_requested: 'OVHcloud is waiting for documents from the account owner; see the thread.',
    delivering: 'OVHcloud is delivering it.',
    delivered: 'OVHcloud has delivered it; the project appears within minutes.',
  },
  /** Replaces `delivered` once people were notified that the project is late. */
  deliveredOverdue: 'OVHcloud has delivered it, but its project cannot be found yet; the app keeps looking.',
  cancelling: ({ orderId }: AtOvh) => `OVHcloud is cancelling its order ${orderId}.`,
  paid: ({ orderId }: AtOvh) => `*Paid*: OVHcloud order ${orderId}.`,
  charged: ({ orderId }: AtOvh) => `*Charged to the account’s payment method*: OVHcloud order ${orderId}.`,
  confirmed: ({ orderId }: AtOvh) => `*Confirmed*: OVHcloud order ${orderId}, which costs nothing.`,
  ready: ({ projectId }: { projectId: string }) => `*Ready*: project \`${projectId}\``,
  readyUnverified: ({ projectId }: { projectId: string }) =>
    `*Delivered*: project \`${projectId}\`. The app could not read it; see the thread.`,
  paymentExpired: ({ orderId }: AtOvh) => `*Expired*: OVHcloud order ${orderId} was not paid in time.`,
  paymentUnknown: ({ orderId }: AtOvh) =>
    `*Ended*: OVHcloud does not say whether its order ${orderId} was paid in time.`,

  nextUntil: ({ until }: Deadline) => `It expires unless it is paid by ${until}.`,
  nextFreeUntil: ({ until }: Deadline) => `It expires unless it is confirmed by ${until}.`,
  nextFree: 'Next: it costs nothing, but someone has to confirm it with one click on the payment link.',
  nextPaymentExpired: 'Nothing was paid. Use *Try again* in the thread.',
  nextPaymentUnknown: 'Look for it in OVHcloud’s control panel before you use *Try again* in the thread.',
  openProject: 'Open it in OVHcloud’s control panel',

  /** What stays of the message with the payment link. */
  over: ({ orderId }: AtOvh) =>
    `OVHcloud order *${orderId}* was placed and has ended. Please do not pay it any more.`,

  paymentFailed: ({ requester, orderId }: AtOvh & { requester: string }) =>
    `${requester} the payment of OVHcloud order ${orderId} did not work. You can retry the payment with the payment link.`,
  /** What stays of it, and of what was said before, once that is over. */
  paymentHadFailed: ({ orderId }: AtOvh) =>
    `OVHcloud order ${orderId} was first reported as paid, but that payment did not work.`,
  reminder: ({ requester, name, price, until }: Named & Deadline & { requester: string; price: string }) =>
    `${requester} reminder: the project *${name}* (${price} incl. tax) is not paid yet. The order expires ${until}; the payment link is above.`,
  reminderFree: ({ requester, name, until }: Named & Deadline & { requester: string }) =>
    `${requester} reminder: the project *${name}* costs nothing, but still takes one click on the payment link. The order expires ${until}.`,
  reminderDirect: ({
    requester,
    name,
    price,
    until,
  }: Named & Deadline & { requester: string; price: string }) =>
    `${requester} reminder: the project *${name}* (${price} incl. tax) is not paid yet. The order expires ${until}; you have the payment link in a direct message.`,
  notCharged: ({ requester, orderId }: AtOvh & { requester: string }) =>
    `${requester} OVHcloud has not charged the account’s payment method for order ${orderId} so far. It can be paid with the payment link instead.`,
  reminded: 'The requester was reminded of the payment.',
  documents: ({ requester, orderId }: AtOvh & { requester: string }) =>
    `${requester} OVHcloud wants documents before it delivers order ${orderId}: the control panel and OVHcloud’s e-mails tell the owner of the account which ones. Please ask that person to send them.`,
  documentsSettled: 'OVHcloud wanted documents from the owner of the account.',
  projectOverdue: ({ requester, orderId }: AtOvh & { requester: string }) =>
    `${requester} OVHcloud says that order ${orderId} is delivered, but its project cannot be found yet. The app keeps looking; if it does not appear, the account owner can ask OVHcloud support.`,
  projectWasOverdue: 'The project took longer than usual to appear.',
  projectReady: ({ name, projectId }: Named & { projectId: string }) =>
    `The project *${name}* is ready. Its ID is \`${projectId}\`.`,
  projectUnverified: ({ name, projectId, orderId }: Named & AtOvh & { projectId: string }) =>
    `OVHcloud has delivered the project *${name}*. Its ID is \`${projectId}\`, as OVHcloud order ${orderId} says.`,
  /** Said after it; `answer` is OVHcloud's. */
  unverified: {
    forbidden: ({ answer }: { answer: string }) =>
      `The app could not read the project: OVHcloud does not allow it (${answer}). The app’s operator can give its key the permission GET /cloud/project/…, or the account’s administrator can allow publicCloudProject:apiovh:get in the access policy.`,
    not_shown: ({ answer }: { answer: string }) =>
      `The app could not read the project: OVHcloud does not show it (${answer}). If it is not in the control panel either, the account owner can ask OVHcloud support.`,
    no_answer: 'The app could not read the project: OVHcloud did not answer.',
    creating: 'OVHcloud says that it is still being created.',
  },
  otherName: ({ atOvh }: { atOvh: string }) => `At OVHcloud it is called “${atOvh}”.`,
  noName: 'At OVHcloud it has no name yet.',
  orderExpired: ({ orderId }: AtOvh) =>
    `OVHcloud order ${orderId} was not paid in time, so it has expired. Nothing was paid. Please do not use its payment link any more.`,
  orderPaymentUnknown: ({ orderId }: AtOvh) =>
    `OVHcloud does not say whether its order ${orderId} was paid in time, so this order ends here. Please do not use its payment link any more, and look for it in OVHcloud’s control panel (Billing > My orders) before ordering this project again. If it turns out to be paid, this order continues.`,

  paidAfterExpiry: ({ orderId }: AtOvh) =>
    `OVHcloud order ${orderId} had expired here, but was paid after all.`,
  /** To the requester in person. */
  directReady: ({ name, projectId }: Named & { projectId: string }) =>
    `Your project *${name}* is ready. Its ID is \`${projectId}\`.`,
  directUnverified: ({ name, projectId, orderId }: Named & AtOvh & { projectId: string }) =>
    `OVHcloud has delivered your project *${name}*. Its ID is \`${projectId}\`, as OVHcloud order ${orderId} says.`,
};
