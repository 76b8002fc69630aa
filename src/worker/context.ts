import type { Logger } from '../observability/log.ts';
import type { ApprovalRules } from '../orders/approval-policy.ts';
import type { Denial } from '../orders/denial.ts';
import type { OrderEvent } from '../orders/events.ts';
import type { Order } from '../orders/order.ts';
import type { OvhClient } from '../ovh/client.ts';
import type { ProjectIndex } from '../ovh/project-index.ts';
import type { Outbound } from '../slack/client/outbound.ts';
import type { RenderContext } from '../slack/views/render-context.ts';
import type { Database } from '../store/database.ts';
import type { StoredOrder } from '../store/rows.ts';
import type { CheckoutTiming } from './checkout-timing.ts';

/** What the worker's steps need. */
export type WorkerContext = {
  db: Database;
  ovh: OvhClient;
  outbound: Outbound;
  /** Whether Slack accepts the app's messages: no checkout is started while no one could see its outcome. */
  canShow: () => Promise<boolean>;
  log: Logger;
  /** ms since 1970. */
  now: () => number;
  /** 0 to 1: pauses before another attempt are shortened by chance. */
  random: () => number;
  /** How to render what everyone reads. */
  renderContext: RenderContext;
  /** How to render what only one person reads, in their language. */
  renderContextFor: (user: string) => Promise<RenderContext>;
  config: {
    planCode: string;
    autoPay: boolean;
    /** Confirms approved orders of exactly 0 at OVHcloud. False on ovh-us, which does not have the call. */
    settleFreeOrders: boolean;
    /** How many open orders one person may have. */
    openOrdersPerPerson: number;
    /** How long approvers have, which determines how long the cart must last. */
    approvalTimeoutMs: number;
    /** When approvers who have not decided are first reminded. */
    remindAfterMs: number;
    /** False on ovh-us, where GET /me/order takes no dates. */
    hasOrderDateFilter: boolean;
    /** False on ovh-us, which has no GET /cloud/eligibility. */
    hasEligibility: boolean;
    /** False on ovh-us, where a checkout takes no `waiveRetractationPeriod`. */
    hasWaiver: boolean;
    /** Whether the spend of projects with a budget is read, and how long after the last reading (ms). */
    readsUsage: boolean;
    usageEveryMs: number;
  };
  projectIndex: ProjectIndex;
  /** The OVHcloud account's subsidiary, such as `FR`. */
  subsidiary: () => Promise<string>;
  /** Called when an order's messages have changed in Slack: others may have to change too. */
  onSynced?: () => void;
  /** Called for each order that this process claims: how late it is (ms), and whether it was taken over. */
  onClaimed?: (claimed: { lateMs: number; isTakeover: boolean }) => void;
  /** Called on errors: in an order's step, or in the Slack sync. Most are retried. */
  onError?: (what: 'step' | 'slack_sync') => void;
  checkoutTiming: CheckoutTiming;
  /**
   * Whether a new order may get its quote from OVHcloud now: they share a number of calls per minute. True counts as
   * a use.
   */
  mayQuote: () => boolean;
  approvalRules: ApprovalRules;
  /** Who of these people is an approver at this moment. */
  currentApprovers: (people: string[]) => Promise<string[]>;
  /** Whether the app may add a voucher to this project at OVHcloud; false also if OVHcloud does not say. */
  mayAddVoucher: (projectId: string) => Promise<boolean>;
  /** Who still has to decide on an order: people, and groups in which no one has decided. */
  pendingApprovers: (order: Order) => Promise<string[]>;
  /** The same as individual people, unless they are too many: each gets a direct message. */
  reminderRecipients: (order: Order) => Promise<string[]>;
  /** The same for each id of a person. */
  keyOf: (user: string) => Promise<string>;
  /** What others call a person; null where Slack does not say. */
  nameOf: (user: string) => Promise<string | null>;
};

/** What a step of one order needs. */
export type StepContext = WorkerContext & {
  /** Applies an event to the order. Returns the row as saved, or the Denial; see changeOrder. */
  change: (event: OrderEvent) => Promise<StoredOrder | Denial>;
};
