import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import { isValidSlackRequest } from '@slack/bolt';
import { markReceived } from './request-tracing.ts';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** Slack's own payloads are far smaller. */
const MAX_BYTES = 1_048_576;

/**
 * Stands before Bolt's listener for HTTP: refuses a body that is too long (413, not read to its end), that Slack has not
 * signed (401), or that holds no object (400): Bolt would stumble over that.
 */
export function guardHttpPayloads(listener: Listener, signingSecret: string): Listener {
  return (incoming, response) => {
    const request = markReceived(incoming);
    readBody(request).then(
      (body) => {
        if (body === null) refuse(request, response, 413);
        else if (!isSigned(request, body.toString(), signingSecret)) refuse(request, response, 401);
        else if (!holdsObject(body.toString(), request.headers['content-type']))
          refuse(request, response, 400);
        else listener(Object.assign(request, { rawBody: body }), response);
      },
      () => response.destroy(),
    );
  };
}

/** The whole body, or null as soon as it is too long. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers['content-length']) > MAX_BYTES) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAX_BYTES) return null;
  }
  return Buffer.concat(chunks);
}

function isSigned({ headers }: IncomingMessage, body: string, signingSecret: string): boolean {
  const timestamp = Number(headers['x-slack-request-timestamp']);
  const signature = String(headers['x-slack-signature']);
  const signed = { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp };
  return Number.isFinite(timestamp) && isValidSlackRequest({ signingSecret, body, headers: signed });
}

/** Whether a body is what Slack sends: a form, JSON in a form's `payload`, or JSON, and an object in the end. */
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

/** The connection is of no more use where the rest of a body has not been read. */
function refuse(request: IncomingMessage, response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close' }).end(() => request.destroy());
}
