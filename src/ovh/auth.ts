import { z } from 'zod';
import { readAnswer } from './answer.ts';
import type { OvhClient } from './client.ts';
import { exchange } from './exchange.ts';
import { hideKeys } from './hidden.ts';
import type { OvhSettings } from './request.ts';
import { send } from './request.ts';
import { Credential } from './schemas.ts';

/**
 * OVHcloud's clock minus ours, in seconds, and how long it took to ask: GET /auth/time, which needs no key. OVHcloud
 * says whole seconds, so the difference is right to half a second and half the way. Throws the errors of errors.ts.
 */
export async function compareClocks(
  settings: OvhSettings,
): Promise<{ differenceSeconds: number; tookMs: number }> {
  const call = { method: 'GET', path: '/auth/time' } as const;
  const name = `${call.method} ${call.path}`;
  const asked = Date.now();
  const started = performance.now();
  const answer = await exchange(name, settings.timeoutSeconds, () => send(settings, call, null));
  const tookMs = performance.now() - started;
  const theirs = readAnswer(name, answer, z.int(), hideKeys(settings)) + 0.5;
  return { differenceSeconds: theirs - (asked + tookMs / 2) / 1000, tookMs: Math.round(tookMs) };
}

/** The consumer key itself, with its rights: GET /auth/currentCredential. */
export function getCredential(ovh: OvhClient): Promise<Credential> {
  return ovh.call({ method: 'GET', path: '/auth/currentCredential' }, Credential);
}
