import { SlackApiError } from '../../slack/client/errors.ts';
import { type Finding, warning } from './finding.ts';

/** Slack's error code; `no_answer` if it did not answer. Rethrows other errors. */
export function codeOf(error: unknown): string {
  if (error instanceof SlackApiError) return error.code;
  throw error;
}

/** What Slack's answer means, in words. */
export function whatSlackSaid(method: string, code: string): string {
  return code === 'no_answer' ? `Slack did not answer ${method}` : `Slack refused ${method}: ${code}`;
}

/** A finding about something that Slack did not answer this time. */
export function unresolvedFinding(check: string, method: string, code: string): Finding {
  return warning(check, { message: whatSlackSaid(method, code), fix: 'Run this again in a minute.' });
}

/** An advice as a sentence of its own. */
export function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
