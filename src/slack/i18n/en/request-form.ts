import { plural } from '../grammar.ts';

/** The modal behind `/order-cloud`. */
export const requestForm = {
  /** Modal titles and buttons hold 24 characters. */
  title: 'Public Cloud project',
  submit: 'Get a quote',
  close: 'Cancel',
  titleEdit: 'Edit the order',
  submitEdit: 'Save changes',
  introEdit: 'Changing anything but the reason gets a new quote and cancels approvals so far.',
  titleAgain: 'Try again',
  submitAgain: 'Get a quote',
  channel: 'Channel',
  channelHint: 'Where the order is shown and approved.',
  intro:
    'OVHcloud is asked for the price first. Nothing is ordered before it is approved; then someone pays with the ' +
    'payment link. Usage of the project is billed separately.',
  introAutoPay:
    'OVHcloud is asked for the price first. Nothing is ordered before it is approved; then OVHcloud *charges the ' +
    'account at once*. Usage of the project is billed separately.',
  shown: 'Name, price and reason are then shown in the channel; the voucher never is.',
  projectName: 'Project name',
  emojiHint:
    'Slack turned an emoji into a code between colons. At OVHcloud, the project’s name would contain that code.',
  voucher: 'Voucher',
  /** Under the voucher while a submitted form waits. */
  asking: 'Asking OVHcloud…',
  /** Under a project name that an open order has. */
  openOrder: ({ name }: { name: string }) => `See the open order: *${name}*`,
  reason: 'Reason',
  reasonHint: 'What it is for. Everyone in the channel can read your reason.',
  withdrawal: 'Right of withdrawal',
  withdrawalHint:
    'Leave it unticked to keep the 14-day right of withdrawal (consumers only). The approvers see what you chose.',
  /** An option holds 75 characters. */
  waive: 'Waive the 14-day right of withdrawal for this order',
};

/** What is wrong with a submitted form, under the field that it is about. */
export const requestProblems = {
  unreadable: 'Something in this form could not be read.',
  channelMissing: 'Choose the channel in which the order is shown.',
  noQuorum:
    'No one could approve this order: there are too few approvers besides you. Ask the app’s operator.',
  damaged: ({ command }: { command: string }) => `This form is damaged: close it and type ${command} again.`,
  nameLength: 'Type a name of 1 to 100 characters.',
  nameUnprintable: 'Control characters, invisible characters and line breaks are not allowed.',
  voucher: 'A voucher is one code, without spaces, of up to 100 characters.',
  reasonLength: 'Use up to 1,000 characters.',
  slackIsSlow: 'Slack is slow at the moment. Nothing was ordered; please submit again.',
  notWritten: 'The order could not be saved. Nothing was ordered; please submit again.',
  channelUnavailable: ({ errorCode, bot }: { errorCode: string; bot: string }) =>
    `The app can’t post in this channel (${errorCode}). Type /invite @${bot} there, then submit again: ` +
    'what you typed stays here.',
  nameTaken: ({ name, id }: { name: string; id: string }) =>
    `There is already an open order for the project “${name}” (order ${id}). Use another name, or wait for that ` +
    'order to end.',
  tooManyOpen: ({ count }: { count: number }) =>
    plural('en', count, {
      one: 'You already have an open order, and one is the most a person may have. Wait until it has ended, or cancel it.',
      other: `You already have ${count} open orders, the most a person may have. Wait until one of them has ended, or cancel one.`,
    }),
  tooManyVouchers:
    'You have entered too many vouchers within an hour. Too many wrong ones would lock the account for everyone: try again in an hour, or order without a voucher.',
  nameTakenElsewhere:
    'There is an open order already for a project with this name, or with one that looks like it. Use another name.',
  nameOrdered: ({ name, id, orderId }: { name: string; id: string; orderId: string }) =>
    `The project “${name}” has already been ordered (order ${id}, at OVHcloud ${orderId}). Use another name.`,
};
