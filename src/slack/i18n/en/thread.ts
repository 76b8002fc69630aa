import { plural } from '../grammar.ts';

/** A changed quote, and whose approvals it voids: `names` is a list of `count` people. */
type Changed = { before: string; after: string; names: string; count: number };

/** The timeline of an order, a message of its thread each. */
export const thread = {
  priceChanged: ({ before, after, names, count }: Changed) =>
    plural('en', count, {
      one: `Nothing was ordered: the price incl. tax was ${before} when it was approved and is ${after} now. The approval of ${names} is void; please review the new quote below.`,
      other: `Nothing was ordered: the price incl. tax was ${before} when it was approved and is ${after} now. The approvals of ${names} are void; please review the new quote below.`,
    }),
  termsChanged: ({ price, names, count }: { price: string; names: string; count: number }) =>
    plural('en', count, {
      one: `Nothing was ordered: the price is still ${price} incl. tax, but its terms or contracts have changed. The approval of ${names} is void; please review the new quote below.`,
      other: `Nothing was ordered: the price is still ${price} incl. tax, but its terms or contracts have changed. The approvals of ${names} are void; please review the new quote below.`,
    }),
  cartChanged: ({ names, count }: { names: string; count: number }) =>
    plural('en', count, {
      one: `The cart at OVHcloud no longer held what was approved, so nothing was ordered. The approval of ${names} is void; please review the new quote below.`,
      other: `The cart at OVHcloud no longer held what was approved, so nothing was ordered. The approvals of ${names} are void; please review the new quote below.`,
    }),
  cartChangedUnapproved:
    'The cart at OVHcloud no longer held what was quoted. Please review the new quote below.',
  approvalsLost: ({ names, count }: { names: string; count: number }) =>
    plural('en', count, {
      one: `${names} is no longer an approver, so that approval no longer counts.`,
      other: `${names} are no longer approvers, so their approvals no longer count.`,
    }),
  approversCalled: ({ people, name }: { people: string; name: string }) =>
    `${people} you can now decide on the order for “${name}” too: the buttons are above.`,
  approvalsNotEnough:
    'The approvals are not enough for a checkout, so nothing was ordered. Please review the order again.',
  onHold:
    'This order is on hold: its record in the database was changed outside the app. The app does nothing with it, and orders nothing, until its operator has restored the record.',
  unexpectedOrder: (facts: { requester: string; approverMentions: string; orderId: string; name: string }) =>
    `${facts.requester} ${facts.approverMentions} OVHcloud order ${facts.orderId} for “${facts.name}” exists too: an earlier checkout whose outcome was unknown did place it. Check both orders in OVHcloud’s control panel (Billing > My orders). Do not pay it twice; if it was charged, ask OVHcloud support to cancel it.`,
  unexpectedOrderUnknown: (facts: { requester: string; approverMentions: string; name: string }) =>
    `${facts.requester} ${facts.approverMentions} OVHcloud did check out a cart of “${facts.name}”, so an order for it exists that the app cannot find. Look for it in OVHcloud’s control panel (Billing > My orders) before anyone orders again or pays.`,
  outcomeUnknown:
    'OVHcloud’s answer to the checkout was lost, so it is not known whether the order was placed. ' +
    'It is being checked; nothing is ordered again until this is resolved.',
  outcomeResolved:
    'OVHcloud’s answer to the checkout was lost, so it was checked whether the order had been placed. ' +
    'See the result below.',
  matchAmbiguous: (facts: { requester: string; approverMentions: string; orderIds: string; name: string }) =>
    `${facts.requester} ${facts.approverMentions} the checkout’s answer was lost, and it may have become one of these OVHcloud ` +
    `orders: ${facts.orderIds}. An approver has to look at them in OVHcloud’s control panel (Billing > My orders) and ` +
    `say which one is for “${facts.name}”. Nothing more is ordered before that.`,
  matchConfirmed: ({ by, orderId }: { by: string; orderId: string }) =>
    `${by} says that it is OVHcloud order ${orderId}.`,
  matchesRejected: ({ by }: { by: string }) =>
    `${by} says that it is none of these orders. The search continues.`,
  matchNotFound: ({ requester, name }: { requester: string; name: string }) =>
    `${requester} OVHcloud’s answer was lost, and its order for “${name}”, if there is one, could not be found. Please look ` +
    'for it in OVHcloud’s control panel (Billing > My orders). The app keeps looking; an approver can stop that. ' +
    'Nothing is ordered again.',
  channelChangedUndecided: ({ from }: { from: string }) =>
    `The app can no longer post in ${from}, so this order continues here. Approvers do not see it here: cancel it and ` +
    'order again where the app may post, or invite it there and wait for the end of this one.',
  channelChanged: ({ from }: { from: string }) =>
    `The app can no longer post in ${from}, so this order continues here. What was decided there still counts.`,
  placed: ({ orderId, price, requester }: { orderId: string; price: string; requester: string }) =>
    `OVHcloud order ${orderId} was placed (${price} incl. tax). The payment link went to ${requester} in a direct message.`,
  editedReason: 'The requester changed the reason for the order. The quote stays as it is.',
  edited: ({ fields }: { fields: string }) =>
    `The requester changed the order (${fields}): OVHcloud is asked for a new quote.`,
  editedVoiding: ({ fields, names, count }: { fields: string; names: string; count: number }) =>
    plural('en', count, {
      one: `The requester changed the order (${fields}): OVHcloud is asked for a new quote. The approval of ${names} is void.`,
      other: `The requester changed the order (${fields}): OVHcloud is asked for a new quote. The approvals of ${names} are void.`,
    }),
  fields: {
    projectName: 'name',
    voucher: 'voucher',
    reason: 'reason',
    budget: 'monthly budget',
    waiveWithdrawal: 'right of withdrawal',
  },
  approvalWithdrawn: ({ by }: { by: string }) =>
    `${by} withdrew their approval: the order is waiting for approval again.`,
  reminder: ({ approverMentions, name, price }: { approverMentions: string; name: string; price: string }) =>
    `${approverMentions} reminder: *${name}* for *${price}* incl. tax is still waiting for your decision.`,
  reminded: 'Reminded everyone who hadn’t decided.',
  retried: 'The requester tries again: OVHcloud is asked for a new quote.',
  triedAgainBy: ({ by }: { by: string }) =>
    `${by} tries again for the requester: OVHcloud is asked for a new quote.`,
};

/** The buttons with which an approver settles what became of a lost checkout. */
export const match = {
  itIs: ({ orderId }: { orderId: string }) => `It is ${orderId}`,
  itIsTitle: ({ orderId }: { orderId: string }) => `Is it OVHcloud order ${orderId}?`,
  itIsText: ({ orderId, name }: { orderId: string; name: string }) =>
    `Check OVHcloud’s control panel first: order ${orderId} then counts as the one of the project “${name}”, and its payment link is handed out.`,
  none: 'None of these',
  noneTitle: 'None of these orders?',
  noneText: ({ name }: { name: string }) =>
    `Check OVHcloud’s control panel first: the project “${name}” may then be ordered again.`,
  stop: 'Stop looking',
  stopTitle: 'Stop looking for it?',
  stopText: ({ name }: { name: string }) =>
    `The order for “${name}” then ends here. If OVHcloud did place it, it can be found and paid in the control panel only.`,
  back: 'Back',
};
