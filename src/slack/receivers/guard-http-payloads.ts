import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import { isValidSlackRequest } from '@slack/bolt';
import type { SignedRequest } from '../../store/seen-requests.ts';
import { markReceived } from './request-tracing.ts';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** Why a request to /slack/events was refused. */
export type RefusedRequest =
  | 'unsigned'
  | 'stale'
  | 'wrong_signature'
  | 'too_large'
  | 'overloaded'
  | 'malformed'
  | 'replayed';

/** Slack's own payloads are far smaller: a view has 250 kB at most, and the app's have a tenth of that. */
const MAX_BYTES = 262_144;
/** Maximum total size of bodies in memory whose signature is not checked yet: above it, the largest is dropped. */
const MAX_BYTES_AT_ONCE = 64 * MAX_BYTES;
/** Slack's own limit for the age of a signed request; here it applies to the future too. */
const MAX_AGE_SECONDS = 300;
const SIGNATURE = /^v0=[0-9a-f]{64}$/;

const STATUS: Record<RefusedRequest, number> = {
  unsigned: 401,
  stale: 401,
  wrong_signature: 401,
  too_large: 413,
  overloaded: 503,
  malformed: 400,
  // Repeated by a proxy or a stranger: it was answered before.
  replayed: 200,
};

/**
 * Guards Bolt's HTTP listener: refuses a request without a fresh timestamp and a signature (before reading its body),
 * one that is too long (without reading all of it), one that Slack has not signed, one that contains no object, which
 * Bolt cannot handle, and one that was seen before. `onRefused` is called with the reason. `isFirstSeen` records a
 * request; while it cannot, the request passes.
 */
export function guardHttpPayloads(
  listener: Listener,
  options: {
    signingSecret: string;
    now: () => number;
    onRefused: (why: RefusedRequest) => void;
    isFirstSeen: (request: SignedRequest) => Promise<boolean>;
  },
): Listener {
  const { signingSecret, now, onRefused, isFirstSeen } = options;
  const bodies = new Set<Body>();
  let held = 0;

  function letGo(body: Body): void {
    if (bodies.delete(body)) held -= body.length;
  }

  /** The whole body, or why it was not read to its end. */
  async function readBody(request: IncomingMessage): Promise<Buffer | RefusedRequest> {
    if (Number(request.headers['content-length']) > MAX_BYTES) return 'too_large';
    const chunks: Buffer[] = [];
    const body: Body = { request, length: 0, isDropped: false };
    bodies.add(body);
    try {
      for await (const chunk of request.iterator({ destroyOnReturn: false })) {
        chunks.push(chunk);
        body.length += chunk.length;
        held += chunk.length;
        if (body.length > MAX_BYTES) return 'too_large';
        if (held <= MAX_BYTES_AT_ONCE) continue;
        // Slack's own are small and fast: large and slow ones must not displace them.
        const dropped = largestOf(bodies);
        if (dropped === body) return 'overloaded';
        letGo(dropped);
        dropped.isDropped = true;
        dropped.request.destroy();
      }
      return Buffer.concat(chunks);
    } catch (error) {
      if (body.isDropped) return 'overloaded';
      throw error;
    } finally {
      letGo(body);
    }
  }

  async function take(request: IncomingMessage): Promise<Buffer | RefusedRequest> {
    const why = whyNotRead(request, now());
    if (why) return why;
    const body = await readBody(request);
    if (typeof body === 'string') return body;
    const text = body.toString();
    if (!isSigned(request, text, signingSecret)) return 'wrong_signature';
    if (!holdsObject(text, request.headers['content-type'])) return 'malformed';
    const signature = String(request.headers['x-slack-signature']);
    return (await isFirstSeen({ signature, body: text, isRetry: isRetry(request) })) ? body : 'replayed';
  }

  return (incoming, response) => {
    const request = markReceived(incoming);
    take(request).then(
      (body) => {
        if (typeof body !== 'string') return listener(Object.assign(request, { rawBody: body }), response);
        // Slack's own retries are normal.
        if (body !== 'replayed' || !isRetry(request)) onRefused(body);
        refuse(request, response, STATUS[body]);
      },
      () => response.destroy(),
    );
  };
}

/** A body on its way in, whose signature is not checked yet. */
type Body = { request: IncomingMessage; length: number; isDropped: boolean };

function largestOf(bodies: Set<Body>): Body {
  return [...bodies].reduce((largest, body) => (body.length > largest.length ? body : largest));
}

/** Whether Slack says that it sends a request again, because the answer was late or lost. */
function isRetry({ headers }: IncomingMessage): boolean {
  return headers['x-slack-retry-num'] !== undefined;
}

/** Why a request cannot be Slack's, by its headers alone. */
function whyNotRead({ headers }: IncomingMessage, now: number): RefusedRequest | null {
  const { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature } = headers;
  if (!timestamp || !Number.isFinite(Number(timestamp)) || !SIGNATURE.test(String(signature)))
    return 'unsigned';
  // Compare the past by the same clock as Bolt.
  const isOld = Date.now() / 1000 - Number(timestamp) > MAX_AGE_SECONDS;
  return isOld || Number(timestamp) - now / 1000 > MAX_AGE_SECONDS ? 'stale' : null;
}

function isSigned({ headers }: IncomingMessage, body: string, signingSecret: string): boolean {
  const timestamp = Number(headers['x-slack-request-timestamp']);
  const signature = String(headers['x-slack-signature']);
  const signed = { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp };
  return isValidSlackRequest({ signingSecret, body, headers: signed });
}

/** Whether a body is what Slack sends: a form, a form with JSON in `payload`, or JSON, containing an object. */
function holdsObject(body: string, contentType: string | undefined): boolean {
  const isForm = contentType?.startsWith('application/x-www-form-urlencoded') ?? false;
  const json = isForm ? parse(body).payload : body;
  if (isForm && typeof json !== 'string') return true;
  try {
    const payload: unknown = JSON.parse(String(json));
    return typeof payload === 'object' && payload !== null && !Array.isArray(payload);
  } catch {
    return false;
  }
}

/** Closes the connection, which cannot be reused if the rest of a body was not read. */
function refuse(request: IncomingMessage, response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close' }).end(() => request.destroy());
}
