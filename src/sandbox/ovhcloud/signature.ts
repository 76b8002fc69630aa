import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { gatewayRefusal } from './errors.ts';
import type { Credentials } from './state.ts';

/** How far a call's X-Ovh-Timestamp may be from OVHcloud's clock. Invented: OVHcloud's own limit is not documented. */
const MAX_SKEW_SECONDS = 300;

/** What of a call goes into its signature: `url` has no port, as the npm package `ovh` signs it; `body` is as sent. */
export type SignedCall = { method: string; url: string; body: string; timestamp: string };

/** OVHcloud's documented signature: `$1$` and a SHA-1 over secret, consumer key, method, URL, body and timestamp. */
function sign(credentials: Credentials, call: SignedCall): string {
  const { applicationSecret, consumerKey } = credentials;
  const text = [applicationSecret, consumerKey, call.method, call.url, call.body, call.timestamp].join('+');
  return `$1$${createHash('sha1').update(text).digest('hex')}`;
}

/**
 * Checks who calls. Answers whether the call is signed; an unsigned one is fine where `required` is false
 * (OVHcloud's `noAuthentication` calls), but a signature that is given must be right.
 * Throws the gateway's refusals.
 */
export function verifySignature(
  credentials: Credentials,
  request: {
    headers: IncomingHttpHeaders;
    call: Omit<SignedCall, 'timestamp'>;
    required: boolean;
    now: Date;
  },
): boolean {
  const { headers, call, required, now } = request;
  const signature = headers['x-ovh-signature'];
  const consumer = headers['x-ovh-consumer'];
  const unsigned = signature === undefined && consumer === undefined;
  if (unsigned && !required) return false;
  if (unsigned) throw gatewayRefusal(401, 'NOT_CREDENTIAL', 'You must login first');

  if (headers['x-ovh-application'] !== credentials.applicationKey) {
    throw gatewayRefusal(403, 'INVALID_KEY', 'This application key is invalid');
  }
  if (consumer !== credentials.consumerKey) {
    throw gatewayRefusal(403, 'INVALID_CREDENTIAL', 'This credential is not valid');
  }
  const timestamp = String(headers['x-ovh-timestamp'] ?? '');
  if (!/^\d+$/.test(timestamp) || Math.abs(Number(timestamp) - unixTime(now)) > MAX_SKEW_SECONDS) {
    throw gatewayRefusal(400, 'QUERY_TIME_OUT', 'Query out of time');
  }
  if (!same(String(signature), sign(credentials, { ...call, timestamp }))) {
    throw gatewayRefusal(400, 'INVALID_SIGNATURE', 'Invalid signature');
  }
  return true;
}

/** As GET /auth/time gives it: the clock that signatures are checked against. */
export function unixTime(now: Date): number {
  return Math.floor(now.getTime() / 1000);
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
