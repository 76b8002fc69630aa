import type { Selectable } from 'kysely';
import type { Time } from '../orders/time.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

/** Slack's last refusal to post or update a message. */
export type MessageRefusal = {
  /** Slack's error code, or `no_answer`. */
  code: string;
  /** How often in a row. */
  attempts: number;
  /** When the first of them was. */
  since: Time;
  /** When to retry; null: not any more with that content. */
  retryAt: Time | null;
};

/** A message of an order in Slack, as last posted or updated. */
export type PostedMessage = {
  key: string;
  channel: string;
  /** Null while it is not known to be in Slack: its post has no answer yet, or was refused. */
  ts: string | null;
  /** Hash of the content last shown, or of the content that is refused for good. */
  contentHash: string | null;
  /** Slack's link to it; null where it was not asked for. */
  permalink: string | null;
  /** Since when a post of it may be in Slack without an answer. */
  postingSince: Time | null;
  refusal: MessageRefusal | null;
};

/** Records messages outside their thread, or in an abandoned one, for deletion. */
const STRAY = 'stray:';

/** All messages of an order, by their key. */
export async function messagesOf(db: Database, orderId: string): Promise<Map<string, PostedMessage>> {
  const rows = await db.selectFrom('messages').selectAll().where('order_id', '=', orderId).execute();
  return new Map(rows.map((row) => [row.key, messageFromRow(row)]));
}

/** Whether a message no longer belongs to the order, and has to be deleted in Slack. */
export function isStray({ key }: Pick<PostedMessage, 'key'>): boolean {
  return key.startsWith(STRAY);
}

/** Records that a post is about to be sent, so that it is looked for after a crash. */
export async function recordPostIntent(
  db: Database,
  orderId: string,
  { key, channel, now }: { key: string; channel: string; now: Time },
): Promise<void> {
  const posting = { channel, ts: null, content_hash: null, permalink: null, posting_since: now };
  await db
    .insertInto('messages')
    .values({ order_id: orderId, key, ...posting })
    .onConflict((conflict) => conflict.columns(['order_id', 'key']).doUpdateSet(posting))
    .execute();
}

/** Records where Slack put a message (`channel` may be the real ID of a direct message) and what it shows. */
export async function markPosted(
  db: Database,
  orderId: string,
  { key, channel, ts, contentHash }: { key: string; channel: string; ts: string; contentHash: string },
): Promise<void> {
  await db
    .updateTable('messages')
    .set({ channel, ts, content_hash: contentHash, posting_since: null, ...columnsOf(null) })
    .where('order_id', '=', orderId)
    .where('key', '=', key)
    .execute();
}

/** Saves Slack's link to a message. */
export async function savePermalink(
  db: Database,
  orderId: string,
  { key, permalink }: { key: string; permalink: string },
): Promise<void> {
  await db
    .updateTable('messages')
    .set({ permalink })
    .where('order_id', '=', orderId)
    .where('key', '=', key)
    .execute();
}

/** The links to the messages with this key, by the id of their order; without those that have none. */
export async function permalinksOf(
  db: Database,
  orderIds: readonly string[],
  key: string,
): Promise<Map<string, string>> {
  if (orderIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('messages')
    .select(['order_id', 'permalink'])
    .where('order_id', 'in', orderIds)
    .where('key', '=', key)
    .execute();
  return new Map(
    rows.flatMap(({ order_id: id, permalink }) => (permalink ? [[id, permalink] as const] : [])),
  );
}

/** Records that Slack refused to post or update a message, and when to retry. */
export async function markRefused(
  db: Database,
  orderId: string,
  message: Omit<PostedMessage, 'refusal' | 'permalink'> & { refusal: MessageRefusal },
): Promise<void> {
  const { key, channel, ts, contentHash, postingSince, refusal } = message;
  const refused = {
    channel,
    ts,
    content_hash: contentHash,
    posting_since: postingSince,
    ...columnsOf(refusal),
  };
  await db
    .insertInto('messages')
    .values({ order_id: orderId, key, ...refused })
    .onConflict((conflict) => conflict.columns(['order_id', 'key']).doUpdateSet(refused))
    .execute();
}

/** Deletes the record of a message that is no longer in Slack. */
export async function deletePost(db: Database, orderId: string, key: string): Promise<void> {
  await db.deleteFrom('messages').where('order_id', '=', orderId).where('key', '=', key).execute();
}

/**
 * Deletes the records of an order's root message and its thread, to be posted again; direct messages are kept.
 * Replies that are left, and those at `strays`, are to be deleted in Slack.
 */
export async function deleteThread(db: Database, orderId: string, strays: readonly string[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const root = tx
      .selectFrom('messages')
      .select('channel')
      .where('order_id', '=', orderId)
      .where('key', '=', 'root');
    const gone = await tx
      .deleteFrom('messages')
      .where('order_id', '=', orderId)
      .where('channel', '=', root)
      .returningAll()
      .execute();
    const channel = gone.find(({ key }) => key === 'root')?.channel;
    const left = gone.flatMap(({ key, ts }) => (key !== 'root' && ts !== null ? [ts] : []));
    const toRemove = [...new Set([...left, ...strays])];
    if (channel === undefined || toRemove.length === 0) return;
    await tx
      .insertInto('messages')
      .values(
        toRemove.map((ts) => ({
          ...{
            order_id: orderId,
            key: `${STRAY}${ts}`,
            channel,
            ts,
            content_hash: null,
            posting_since: null,
          },
          ...columnsOf(null),
        })),
      )
      .execute();
  });
}

function columnsOf(refusal: MessageRefusal | null) {
  return {
    attempts: refusal?.attempts ?? 0,
    error: refusal?.code ?? null,
    refused_since: refusal?.since ?? null,
    retry_at: refusal?.retryAt ?? null,
  };
}

function messageFromRow(row: Selectable<Tables['messages']>): PostedMessage {
  const { key, channel, ts, content_hash, permalink, attempts, error, refused_since: since } = row;
  const refusal =
    error === null || since === null
      ? null
      : { code: error, attempts, since: Number(since), retryAt: time(row.retry_at) };
  const postingSince = time(row.posting_since);
  return { key, channel, ts, contentHash: content_hash, permalink, postingSince, refusal };
}

function time(column: number | null): Time | null {
  return column === null ? null : Number(column);
}
