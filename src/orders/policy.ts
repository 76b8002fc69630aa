import type { Order } from './order.ts';
import type { Reason } from './refusal.ts';

/** The rules for decisions, from the settings. */
export type ApprovalRules = {
  /** How many different people have to approve. */
  required: number;
  allowSelfApproval: boolean;
};

/** Who clicked, as known at the moment of the click. */
export type Decider = { id: string; isApprover: boolean };

/** Why this person may not approve this order now, or null if they may. */
export function whyNotApprove(order: Order, decider: Decider, rules: ApprovalRules): Reason | null {
  if (!decider.isApprover) return { kind: 'not_an_approver' };
  if (decider.id === order.requester && !rules.allowSelfApproval) return { kind: 'own_order' };
  if (approversOf(order).includes(decider.id)) {
    return { kind: 'approved_already', given: approversOf(order).length, required: rules.required };
  }
  return null;
}

/** Why this person may not reject this order, or null if they may: approvers reject, requesters cancel. */
export function whyNotReject(decider: Decider): Reason | null {
  return decider.isApprover ? null : { kind: 'not_an_approver' };
}

/** The different people whose approval counts for the quote as it is now. */
export function approversOf(order: Order): string[] {
  const counting = order.approvals.filter((approval) => approval.fingerprint === order.fingerprint);
  return [...new Set(counting.map((approval) => approval.by))];
}
