import { detached, type Logger } from '../../observability/log.ts';
import type { SlackCallLog } from './web-api.ts';

/** Whether the app can show anything in Slack with its bot token. */
export type TokenWatch = {
  /** What is known to be wrong with the token, in words; null if nothing is. */
  trouble: () => string | null;
  /** Whether Slack accepts the token: known from a call of the last second, or checked. Not answering does not count. */
  canShow: () => Promise<boolean>;
  /** Called after each call with the token. */
  onCall: (call: SlackCallLog) => void;
  stop: () => void;
};

/** Codes that say that a token is not, or no longer, valid in this workspace. */
export const TOKEN_REFUSED: ReadonlySet<string> = new Set([
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'user_removed_from_team',
  'team_disabled',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
]);

/** How often an unused token is checked. */
const CHECK_EVERY_MS = 60_000;
/** How long a successful call proves that the token works. */
const PROOF_MS = 1_000;

/**
 * Watches the bot token: by the outcome of each call, and by a check (auth.test) every minute, because a pending order
 * makes no calls. While the token does not work, no checkout may start.
 */
export function watchToken({ check, log }: { check: () => Promise<unknown>; log: Logger }): TokenWatch {
  let refusedWith: string | null = null;
  let cannotWrite = false;
  let workedAt = Number.NEGATIVE_INFINITY;

  function onCall({ method, outcome }: SlackCallLog): void {
    if (method === 'response_url') return;
    if (TOKEN_REFUSED.has(outcome)) {
      // At the start this is reported by the start itself.
      if (workedAt > 0 && refusedWith === null)
        log.error(
          { method, outcome },
          'Slack no longer accepts the bot token: no order is placed until it does',
        );
      refusedWith = outcome;
    } else if (outcome === 'ok') {
      if (refusedWith !== null) log.info('Slack accepts the bot token again');
      refusedWith = null;
      workedAt = performance.now();
    }
    if (!method.startsWith('chat.') || (outcome !== 'ok' && outcome !== 'missing_scope')) return;
    if (outcome === 'missing_scope' && !cannotWrite)
      log.error({ method, outcome }, 'the bot token lacks chat:write: no order is placed until it has it');
    cannotWrite = outcome === 'missing_scope';
  }

  const timer = setInterval(() => {
    // Its outcome is recorded like that of any other call.
    detached(() => check().catch(() => undefined));
  }, CHECK_EVERY_MS).unref();

  function trouble(): string | null {
    if (refusedWith !== null) return `Slack does not accept the bot token (${refusedWith})`;
    return cannotWrite ? 'the bot token lacks chat:write' : null;
  }

  return {
    trouble,
    async canShow() {
      const isProven = performance.now() - workedAt < PROOF_MS;
      if (refusedWith === null && !isProven) await check().catch(() => undefined);
      return trouble() === null;
    },
    onCall,
    stop: () => clearInterval(timer),
  };
}
