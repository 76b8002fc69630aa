type Deed = { by: string; at: string };

/** Why nothing came of a click. */
export const denials = {
  notAnApprover: 'Only the approvers named in this thread can approve or reject. Ask one of them to decide.',
  ownOrder: 'You requested this order yourself: someone else has to approve it.',
  approvedAlready: ({ given, required }: { given: number; required: number }) =>
    `You have approved this already (${given} of ${required}). Someone else has to approve it too.`,
  quoteChanged:
    'The quote has changed since this message was shown to you. Please decide on the newest one in the thread.',
  notTheRequester: ({ requester }: { requester: string }) =>
    `Only ${requester}, the requester, can do that. Approvers can reject the order.`,
  nameTaken: ({ name, id }: { name: string; id: string }) =>
    `There is another open order for the project “${name}” (${id}).`,
  nothingChanged: 'No changes: this is what the order already says.',
  noApprovalGiven: 'You have not approved this: there is nothing to withdraw.',
  checkoutBegan: 'Too late: the order is being placed at OVHcloud.',
  preparing: 'The quote is still being prepared: there is nothing to decide yet.',
  waiting: 'This order is still waiting for approval.',
  beingPlaced: ({ approvals }: { approvals: string }) =>
    `Too late: this was approved by ${approvals}, and the order is being placed.`,
  placed: ({ approvals, orderId }: { approvals: string; orderId: string }) =>
    `Too late: this was approved by ${approvals}, and OVHcloud order ${orderId} was placed.`,
  rejected: ({ by, at }: Deed) => `Too late: ${by} rejected this ${at}.`,
  cancelled: ({ by, at }: Deed) => `Too late: ${by} cancelled this ${at}.`,
  approvalExpired: ({ at }: { at: string }) => `Too late: this expired ${at}.`,
  delivering: ({ orderId }: { orderId: string }) =>
    `Too late: OVHcloud order ${orderId} is paid, and is being delivered.`,
  cancelling: ({ orderId }: { orderId: string }) => `Too late: OVHcloud is cancelling its order ${orderId}.`,
  ready: 'This order is done: its project is ready.',
  paymentExpired: ({ orderId }: { orderId: string }) =>
    `Too late: OVHcloud order ${orderId} was not paid in time and has expired.`,
  endedPlaced: 'Too late: this order was placed, and has ended since. The thread says why.',
  ended: 'Too late: this order ended without being placed. The thread says why.',
  /** Used where no name can be shown. */
  someone: 'someone else',
  /** What someone wrote, where it cannot stand out as a quotation. */
  quotation: ({ text }: { text: string }) => `“${text}”`,
};

/** The modal that asks for the reason of a rejection. */
export const rejection = {
  title: 'Reject this order',
  submit: 'Reject',
  close: 'Back',
  intro: ({ name }: { name: string }) => `The project *${name}* will not be ordered.`,
  reason: 'Reason',
  reasonHint: 'Everyone in the channel can read your reason.',
  reasonMissing: 'Say why: the requester gets to read it.',
  damaged: 'This form is damaged: close it and click Reject again.',
  failed: 'That did not work, and nothing was changed. Please submit again in a moment.',
  takesLong: 'This takes longer than usual. Look at the thread, or submit again.',
};
