import type { DenialReason } from './denial.ts';
import { isOperator } from './operator.ts';
import type { Order } from './order.ts';

/** The rules for decisions, from the settings. */
export type ApprovalRules = {
  /** How many different people have to approve. */
  required: number;
  allowSelfApproval: boolean;
};

/** Who clicked, as known at the moment of the click. */
export type Actor = { id: string; isApprover: boolean };

/** Why this person may not approve this order now, or null if they may. */
export function approvalDenialReason(order: Order, actor: Actor, rules: ApprovalRules): DenialReason | null {
  if (!actor.isApprover || isOperator(actor.id)) return { kind: 'not_an_approver' };
  if (actor.id === order.requester && !rules.allowSelfApproval) return { kind: 'own_order' };
  if (countedApprovers(order).includes(actor.id)) {
    return { kind: 'approved_already', given: countedApprovers(order).length, required: rules.required };
  }
  return null;
}

/** Why this person may not reject this order, or null if they may: approvers reject, requesters cancel. */
export function rejectionDenialReason(actor: Actor): DenialReason | null {
  return actor.isApprover && !isOperator(actor.id) ? null : { kind: 'not_an_approver' };
}

/** The reason to deny resolving a lost checkout, or null if allowed: approvers may, and operators on their behalf. */
export function resolutionDenialReason(actor: Actor): DenialReason | null {
  return isOperator(actor.id) ? null : rejectionDenialReason(actor);
}

/** The reason to deny what only the requester may do, or null: operators may do it on their behalf. */
export function requesterDenialReason(order: Order, by: string): DenialReason | null {
  return by === order.requester || isOperator(by) ? null : { kind: 'not_the_requester' };
}

/** The different people whose approvals count for the current quote. */
export function countedApprovers(order: Order): string[] {
  const counting = order.approvals.filter((approval) => approval.fingerprint === order.fingerprint);
  return [...new Set(counting.map((approval) => approval.by))];
}
