import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { OvhConnectionLostError, OvhTimeoutError, OvhUnreachableError, type ResponseMeta } from './errors.ts';

/** An answer as it came over the wire. */
export type RawResponse = ResponseMeta & { text: string };

/**
 * Sends one request (`send`, which may leave that to the `ovh` package), and reads the answer itself: the package drops
 * status and headers, corrupts multi-byte characters across chunks, and hangs on truncated answers.
 * Throws OvhTimeoutError, OvhConnectionLostError or OvhUnreachableError; the request is really ended at its deadline.
 */
export function roundTrip(
  call: string,
  { timeoutSeconds, send }: { timeoutSeconds: number; send: () => void },
): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    const request = requestMadeBy(send);
    let connected = false;

    const deadline = setTimeout(() => {
      if (connected) reject(new OvhTimeoutError(call, timeoutSeconds));
      else fail(new Error(`no connection within ${timeoutSeconds} s`));
      request.destroy();
    }, timeoutSeconds * 1000);

    const fail = (cause: Error) => {
      clearTimeout(deadline);
      reject(
        connected
          ? new OvhConnectionLostError(call, cause)
          : new OvhUnreachableError(call, { why: cause.message, cause }),
      );
    };

    const noteConnected = () => {
      connected = true;
    };

    request.on('error', fail);
    request.on('socket', (socket) => {
      // On a new socket nothing leaves before the certificate is trusted; a kept-alive one is past that.
      if (socket.connecting) socket.once('secureConnect', noteConnected);
      else noteConnected();
    });
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('error', fail);
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        clearTimeout(deadline);
        resolve({ ...headOf(response), text: Buffer.concat(chunks).toString('utf8') });
      });
    });
  });
}

const REQUEST_CREATED = 'http.client.request.created';

/** The request that `send` creates. Node.js reports it synchronously, so concurrent calls cannot mix. */
function requestMadeBy(send: () => void): ClientRequest {
  const made: ClientRequest[] = [];
  const notice = (message: unknown) => made.push((message as { request: ClientRequest }).request);
  subscribe(REQUEST_CREATED, notice);
  try {
    send();
  } finally {
    unsubscribe(REQUEST_CREATED, notice);
  }
  const [request] = made;
  if (!request) throw new Error('no request was made');
  return request;
}

function headOf(response: IncomingMessage): ResponseMeta {
  const { 'x-ovh-queryid': queryId, 'retry-after': retryAfter } = response.headers;
  return {
    status: response.statusCode ?? 0,
    queryId: typeof queryId === 'string' ? queryId : null,
    retryAfter: retryAfter === undefined ? null : millisecondsOf(retryAfter),
  };
}

/** Retry-After in milliseconds from now: it comes in seconds or as a date (RFC 9110). */
function millisecondsOf(retryAfter: string): number | null {
  const seconds = Number(retryAfter);
  const wait = Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1000;
  return Number.isNaN(wait) ? null : Math.max(0, Math.ceil(wait));
}
