import type { Outbound } from './outbound.ts';

const CACHE_MS = 60_000;

/** What the app has to know of a person before they may order. */
export type Person = { id: string; teamId: string | null; isFullMember: boolean };

/** People and user groups, read from Slack and cached for at most a minute. */
export type People = ReturnType<typeof knowPeople>;

/** Reads people through `outbound`; `now` is in ms since 1970. */
export function knowPeople(outbound: Outbound, now: () => number) {
  const groups = cached((id: string) => outbound.readGroup(id), now);
  const persons = cached(async (id: string): Promise<Person> => {
    const user = await outbound.readPerson(id);
    const isGuest = user.is_restricted || user.is_ultra_restricted || user.is_stranger;
    const isFullMember = !(user.deleted || user.is_bot || isGuest);
    return { id, teamId: user.team_id ?? null, isFullMember };
  }, now);

  return {
    person: persons,

    /**
     * Whether a person is one of `ids`: user ids, and user group ids (S…) whose members are looked up. A group
     * that cannot be read matters only to people who are not found elsewhere: then it throws SlackTrouble.
     */
    async isAmong(userId: string, ids: readonly string[]): Promise<boolean> {
      if (ids.includes(userId)) return true;
      const members = await Promise.allSettled(ids.filter(isGroup).map(groups));
      if (members.some((group) => group.status === 'fulfilled' && group.value.includes(userId))) return true;
      const unread = members.find((group) => group.status === 'rejected');
      if (unread) throw unread.reason;
      return false;
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
