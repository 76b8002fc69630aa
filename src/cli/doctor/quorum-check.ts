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
  const { active } = approvers;
  const needed = required === 1 ? '1 approval is needed' : `${required} approvals are needed`;
  const there = `${needed}, and ${active.length === 1 ? '1 approver is' : `${active.length} approvers are`} available`;
  const others = (requester: string) => active.filter((id) => allowSelfApproval || id !== requester).length;

  const everyone = requesters === null || requesters.isUnclear;
  const asking = requesters && !everyone ? requesters.active : active;
  const stuck = asking.filter((id) => others(id) < required);
  const outsidersAreStuck = active.length < required;
  const noOneCanOrder = everyone ? outsidersAreStuck : stuck.length === asking.length;

  if (stuck.length === 0 && !outsidersAreStuck) return ok(CHECK, `${there}, no matter who orders`);
  if (approvers.isUnclear)
    return skipped(CHECK, { message: `${there}; but not all approvers could be checked, see above` });
  if (noOneCanOrder) {
    return failure(CHECK, {
      message: `${there}: no order could ever be approved`,
      fix: 'Add active people to APPROVERS (or to its groups), or lower APPROVALS_REQUIRED.',
    });
  }
  return warning(CHECK, {
    message: `${there}: orders by ${stuck.join(', ')} cannot be approved, because requesters cannot approve their own`,
    fix: 'Add another approver, or set ALLOW_SELF_APPROVAL=true.',
  });
}
