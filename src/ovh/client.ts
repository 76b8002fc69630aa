import { setTimeout as pause } from 'node:timers/promises';
import pLimit from 'p-limit';
import { z } from 'zod';
import { withJitter } from '../backoff.ts';
import { monotonicClock } from '../monotonic-clock.ts';
import { createAccessTokens, IssuedToken, sendTokenRequest, TOKEN_CALL } from './access-tokens.ts';
import { createClock } from './clock.ts';
import { isTransient, OvhError, wasNeverSent } from './errors.ts';
import { createRedactor } from './redact.ts';
import {
  callLabel,
  checkEndpoint,
  type OvhCall,
  type OvhConfig,
  type ServiceAccount,
  sendWithToken,
} from './request.ts';
import { parseResponse } from './response.ts';
import type { Sender } from './sign-in.ts';
import { createSignatures } from './signatures.ts';
import { roundTrip } from './transport.ts';

/** One attempt, for the log. No ids, bodies or URLs: these hold vouchers and order passwords. */
export type OvhCallLog = {
  /** Such as `GET /order/cart/{cartId}`. */
  call: string;
  /** `ok`, or the name of the error class in errors.ts. */
  outcome: string;
  ms: number;
  /** 1 for the first try of a call, 2 for the next. */
  attempt: number;
  /** Null, like the next two, if no whole answer came. */
  status: number | null;
  /** OVHcloud's `class` or `errorCode`. */
  errorClass: string | null;
  queryId: string | null;
};

/** OVHcloud's API. */
export type OvhClient = {
  /**
   * Makes the call and returns its answer as `schema` reads it. GET and DELETE are tried again when that may help;
   * POST and PUT are not, unless OVHcloud refused credentials that could be renewed. Throws the errors of errors.ts.
   */
  call<T>(call: OvhCall, schema: z.ZodType<T>): Promise<T>;
  /** OVHcloud's clock now (ms since 1970, whole seconds), read afresh: GET /auth/time. Throws the errors of errors.ts. */
  readTime(): Promise<number>;
  /** A time of OVHcloud's on this machine's clock, by the difference that was read last. */
  toLocalTime(time: Date): number;
};

/** How the client logs, queues and retries. */
export type OvhClientOptions = {
  /** Called once per attempt. */
  log?: (entry: OvhCallLog) => void;
  /** Maximum number of concurrent calls; others queue, which does not count towards their timeout. */
  callsAtOnce?: number;
  /** Maximum pause (ms) before each retry of a GET or DELETE, unless OVHcloud asks for one. */
  retryDelays?: readonly number[];
  /** 0 to 1, for jitter. */
  random?: () => number;
  /** This machine's clock, in milliseconds since 1970. */
  now?: () => number;
};

/**
 * Creates a client of OVHcloud's API that signs with the npm package `ovh`, whose limitations are handled in this
 * module, or uses access tokens. Sends nothing yet; throws an Error if the endpoint is invalid.
 */
export function createOvhClient(config: OvhConfig, options: OvhClientOptions = {}): OvhClient {
  const { log = () => {}, callsAtOnce = Number.POSITIVE_INFINITY, retryDelays = [250, 1000] } = options;
  const { now = Date.now, random = Math.random } = options;
  checkEndpoint(config);
  const limit = pLimit(callsAtOnce);
  const clock = createClock(askTime, now);
  const authentication =
    'clientId' in config
      ? createAccessTokens(config, { fetchToken: () => fetchToken(config), now: monotonicClock(now) })
      : createSignatures(config, clock);
  const usesToken = 'clientId' in config;
  const redact = createRedactor(authentication.secrets);

  function askTime(): Promise<number> {
    const call = { method: 'GET', path: '/auth/time' } as const;
    const send = () => sendWithToken(config, call, null);
    return withRetries({ name: callLabel(call), send, isRepeatable: true }, z.int());
  }

  function fetchToken(account: ServiceAccount): Promise<IssuedToken> {
    const send = () => sendTokenRequest(account);
    return withRetries({ name: TOKEN_CALL, send, isRepeatable: true }, IssuedToken);
  }

  async function sendOnce<T>({ name, send }: Request, schema: z.ZodType<T>, attempt: number): Promise<T> {
    const started = performance.now();
    const entry = () => ({ call: name, ms: Math.round(performance.now() - started), attempt });
    try {
      const answer = await roundTrip(name, { timeoutSeconds: config.timeoutSeconds, send });
      const value = parseResponse(name, answer, { schema, redact, usesToken });
      log({ ...entry(), outcome: 'ok', status: answer.status, errorClass: null, queryId: answer.queryId });
      return value;
    } catch (error) {
      if (error instanceof OvhError) {
        const { name: outcome, status, errorClass, queryId } = error;
        log({ ...entry(), outcome, status, errorClass, queryId });
      }
      throw error;
    }
  }

  /** Retries after transient errors, if the request is repeatable. */
  async function withRetries<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
    let attempt = 1;
    for (const delay of request.isRepeatable ? retryDelays : []) {
      try {
        return await limit(() => sendOnce(request, schema, attempt));
      } catch (error) {
        if (!isTransient(error)) throw error;
        const tooLong = (error.retryAfter ?? 0) > config.timeoutSeconds * 1000;
        if (tooLong) throw error;
        await pause(error.retryAfter ?? withJitter(delay, random));
        attempt += 1;
      }
    }
    return await limit(() => sendOnce(request, schema, attempt));
  }

  return {
    async readTime() {
      const difference = await clock.read();
      return (clock.seconds() + difference) * 1000;
    },
    toLocalTime(time) {
      const seconds = clock.lastDifference();
      // Both clocks are read in whole seconds: one second apart counts as equal.
      return time.getTime() - (Math.abs(seconds) > 1 ? seconds * 1000 : 0);
    },
    async call(call, schema) {
      const name = callLabel(call);
      const isRepeatable = !call.once && (call.method === 'GET' || call.method === 'DELETE');
      const sentBy = (sender: Sender) => ({ name, send: () => sender.send(call), isRepeatable });
      const sender = await authentication.prepare(name);
      try {
        return await withRetries(sentBy(sender), schema);
      } catch (refused) {
        try {
          // OVHcloud does nothing for refused credentials, so even a POST is sent once more with new ones.
          const renewed = await sender.renew(refused);
          if (!renewed) throw refused;
          return await withRetries(sentBy(renewed), schema);
        } catch (error) {
          // That the retry never left proves nothing about the first request.
          throw !isRepeatable && wasNeverSent(error) ? refused : error;
        }
      }
    },
  };
}

/** A request, and how each attempt is sent. */
type Request = { name: string; send: () => void; isRepeatable: boolean };
