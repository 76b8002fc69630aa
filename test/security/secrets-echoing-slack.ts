import { once } from 'node:events';
import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** How an answer repeats what was asked: in Slack's own error, or in the page of something on the way. */
export type Echo = 'slack-error' | 'page-200' | 'page-500' | 'page-429';

/** Something before Slack's Web API that answers some calls with everything they sent, token included. */
export type EchoingSlack = {
  /** For SLACK_API_URL. */
  apiUrl: string;
  /** The next call of this method whose arguments hold `words` is not passed on, but echoed. */
  echo: (method: string, how: Echo, words?: string) => void;
  /** How many calls were echoed. */
  count: () => number;
  close: () => Promise<void>;
};

/** Starts it before the API at `apiUrl`. */
export async function startEchoingSlack(apiUrl: string): Promise<EchoingSlack> {
  const waiting: { method: string; how: Echo; words: string }[] = [];
  let echoed = 0;
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const method = (request.url ?? '').split('/').at(-1) ?? '';
    const plain = decodeURIComponent(body.replaceAll('+', ' '));
    const next = waiting.findIndex((echo) => echo.method === method && plain.includes(echo.words));
    const [echo] = next < 0 ? [] : waiting.splice(next, 1);
    if (echo) {
      echoed += 1;
      const { status, type, content } = answerOf(
        echo.how,
        `${JSON.stringify(request.headers)} ${plain} ${body}`,
      );
      response.writeHead(status, { 'content-type': type, 'retry-after': '1' }).end(content);
      return;
    }
    const { headers } = request;
    const passed = send(`${apiUrl}${method}`, { method: 'POST', headers, agent: false }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    });
    passed.on('error', () => response.destroy());
    passed.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    echo: (method, how, words = '') => waiting.push({ method, how, words }),
    count: () => echoed,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answerOf(how: Echo, asked: string): { status: number; type: string; content: string } {
  if (how !== 'slack-error') {
    return { status: Number(how.slice('page-'.length)), type: 'text/html', content: `<html>${asked}</html>` };
  }
  const messages = [`[ERROR] cannot use ${asked}`, `[WARN] do not use ${asked}`];
  const answer = { ok: false, error: 'invalid_blocks', response_metadata: { messages, warnings: [asked] } };
  return { status: 200, type: 'application/json', content: JSON.stringify(answer) };
}
