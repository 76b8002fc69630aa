import { isLastingCode } from '../../slack/client/errors.ts';
import { isGroupId } from '../../slack/id-kinds.ts';
import { teamForGroups } from '../../slack/membership.ts';
import { type Finding, failure, ok, skipped, warning } from './finding.ts';
import { canClick, HIDDEN, type KnownMember, lookUp, type MemberLookup, namesOf } from './member-lookup.ts';
import { codeOf, unresolvedFinding, whatSlackSaid } from './slack-errors.ts';

/** A list of people and groups in the settings. */
export type PeopleSetting = 'APPROVERS' | 'REQUESTERS';

/** Resolved members of the list. */
export type ResolvedMembers = {
  findings: Finding[];
  /** People who can click, including members of groups: one ID each, even if they have several. */
  active: string[];
  /** Some members could not be resolved, so there may be more. */
  isUnclear: boolean;
};

/** Members of larger groups are not looked up one by one: Slack would rate limit the app. */
const MAX_LOOKED_UP = 100;

/** Slack's codes for a user group that does not exist. */
const UNKNOWN_GROUP = ['no_such_subteam', 'subteam_not_found'];
/** Slack's codes for a workspace that cannot have user groups. */
const NO_GROUPS_IN_PLAN = ['paid_only', 'paid_teams_only', 'plan_upgrade_required', 'free_team_not_allowed'];

/** Whether each person and group in the setting exists and can click. */
export async function checkPeople(
  setting: PeopleSetting,
  ids: readonly string[],
  lookup: MemberLookup,
): Promise<ResolvedMembers> {
  const { scopes } = lookup.grant;
  const lacks = (scope: string) => scopes !== null && !scopes.includes(scope);
  const check = (id: string): Promise<ResolvedMembers> | ResolvedMembers => {
    const scope = isGroupId(id) ? 'usergroups:read' : 'users:read';
    if (lacks(scope)) return missingScope(`${setting} ${id}`, scope);
    return isGroupId(id) ? checkGroup(setting, id, lookup) : checkPerson(setting, id, lookup);
  };
  return together(await Promise.all(ids.map(check)));
}

function together(resolved: ResolvedMembers[]): ResolvedMembers {
  return {
    findings: resolved.flatMap(({ findings }) => findings),
    active: [...new Set(resolved.flatMap(({ active }) => active))],
    isUnclear: resolved.some(({ isUnclear }) => isUnclear),
  };
}

function missingScope(check: string, scope: string): ResolvedMembers {
  return {
    findings: [skipped(check, { message: `cannot be checked without the scope ${scope}, see above` })],
    active: [],
    isUnclear: true,
  };
}

async function checkPerson(
  setting: PeopleSetting,
  id: string,
  lookup: MemberLookup,
): Promise<ResolvedMembers> {
  const check = `${setting} ${id}`;
  const seen = await lookUp(id, lookup);
  if ('unresolved' in seen) return unresolvedPersonFindings(check, setting, seen.unresolved);
  const active = canClick(seen) ? [seen.key] : [];
  return { findings: [personFinding(check, setting, seen)], active, isUnclear: false };
}

function unresolvedPersonFindings(check: string, setting: PeopleSetting, code: string): ResolvedMembers {
  if (!isLastingCode(code))
    return { findings: [unresolvedFinding(check, 'users.info', code)], active: [], isUnclear: true };
  const fix = [
    `Check the scope users:read, and that the app can see this person; or remove the ID from ${setting}.`,
    'Until then their clicks are refused: the app cannot tell who they are.',
  ].join('\n');
  const isHidden = code === HIDDEN;
  const message = isHidden
    ? `Slack hides this person from the app (${code})`
    : whatSlackSaid('users.info', code);
  return { findings: [failure(check, { message, fix })], active: [], isUnclear: false };
}

