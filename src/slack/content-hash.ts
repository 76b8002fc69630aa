import { createHash } from 'node:crypto';

/** Names what is shown, in 16 hex digits: what is shown already is not sent to Slack again. */
export function contentHashOf(shown: unknown): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 16);
}
