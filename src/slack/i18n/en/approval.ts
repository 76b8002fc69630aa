type Facts = { name: string; price: string };
type Counted = Facts & { number: number; required: number };
type Given = { given: number; required: number };
type Deed = { by: string; at: string };

/** The modal in which an approver ticks what they accept; the clauses themselves are in Italian. */
export const consent = {
  /** A title of 24 characters. */
  title: 'Approve this order',
  close: 'Back',
  intro: ({ name, price }: Facts) =>
    `You approve the project *${name}* for *${price}* incl. tax, and accept these contracts in the account’s name:`,
  label: 'What you accept',
  /** Options of 75 characters. */
  contracts: 'I accept the contracts in the account’s name',
  clauses: 'I approve the clauses (articles 1341 and 1342 of the Codice Civile)',
  bothNeeded: 'Tick both boxes: the order cannot be approved without them.',
  damaged: 'This form can’t be read: close it and click Approve again.',
};

/** The message in the thread on which approvers decide, and what reminds them of it. */
export const approval = {
  question: ({ requester, name, price }: Facts & { requester: string }) =>
    `*${requester}* asks to buy the Public Cloud project *${name}* for *${price}* incl. tax.`,
  /** What a notification shows: 110 characters, with the reason. */
  notification: ({ requester, name, price }: Facts & { requester: string }) =>
    `${requester}: approve ${name} for ${price}?`,
  notificationReason: ({ reason }: { reason: string }) => `“${reason}”`,
  reminder: ({ name }: { name: string }) => `Reminder: *${name}* is still waiting for your decision.`,
  reminded: ({ at }: { at: string }) => `reminded ${at}`,
  charges: 'Approving *charges* the account’s preferred payment method at once.',
  lastCharges: 'The last approval *charges* the account’s preferred payment method at once.',
  withdrawalWaived: 'The 14-day right of withdrawal is waived.',
  /** Who still has to decide. */
  waitingFor: ({ pending }: { pending: string }) => `waiting for ${pending}`,
  noneYet: ({ required }: { required: number }) => `0 of ${required} approvals`,
  soFar: ({ given, required, approvals }: Given & { approvals: string }) =>
    `${given} of ${required} approvals: ${approvals}`,
  /** Who approved, and when. */
  approvedBy: ({ by, at }: Deed) => `${by} ${at}`,
  ownOrder: ({ approval }: { approval: string }) => `${approval} (own order)`,

  approve: 'Approve',
  reject: 'Reject',
  edit: 'Edit',
  withdrawApproval: 'Withdraw approval',
  cancel: 'Cancel order',
  orderAgain: 'Order again',
  /** Dialogs: a title of 100 characters, a text of 300 with a name of 50, buttons of 30. */
  approveTitle: 'Approve this order?',
  orders: ({ name, price }: Facts) =>
    `This orders the project “${name}” for ${price} incl. tax. It is paid with the payment link afterwards.`,
  chargesFor: ({ name, price }: Facts) =>
    `This charges ${price} incl. tax to the OVHcloud account for the project “${name}”.`,
  counts: ({ number, required, name, price }: Counted) =>
    `This is approval ${number} of ${required} for the project “${name}” at ${price} incl. tax. The last approval orders it.`,
  countsAutoPay: ({ number, required, name, price }: Counted) =>
    `This is approval ${number} of ${required} for the project “${name}” at ${price} incl. tax. The last approval charges the account.`,
  countsAsLast: ({ number, required, name, price }: Counted) =>
    `This is approval ${number} of ${required} and orders the project “${name}” for ${price} incl. tax. It is paid with the payment link afterwards.`,
  countsAsLastAutoPay: ({ number, required, name, price }: Counted) =>
    `This is approval ${number} of ${required} and charges ${price} incl. tax to the OVHcloud account for the project “${name}”.`,
  acceptsContracts: 'You accept OVHcloud’s contracts in the account’s name.',
  notNow: 'Not now',

  /** What stays when there is nothing more to decide. */
  replaced: 'This quote was replaced by a newer one below.',
  approved: ({ approvals }: { approvals: string }) => `Approved: ${approvals}.`,
  seeBelow: 'See the result below.',
  rejected: ({ by, at }: Deed) => `Rejected by ${by} ${at}.`,
  cancelled: ({ by, at }: Deed) => `Cancelled by ${by} ${at}.`,
  expired: ({ at }: { at: string }) => `Expired ${at}: not approved in time.`,
  noLonger: 'No decision needed any more; see below.',
};
