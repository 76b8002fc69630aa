import { setTimeout as pause } from 'node:timers/promises';
import pLimit from 'p-limit';
import { z } from 'zod';
import { isTransient, OvhClientError, OvhError, OvhUnreachableError } from './errors.ts';
import { withJitter } from './jitter.ts';
import { redactKeys } from './redact.ts';
import { meaningOf } from './refusals.ts';
import { callLabel, checkEndpoint, type OvhCall, type OvhConfig, send } from './request.ts';
import { parseResponse } from './response.ts';
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

export type OvhClient = {
  /**
   * Makes the call and returns its answer as `schema` reads it. GET and DELETE are tried again when that may help;
   * POST and PUT are not. Throws the errors of errors.ts.
   */
  call<T>(call: OvhCall, schema: z.ZodType<T>): Promise<T>;
  /** OVHcloud's clock now (ms since 1970, whole seconds), read afresh: GET /auth/time. Throws the errors of errors.ts. */
  readTime(): Promise<number>;
  /** A time of OVHcloud's on this machine's clock, by the difference that was read last. */
  toLocalTime(time: Date): number;
};

export type OvhClientOptions = {
  /** Gets one entry for every attempt. */
  log?: (entry: OvhCallLog) => void;
  /** How many calls may run at the same time; further ones wait for their turn, which counts for no deadline. */
  callsAtOnce?: number;
  /** Milliseconds before each further attempt of a GET or DELETE, at most, where OVHcloud asks for no wait of its own. */
  retryDelays?: readonly number[];
  /** 0 to 1, for waits that are shortened by chance. */
  random?: () => number;
  /** This machine's clock, in milliseconds since 1970. */
  now?: () => number;
};

/**
 * Connects to OVHcloud's API with the npm package `ovh`, whose shortcomings end in this room.
 * Nothing is sent yet; throws an Error if the endpoint is none.
 */
export function createOvhClient(config: OvhConfig, options: OvhClientOptions = {}): OvhClient {
  const { log = () => {}, callsAtOnce = Number.POSITIVE_INFINITY, retryDelays = [250, 1000] } = options;
  const { now = Date.now, random = Math.random } = options;
  checkEndpoint(config);
  const hide = redactKeys(config);
  const limit = pLimit(callsAtOnce);
  let clock: Promise<number> | undefined;
  let lastDifference = 0;

  /** OVHcloud's clock minus ours, in seconds: signatures carry a time. Kept until it is read again. */
  function readClock(): Promise<number> {
    const time = withRetries({ method: 'GET', path: '/auth/time' }, z.int(), null);
    clock = time.then((seconds) => {
      lastDifference = seconds - Math.round(now() / 1000);
      return lastDifference;
    });
    clock.catch(() => {
      clock = undefined;
    });
    return clock;
  }

  async function sendOnce<T>(
    call: OvhCall,
    schema: z.ZodType<T>,
    clockDifference: number | null,
    attempt: number,
  ): Promise<T> {
    const name = callLabel(call);
    const started = performance.now();
    const entry = () => ({ call: name, ms: Math.round(performance.now() - started), attempt });
    try {
      const answer = await roundTrip(name, config.timeoutSeconds, () =>
        send(config, call, clockDifference === null ? null : Math.round(now() / 1000) + clockDifference),
      );
      const value = parseResponse(name, answer, schema, hide);
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

  /** Tries a GET or DELETE again after what may pass. */
  async function withRetries<T>(
    call: OvhCall,
    schema: z.ZodType<T>,
    clockDifference: number | null,
  ): Promise<T> {
    const repeatable = !call.once && (call.method === 'GET' || call.method === 'DELETE');
    let attempt = 1;
    for (const delay of repeatable ? retryDelays : []) {
      try {
        return await limit(() => sendOnce(call, schema, clockDifference, attempt));
      } catch (error) {
        if (!isTransient(error)) throw error;
        const tooLong = (error.retryAfter ?? 0) > config.timeoutSeconds * 1000;
        if (tooLong) throw error;
        await pause(error.retryAfter ?? withJitter(delay, random));
        attempt += 1;
      }
    }
    return await limit(() => sendOnce(call, schema, clockDifference, attempt));
  }

  return {
    async readTime() {
      const difference = await readClock();
      return Math.round(now() / 1000) * 1000 + difference * 1000;
    },
    toLocalTime: (time) => time.getTime() - lastDifference * 1000,
    async call(call, schema) {
      const difference = await (clock ?? readClock()).catch((cause: Error) => {
        throw new OvhUnreachableError(callLabel(call), 'its clock (GET /auth/time) could not be read', cause);
      });
      try {
        return await withRetries(call, schema, difference);
      } catch (error) {
        // A refused signature did nothing, so even a POST is signed anew if our clock was set meanwhile.
        if (!isSignatureRejected(error)) throw error;
        const differenceNow = await readClock().catch(() => difference);
        if (Math.abs(differenceNow - difference) <= 2) throw error;
        return await withRetries(call, schema, differenceNow);
      }
    },
  };
}

function isSignatureRejected(error: unknown): boolean {
  if (!(error instanceof OvhClientError)) return false;
  const meaning = meaningOf(error);
  return meaning.kind === 'clock_skew' || (meaning.kind === 'key_invalid' && meaning.part === 'signature');
}
