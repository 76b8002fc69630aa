import type { Args } from './messages.ts';
import { SlackRefusalError, type State } from './state.ts';

/** A method of the Web API: which token it takes, the scope and arguments it needs, and what it answers beside `ok`. */
export type Method = {
  /** Default: bot. */
  token?: 'bot' | 'app' | 'either' | 'none';
  scope?: string;
  needs?: string[];
  answer: (state: State, args: Args, token: TokenKind) => Record<string, unknown>;
};

/** What kind of token a call came with. */
export type TokenKind = 'bot' | 'app' | 'none';

/**
 * Asks for a scope of the bot.
 * @throws SlackRefusalError missing_scope, with what is needed and what was given
 */
export function requireScope({ workspace }: State, scope: string | undefined): void {
  if (scope === undefined || workspace.scopes.has(scope)) return;
  throw new SlackRefusalError('missing_scope', { needed: scope, provided: [...workspace.scopes].join(',') });
}
