import type { ApprovalRules } from '../orders/approval-policy.ts';
import type { DeniedCommand } from '../orders/events.ts';
import type { Order } from '../orders/order.ts';
import type { RequestRules } from '../orders/request-policy.ts';
import type { SubmissionOutcome } from '../orders/submission.ts';
import type { StoreContext } from '../store/change-order.ts';

/** What the use cases ask about people and user groups. Every call may throw the directory's errors. */
export type People = {
  /** Whether a person is one of `ids`, or in a user group among them, and still there. */
  matches: (user: string, ids: readonly string[]) => Promise<boolean>;
  /** The same for someone who matched before; someone whom Slack no longer shows does not match. */
  stillMatches: (user: string, ids: readonly string[]) => Promise<boolean>;
  isFullMember: (user: string) => Promise<boolean>;
  /** The ID under which an order knows a person, among those that it names; else the person's own. Never throws. */
  knownAs: (user: string, named: readonly string[]) => Promise<string>;
  isGroup: (id: string) => boolean;
  /**
   * The members of a group; the code with which Slack refuses to list them; or `unknown` if it cannot at the moment.
   */
  findMembers: (group: string) => Promise<string[] | { refusedWith: string } | 'unknown'>;
  /** Every id of a person. Never throws. */
  idsOf: (user: string) => Promise<string[]>;
  /** One key for all IDs of a person. Never throws. */
  keyOf: (user: string) => Promise<string>;
  /** Whether a person can still click. Never throws. */
  isActive: (user: string) => Promise<boolean>;
};

/** Who may approve, and how many it takes. */
export type ApproverSettings = { approvers: readonly string[]; rules: ApprovalRules };

/** What the use cases need. */
export type ApplicationContext = StoreContext & {
  people: People;
  config: ApproverSettings & RequestRules & { openOrdersPerPerson: number };
  /** Whether people of another organization read a channel. May throw the directory's errors. */
  isSharedChannel: (channel: string) => Promise<boolean>;
  /** Saves a new order and starts to process it; answers within about a second and a half. */
  submit: (order: Order) => Promise<SubmissionOutcome>;
  /** Called for each command that was denied. */
  onDenied: (denied: DeniedCommand) => void;
  /** Tells the worker that an order has changed. */
  nudge: () => void;
};
