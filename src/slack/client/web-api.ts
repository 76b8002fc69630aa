import { AsyncLocalStorage } from 'node:async_hooks';
import { webApi } from '@slack/bolt';
import { SlackApiError } from './errors.ts';

/** Timeout of a call to Slack. */
export const TIMEOUT_MS = 10_000;

/** One call, for the log and metrics: without arguments and answers. */
export type SlackCallLog = {
  /** Such as `chat.postMessage`, or `response_url`. */
  method: string;
  /** `ok`, or the code of SlackApiError. */
  outcome: string;
  ms: number;
  /** Slack's ID of the request (X-Slack-Req-Id), if any. */
  requestId: string | null;
};

/** The address of Slack's Web API, and the token. */
export type WebApiConfig = {
  botToken: string;
  apiUrl: string;
  onCall?: (entry: SlackCallLog) => void;
};

/** The client would log Slack's messages verbatim, whatever they quote of a call: SlackApiError says enough. */
const SILENT: webApi.Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => webApi.LogLevel.ERROR,
  setName: () => undefined,
};

/** Slack's own client, set to one attempt a call. Only outbound.ts writes to Slack with it. */
export function createWebApi(config: WebApiConfig) {
  const { onCall = () => undefined } = config;
  const answering = new AsyncLocalStorage<{ requestId: string | null }>();
  const web = new webApi.WebClient(config.botToken, {
    slackApiUrl: config.apiUrl,
    timeout: TIMEOUT_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: SILENT,
    fetch: async (url, init) => {
      const response = await fetch(url, init);
      const answer = answering.getStore();
      if (answer) answer.requestId = response.headers.get('x-slack-req-id');
      return response;
    },
  });

  /** Makes a call of the Web API (or another one to Slack). Throws SlackApiError. */
  async function call<T>(method: string, send: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const answer = { requestId: null };
    const note = (outcome: string) =>
      onCall({ method, outcome, ms: Math.round(performance.now() - started), ...answer });
    try {
      const value = await answering.run(answer, send);
      note('ok');
      return value;
    } catch (error) {
      const trouble = SlackApiError.from(method, error);
      note(trouble.code);
      throw trouble;
    }
  }

  return { web, call };
}
