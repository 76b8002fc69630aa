import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultHit } from './faults.ts';
import type { ApiAnswer } from './routes.ts';

const HTML_502 =
  '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n';
const INTERNAL_ERROR = { class: 'Server::InternalServerError', message: 'Internal Server Error' };

/** The whole body of a request as text. */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** The name of one answer for OVHcloud's support, in the form of X-OVH-QUERYID. */
export function newQueryId(): string {
  const hex = (bytes: number) => randomBytes(bytes).toString('hex');
  return `EU.local-1.${hex(4)}.${hex(3)}.${hex(16)}`;
}

/**
 * Does a call and answers it, with its fault. Returns the answer that was sent,
 * or null where no whole one went out.
 */
export async function respond(
  response: ServerResponse,
  call: {
    queryId: string;
    perform: () => ApiAnswer;
    performDespiteDeletion: () => void;
    hit: FaultHit | null;
  },
): Promise<ApiAnswer | null> {
  const { queryId, perform, performDespiteDeletion, hit } = call;
  const send = (sent: ApiAnswer) => {
    const { status, body } = sent;
    const text = JSON.stringify(body);
    response.writeHead(status, jsonHeaders(queryId, text)).end(text);
    return sent;
  };
  const sendPage = (status: number, page: string) => {
    response.writeHead(status, { 'Content-Type': 'text/html', 'X-OVH-QUERYID': queryId }).end(page);
    return { status, body: page };
  };
  const fault = hit?.fault;
  switch (fault?.kind) {
    case undefined:
      return send(perform());
    case 'delay':
      await sleep(fault.ms, undefined, { ref: false });
      return send(perform());
    case 'change-answer': {
      const { status, body } = perform();
      return send({ status, body: fault.change(body as Record<string, unknown>) });
    }
    case 'wait':
      await fault.until;
      return send(perform());
    case 'twice':
      perform();
      return send(perform());
    case 'refuse':
      if (fault.effect) perform();
      return typeof fault.body === 'string'
        ? sendPage(fault.status, fault.body)
        : send({ status: fault.status, body: fault.body });
    case 'server-error':
      if (fault.effect) perform();
      return send({ status: 500, body: INTERNAL_ERROR });
    case 'html-502':
      return sendPage(502, HTML_502);
    case 'cut-body':
      sendHalf(response, { queryId, whole: perform(), ending: fault.ending ?? 'destroy' });
      return null;
    case 'hang':
      return null;
    case 'reset-before':
      response.destroy();
      return null;
    case 'lose-answer':
      perform();
      response.destroy();
      return null;
    case 'late':
      hit?.hold(fault.despiteDeletion ? performDespiteDeletion : perform);
      if (fault.answer) return send({ status: fault.answer, body: { message: 'Gateway Time-out' } });
      response.destroy();
      return null;
  }
}

function sendHalf(
  response: ServerResponse,
  { queryId, whole, ending }: { queryId: string; whole: ApiAnswer; ending: 'destroy' | 'hang' },
): void {
  const text = JSON.stringify(whole.body);
  response.writeHead(whole.status, jsonHeaders(queryId, text));
  response.write(text.slice(0, Math.ceil(text.length / 2)), () => {
    if (ending === 'destroy') response.destroy();
  });
}

function jsonHeaders(queryId: string, text: string) {
  return {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'X-OVH-QUERYID': queryId,
  };
}
