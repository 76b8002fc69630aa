import { plural } from '../grammar.ts';

/** A changed quote, and whose approvals it voids: `names` is a list of `count` people. */
type Changed = { before: string; after: string; names: string; count: number };

/** The timeline of an order, a message of its thread each. */
export const thread = {
  approvalRequested: 'Waiting for approval.',
  priceChanged: ({ before, after, names, count }: Changed) =>
    plural('en', count, {
      one: `Nothing was ordered: the price with tax was ${before} when it was approved and is ${after} now. The approval of ${names} is void; please decide again on the new quote below.`,
      other: `Nothing was ordered: the price with tax was ${before} when it was approved and is ${after} now. The approvals of ${names} are void; please decide again on the new quote below.`,
    }),
  termsChanged: ({ price, names, count }: { price: string; names: string; count: number }) =>
    plural('en', count, {
      one: `Nothing was ordered: the price is still ${price} with tax, but its terms or contracts have changed. The approval of ${names} is void; please decide again on the new quote below.`,
      other: `Nothing was ordered: the price is still ${price} with tax, but its terms or contracts have changed. The approvals of ${names} are void; please decide again on the new quote below.`,
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
  approvalsNotEnough:
    'The approvals are not enough for a checkout, so nothing was ordered. Please review the order again.',
  unexpectedOrder: (facts: { requester: string; approverMentions: string; orderId: string; name: string }) =>
    `${facts.requester} ${facts.approverMentions} OVHcloud order ${facts.orderId} for “${facts.name}” exists too: an earlier checkout whose outcome was unknown did place it. Check both orders in OVHcloud’s control panel (Billing > My orders). Do not pay it twice; if it was charged, ask OVHcloud support to cancel it.`,
  unexpectedOrderUnknown: (facts: { requester: string; approverMentions: string; name: string }) =>
    `${facts.requester} ${facts.approverMentions} OVHcloud did check out a cart of “${facts.name}”, so an order for it exists that the app cannot find. Look for it in OVHcloud’s control panel (Billing > My orders) before anyone orders again or pays.`,
  outcomeUnknown:
    'OVHcloud’s answer to the checkout was lost, so it is not known whether the order was placed. ' +
    'It is being checked; nothing is ordered again before that is clear.',
  outcomeResolved:
    'OVHcloud’s answer to the checkout was lost, so it was checked whether the order had been placed. ' +
    'What came of it is told below.',
  matchAmbiguous: (facts: { requester: string; approverMentions: string; orderIds: string; name: string }) =>
    `${facts.requester} ${facts.approverMentions} the checkout’s answer was lost, and it may have become one of these OVHcloud ` +
    `orders: ${facts.orderIds}. An approver has to look at them in OVHcloud’s control panel (Billing > My orders) and ` +
    `say which one is for “${facts.name}”. Nothing more is ordered before that.`,
  matchConfirmed: ({ by, orderId }: { by: string; orderId: string }) =>
    `${by} says that it is OVHcloud order ${orderId}.`,
  matchesRejected: ({ by }: { by: string }) =>
    `${by} says that it is none of these orders. It is being looked for further.`,
  matchNotFound: ({ requester, name }: { requester: string; name: string }) =>
    `${requester} OVHcloud’s answer was lost, and its order for “${name}” is not to be seen, if there is one. Please look ` +
    'for it in OVHcloud’s control panel (Billing > My orders). It is still looked for here; an approver may stop that. ' +
    'Nothing is ordered again.',
  channelChangedUndecided: ({ from }: { from: string }) =>
    `The app cannot write in ${from} any more, so this order goes on here. Approvers do not see it here: cancel it and ` +
    'order again where the app may write, or invite it there and wait for the end of this one.',
  channelChanged: ({ from }: { from: string }) =>
    `The app cannot write in ${from} any more, so this order goes on here. What was decided there counts.`,
  placed: ({ orderId, price, requester }: { orderId: string; price: string; requester: string }) =>
    `OVHcloud order ${orderId} was placed (${price} with tax). The checkout URL went to ${requester} in a direct message.`,
  rejected: ({ by }: { by: string }) => `${by} rejected the order. Nothing was ordered.`,
  cancelled: 'The requester cancelled the order. Nothing was ordered.',
  cancelledBy: ({ by }: { by: string }) => `${by} cancelled the order. Nothing was ordered.`,
  expired: ({ command }: { command: string }) =>
    `The order was not approved in time, so it has expired. Nothing was ordered; type ${command} to ask again.`,
  editedReason: 'The requester changed the reason of the order. The quote stays as it is.',
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
    `${by} took their approval back: the order waits for approval.`,
  reminder: ({ approverMentions, name, price }: { approverMentions: string; name: string; price: string }) =>
    `${approverMentions} a reminder: *${name}* for *${price}* with tax still waits for your decision.`,
  reminded: 'Those who had not decided were reminded.',
  retried: 'The requester tries again: OVHcloud is asked for a new quote.',
  triedAgainBy: ({ by }: { by: string }) =>
    `${by} tries again for the requester: OVHcloud is asked for a new quote.`,
};

/** The buttons with which an approver settles what became of a lost checkout. */
export const match = {
  itIs: ({ orderId }: { orderId: string }) => `It is ${orderId}`,
  itIsTitle: ({ orderId }: { orderId: string }) => `Is it OVHcloud order ${orderId}?`,
  itIsText: ({ orderId, name }: { orderId: string; name: string }) =>
    `Make sure of it in OVHcloud’s control panel first: order ${orderId} then counts as the one of the project “${name}”, and its checkout URL is handed out.`,
  none: 'None of these',
  noneTitle: 'None of these orders?',
  noneText: ({ name }: { name: string }) =>
    `Make sure of it in OVHcloud’s control panel first: the project “${name}” may then be ordered again.`,
  stop: 'Stop looking',
  stopTitle: 'Stop looking for it?',
  stopText: ({ name }: { name: string }) =>
    `The order of “${name}” then ends here. If OVHcloud did place it, it can be found and paid in the control panel only.`,
  back: 'Back',
};
