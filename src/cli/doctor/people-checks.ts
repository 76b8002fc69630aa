import { isLastingCode } from '../../slack/client/errors.ts';
import type { Outbound } from '../../slack/client/outbound.ts';
import type { SlackSetupApi } from '../../slack/client/setup-api.ts';
import { isGroupId } from '../../slack/id-kinds.ts';
import { type Account, isGuest, keyOf, teamForGroups } from '../../slack/membership.ts';
import { type Finding, failure, ok, skipped, warning } from './finding.ts';
import { codeOf, type Grant, unresolvedFinding, whatSlackSaid } from './slack-checks.ts';

/** A list of people and groups in the settings. */
export type PeopleSetting = 'APPROVERS' | 'REQUESTERS';

/** Resolved members of the list. */
export type ResolvedMembers = {
  findings: Finding[];
  /** People who can click, including members of groups: one ID each, even if they have several. */
  living: string[];
  /** Some members could not be resolved, so there may be more. */
  isUnclear: boolean;
};

/** What is needed to look people up. */
export type MemberLookup = { outbound: Outbound; slack: SlackSetupApi; grant: Grant };

type MemberStatus = 'member' | 'guest' | 'foreign' | 'left' | 'bot' | 'unknown';
/** `key`: the same for each id of the person. */
type KnownMember = { id: string; key: string; name: string; status: MemberStatus };
type Seen = KnownMember | { id: string; unresolved: string };

/** Members of larger groups are not looked up one by one: Slack would rate limit the app. */
const MAX_LOOKED_UP = 100;
/** Slack hides this person from the app: their clicks are refused. */
const HIDDEN = 'user_not_visible';
/** Maximum names per line. */
const MAX_NAMED = 5;

/** Whether each person and group in the setting exists and can click. */
export async function checkPeople(
  setting: PeopleSetting,
  ids: readonly string[],
  looking: MemberLookup,
): Promise<ResolvedMembers> {
  const { scopes } = looking.grant;
  const lacks = (scope: string) => scopes !== null && !scopes.includes(scope);
  const check = (id: string): Promise<ResolvedMembers> | ResolvedMembers => {
    const scope = isGroupId(id) ? 'usergroups:read' : 'users:read';
    if (lacks(scope)) return missingScope(`${setting} ${id}`, scope);
    return isGroupId(id) ? checkGroup(setting, id, looking) : checkPerson(setting, id, looking);
  };
  return together(await Promise.all(ids.map(check)));
}

function together(resolved: ResolvedMembers[]): ResolvedMembers {
  return {
    findings: resolved.flatMap(({ findings }) => findings),
    living: [...new Set(resolved.flatMap(({ living }) => living))],
    isUnclear: resolved.some(({ isUnclear }) => isUnclear),
  };
}

function missingScope(check: string, scope: string): ResolvedMembers {
  return {
    findings: [skipped(check, `cannot be checked without the scope ${scope}, see above`)],
    living: [],
    isUnclear: true,
  };
}

async function checkPerson(
  setting: PeopleSetting,
  id: string,
  looking: MemberLookup,
): Promise<ResolvedMembers> {
  const check = `${setting} ${id}`;
  const seen = await lookUp(id, looking);
  if ('unresolved' in seen) return aboutUnseenPerson(check, setting, seen.unresolved);
  const living = canClick(seen) ? [seen.key] : [];
  return { findings: [personFindings(check, setting, seen)], living, isUnclear: false };
}

function aboutUnseenPerson(check: string, setting: PeopleSetting, code: string): ResolvedMembers {
  if (!isLastingCode(code))
    return { findings: [unresolvedFinding(check, 'users.info', code)], living: [], isUnclear: true };
  const fix = [
    `Check the scope users:read, and that the app can see this person; or remove the ID from ${setting}.`,
    'Until then their clicks are refused: the app cannot tell who they are.',
  ].join('\n');
  const isHidden = code === HIDDEN;
  const says = isHidden
    ? `Slack hides this person from the app (${code})`
    : whatSlackSaid('users.info', code);
  return { findings: [failure(check, says, fix)], living: [], isUnclear: !isHidden };
}

