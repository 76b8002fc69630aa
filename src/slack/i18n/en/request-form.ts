/** The modal behind `/order-cloud`. */
export const requestForm = {
  /** Modal titles and buttons hold 24 characters. */
  title: 'Public Cloud project',
  submit: 'Get a quote',
  close: 'Cancel',
  titleEdit: 'Edit the order',
  submitEdit: 'Save changes',
  introEdit:
    'Any change except of the reason asks OVHcloud for a new quote, and voids approvals given so far.',
  titleAgain: 'Try again',
  submitAgain: 'Get a quote',
  channel: 'Channel',
  channelHint: 'Where the order is shown and approved.',
  intro:
    'You get a quote first. Nothing is ordered before it is approved, and nothing is paid before somebody pays at ' +
    'the checkout URL.',
  introAutoPay:
    'You get a quote first. Nothing is ordered before it is approved; then OVHcloud *charges the account at once*.',
  shown: 'The order, its price and your reason are shown in the channel.',
  projectName: 'Project name',
  projectNameHint: 'What the project is called.',
  emojiHint:
    'Slack turned an emoji into a code between colons. At OVHcloud, the project’s name would contain that code.',
  voucher: 'Voucher',
  reason: 'Reason',
  reasonHint: 'What it is for. Everybody in the channel reads your reason.',
  withdrawal: 'Right of withdrawal',
  withdrawalHint:
    'Left empty, a consumer keeps the right to withdraw from the purchase within 14 days. ' +
    'Ticked, that right is given up. The approvers see what you chose.',
  /** An option holds 75 characters. */
  waive: 'Give up the 14-day right of withdrawal for this order',
};

/** What is wrong with a submitted form, under the field that it is about. */
export const requestProblems = {
  unreadable: 'Something in this form could not be read.',
  channelMissing: 'Choose the channel in which the order is shown.',
  noQuorum:
    'Nobody could approve this order: there are too few approvers besides you. Ask whoever operates this app.',
  damaged: ({ command }: { command: string }) => `This form is damaged: close it and type ${command} again.`,
  nameLength: 'Type a name of 1 to 100 characters.',
  nameUnprintable: 'Use no control characters, invisible characters or line breaks.',
  voucher: 'A voucher is one code, without spaces, of up to 100 characters.',
  reasonLength: 'Use up to 1,000 characters.',
  slackIsSlow: 'Slack is slow at the moment. Nothing was ordered; please submit again.',
  notWritten: 'That could not be written down. Nothing was ordered; please submit again.',
  channelUnavailable: ({ errorCode, bot }: { errorCode: string; bot: string }) =>
    `The app cannot write in this channel (${errorCode}). Type /invite @${bot} there, then submit again: ` +
    'what you typed stays here.',
  nameTaken: ({ name, id }: { name: string; id: string }) =>
    `There is an open order for the project “${name}” already (order ${id}). Use another name, or wait for that ` +
    'order to end.',
  nameTakenElsewhere:
    'There is an open order already for a project with this name, or with one that looks like it. Use another name.',
  nameOrdered: ({ name, id, orderId }: { name: string; id: string; orderId: string }) =>
    `The project “${name}” was ordered already (order ${id}, at OVHcloud ${orderId}). Use another name.`,
};
