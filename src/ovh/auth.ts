import { z } from 'zod';
import type { OvhClient } from './client.ts';
import { sendWithToken } from './request.ts';
import { parseResponse } from './response.ts';
import { AuthDetails, Credential } from './schemas/account.ts';
import { roundTrip } from './transport.ts';

/**
 * OVHcloud's clock minus ours, in seconds, and how long the call took: GET /auth/time, which needs no key. OVHcloud returns
 * whole seconds, so the difference is accurate to 0.5 s plus half the round trip. Throws the errors of errors.ts.
 */
export async function measureClockSkew(settings: {
  endpoint: string;
  timeoutSeconds: number;
}): Promise<{ differenceSeconds: number; tookMs: number }> {
  const call = { method: 'GET', path: '/auth/time' } as const;
  const name = `${call.method} ${call.path}`;
  const asked = Date.now();
  const started = performance.now();
  const send = () => sendWithToken(settings, call, null);
  const answer = await roundTrip(name, { timeoutSeconds: settings.timeoutSeconds, send });
  const tookMs = performance.now() - started;
  const theirs =
    parseResponse(name, answer, { schema: z.int(), redact: (words) => words, usesToken: false }) + 0.5;
  return { differenceSeconds: theirs - (asked + tookMs / 2) / 1000, tookMs: Math.round(tookMs) };
}

/** The consumer key itself, with its permissions: GET /auth/currentCredential. */
export function getCredential(ovh: OvhClient): Promise<Credential> {
  return ovh.call({ method: 'GET', path: '/auth/currentCredential' }, Credential);
}

/** Who the app is at OVHcloud, whichever way it signs in: GET /auth/details. */
export function getAuthDetails(ovh: OvhClient): Promise<AuthDetails> {
  return ovh.call({ method: 'GET', path: '/auth/details' }, AuthDetails);
}