function personFindings(check: string, setting: PeopleSetting, { name, status }: KnownMember): Finding {
  const takeOut = `Remove the ID from ${setting}, or replace it with another person's.`;
  const may = setting === 'APPROVERS' ? 'may approve' : 'may order';
  switch (status) {
    case 'member':
      return ok(check, name);
    case 'guest':
      return warning(check, `${name} is a guest, and ${may}`, `If that is not intended: ${takeOut}`);
    case 'foreign':
      return warning(
        check,
        `${name} belongs to another workspace, and ${may}`,
        `If that is not intended: ${takeOut}`,
      );
    case 'left':
      return warning(check, `${name} has left the workspace (deactivated)`, takeOut);
    case 'bot':
      return failure(check, `${name} is a bot, and bots cannot click`, takeOut);
    case 'unknown':
      return failure(
        check,
        'Slack knows no one with this ID',
        `${takeOut} Slack profile > ⋮ > Copy member ID.`,
      );
  }
}

async function checkGroup(
  setting: PeopleSetting,
  id: string,
  looking: MemberLookup,
): Promise<ResolvedMembers> {
  const check = `${setting} ${id}`;
  const none = (finding: Finding, isUnclear: boolean) => ({ findings: [finding], living: [], isUnclear });
  const [members, group] = await Promise.all([
    looking.outbound.readGroup(id, teamForGroups(looking.grant)).catch(codeOf),
    looking.slack.listGroups(looking.grant).then(
      (groups) => groups.find((one) => one.id === id),
      () => undefined,
    ),
  ]);
  const name = group?.handle ? `@${group.handle}` : 'the group';
  if (group?.date_delete || members === 'subteam_disabled') {
    const fix = `Slack > Directories > User groups: enable it again, or remove it from ${setting}.`;
    return none(warning(check, `${name} is disabled: it counts as empty`, fix), false);
  }
  if (typeof members === 'string')
    return none(unreadGroupFindings(check, setting, members), members !== 'no_such_subteam');
  if (members.length === 0) {
    const fix = `Slack > Directories > User groups: add people to it, or remove it from ${setting}.`;
    return none(warning(check, `${name} is empty`, fix), false);
  }
  const seen = await Promise.all(members.slice(0, MAX_LOOKED_UP).map((member) => lookUp(member, looking)));
  const dead = seen.filter((one) => ('unresolved' in one ? one.unresolved === HIDDEN : !canClick(one)));
  const keys = new Map(seen.flatMap((one) => ('key' in one ? [[one.id, one.key] as const] : [])));
  const living = members
    .filter((member) => !dead.some((one) => one.id === member))
    .map((member) => keys.get(member) ?? member);
  const size = members.length === 1 ? '1 person' : `${members.length} people`;
  if (living.length === 0) {
    const fix = `Slack > Directories > User groups: add people to it, or remove it from ${setting}.`;
    return none(warning(check, `${name}: ${size}, all of whom have left or are bots`, fix), false);
  }
  const gone =
    dead.length > 0 ? `; these cannot click (left, bots, or hidden from the app): ${namesOf(dead)}` : '';
  return { findings: [ok(check, `${name}: ${size}${gone}`)], living, isUnclear: false };
}

function unreadGroupFindings(check: string, setting: PeopleSetting, code: string): Finding {
  if (!isLastingCode(code)) return unresolvedFinding(check, 'usergroups.users.list', code);
  const fix =
    code === 'no_such_subteam'
      ? `Correct the ID in ${setting}: Slack > Directories > User groups > the group > ⋮ > Copy group ID.`
      : `Check the scope usergroups:read and that the workspace's plan has user groups, or remove it from ${setting}.`;
  const says =
    code === 'no_such_subteam'
      ? 'Slack knows no user group with this ID'
      : whatSlackSaid('usergroups.users.list', code);
  return failure(check, says, fix);
}

async function lookUp(id: string, { outbound, grant }: MemberLookup): Promise<Seen> {
  try {
    const user = await outbound.readPerson(id);
    const name = user.real_name || user.name || id;
    return { id, key: keyOf(id, user), name, status: standingOf(user, grant) };
  } catch (error) {
    const code = codeOf(error);
    return code === 'user_not_found'
      ? { id, key: id, name: id, status: 'unknown' }
      : { id, unresolved: code };
  }
}

function standingOf(user: Account, grant: Grant): MemberStatus {
  if (user.deleted) return 'left';
  if (user.is_bot) return 'bot';
  if (user.is_restricted || user.is_ultra_restricted) return 'guest';
  return isGuest(user, grant) ? 'foreign' : 'member';
}

function namesOf(people: Seen[]): string {
  const names = people.slice(0, MAX_NAMED).map((one) => ('name' in one ? `${one.name} (${one.id})` : one.id));
  const more = people.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function canClick(seen: Seen): boolean {
  return 'status' in seen && ['member', 'guest', 'foreign'].includes(seen.status);
}
