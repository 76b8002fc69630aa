import { countedApprovers } from '../orders/approval-policy.ts';
import type { Order } from '../orders/order.ts';
import type { QuorumDenial } from '../orders/request-policy.ts';
import type { ApproverSettings, People } from './context.ts';

/** A group with more pending members than this is mentioned as a group. */
const MAX_MENTIONS = 10;
/** A group with more members than this is reminded in the thread. */
const MAX_REMINDED = 20;
/** At most this many candidates are looked up; beyond that a quorum is assumed. */
const MAX_CANDIDATES = 30;

type ApproverContext = { people: People; config: ApproverSettings };
type MembershipContext = {
  people: Pick<People, 'stillMatches'>;
  config: Pick<ApproverSettings, 'approvers'>;
};

/** The people and groups that still have to decide on an order, for a reminder. */
export async function pendingApprovers(
  order: Order,
  { people, config: { approvers, rules } }: ApproverContext,
): Promise<string[]> {
  const done = rules.allowSelfApproval
    ? countedApprovers(order)
    : [...countedApprovers(order), order.requester];
  const isDone = new Set((await Promise.all(done.map(people.idsOf))).flat());
  const pending = await Promise.all(
    approvers.map(async (id) => {
      if (!people.isGroup(id)) return (await people.idsOf(id)).some((one) => isDone.has(one)) ? [] : [id];
      const members = await people.findMembers(id);
      if (!Array.isArray(members) || !members.some((member) => isDone.has(member))) return [id];
      const rest = members.filter((member) => !isDone.has(member));
      return rest.length > MAX_MENTIONS ? [id] : rest;
    }),
  );
  const asked = [...new Set(pending.flat())];
  // Everyone who could decide has decided, and approvals are still missing: remind all of them.
  return asked.length > 0 ? asked : [...approvers];
}

/**
 * Who still has to decide on an order, as people where possible: they get a direct message. A group
 * of more than MAX_REMINDED, or one that Slack hides, stays a group.
 */
export async function reminderRecipients(order: Order, ctx: ApproverContext): Promise<string[]> {
  const { people, config } = ctx;
  const pending = await pendingApprovers(order, ctx);
  const requester = new Set(config.rules.allowSelfApproval ? [] : await people.idsOf(order.requester));
  const expanded = await Promise.all(
    pending.map(async (id) => {
      if (!people.isGroup(id)) return [id];
      const members = await people.findMembers(id);
      return Array.isArray(members) && members.length <= MAX_REMINDED ? members : [id];
    }),
  );
  const candidates = [...new Set(expanded.flat())].filter((id) => !requester.has(id));
  const isThere = await Promise.all(candidates.map(async (id) => people.isGroup(id) || people.isActive(id)));
  const reachable = candidates.filter((_, index) => isThere[index]);
  return reachable.length > 0 ? reachable : pending;
}

/**
 * Why too few active people could approve an order by this requester, or null. Also null if Slack does not say at the
 * moment: then the approvers will find out. A group that Slack hides lets no one approve.
 */
export async function findQuorumDenial(
  requester: string,
  { people, config: { approvers, rules } }: ApproverContext,
): Promise<QuorumDenial> {
  const groups = approvers.filter(people.isGroup);
  const members = await Promise.all(groups.map(people.findMembers));
  if (members.includes('unknown')) return null;
  const named = approvers.filter((id) => !people.isGroup(id));
  const candidates = [...new Set([...named, ...members.flatMap((ids) => (Array.isArray(ids) ? ids : []))])];
  if (candidates.length > MAX_CANDIDATES) return null;
  const active = await Promise.all(
    candidates.map(async (id) => ((await people.isActive(id)) ? [await people.keyOf(id)] : [])),
  );
  const able = new Set(active.flat());
  if (!rules.allowSelfApproval) able.delete(await people.keyOf(requester));
  if (able.size >= rules.required) return null;
  const [hidden] = groups.flatMap((group, index) => {
    const found = members[index];
    return typeof found === 'object' && 'refusedWith' in found ? [{ group, code: found.refusedWith }] : [];
  });
  return hidden ? { kind: 'approvers_hidden', ...hidden } : 'no_quorum';
}

/** Those who approved an order but are no longer approvers: their approvals no longer count. */
export async function formerApprovers(order: Order, ctx: MembershipContext): Promise<string[]> {
  const given = countedApprovers(order);
  const current = await currentApprovers(given, ctx);
  return given.filter((id) => !current.includes(id));
}

/** Who of these people is an approver at this moment. */
export async function currentApprovers(
  ids: readonly string[],
  { people, config: { approvers } }: MembershipContext,
): Promise<string[]> {
  const areApprovers = await Promise.all(ids.map((id) => people.stillMatches(id, approvers)));
  return ids.filter((_, index) => areApprovers[index]);
}
