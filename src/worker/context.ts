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
import type { CheckoutTiming } from './options.ts';

/** What the worker's steps have at hand. */
export type WorkerContext = {
  db: Database;
  ovh: OvhClient;
  outbound: Outbound;
  /** Whether Slack takes what the app shows: no checkout is begun while nobody could see what becomes of it. */
  canShow: () => Promise<boolean>;
  log: Logger;
  /** ms since 1970. */
  now: () => number;
  /** 0 to 1: pauses before another attempt are shortened by chance. */
  random: () => number;
  /** How to draw what everybody reads. */
  renderContext: RenderContext;
  /** How to draw what one person alone reads, in their language. */
  renderContextFor: (user: string) => Promise<RenderContext>;
  config: {
    planCode: string;
    autoPay: boolean;
    /** Confirms approved orders of exactly 0 at OVHcloud. False on ovh-us, which does not have the call. */
    settleFreeOrders: boolean;
    /** How long approvers have, and so how long the cart has to live. */
    approvalTimeoutMs: number;
    /** After how long those who have not decided are reminded, for the first time. */
    remindAfterMs: number;
    /** False on ovh-us, where GET /me/order takes no dates. */
    hasOrderDateFilter: boolean;
    /** False on ovh-us, which has no GET /cloud/eligibility. */
    hasEligibility: boolean;
    /** False on ovh-us, where a checkout takes no `waiveRetractationPeriod`. */
    hasWaiver: boolean;
    /** Whether it is read what projects with a budget spend, and how long after the last time (ms). */
    readsUsage: boolean;
    usageEveryMs: number;
  };
  projectIndex: ProjectIndex;
  /** The OVHcloud account's subsidiary, such as `FR`. */
  subsidiary: () => Promise<string>;
  /** Hears that an order's picture has changed in Slack: others may have to change as well. */
  onSynced?: () => void;
  /** Hears of each order that this process claims: how late it is (ms), and whether another let go of it unwillingly. */
  onClaimed?: (claimed: { lateMs: number; isTakeover: boolean }) => void;
  /** Hears of what did not work: an order's step, or showing the order in Slack. Most is tried again. */
  onError?: (what: 'step' | 'slack_sync') => void;
  checkoutTiming: CheckoutTiming;
  approvalRules: ApprovalRules;
  /** Who of these people is an approver at this moment. */
  currentApprovers: (people: string[]) => Promise<string[]>;
  /** Whether the app may give a voucher to this project at OVHcloud: false also where OVHcloud does not say. */
  mayAddVoucher: (projectId: string) => Promise<boolean>;
  /** Who has still to decide on an order: people, and groups in which no one has. */
  pendingApprovers: (order: Order) => Promise<string[]>;
  /** The same, as the people behind it where these are not too many: each gets a direct message. */
  reminderRecipients: (order: Order) => Promise<string[]>;
  /** What others call a person; null where Slack does not say. */
  nameOf: (user: string) => Promise<string | null>;
};

/** What a step of one order has at hand. */
export type StepContext = WorkerContext & {
  /** Lets an event happen to the order. Returns the row as it is saved then, or the Denial; see changeOrder. */
  change: (event: OrderEvent) => Promise<StoredOrder | Denial>;
};
