type Refused = { errorCode: string };
type Command = { command: string };
type Placed = { orderId: string; price: string; requester: string };

/** Why an order cannot be shown in a channel, with what helps there. */
export const channelRefusals = {
  directMessage: ({ command }: Command) =>
    `The app cannot post in direct messages between people. Nothing was ordered; type ${command} in a channel.`,
  typeElsewhere: ({ errorCode, command }: Refused & Command) =>
    `The app is not allowed to post in this channel (${errorCode}), and inviting it does not change that. Nothing was ordered; type ${command} in another channel.`,
  chooseAnother: ({ errorCode }: Refused) =>
    `The app is not allowed to post in this channel (${errorCode}), and inviting it does not change that. Choose another channel.`,
  orderElsewhere: 'Order again in another channel: inviting the app to that one does not help.',
  appRefused: ({ errorCode }: Refused) =>
    `Slack accepts no messages from the app (${errorCode}). Nothing was ordered. Trying again will not help: tell the app’s operator.`,
  tellOperator: 'Trying again will not help: tell the app’s operator.',
};

/** Why no one can say what a person may do: Slack hides someone from the app. */
export const lookups = {
  groupRefused: ({ group, code }: { group: string; code: string }) =>
    `Slack does not tell the app who is in the user group ${group} (${code}), so the app cannot check who may do this. Trying again will not help: tell the app’s operator.`,
  noApprovers: ({ group, code }: { group: string; code: string }) =>
    `No one could approve this order: Slack does not tell the app who is in the user group ${group} (${code}). Trying again will not help: tell the app’s operator.`,
  personRefused: ({ code }: { code: string }) =>
    `Slack does not show the app your account (${code}), so your permissions cannot be checked. Trying again will not help: tell the app’s operator.`,
};

/** What is said where the message with the payment link did not reach its reader. */
export const linkDelivery = {
  show: 'Show payment link',
  retrying: ({ orderId, price, requester, errorCode }: Placed & Refused) =>
    `OVHcloud order ${orderId} was placed (${price} incl. tax). The payment link has not reached ${requester} yet: Slack does not deliver the direct message (${errorCode}). The app keeps trying. Meanwhile, the requester and the approvers can see the link here.`,
  failed: ({
    orderId,
    price,
    requester,
    errorCode,
    approverMentions,
  }: Placed & Refused & { approverMentions: string }) =>
    `${approverMentions} OVHcloud order ${orderId} was placed (${price} incl. tax), but the payment link cannot be delivered to ${requester} in a direct message (${errorCode}). The requester and the approvers can see it here.`,
  /** Once the link is not needed any more. */
  placed: ({ orderId, price }: { orderId: string; price: string }) =>
    `OVHcloud order ${orderId} was placed (${price} incl. tax).`,
  /** Before it is known whether it arrives. */
  nextPending: 'Next: the payment link goes to the requester; OVHcloud delivers the project once it is paid.',
  nextForRequester:
    'The payment link has not reached the requester. *Show payment link* in the thread shows it to the requester and to the approvers.',
  nextForChannel:
    'The payment link could not be posted in the thread. *Show payment link* shows it to the requester and to the approvers.',
  reminder: ({
    requester,
    name,
    price,
    until,
  }: {
    requester: string;
    name: string;
    price: string;
    until: string;
  }) =>
    `${requester} reminder: the project *${name}* (${price} incl. tax) is not paid yet. The order expires ${until}. The payment link did not reach you in a direct message: *Show payment link* above shows it to you.`,
  notForYou: 'Only the requester and the approvers can see the payment link.',
  notKnown: 'The payment link is being looked up at OVHcloud. Please try again in a minute.',
  movedFromRequester: ({ requester }: { requester: string }) =>
    `The app cannot write to ${requester} any more, so this order continues here, with an approver. What was decided still counts.`,
};
