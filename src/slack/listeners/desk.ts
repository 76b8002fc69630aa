import type { Logger } from '../../log.ts';
import type { RefusedDecision } from '../../orders/change.ts';
import type { Order } from '../../orders/order.ts';
import type { ApprovalRules } from '../../orders/policy.ts';
import type { TakenOn } from '../../orders/taken-on.ts';
import type { Database } from '../../store/database.ts';
import type { Homes } from '../homes.ts';
import type { Outbound } from '../outbound.ts';
import type { People } from '../people.ts';
import type { Drawing } from '../surfaces/drawing.ts';
import type { SlackTiming } from '../timing.ts';

/** What a listener has at hand. */
export type Desk = {
  db: Database;
  outbound: Outbound;
  people: People;
  log: Logger;
  /** ms since 1970. */
  now: () => number;
  timing: SlackTiming;
  settings: {
    teamId: string;
    approvers: readonly string[];
    rules: ApprovalRules;
    /** Who may order; empty = every full member. */
    requesters: readonly string[];
    /** Where orders may be placed; empty = anywhere. */
    channels: readonly string[];
    autoPay: boolean;
    /** There is a right of withdrawal that requesters may give up. */
    hasWaiver: boolean;
    checkoutUrlTo: 'channel' | 'requester';
    /** BCP 47 tag: the language of what everybody reads. */
    locale: string;
  };
  homes: Homes;
  /** How to draw what one person alone reads, in their language. */
  drawingFor: (user: string) => Promise<Drawing>;
  /** Writes a new order down and has it worked on; answers within about a second and a half. */
  takeOn: (order: Order) => Promise<TakenOn>;
  /** Hears of each decision that somebody wanted to make and may not. */
  onRefused: (refused: RefusedDecision) => void;
  /** Tells the worker that an order has changed. */
  wake: () => void;
};
