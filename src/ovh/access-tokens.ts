import { request } from 'node:https';
import { z } from 'zod';
import { OvhError, OvhSignInError, OvhUnreachableError, TRANSIENT_STATUSES } from './errors.ts';
import { type ServiceAccount, sendWithToken } from './request.ts';
import type { Authentication, Sender } from './sign-in.ts';

/** The name of the token request in logs and errors. */
export const TOKEN_CALL = 'POST /auth/oauth2/token';

/** The answer of the token endpoint (RFC 6749, 5.1). A token without a stated end counts as good for a minute. */
export const IssuedToken = z
  .object({
    access_token: z.string().regex(/^[\x21-\x7e]+$/),
    expires_in: z.number().nonnegative().catch(60),
  })
  .transform(({ access_token, expires_in }) => ({ token: access_token, lifetimeMs: expires_in * 1000 }));
export type IssuedToken = z.infer<typeof IssuedToken>;

/** How long before its expiry a token is replaced: a queued request should still find it valid. */
const RENEW_BEFORE_END_MS = 60_000;
/** For short-lived tokens, the same as a part of their life. */
const RENEW_BEFORE_END_PART = 0.1;
/** How many tokens are redacted from OVHcloud's messages: requests with older ones may still be in flight. */
const HIDDEN_TOKENS = 3;

/**
 * Sends requests with an access token, which `fetchToken` asks OVHcloud for: once for all requests that wait, again
 * shortly before its end, and again after a 401. `now` is a clock in milliseconds that only goes forward.
 */
export function createAccessTokens(
  settings: ServiceAccount & { endpoint: string },
  { fetchToken, now }: { fetchToken: () => Promise<IssuedToken>; now: () => number },
): Authentication {
  let current: { token: Promise<string>; goodUntil: number } | null = null;
  let issued: string[] = [];

  function renewedToken(): Promise<string> {
    const askedAt = now();
    const fetched = fetchToken();
    // No other token is requested while this request is pending.
    const next = { token: fetched.then(({ token }) => token), goodUntil: Number.POSITIVE_INFINITY };
    current = next;
    fetched.then(
      ({ token, lifetimeMs }) => {
        next.goodUntil =
          askedAt + lifetimeMs - Math.min(RENEW_BEFORE_END_MS, lifetimeMs * RENEW_BEFORE_END_PART);
        issued = [token, ...issued].slice(0, HIDDEN_TOKENS);
      },
      () => {
        if (current === next) current = null;
      },
    );
    return next.token;
  }

  async function tokenFor(callName: string): Promise<string> {
    try {
      return await (current && now() < current.goodUntil ? current.token : renewedToken());
    } catch (error) {
      throw withoutToken(callName, error);
    }
  }

  function senderFor(callName: string, token: string): Sender {
    return {
      send: (call) => sendWithToken(settings, call, token),
      async renew(error) {
        if (!(error instanceof OvhError) || error.status !== 401) return null;
        // Another request may have noticed before, and requested a new one.
        if (current && (await current.token.catch(() => token)) === token) current = null;
        return senderFor(callName, await tokenFor(callName));
      },
    };
  }

  return {
    prepare: async (callName) => senderFor(callName, await tokenFor(callName)),
    secrets: () => [settings.clientSecret, ...issued],
  };
}

/** Asks for an access token with the client credentials (RFC 6749, 4.4). OVHcloud wants the scope `all`. */
export function sendTokenRequest({ clientId, clientSecret, tokenUrl }: ServiceAccount): void {
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  const body = new URLSearchParams({ ...form, scope: 'all' }).toString();
  const headers = {
    Accept: 'application/json',
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': Buffer.byteLength(body),
  };
  request(tokenUrl, { method: 'POST', headers }).end(body);
}

/** The error of a call that could not be sent for lack of a token: refused credentials, or something transient. */
function withoutToken(callName: string, cause: unknown): unknown {
  if (!(cause instanceof OvhError)) return cause;
  const { status } = cause;
  const isRefused = status !== null && status >= 400 && status <= 499 && !TRANSIENT_STATUSES.includes(status);
  return isRefused
    ? new OvhSignInError(callName, cause)
    : new OvhUnreachableError(callName, { why: `no access token was issued (${TOKEN_CALL})`, cause });
}
