import type { Outbound } from './client/outbound.ts';

const CACHE_MS = 60_000;

/** What the app has to know of a person before they may order. */
export type Person = {
  id: string;
  teamId: string | null;
  isActive: boolean;
  isFullMember: boolean;
  locale: string | null;
};

/** People and user groups, read from Slack and cached for at most a minute. */
export type UserDirectory = ReturnType<typeof createUserDirectory>;

/** Reads people through `outbound`; `now` is in ms since 1970. */
export function createUserDirectory(outbound: Outbound, now: () => number) {
  const groups = cached((id: string) => outbound.readGroup(id), now);
  const persons = cached(async (id: string): Promise<Person> => {
    const user = await outbound.readPerson(id);
    const isGuest = user.is_restricted || user.is_ultra_restricted || user.is_stranger;
    const isActive = !(user.deleted || user.is_bot);
    const isFullMember = isActive && !isGuest;
    return { id, teamId: user.team_id ?? null, isActive, isFullMember, locale: user.locale ?? null };
  }, now);

  const locales = new Map<string, string>();

  async function isNamed(userId: string, ids: readonly string[]): Promise<boolean> {
    if (ids.includes(userId)) return true;
    const members = await Promise.allSettled(ids.filter(isGroup).map(groups));
    if (members.some((group) => group.status === 'fulfilled' && group.value.includes(userId))) return true;
    const unread = members.find((group) => group.status === 'rejected');
    if (unread) throw unread.reason;
    return false;
  }

  return {
    person: persons,
    isGroup,
    /** Who is in a user group, to be asked or counted. Who may decide is read anew when they click: see matches. */
    membersOf: cached((id: string) => outbound.readGroup(id), now),

    /** Whether a person can still click; somebody whom Slack does not show is taken to be there. */
    async isActive(id: string): Promise<boolean> {
      return persons(id).then(
        (person) => person.isActive,
        () => true,
      );
    },

    /** The language a person has set in Slack (BCP 47), as last known; null while Slack has not said it. */
    async localeOf(id: string): Promise<string | null> {
      const locale = await persons(id).then(
        (person) => person.locale,
        () => null,
      );
      if (locale) locales.set(id, locale);
      return locales.get(id) ?? null;
    },

    /**
     * Whether a person is one of `ids`: user ids, and user group ids (S…) whose members are looked up; and still there:
     * nobody who has left, and no bot. A group that cannot be read matters only to people who are not found elsewhere:
     * then, and when Slack does not say who the person is, it throws SlackApiError.
     */
    async matches(userId: string, ids: readonly string[]): Promise<boolean> {
      return (await isNamed(userId, ids)) && (await persons(userId)).isActive;
    },
  };
}

/** Whether an id is that of a user group. */
function isGroup(id: string): boolean {
  return id.startsWith('S');
}

function cached<T>(read: (id: string) => Promise<T>, now: () => number): (id: string) => Promise<T> {
  const known = new Map<string, { until: number; value: Promise<T> }>();
  return (id) => {
    const entry = known.get(id);
    if (entry && entry.until > now()) return entry.value;
    const value = read(id);
    known.set(id, { until: now() + CACHE_MS, value });
    value.catch(() => known.delete(id));
    return value;
  };
}
