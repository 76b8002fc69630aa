import type { ApprovalRules } from '../../orders/approval-policy.ts';
import { type Finding, failure, ok, skipped, warning } from './finding.ts';
import type { ResolvedMembers } from './people-checks.ts';

const CHECK = 'quorum';

/**
 * Whether enough active people could approve an order: one by someone who is not an approver, and one by each approver.
 * `requesters` is null where every full member may order.
 */
export function checkQuorum(people: {
  approvers: ResolvedMembers;
  requesters: ResolvedMembers | null;
  rules: ApprovalRules;
}): Finding {
  const { approvers, requesters, rules } = people;
  const { required, allowSelfApproval } = rules;
  const { living } = approvers;
  const needed = required === 1 ? '1 approval is needed' : `${required} approvals are needed`;
  const there = `${needed}, and ${living.length === 1 ? '1 approver is' : `${living.length} approvers are`} available`;
  const others = (requester: string) => living.filter((id) => allowSelfApproval || id !== requester).length;

  const everyone = requesters === null || requesters.isUnclear;
  const asking = requesters && !everyone ? requesters.living : living;
  const stuck = asking.filter((id) => others(id) < required);
  const outsidersAreStuck = living.length < required;
  const noOneCanOrder = everyone ? outsidersAreStuck : stuck.length === asking.length;

  if (stuck.length === 0 && !outsidersAreStuck) return ok(CHECK, `${there}, no matter who orders`);
  if (approvers.isUnclear)
    return skipped(CHECK, `${there}; but not all approvers could be checked, see above`);
  if (noOneCanOrder) {
    return failure(
      CHECK,
      `${there}: no order could ever be approved`,
      'Add active people to APPROVERS (or to its groups), or lower APPROVALS_REQUIRED.',
    );
  }
  return warning(
    CHECK,
    `${there}: orders by ${stuck.join(', ')} cannot be approved, because requesters cannot approve their own`,
    'Add another approver, or set ALLOW_SELF_APPROVAL=true.',
  );
}
