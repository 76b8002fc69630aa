import { TIMEOUT_MS } from './web-api.ts';

/** Where Slack accepts answers to clicks and commands. */
const SLACK_ORIGINS: readonly string[] = ['https://hooks.slack.com', 'https://hooks.slack-gov.com'];

/** Whether an address that came with a click is Slack's own, or on the host of SLACK_API_URL (`apiUrl`). */
export function isSlackResponseUrl(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, username, password } = new URL(url);
  return !username && !password && [...SLACK_ORIGINS, new URL(apiUrl).origin].includes(origin);
}

/** Posts to a response_url. Throws if that redirects, or does not answer with 2xx. */
export async function postToResponseUrl(url: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const request = { method: 'POST', headers, body: JSON.stringify(body), signal, redirect: 'error' } as const;
  const response = await fetch(url, request);
  if (!response.ok) throw new Error(`Slack answered with ${response.status}`);
}
