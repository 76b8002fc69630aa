import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { FakeSlack } from './server.ts';

/** An app without Bolt: it keeps what Slack sends, and acks with what the test says. */
export type ScriptedApp = {
  /** The payloads that came, decoded, oldest first. */
  payloads: Record<string, unknown>[];
  /** What the acks say from now on; a number is an HTTP status instead. */
  ackWith: (body: object | string | number | undefined) => void;
  /** Calls the Web API with the bot's token, or with another one. */
  call: (method: string, args?: object, token?: string) => Promise<Record<string, unknown>>;
  stop: () => Promise<void>;
};

/** Starts the app on a free port and has the fake deliver to it. */
export async function startScriptedApp(slack: FakeSlack): Promise<ScriptedApp> {
  const payloads: Record<string, unknown>[] = [];
  let ack: object | string | number | undefined;
  const server = createServer(async (request, response) => {
    payloads.push(decode(await text(request), request.headers['content-type'] ?? ''));
    if (typeof ack === 'number') response.writeHead(ack).end();
    else if (typeof ack === 'object') {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(ack));
    } else response.writeHead(200).end(ack);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  slack.deliverTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
  return {
    payloads,
    ackWith(body) {
      ack = body;
    },
    async call(method, args = {}, token = slack.botToken) {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const response = await fetch(slack.apiUrl + method, {
        method: 'POST',
        headers,
        body: JSON.stringify(args),
      });
      return (await response.json()) as Record<string, unknown>;
    },
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}

function decode(body: string, contentType: string): Record<string, unknown> {
  if (contentType === 'application/json') return JSON.parse(body) as Record<string, unknown>;
  const fields = Object.fromEntries(new URLSearchParams(body));
  return fields.payload === undefined ? fields : (JSON.parse(fields.payload) as Record<string, unknown>);
}
