/** The names under which Slack hands clicks and submissions back to the app. */
export const COMMAND = '/order-cloud';

export const ACTIONS = {
  approve: 'order_approve',
  reject: 'order_reject',
  cancel: 'order_cancel',
  tryAgain: 'order_try_again',
  pay: 'order_pay',
  /** Followed by a number: several of these stand side by side. */
  chooseOrder: 'order_choose_',
  giveUp: 'order_give_up',
} as const;

export const VIEWS = {
  request: 'order_request',
  rejection: 'order_rejection',
} as const;

/** `event_type` of the metadata of the app's messages, by which a lost post can be found again. */
export const MESSAGE_METADATA = 'order_cloud_message';
