/** How long the app waits while Slack waits for its answer, three seconds at most; all in milliseconds. */
export type SlackTiming = {
  /**
   * For the language of one reader, before LOCALE is taken, and whether a channel is shared: a modal's trigger lives
   * three seconds.
   */
  localeMs: number;
  /** For the account's currency, before a form names none; asked of OVHcloud once. */
  currencyMs: number;
  /** For who may order where, before the form says that Slack is slow: the first message may take half of the time. */
  requesterMs: number;
  /**
   * For checking permission and OVHcloud's answer on a voucher together: a slower voucher is checked with its order.
   */
  voucherMs: number;
  /** For Slack to change a form while it is checked. */
  formUpdateMs: number;
  /** For what a click does, before the person is notified that it takes long. */
  clickMs: number;
  /** For Slack to take that notice, before the click is answered. */
  clickNoticeMs: number;
  /** For a rejection to be saved, before its modal says that this is taking long. */
  rejectionMs: number;
  /** For changes in quick succession: open Homes show them together. */
  homeDebounceMs: number;
  /** For a listener to answer a request over HTTP, before Bolt answers it with 404. */
  unhandledRequestMs: number;
};

/** The app's own timing. */
export const SLACK_TIMING: SlackTiming = {
  localeMs: 300,
  currencyMs: 300,
  requesterMs: 1_200,
  voucherMs: 1_200,
  formUpdateMs: 600,
  clickMs: 2_000,
  clickNoticeMs: 600,
  rejectionMs: 2_300,
  homeDebounceMs: 250,
  unhandledRequestMs: 3_001,
};
