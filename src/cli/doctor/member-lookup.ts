import type { Outbound } from '../../slack/client/outbound.ts';
import type { Grant, SlackSetupApi } from '../../slack/client/setup-api.ts';
import { type Account, isGuest, keyOf } from '../../slack/membership.ts';
import { codeOf } from './slack-errors.ts';

/** What is needed to look people up. */
export type MemberLookup = { outbound: Outbound; slack: SlackSetupApi; grant: Grant };

/** Who someone is in the workspace, or `unknown` to Slack. */
type MemberStatus = 'member' | 'guest' | 'foreign' | 'left' | 'bot' | 'unknown';
/** `key`: the same for each id of the person. */
export type KnownMember = { id: string; key: string; name: string; status: MemberStatus };
/** A person that was looked up; or Slack's error code. */
export type LookedUpMember = KnownMember | { id: string; unresolved: string };

/** Slack hides this person from the app: their clicks are refused. */
export const HIDDEN = 'user_not_visible';
/** Maximum names per line. */
const MAX_NAMED = 5;

/** Looks a person up in Slack. */
export async function lookUp(id: string, { outbound, grant }: MemberLookup): Promise<LookedUpMember> {
  try {
    const user = await outbound.readPerson(id);
    const name = user.real_name || user.name || id;
    return { id, key: keyOf(id, user), name, status: statusOf(user, grant) };
  } catch (error) {
    const code = codeOf(error);
    return code === 'user_not_found'
      ? { id, key: id, name: id, status: 'unknown' }
      : { id, unresolved: code };
  }
}

function statusOf(user: Account, grant: Grant): MemberStatus {
  if (user.deleted) return 'left';
  if (user.is_bot) return 'bot';
  if (user.is_restricted || user.is_ultra_restricted) return 'guest';
  return isGuest(user, grant) ? 'foreign' : 'member';
}

/** The names of the first people, and how many more there are. */
export function namesOf(people: LookedUpMember[]): string {
  const names = people.slice(0, MAX_NAMED).map((one) => ('name' in one ? `${one.name} (${one.id})` : one.id));
  const more = people.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Whether a person can click buttons. */
export function canClick(seen: LookedUpMember): boolean {
  return 'status' in seen && ['member', 'guest', 'foreign'].includes(seen.status);
}
