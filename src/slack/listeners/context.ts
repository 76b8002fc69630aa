import type { Logger } from '../../observability/log.ts';
import type { ApprovalRules } from '../../orders/approval-policy.ts';
import type { DeniedCommand } from '../../orders/events.ts';
import type { Failure } from '../../orders/failure.ts';
import type { Order } from '../../orders/order.ts';
import type { OrderRequest } from '../../orders/request.ts';
import type { SubmissionOutcome } from '../../orders/submission.ts';
import type { Database } from '../../store/database.ts';
import type { AppNames } from '../app-names.ts';
import type { Outbound } from '../client/outbound.ts';
import type { HomePublisher } from '../home/home-publisher.ts';
import type { SlackTiming } from '../timing.ts';
import type { UserDirectory } from '../user-directory.ts';
import type { RenderContext } from '../views/render-context.ts';

/** What a listener has at hand. */
export type ListenerContext = {
  db: Database;
  outbound: Outbound;
  people: UserDirectory;
  log: Logger;
  /** ms since 1970. */
  now: () => number;
  timing: SlackTiming;
  config: {
    approvers: readonly string[];
    rules: ApprovalRules;
    /** Who may order; empty = every full member. */
    requesters: readonly string[];
    /** Where orders may be placed; empty = anywhere. */
    channels: readonly string[];
    autoPay: boolean;
    /** There is a right of withdrawal that requesters may give up. */
    hasWaiver: boolean;
    /** Whether the form asks for a monthly budget. */
    budget: 'off' | 'optional' | 'required';
    checkoutUrlTo: 'channel' | 'requester';
    /** BCP 47 tag: the language of what everybody reads. */
    locale: string;
    /** What this instance of the app is called. */
    app: AppNames;
  };
  homes: HomePublisher;
  /** How to draw what one person alone reads, in their language. */
  renderContextFor: (user: string) => Promise<RenderContext>;
  /** Writes a new order down and has it worked on; answers within about a second and a half. */
  submit: (order: Order) => Promise<SubmissionOutcome>;
  /** Whether who approves has to tick what they accept: the account belongs to a country where the law wants that. */
  asksConsent: () => Promise<boolean>;
  /** Asks OVHcloud whether it takes a request's voucher: why not; null where it does, or does not say. */
  checkVoucher: (asked: { id: string; request: OrderRequest }) => Promise<Failure | null>;
  /** Hears of each decision that somebody wanted to make and may not. */
  onDenied: (refused: DeniedCommand) => void;
  /** Tells the worker that an order has changed. */
  nudge: () => void;
};
