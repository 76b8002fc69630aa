import type { Config } from '../config/config.ts';
import type { ApprovalRules } from '../orders/approval-policy.ts';

/**
 * Who may approve, and who may order: IDs of people and user groups. The only settings that may change while the app
 * runs.
 */
export type Access = { approvers: readonly string[]; requesters: readonly string[] };

/** The access that the settings give at the start. */
export function accessOf({ approvals, requesters }: Config): Access {
  return { approvers: approvals.approvers, requesters };
}

/** How many approvals the settings ask for, and of whom. */
export function approvalRulesOf({ approvals: { required, allowSelfApproval } }: Config): ApprovalRules {
  return { required, allowSelfApproval };
}
