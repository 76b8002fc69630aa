import type { Logger } from '../../observability/log.ts';
import { detached } from '../../observability/log.ts';
import type { SlackCallLog } from './web-api.ts';

/** Whether the app can show anything in Slack with its bot token. */
export type TokenWatch = {
  /** What is wrong with the token, in words; null as long as nothing is known to be. */
  trouble: () => string | null;
  /** Whether Slack takes the token: by a call of this second, or by a look. A Slack that is away says nothing of it. */
  canShow: () => Promise<boolean>;
  /** Hears of each call that was made with the token. */
  note: (call: SlackCallLog) => void;
  stop: () => void;
};

/** Codes with which Slack says that a token is none of this workspace, or not any more. */
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
const LOOK_EVERY_MS = 60_000;
/** A call that went well is proof for so long. */
const PROOF_MS = 1_000;

/**
 * Watches the bot token: by the outcome of each call, and by a look (`look`, auth.test) every minute, because an order
 * that waits makes no call. While there is trouble, nothing that is to be shown may be begun.
 */
export function watchToken({ look, log }: { look: () => Promise<unknown>; log: Logger }): TokenWatch {
  let refusedWith: string | null = null;
  let cannotWrite = false;
  let workedAt = Number.NEGATIVE_INFINITY;

  function note({ method, outcome }: SlackCallLog): void {
    if (method === 'response_url') return;
    if (TOKEN_REFUSED.has(outcome)) {
      // What is wrong at the start is told there.
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

  const looking = setInterval(() => {
    // Its outcome is noted like that of any other call.
    detached(() => look().catch(() => undefined));
  }, LOOK_EVERY_MS).unref();

  function trouble(): string | null {
    if (refusedWith !== null) return `Slack does not accept the bot token (${refusedWith})`;
    return cannotWrite ? 'the bot token lacks chat:write' : null;
  }

  return {
    trouble,
    async canShow() {
      const isProven = performance.now() - workedAt < PROOF_MS;
      if (refusedWith === null && !isProven) await look().catch(() => undefined);
      return trouble() === null;
    },
    note,
    stop: () => clearInterval(looking),
  };
}
