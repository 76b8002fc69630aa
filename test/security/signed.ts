import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { sign } from '../fakes/slack/server.ts';
import type { Writing } from './payloads.ts';

/** An answer of the app. */
export type Answer = { status: number; body: string };

/** Posts to the app as Slack does, on connections that are kept. */
export type Sender = {
  send: (writing: Writing, content: unknown) => Promise<Answer>;
  /** A body as it is; signed now, unless its headers say otherwise. */
  sendBody: (body: string, headers: Record<string, string>) => Promise<Answer>;
  close: () => void;
};

/** No answer within this time is a hang: Slack itself would have given up long ago. */
const HANGS_AFTER_MS = 120_000;

/** Signs with `secret` and posts to `url`. */
export function sender(url: string, secret: string): Sender {
  const agent = new Agent({ keepAlive: true });

  function sendBody(body: string, given: Record<string, string>): Promise<Answer> {
    const timestamp = Math.floor(Date.now() / 1000);
    const headers = {
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': sign(secret, body, timestamp),
      ...given,
    };
    return new Promise((resolve, reject) => {
      const signal = AbortSignal.timeout(HANGS_AFTER_MS);
      const outgoing = request(url, { method: 'POST', headers, agent, signal }, (response) => {
        text(response).then((answer) => resolve({ status: response.statusCode ?? 0, body: answer }), reject);
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  return {
    send: (writing, content) => {
      const type = writing === 'json' ? 'application/json' : 'application/x-www-form-urlencoded';
      return sendBody(written(writing, content), { 'content-type': type });
    },
    sendBody,
    close: () => agent.destroy(),
  };
}

/** The body of a request, as Slack writes it. */
export function written(writing: Writing, content: unknown): string {
  if (writing === 'json') return JSON.stringify(content);
  if (writing === 'payload') return new URLSearchParams({ payload: JSON.stringify(content) }).toString();
  const fields = Object.entries(Object(content)).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((each): [string, string] => [name, asText(each)]),
  );
  return new URLSearchParams(fields).toString();
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
