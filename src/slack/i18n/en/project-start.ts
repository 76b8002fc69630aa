/** The first steps in a project that is ready, and a voucher for it. */
export const projectStart = {
  /** Followed by the links below. */
  firstSteps: 'First steps:',
  users: 'users',
  quota: 'quota and regions',
  sshKeys: 'SSH keys',
  billing: 'billing',
  guide: 'OVHcloud’s guide',

  addVoucher: 'Add voucher',
  adding: ({ voucher }: { voucher: string }) => `Voucher ${voucher} is being added to the project…`,
  added: ({ voucher }: { voucher: string }) => `Voucher ${voucher} was added to the project.`,
  /** Followed by what went wrong and what to do. */
  notAdded: ({ voucher }: { voucher: string }) => `Voucher ${voucher} was not added.`,

  /** The modal: a title of 24 characters. */
  title: 'Add a voucher',
  submit: 'Add',
  close: 'Back',
  intro: ({ name }: { name: string }) => `OVHcloud gives the voucher’s credit to the project *${name}*.`,
  damaged: 'This form can’t be read: close it and click Add voucher again.',
  failed: 'That did not work, and nothing was changed. Please submit again in a moment.',
  takesLong: 'This is taking longer than usual. Close this form and check the message, or submit again.',
};
