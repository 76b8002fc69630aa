type Facts = { name: string; price: string };
type Counted = Facts & { number: number; required: number };
type Given = { given: number; required: number };
type Deed = { by: string; at: string };

/** The message in the thread on which approvers decide. */
export const approval = {
  question: ({ approverMentions, name, price }: Facts & { approverMentions: string }) =>
    `${approverMentions} please decide: *${name}* for *${price}* with tax.`,
  charges: 'Approving *charges* the account’s preferred payment method at once.',
  lastCharges: 'The last approval *charges* the account’s preferred payment method at once.',
  withdrawalGivenUp: 'The 14-day right of withdrawal is given up.',
  noneYet: ({ required }: { required: number }) => `0 of ${required} approvals, by different people`,
  soFar: ({ given, required, approvals }: Given & { approvals: string }) =>
    `${given} of ${required} approvals: ${approvals}`,
  /** Who approved, and when. */
  approvedBy: ({ by, at }: Deed) => `${by} ${at}`,

  approve: 'Approve',
  reject: 'Reject',
  edit: 'Edit',
  withdrawApproval: 'Take back approval',
  cancel: 'Cancel order',
  /** Dialogs: a title of 100 characters, a text of 300 with a name of 100, buttons of 30. */
  approveTitle: 'Approve this order?',
  orders: ({ name, price }: Facts) =>
    `This orders the project “${name}” for ${price} with tax. It is paid at the checkout URL afterwards.`,
  chargesFor: ({ name, price }: Facts) =>
    `This charges ${price} with tax to the OVHcloud account for the project “${name}”.`,
  counts: ({ number, required, name, price }: Counted) =>
    `This counts as approval ${number} of ${required} for the project “${name}” at ${price} with tax. The last approval orders it.`,
  countsAutoPay: ({ number, required, name, price }: Counted) =>
    `This counts as approval ${number} of ${required} for the project “${name}” at ${price} with tax. The last approval charges the account.`,
  countsAsLast: ({ number, required, name, price }: Counted) =>
    `This counts as approval ${number} of ${required} and orders the project “${name}” for ${price} with tax. It is paid at the checkout URL afterwards.`,
  countsAsLastAutoPay: ({ number, required, name, price }: Counted) =>
    `This counts as approval ${number} of ${required} and charges ${price} with tax to the OVHcloud account for the project “${name}”.`,
  notNow: 'Not now',
  cancelTitle: 'Cancel this order?',
  cancelText: ({ name }: { name: string }) =>
    `The project “${name}” is then not ordered. Only its requester can do this.`,
  keep: 'Keep it',

  /** What stays when there is nothing more to decide. */
  replaced: 'This quote was replaced by a newer one below.',
  approved: ({ approvals }: { approvals: string }) => `Approved: ${approvals}.`,
  seeBelow: 'See below what came of it.',
  rejected: ({ by, at }: Deed) => `Rejected by ${by} ${at}.`,
  cancelled: ({ by, at }: Deed) => `Cancelled by ${by} ${at}.`,
  expired: ({ at }: { at: string }) => `Expired ${at}: not approved in time.`,
  noLonger: 'No longer to be decided: see below.',
};
