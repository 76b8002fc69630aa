import type { HomePages } from '../orders/order-list.ts';
import type { Time } from '../orders/time.ts';
import type { Database } from './database.ts';

/** A person's Home, as last published. */
export type OpenHome = { user: string; pages: HomePages; hash: string | null; contentHash: string | null };

/** The first page of each list. */
export const FIRST_PAGES: HomePages = { waiting: 0, mine: 0, recent: 0 };

/** Records that a person has opened the Home, which starts at the first pages. `hash` is Slack's, of what it shows now. */
export async function recordHomeOpened(
  db: Database,
  user: string,
  { hash, now }: { hash: string | null; now: Time },
): Promise<void> {
  const home = { opened_at: now, pages: JSON.stringify(FIRST_PAGES), hash, content_hash: null };
  await db
    .insertInto('homes')
    .values({ user_id: user, ...home })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(home))
    .execute();
}

/** Pages a list in a person's Home to the rows from `from` on. */
export async function setPage(
  db: Database,
  user: string,
  { list, from }: { list: keyof HomePages; from: number },
): Promise<void> {
  const home = await loadHome(db, user);
  const pages = JSON.stringify({ ...(home?.pages ?? FIRST_PAGES), [list]: from });
  await db.updateTable('homes').set({ pages }).where('user_id', '=', user).execute();
}

/** A person's Home, or null if they never opened it. */
export async function loadHome(db: Database, user: string): Promise<OpenHome | null> {
  const row = await db.selectFrom('homes').selectAll().where('user_id', '=', user).executeTakeFirst();
  return row
    ? { user, pages: JSON.parse(row.pages) as HomePages, hash: row.hash, contentHash: row.content_hash }
    : null;
}

/** Who has opened the Home since `since`. */
export async function openHomes(db: Database, since: Time): Promise<string[]> {
  const rows = await db.selectFrom('homes').select('user_id').where('opened_at', '>', since).execute();
  return rows.map((row) => row.user_id);
}

/** Records what a person's Home shows now, and Slack's hash of it. */
export async function markPublished(
  db: Database,
  user: string,
  published: { hash: string | null; contentHash: string },
): Promise<void> {
  const { hash, contentHash } = published;
  await db
    .updateTable('homes')
    .set({ hash, content_hash: contentHash })
    .where('user_id', '=', user)
    .execute();
}

/** Deletes the Homes that no one has opened since `before`. */
export async function deleteHomes(db: Database, before: Time): Promise<void> {
  await db.deleteFrom('homes').where('opened_at', '<=', before).execute();
}
