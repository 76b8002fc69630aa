import type { Time } from '../orders/order.ts';
import type { Database } from './database.ts';

/** A message of an order's picture in Slack, as last posted or updated. */
export type PostedMessage = {
  key: string;
  channel: string;
  /** Null while a post has no answer yet: it may or may not be in Slack. */
  ts: string | null;
  /** Digest of the content last shown. */
  contentHash: string | null;
  postingSince: Time | null;
};

/** All messages of an order, by their key. */
export async function messagesOf(db: Database, orderId: string): Promise<Map<string, PostedMessage>> {
  const rows = await db.selectFrom('messages').selectAll().where('order_id', '=', orderId).execute();
  return new Map(
    rows.map(({ key, channel, ts, content_hash, posting_since }) => [
      key,
      {
        key,
        channel,
        ts,
        contentHash: content_hash,
        postingSince: posting_since === null ? null : Number(posting_since),
      },
    ]),
  );
}

/** Notes that a post is about to be sent, so that a process that dies in between knows to look for it. */
export async function recordPostIntent(
  db: Database,
  orderId: string,
  key: string,
  channel: string,
  now: Time,
): Promise<void> {
  await db
    .insertInto('messages')
    .values({ order_id: orderId, key, channel, ts: null, content_hash: null, posting_since: now })
    .onConflict((conflict) =>
      conflict
        .columns(['order_id', 'key'])
        .doUpdateSet({ channel, ts: null, content_hash: null, posting_since: now }),
    )
    .execute();
}

/** Notes where Slack put a message (`channel` may be the real id of a direct message) and what it shows. */
export async function markPosted(
  db: Database,
  orderId: string,
  key: string,
  posted: { channel: string; ts: string; contentHash: string },
): Promise<void> {
  await db
    .updateTable('messages')
    .set({ channel: posted.channel, ts: posted.ts, content_hash: posted.contentHash, posting_since: null })
    .where('order_id', '=', orderId)
    .where('key', '=', key)
    .execute();
}

/** Forgets a post that Slack refused: there is no such message. */
export async function deletePost(db: Database, orderId: string, key: string): Promise<void> {
  await db.deleteFrom('messages').where('order_id', '=', orderId).where('key', '=', key).execute();
}

/** Forgets all messages of an order's channel and thread; those sent directly to people stay known. */
export async function deleteThread(db: Database, orderId: string): Promise<void> {
  const root = db
    .selectFrom('messages')
    .select('channel')
    .where('order_id', '=', orderId)
    .where('key', '=', 'root');
  await db.deleteFrom('messages').where('order_id', '=', orderId).where('channel', '=', root).execute();
}
