import type { Outbound } from '../../slack/client/outbound.ts';
import type { SlackSetupApi } from '../../slack/client/setup-api.ts';
import { type Finding, failure, ok, skipped, warning } from './finding.ts';
import { codeOf, type Grant, unresolvedFinding, whatSlackSaid } from './slack-checks.ts';

/** A list of people and groups in the settings. */
export type PeopleSetting = 'APPROVERS' | 'REQUESTERS';

/** Who is behind such a list. */
export type ResolvedMembers = {
  findings: Finding[];
  /** The ids of the people who can click, those in groups included. */
  living: string[];
  /** Somebody or some group could not be looked at, so there may be more of them. */
  isUnclear: boolean;
};

/** What is needed to look people up. */
export type MemberLookup = { outbound: Outbound; slack: SlackSetupApi; grant: Grant };

type MemberStatus = 'member' | 'guest' | 'foreign' | 'left' | 'bot' | 'unknown';
type KnownMember = { id: string; name: string; status: MemberStatus };
type Seen = KnownMember | { id: string; unresolved: string };

/** People of a larger group are not looked up one by one: Slack would slow the app down. */
const MOST_LOOKED_UP = 100;
/** So many names fit on a line. */
const MOST_NAMED = 5;

/** Whether each person and group of the setting is there and can click. */
export async function checkPeople(
  setting: PeopleSetting,
  ids: readonly string[],
  looking: MemberLookup,
): Promise<ResolvedMembers> {
  const { scopes } = looking.grant;
  const lacks = (scope: string) => scopes !== null && !scopes.includes(scope);
  const check = (id: string): Promise<ResolvedMembers> | ResolvedMembers => {
    const scope = id.startsWith('S') ? 'usergroups:read' : 'users:read';
    if (lacks(scope)) return missingScope(`${setting} ${id}`, scope);
    return id.startsWith('S') ? checkGroup(setting, id, looking) : checkPerson(setting, id, looking);
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
    findings: [skipped(check, `cannot be looked at without the scope ${scope}, see above`)],
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
  if ('unresolved' in seen) {
    return {
      findings: [unresolvedFinding(check, 'users.info', seen.unresolved)],
      living: [],
      isUnclear: true,
    };
  }
  const living = canClick(seen) ? [id] : [];
  return { findings: [personFindings(check, setting, seen)], living, isUnclear: false };
}

function personFindings(check: string, setting: PeopleSetting, { name, status }: KnownMember): Finding {
  const takeOut = `Take the id out of ${setting}, or put another person's there.`;
  const may = setting === 'APPROVERS' ? 'may approve' : 'may order';
  switch (status) {
    case 'member':
      return ok(check, name);
    case 'guest':
      return warning(check, `${name} is a guest, and ${may}`, `If that is not meant: ${takeOut}`);
    case 'foreign':
      return warning(
        check,
        `${name} belongs to another workspace, and ${may}`,
        `If that is not meant: ${takeOut}`,
      );
    case 'left':
      return warning(check, `${name} has left the workspace (deactivated)`, takeOut);
    case 'bot':
      return failure(check, `${name} is a bot, and bots do not click`, takeOut);
    case 'unknown':
      return failure(
        check,
        'Slack knows nobody with this id',
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
    looking.outbound.readGroup(id).catch(codeOf),
    looking.slack.listGroups().then(
      (groups) => groups.find((one) => one.id === id),
      () => undefined,
    ),
  ]);
  const name = group?.handle ? `@${group.handle}` : 'the group';
  if (typeof members === 'string')
    return none(unreadGroupFindings(check, setting, members), members !== 'no_such_subteam');
  if (group?.date_delete) {
    const fix = `Slack > Directories > User groups: switch it on again, or take it out of ${setting}.`;
    return none(warning(check, `${name} was switched off: nobody counts as in it`, fix), false);
  }
  if (members.length === 0) {
    const fix = `Slack > Directories > User groups: add people to it, or take it out of ${setting}.`;
    return none(warning(check, `nobody is in ${name}`, fix), false);
  }
  const seen = await Promise.all(members.slice(0, MOST_LOOKED_UP).map((member) => lookUp(member, looking)));
  const dead = seen.filter((one) => !canClick(one) && !('unresolved' in one));
  const living = members.filter((member) => !dead.some((one) => one.id === member));
  const size = members.length === 1 ? '1 person' : `${members.length} people`;
  if (living.length === 0) {
    const fix = `Slack > Directories > User groups: add people to it, or take it out of ${setting}.`;
    return none(warning(check, `${name}: ${size}, all of whom have left or are bots`, fix), false);
  }
  const gone = dead.length > 0 ? `; these cannot click (left, or bots): ${namesOf(dead)}` : '';
  return { findings: [ok(check, `${name}: ${size}${gone}`)], living, isUnclear: false };
}

function unreadGroupFindings(check: string, setting: PeopleSetting, code: string): Finding {
  if (code === 'no_answer' || code === 'ratelimited')
    return unresolvedFinding(check, 'usergroups.users.list', code);
  const fix =
    code === 'no_such_subteam'
      ? `Correct the id in ${setting}: Slack > Directories > User groups > the group > ⋮ > Copy group ID.`
      : `Check the scope usergroups:read and that the workspace's plan has user groups, or take it out of ${setting}.`;
  const says =
    code === 'no_such_subteam'
      ? 'Slack knows no user group with this id'
      : whatSlackSaid('usergroups.users.list', code);
  return failure(check, says, fix);
}

async function lookUp(id: string, { outbound, grant }: MemberLookup): Promise<Seen> {
  try {
    const user = await outbound.readPerson(id);
    const name = user.real_name || user.name || id;
    const isForeign = user.is_stranger || (user.team_id !== undefined && user.team_id !== grant.teamId);
    const isGuest = user.is_restricted || user.is_ultra_restricted;
    if (user.deleted) return { id, name, status: 'left' };
    if (user.is_bot) return { id, name, status: 'bot' };
    return { id, name, status: isForeign ? 'foreign' : isGuest ? 'guest' : 'member' };
  } catch (error) {
    const code = codeOf(error);
    return code === 'user_not_found' ? { id, name: id, status: 'unknown' } : { id, unresolved: code };
  }
}

function namesOf(people: Seen[]): string {
  const names = people
    .slice(0, MOST_NAMED)
    .map((one) => ('name' in one ? `${one.name} (${one.id})` : one.id));
  const more = people.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function canClick(seen: Seen): boolean {
  return 'status' in seen && ['member', 'guest', 'foreign'].includes(seen.status);
}
