import { exponentialBackoff } from '../../backoff.ts';
import { DAY_MS, MINUTE_MS, type Time } from '../../orders/time.ts';
import { isLastingCode, isUnreachable, type SlackApiError } from '../../slack/client/errors.ts';
import type { MessageRefusal, PostedMessage } from '../../store/messages.ts';

/** The maximum pause after a temporary refusal. */
const MAX_WAIT_MS = MINUTE_MS;
/** The maximum pause after a refusal that lasts until someone fixes the cause. */
const MAX_WAIT_FOR_FIX_MS = 15 * MINUTE_MS;
/** After this, a delivery would be too late to be useful. */
const FAIL_AFTER_MS = 7 * DAY_MS;
/** Far fewer than in a week: a clock that jumps ahead must not end a delivery. */
const MIN_ATTEMPTS = 100;
/** After this many attempts, a refused message no longer holds up those behind it in its thread. */
const HOLDS_UP_ATTEMPTS = 3;

/**
 * When to retry what Slack refused, after `before` in a row. Final if the reader cannot be reached or the content is not
 * accepted; everything else passes, or can be fixed, and is retried for a week. `random` gives 0 to 1.
 */
export function refusalOf(
  trouble: SlackApiError,
  {
    isDirect,
    before,
    now,
    random,
  }: { isDirect: boolean; before: MessageRefusal | null; now: Time; random: () => number },
): MessageRefusal {
  const series = before?.retryAt === null ? null : before;
  const attempts = (series?.attempts ?? 0) + 1;
  const since = series?.since ?? now;
  const isTooLate = attempts >= MIN_ATTEMPTS && now - since >= FAIL_AFTER_MS;
  const isFinal = trouble.cannotSay || (isDirect && trouble.cannotReach) || isTooLate;
  return {
    code: trouble.code,
    attempts,
    since,
    retryAt: isFinal ? null : now + pause(trouble, attempts, random),
  };
}

function pause(trouble: SlackApiError, attempts: number, random: () => number): number {
  if (trouble.retryAfterSeconds !== null)
    return Math.min(Math.ceil(trouble.retryAfterSeconds * 1000), MAX_WAIT_FOR_FIX_MS);
  if (!trouble.isLasting) return exponentialBackoff(attempts, { maxMs: MAX_WAIT_MS, random });
  return exponentialBackoff(attempts, { maxMs: MAX_WAIT_FOR_FIX_MS, factor: 4, random });
}

/** Whether to wait before the next attempt. A longer pause than the maximum was set by a clock that was ahead. */
export function isPaused({ retryAt }: MessageRefusal, now: Time): boolean {
  return retryAt !== null && retryAt > now && retryAt <= now + MAX_WAIT_FOR_FIX_MS;
}

/** Whether a message may be posted or updated now, to show what `contentHash` names. */
export function isDue(
  { refusal, contentHash: shown }: PostedMessage,
  { contentHash, isDirect, now }: { contentHash: string; isDirect: boolean; now: Time },
): boolean {
  if (!refusal) return true;
  if (refusal.retryAt !== null) return !isPaused(refusal, now);
  // Other content may be accepted, but not for someone who cannot be reached.
  return shown !== contentHash && !(isDirect && isUnreachable(refusal.code));
}

/** Whether a refused message holds up those behind it in its thread: while its refusal is likely to pass soon. */
export function holdsUp({ code, attempts, retryAt }: MessageRefusal): boolean {
  return !isLastingCode(code) && retryAt !== null && attempts < HOLDS_UP_ATTEMPTS;
}
