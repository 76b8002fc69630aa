import { type ApprovalRules, countedApprovers } from '../orders/approval-policy.ts';
import type { Order } from '../orders/order.ts';
import { SlackApiError } from './client/errors.ts';
import type { UserDirectory } from './user-directory.ts';

/** A group with more people than this who have not decided is mentioned as a group. */
const MAX_MENTIONS = 10;
/** So many candidates are looked up to find out whether a quorum exists; with more of them it is taken for granted. */
const MAX_CANDIDATES = 30;

/** The people and groups that still have to decide on an order, to be asked once more. */
export async function pendingApprovers(
  order: Order,
  people: UserDirectory,
  { approvers, rules }: { approvers: readonly string[]; rules: ApprovalRules },
): Promise<string[]> {
  const isDone = new Set(countedApprovers(order));
  if (!rules.allowSelfApproval) isDone.add(order.requester);
  const pending = await Promise.all(
    approvers.map(async (id) => {
      if (!people.isGroup(id)) return isDone.has(id) ? [] : [id];
      const members = await membersOrNull(id, people);
      if (!members?.some((member) => isDone.has(member))) return [id];
      const rest = members.filter((member) => !isDone.has(member));
      return rest.length > MAX_MENTIONS ? [id] : rest;
    }),
  );
  const asked = [...new Set(pending.flat())];
  // Whoever could decide has done so, and it was not enough: then it concerns all of them.
  return asked.length > 0 ? asked : [...approvers];
}

/**
 * Whether enough living people could approve an order of this requester. True as well where Slack does not say: then
 * it is the approvers who find out. At most `required` of them are counted.
 */
export async function isQuorumReachable(
  requester: string,
  people: UserDirectory,
  { approvers, rules }: { approvers: readonly string[]; rules: ApprovalRules },
): Promise<boolean> {
  const groups = approvers.filter(people.isGroup);
  const members = await Promise.all(groups.map((id) => membersOrNull(id, people)));
  if (members.includes(null)) return true;
  const named = approvers.filter((id) => !people.isGroup(id));
  const candidates = new Set([...named, ...members.flatMap((ids) => ids ?? [])]);
  if (!rules.allowSelfApproval) candidates.delete(requester);
  if (candidates.size < rules.required) return false;
  if (candidates.size > MAX_CANDIDATES) return true;
  const alive = await Promise.all([...candidates].map((id) => people.isActive(id)));
  return alive.filter(Boolean).length >= rules.required;
}

async function membersOrNull(group: string, people: UserDirectory): Promise<string[] | null> {
  return people.membersOf(group).catch((error: unknown) => {
    if (error instanceof SlackApiError) return null;
    throw error;
  });
}
