import { LogLevel, type Logger as SlackLogger } from '@slack/bolt';
import type { Logger } from '../../observability/log.ts';

/** Cuts the tokens out of what Slack, or a page of something on the way, repeats of a request. */
export function redactTokens(words: string): string {
  return words.replaceAll(/\b(xox[a-z]|xapp)-[\w-]+/g, '$1-(redacted)');
}

/** Bolt and its clients log to the app's log. Their debug lines hold whole payloads: these are never written. */
export function boltLogger(log: Logger): SlackLogger {
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (...message: unknown[]) =>
      log[level](redactTokens(message.join(' ')));
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: write('warn'),
    error: write('error'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}
