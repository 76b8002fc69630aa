import type { Order } from '../orders/order.ts';
import { type ApprovalRules, approversOf } from '../orders/policy.ts';
import type { People } from './people.ts';
import { SlackTrouble } from './slack-trouble.ts';

/** A group with more people than this who have not decided is mentioned as a group. */
const MOST_MENTIONS = 10;
/** So many candidates are looked up to find out whether a quorum exists; with more of them it is taken for granted. */
const MOST_CANDIDATES = 30;

/** The people and groups that still have to decide on an order, to be asked once more. */
export async function pendingApprovers(
  order: Order,
  people: People,
  { approvers, rules }: { approvers: readonly string[]; rules: ApprovalRules },
): Promise<string[]> {
  const isDone = new Set(approversOf(order));
  if (!rules.allowSelfApproval) isDone.add(order.requester);
  const pending = await Promise.all(
    approvers.map(async (id) => {
      if (!people.isGroup(id)) return isDone.has(id) ? [] : [id];
      const members = await membersOrNull(id, people);
      if (!members?.some((member) => isDone.has(member))) return [id];
      const rest = members.filter((member) => !isDone.has(member));
      return rest.length > MOST_MENTIONS ? [id] : rest;
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
  people: People,
  { approvers, rules }: { approvers: readonly string[]; rules: ApprovalRules },
): Promise<boolean> {
  const groups = approvers.filter(people.isGroup);
  const members = await Promise.all(groups.map((id) => membersOrNull(id, people)));
  if (members.includes(null)) return true;
  const named = approvers.filter((id) => !people.isGroup(id));
  const candidates = new Set([...named, ...members.flatMap((ids) => ids ?? [])]);
  if (!rules.allowSelfApproval) candidates.delete(requester);
  if (candidates.size < rules.required) return false;
  if (candidates.size > MOST_CANDIDATES) return true;
  const alive = await Promise.all([...candidates].map((id) => people.isActive(id)));
  return alive.filter(Boolean).length >= rules.required;
}

async function membersOrNull(group: string, people: People): Promise<string[] | null> {
  return people.membersOf(group).catch((error: unknown) => {
    if (error instanceof SlackTrouble) return null;
    throw error;
  });
}
