import { LRUCache } from 'lru-cache';
import { cachedLookup } from './cached-lookup.ts';
import { SlackApiError } from './client/errors.ts';
import type { Outbound } from './client/outbound.ts';
import { isGroupId } from './id-kinds.ts';
import { LookupRefusedError, refusedFor } from './lookup-errors.ts';
import { idsOf, isGuest, keyOf, teamForGroups, type Workspace } from './membership.ts';

/** Group members for a decision: Slack allows some twenty lookups a minute. */
const DECIDING_CACHE_MS = 5_000;
/** How many people, and how many groups, are cached: the least recently used go first. */
const MAX_CACHED = 5_000;
/** Slack's error codes for one account that it never shows. */
const NOT_SHOWN = ['user_not_found', 'user_not_visible'];

/** Maximum number of IDs looked up to find another ID of the same person: Slack would rate limit the app. */
const MAX_NAMESAKES = 50;

/** What the app has to know about a person before they may order. */
export type Person = {
  /** Every id that Slack knows them by. */
  ids: string[];
  /** The same for each of their ids. */
  key: string;
  isActive: boolean;
  /** Active, no guest, and of this workspace. */
  isFullMember: boolean;
  locale: string | null;
  /** What others call them; null where Slack does not say. */
  name: string | null;
};

/**
 * People and user groups, read from Slack and cached for a minute at most; groups are cached for five seconds where they
 * decide who may approve.
 */
export type UserDirectory = ReturnType<typeof createUserDirectory>;

/**
 * Reads people through `outbound`; `now` is in ms since 1970. A failed lookup throws LookupRefusedError if it will keep
 * failing, and calls `onRefused`; else SlackApiError.
 */
export function createUserDirectory(
  outbound: Outbound,
  {
    workspace,
    now,
    onRefused = () => undefined,
  }: { workspace: Workspace; now: () => number; onRefused?: (refusal: LookupRefusedError) => void },
) {
  const team = teamForGroups(workspace);
  const readGroup = (id: string) => outbound.readGroup(id, team).catch(refusedFor(id, onRefused));
  const groups = cachedLookup(readGroup, { now, max: MAX_CACHED });
  const groupsNow = cachedLookup(readGroup, { now, max: MAX_CACHED, ttlMs: DECIDING_CACHE_MS });
  const persons = cachedLookup(
    async (id: string): Promise<Person> => {
      const user = await outbound.readPerson(id).catch(refusedFor(id, onRefused));
      const isActive = !(user.deleted || user.is_bot);
      return {
        ids: idsOf(id, user),
        key: keyOf(id, user),
        isActive,
        isFullMember: isActive && !isGuest(user, workspace),
        locale: user.locale ?? null,
        name: user.profile?.display_name || user.profile?.real_name || user.real_name || user.name || null,
      };
    },
    { now, max: MAX_CACHED },
  );

  const locales = new LRUCache<string, string>({ max: MAX_CACHED });

  /** All IDs of a person; only the given one if Slack does not say more. */
  async function idsOfPerson(id: string): Promise<string[]> {
    return persons(id).then(
      (person) => person.ids,
      () => [id],
    );
  }

  /** Those of `ids` that may be another id of the person: on Enterprise Grid, if one of the two is `W…`. */
  function namesakes(userId: string, ids: readonly string[]): string[] {
    return ids.filter((id) => !isGroupId(id) && (isOfOrganization(id) || isOfOrganization(userId)));
  }

  /** The one of `ids` that is the person's, under any of their ids; undefined if none is. */
  async function findNamed(userId: string, ids: readonly string[]): Promise<string | undefined> {
    if (ids.includes(userId)) return userId;
    const own = await idsOfPerson(userId);
    const known = ids.find((id) => own.includes(id));
    if (known) return known;
    for (const id of namesakes(userId, ids).slice(0, MAX_NAMESAKES)) {
      if ((await idsOfPerson(id)).some((one) => own.includes(one))) return id;
    }
    return undefined;
  }

  async function isInGroup(userId: string, ids: readonly string[]): Promise<boolean> {
    const members = await Promise.allSettled(ids.map(groupsNow));
    const read = members.flatMap((group) => (group.status === 'fulfilled' ? group.value : []));
    if (await findNamed(userId, read)) return true;
    const unread = members.flatMap((group) => (group.status === 'rejected' ? [group.reason] : []));
    // A transient error first: that group may turn out to contain the person.
    const [trouble] = unread.toSorted((a, b) => Number(isLasting(a)) - Number(isLasting(b)));
    if (trouble) throw trouble;
    return false;
  }

  /**
   * Whether a person is one of `ids`, or in one of its user groups (S…), and is neither deactivated nor a bot. A
   * group that cannot be read matters only for people not found elsewhere: for them it throws, as it does when Slack
   * does not say who the person is.
   */
  async function matches(userId: string, ids: readonly string[]): Promise<boolean> {
    const isUnclear = !ids.includes(userId) && namesakes(userId, ids).length > 0;
    if (isUnclear) await persons(userId);
    const isNamed =
      (await findNamed(
        userId,
        ids.filter((id) => !isGroupId(id)),
      )) !== undefined;
    return (isNamed || (await isInGroup(userId, ids.filter(isGroupId)))) && (await persons(userId)).isActive;
  }

  return {
    person: persons,
    isGroup: isGroupId,
    idsOf: idsOfPerson,

    /** Whether a person is active, no guest, and of this workspace. */
    async isFullMember(id: string): Promise<boolean> {
      return (await persons(id)).isFullMember;
    },

    /** Who is in a user group; or with which code Slack refuses to say; or `unknown` if it does not say for now. */
    async findMembers(id: string): Promise<string[] | { refusedWith: string } | 'unknown'> {
      try {
        return await groups(id);
      } catch (error) {
        if (error instanceof LookupRefusedError) return { refusedWith: error.code };
        if (error instanceof SlackApiError) return 'unknown';
        throw error;
      }
    },

    /** The same for each id of a person, to tell people apart; the id itself where Slack does not say more. */
    async keyOf(id: string): Promise<string> {
      return persons(id).then(
        (person) => person.key,
        () => id,
      );
    },

    /** The id under which an order knows the person who clicks, among those that it names; theirs if it names none. */
    async knownAs(userId: string, named: readonly string[]): Promise<string> {
      return (await findNamed(userId, named)) ?? userId;
    },

    /**
     * Whether a person can still click. One whom Slack cannot show at the moment counts as active; the clicks of one
     * whom it refuses to show are denied.
     */
    async isActive(id: string): Promise<boolean> {
      return persons(id).then(
        (person) => person.isActive,
        (error: unknown) => !(error instanceof LookupRefusedError),
      );
    },

    /** The person's display name, literally as they typed it; null if Slack does not return it. */
    async nameOf(id: string): Promise<string | null> {
      return persons(id).then(
        ({ name }) => name,
        () => null,
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

    matches,

    /** The same for someone who matched before; someone whom Slack no longer shows does not match. */
    async stillMatches(userId: string, ids: readonly string[]): Promise<boolean> {
      return matches(userId, ids).catch((error: unknown) => {
        const isGone =
          error instanceof LookupRefusedError && error.subject === userId && NOT_SHOWN.includes(error.code);
        if (isGone) return false;
        throw error;
      });
    },
  };
}

/** Whether an id is that of a person in an organization of Enterprise Grid, who may have another one elsewhere. */
function isOfOrganization(id: string): boolean {
  return id.startsWith('W');
}

function isLasting(error: unknown): boolean {
  return error instanceof LookupRefusedError;
}
