import { createHash } from 'node:crypto';
import { MINUTE_MS, type Time } from '../orders/time.ts';
import type { Database } from './database.ts';

/** A signature is valid for five minutes, and may be dated five minutes ahead; Slack retries events for as long. */
const KEEP_MS = 11 * MINUTE_MS;

/** A request as Slack signed it; `isRetry`: Slack says that it sends it once more. */
export type SignedRequest = { signature: string; body: string; isRetry: boolean };

/**
 * Records a signed request for all replicas. False if it was seen before: the same signature, or Slack's retry of a body
 * that came before. Throws the database's error.
 */
export async function isFirstSeen(
  db: Database,
  { signature, body, isRetry }: SignedRequest,
  now: Time,
): Promise<boolean> {
  const [ofSignature, ofBody] = [digestOf('signature', signature), digestOf('body', body)];
  const expires_at = now + KEEP_MS;
  const written = await db
    .insertInto('seen_requests')
    .values([ofSignature, ofBody].map((key) => ({ key, expires_at })))
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .execute();
  const isNew = (key: string) => written.some((row) => row.key === key);
  return isNew(ofSignature) && (isNew(ofBody) || !isRetry);
}

/** Deletes the requests whose signature is no longer valid. */
export async function forgetSeenRequests(db: Database, now: Time): Promise<void> {
  await db.deleteFrom('seen_requests').where('expires_at', '<=', now).execute();
}

function digestOf(what: string, content: string): string {
  return createHash('sha256').update(`${what}:${content}`).digest('base64url');
}