function personFinding(check: string, setting: PeopleSetting, { name, status }: KnownMember): Finding {
  const takeOut = `Remove the ID from ${setting}, or replace it with another person's.`;
  const may = setting === 'APPROVERS' ? 'may approve' : 'may order';
  switch (status) {
    case 'member':
      return ok(check, name);
    case 'guest':
      return warning(check, {
        message: `${name} is a guest, and ${may}`,
        fix: `If that is not intended: ${takeOut}`,
      });
    case 'foreign':
      return warning(check, {
        message: `${name} belongs to another workspace, and ${may}`,
        fix: `If that is not intended: ${takeOut}`,
      });
    case 'left':
      return warning(check, { message: `${name} has left the workspace (deactivated)`, fix: takeOut });
    case 'bot':
      return failure(check, { message: `${name} is a bot, and bots cannot click`, fix: takeOut });
    case 'unknown':
      return failure(check, {
        message: 'Slack knows no one with this ID',
        fix: `${takeOut} Slack profile > ⋮ > Copy member ID.`,
      });
  }
}

async function checkGroup(
  setting: PeopleSetting,
  id: string,
  lookup: MemberLookup,
): Promise<ResolvedMembers> {
  const check = `${setting} ${id}`;
  const none = (finding: Finding, isUnclear: boolean) => ({ findings: [finding], active: [], isUnclear });
  const [members, group] = await Promise.all([
    lookup.outbound.readGroup(id, teamForGroups(lookup.grant)).catch(codeOf),
    lookup.slack.listGroups(lookup.grant).then(
      (groups) => groups.find((one) => one.id === id),
      () => undefined,
    ),
  ]);
  const name = group?.handle ? `@${group.handle}` : 'the group';
  if (group?.date_delete || members === 'subteam_disabled') {
    const fix = `Slack > Directories > User groups: enable it again, or remove it from ${setting}.`;
    return none(warning(check, { message: `${name} is disabled: it counts as empty`, fix }), false);
  }
  if (typeof members === 'string')
    return none(unreadGroupFinding(check, setting, members), !isLastingCode(members));
  if (members.length === 0) {
    const fix = `Slack > Directories > User groups: add people to it, or remove it from ${setting}.`;
    return none(warning(check, { message: `${name} is empty`, fix }), false);
  }
  const seen = await Promise.all(members.slice(0, MAX_LOOKED_UP).map((member) => lookUp(member, lookup)));
  const inactive = seen.filter((one) => ('unresolved' in one ? one.unresolved === HIDDEN : !canClick(one)));
  const keys = new Map(seen.flatMap((one) => ('key' in one ? [[one.id, one.key] as const] : [])));
  const active = members
    .filter((member) => !inactive.some((one) => one.id === member))
    .map((member) => keys.get(member) ?? member);
  const size = members.length === 1 ? '1 person' : `${members.length} people`;
  if (active.length === 0) {
    const fix = `Slack > Directories > User groups: add people to it, or remove it from ${setting}.`;
    return none(
      warning(check, { message: `${name}: ${size}, all of whom have left or are bots`, fix }),
      false,
    );
  }
  const gone =
    inactive.length > 0
      ? `; these cannot click (left, bots, or hidden from the app): ${namesOf(inactive)}`
      : '';
  return { findings: [ok(check, `${name}: ${size}${gone}`)], active, isUnclear: false };
}

function unreadGroupFinding(check: string, setting: PeopleSetting, code: string): Finding {
  if (!isLastingCode(code)) return unresolvedFinding(check, 'usergroups.users.list', code);
  const isUnknown = UNKNOWN_GROUP.includes(code);
  const fix = isUnknown
    ? `Correct the ID in ${setting}: Slack > Directories > User groups > the group > ⋮ > Copy group ID.`
    : `${groupAdvice(code)}, or remove the group from ${setting}. Until then no one can decide or order as its member.`;
  const message = isUnknown
    ? `Slack knows no user group with this ID (${code})`
    : whatSlackSaid('usergroups.users.list', code);
  return failure(check, { message, fix });
}

function groupAdvice(code: string): string {
  if (code === 'missing_scope') return 'Give the app the scope usergroups:read and reinstall it';
  if (NO_GROUPS_IN_PLAN.includes(code)) return "The workspace's plan has no user groups: upgrade it";
  return 'Check the scope usergroups:read, and that the workspace lets apps read its user groups';
}
