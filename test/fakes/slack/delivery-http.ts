import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Answered } from './delivery-socket.ts';
import type { Envelope } from './payloads.ts';

/** An answer over HTTP. */
export type HttpAnswer = { status: number; headers: Record<string, unknown>; body: string };

/** Slack's signature of a request body: `v0=` and the HMAC-SHA256 of `v0:TIMESTAMP:BODY`, in hex. */
export function sign(secret: string, body: string, timestampSeconds: number): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestampSeconds}:${body}`).digest('hex')}`;
}

/**
 * Posts a body as it is, on a connection of its own.
 * @throws Error of node:http when there is no answer: ECONNREFUSED, ECONNRESET, ABORT_ERR …
 */
export function post(
  url: string,
  sent: { body: string; headers?: Record<string, string>; signal?: AbortSignal },
): Promise<HttpAnswer> {
  const { body, headers = {}, signal } = sent;
  return new Promise((resolve, reject) => {
    // No agent: a connection that is kept would keep the tests from ending.
    const options = { method: 'POST', headers, agent: false, ...(signal ? { signal } : {}) };
    const outgoing = request(url, options, (response) => {
      text(response).then(
        (answer) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: answer }),
        reject,
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Posts a payload to the app as Slack does: commands as a form, interactions as JSON in a form, events as JSON. */
export async function deliverByHttp(
  url: string,
  signingSecret: string,
  { type, payload }: Envelope,
  signal: AbortSignal,
): Promise<Answered> {
  const isEvent = type === 'events_api';
  const fields =
    type === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
  const body = isEvent ? JSON.stringify(payload) : new URLSearchParams(fields).toString();
  // The true time, whatever a test makes of the workspace's clock: Bolt compares it with its own.
  const timestamp = Math.floor(Date.now() / 1000);
  const headers = {
    'content-type': isEvent ? 'application/json' : 'application/x-www-form-urlencoded',
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': sign(signingSecret, body, timestamp),
  };
  try {
    const answer = await post(url, { body, headers, signal });
    return { status: answer.status, body: parsed(answer) };
  } catch (error) {
    return { status: 0, body: undefined, error: `dispatch_failed: ${(error as Error).message}` };
  }
}

function parsed({ headers, body }: HttpAnswer): unknown {
  if (body === '') return undefined;
  return String(headers['content-type']).startsWith('application/json') ? JSON.parse(body) : { text: body };
}
