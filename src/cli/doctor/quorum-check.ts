import type { ApprovalRules } from '../../orders/approval-policy.ts';
import { type Finding, failure, ok, skipped, warning } from './finding.ts';
import type { ResolvedMembers } from './people-checks.ts';

const CHECK = 'quorum';

/**
 * Whether enough living people could approve an order: of somebody who is no approver, and of each approver.
 * `requesters` is null where every full member may order.
 */
export function checkQuorum(
  approvers: ResolvedMembers,
  requesters: ResolvedMembers | null,
  rules: ApprovalRules,
): Finding {
  const { required, allowSelfApproval } = rules;
  const { living } = approvers;
  const needed = required === 1 ? '1 approval is needed' : `${required} approvals are needed`;
  const there = `${needed}, and ${living.length === 1 ? '1 approver is' : `${living.length} approvers are`} there`;
  const others = (requester: string) => living.filter((id) => allowSelfApproval || id !== requester).length;

  const everybody = requesters === null || requesters.isUnclear;
  const asking = requesters && !everybody ? requesters.living : living;
  const stuck = asking.filter((id) => others(id) < required);
  const outsidersAreStuck = living.length < required;
  const nobodyCanOrder = everybody ? outsidersAreStuck : stuck.length === asking.length;

  if (stuck.length === 0 && !outsidersAreStuck) return ok(CHECK, `${there}, whoever orders`);
  if (approvers.isUnclear)
    return skipped(CHECK, `${there}; but not all approvers could be looked at, see above`);
  if (nobodyCanOrder) {
    return failure(
      CHECK,
      `${there}: no order could ever be approved`,
      'Add people who are there to APPROVERS (or to its groups), or lower APPROVALS_REQUIRED.',
    );
  }
  return warning(
    CHECK,
    `${there}: orders of ${stuck.join(', ')} cannot be approved, because nobody approves their own`,
    'Add another approver, or set ALLOW_SELF_APPROVAL=true.',
  );
}
