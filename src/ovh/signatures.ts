import type { OvhClock } from './clock.ts';
import { OvhClientError, OvhUnreachableError } from './errors.ts';
import { meaningOf } from './refusals.ts';
import { type ApplicationKey, sendSigned } from './request.ts';
import type { Authentication, Sender } from './sign-in.ts';

/** Clocks whose difference changed by more than this have drifted: one second may be rounding, another latency. */
const ROUNDING_SECONDS = 2;

/** Signs requests with an application key. Signatures carry OVHcloud's time. */
export function createSignatures(
  settings: ApplicationKey & { endpoint: string },
  clock: OvhClock,
): Authentication {
  function senderFor(difference: number): Sender {
    return {
      send: (call) => sendSigned(settings, call, clock.seconds() + difference),
      async renew(error) {
        if (!isSignatureRejected(error)) return null;
        const differenceNow = await clock.read().catch(() => difference);
        return Math.abs(differenceNow - difference) > ROUNDING_SECONDS ? senderFor(differenceNow) : null;
      },
    };
  }

  return {
    async prepare(callName) {
      const difference = await clock.difference().catch((cause: Error) => {
        throw new OvhUnreachableError(callName, { why: 'failed to read its clock (GET /auth/time)', cause });
      });
      return senderFor(difference);
    },
    secrets: () => [settings.applicationKey, settings.applicationSecret, settings.consumerKey],
  };
}

function isSignatureRejected(error: unknown): boolean {
  if (!(error instanceof OvhClientError)) return false;
  const meaning = meaningOf(error);
  return meaning.kind === 'clock_skew' || (meaning.kind === 'key_invalid' && meaning.part === 'signature');
}
