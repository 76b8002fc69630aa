import { createHash } from 'node:crypto';

/** A hash of the content shown, in 16 hex digits: unchanged content is not sent to Slack again. */
export function contentHashOf(shown: unknown): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 16);
}
