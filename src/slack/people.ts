import type { Logger } from '../log.ts';
import type { Outbound } from './outbound.ts';
import { SlackTrouble } from './slack-trouble.ts';

const CACHE_MS = 60_000;

/** What the app has to know of a person before they may order. */
export type Person = { id: string; teamId: string | null; isFullMember: boolean };

/** People and user groups, read from Slack and cached for at most a minute. */
export type People = ReturnType<typeof knowPeople>;

/** Reads people through `outbound`; `now` is in ms since 1970. */
export function knowPeople(outbound: Outbound, log: Logger, now: () => number) {
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
     * that cannot be read counts as having nobody in it, and is logged.
     */
    async isAmong(userId: string, ids: readonly string[]): Promise<boolean> {
      if (ids.includes(userId)) return true;
      const memberships = await Promise.all(
        ids.filter(isGroup).map(async (group) => {
          try {
            return (await groups(group)).includes(userId);
          } catch (error) {
            if (!(error instanceof SlackTrouble)) throw error;
            log.warn({ err: error, group }, 'a user group could not be read: nobody in it counts for now');
            return false;
          }
        }),
      );
      return memberships.includes(true);
    },
  };
}

/** Whether an id is that of a user group. */
export function isGroup(id: string): boolean {
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
