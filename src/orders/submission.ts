import type { Order } from './order.ts';

/** Result of submitting an order. */
export type SubmissionOutcome =
  /** Its first message is in the channel, or will be (Slack had not answered yet). */
  | { outcome: 'posted' | 'posting' }
  /** Slack takes no message in that channel: the order has ended. */
  | { outcome: 'channel_unavailable'; errorCode: string }
  /** The same form was submitted before: nothing was written. */
  | { outcome: 'submitted_before'; existing: Order }
  /** The requester has as many open orders as one person may have: nothing was written. */
  | { outcome: 'too_many_open'; limit: number }
  /** There is an open order of the same project name: nothing was written. */
  | { outcome: 'name_taken'; other: Order };
