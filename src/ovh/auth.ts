import { z } from 'zod';
import type { OvhClient } from './client.ts';
import { redactKeys } from './redact.ts';
import type { OvhConfig } from './request.ts';
import { send } from './request.ts';
import { parseResponse } from './response.ts';
import { Credential } from './schemas.ts';
import { roundTrip } from './transport.ts';

/**
 * OVHcloud's clock minus ours, in seconds, and how long it took to ask: GET /auth/time, which needs no key. OVHcloud
 * says whole seconds, so the difference is right to half a second and half the way. Throws the errors of errors.ts.
 */
export async function measureClockSkew(
  config: OvhConfig,
): Promise<{ differenceSeconds: number; tookMs: number }> {
  const call = { method: 'GET', path: '/auth/time' } as const;
  const name = `${call.method} ${call.path}`;
  const asked = Date.now();
  const started = performance.now();
  const answer = await roundTrip(name, config.timeoutSeconds, () => send(config, call, null));
  const tookMs = performance.now() - started;
  const theirs = parseResponse(name, answer, z.int(), redactKeys(config)) + 0.5;
  return { differenceSeconds: theirs - (asked + tookMs / 2) / 1000, tookMs: Math.round(tookMs) };
}

/** The consumer key itself, with its rights: GET /auth/currentCredential. */
export function getCredential(ovh: OvhClient): Promise<Credential> {
  return ovh.call({ method: 'GET', path: '/auth/currentCredential' }, Credential);
}
