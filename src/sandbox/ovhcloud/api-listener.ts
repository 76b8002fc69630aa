import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathIn, perform, templateOf } from './api.ts';
import type { FaultKind, FaultSource } from './faults.ts';
import { newQueryId, readText, respond } from './respond.ts';
import type { ApiRequest } from './routes.ts';
import type { OvhState } from './state.ts';

/** One API call that came in, for tests to look at. Holds secrets (vouchers, payment links): never log it. */
export type RecordedCall = {
  method: string;
  /** Without base path and query. */
  path: string;
  /** Such as `/order/cart/{cartId}`; undefined for a call that does not exist. */
  template: string | undefined;
  query: Record<string, string>;
  /** Parsed JSON, or the text that is none; undefined for no body. */
  body: unknown;
  at: Date;
  /** When it had come in whole and when it was answered, in ms of performance.now(); `to` is null until then. */
  from: number;
  to: number | null;
  queryId: string;
  fault: FaultKind['kind'] | undefined;
  /** The answer: null until then, and forever if no complete answer was sent. */
  status: number | null;
  answer: unknown;
};

/** Answers API requests one by one and writes each down in `calls`. */
export function createApiListener(
  state: OvhState,
  options: {
    faults: FaultSource;
    calls: RecordedCall[];
    latencyMs: number;
    log: (line: string) => void;
  },
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { faults, calls, latencyMs, log } = options;
  return async (incoming, response) => {
    const request = await readRequest(incoming);
    if (!request) return;
    const hit = faults.trigger(request.method, request.path);
    const call = recordOf(state, request, hit?.fault.kind);
    calls.push(call);

    if (latencyMs > 0) await sleep(latencyMs, undefined, { ref: false });
    const sent = await respond(response, {
      queryId: call.queryId,
      hit,
      perform: () => perform(state, request),
      performDespiteDeletion: despiteDeletion(state, request),
    });
    call.status = sent?.status ?? null;
    call.answer = sent?.body;
    call.to = performance.now();
    log(`${call.method} ${call.path} ${call.status ?? 'no answer'}${call.fault ? ` (${call.fault})` : ''}`);
  };
}

/** Does a call on a cart as if the cart were still there: OVHcloud had begun before it was deleted. */
function despiteDeletion(state: OvhState, request: ApiRequest): () => void {
  const cartId = /^\/order\/cart\/([^/]+)/.exec(request.path)?.[1] ?? '';
  const cart = state.carts.get(cartId);
  return () => {
    const isDeleted = cart !== undefined && !state.carts.has(cartId);
    if (isDeleted) state.carts.set(cartId, cart);
    perform(state, request);
    if (isDeleted) state.carts.delete(cartId);
  };
}

/** The request with its whole body, or null when the caller went away meanwhile. */
async function readRequest(incoming: IncomingMessage): Promise<ApiRequest | null> {
  const target = incoming.url ?? '/';
  const path = pathIn(target);
  try {
    const body = await readText(incoming);
    return { method: incoming.method ?? 'GET', path, target, headers: incoming.headers, body };
  } catch {
    return null;
  }
}

function recordOf(state: OvhState, request: ApiRequest, fault: RecordedCall['fault']): RecordedCall {
  return {
    method: request.method,
    path: request.path,
    template: templateOf(state, request),
    query: Object.fromEntries(new URLSearchParams(request.target.split('?')[1] ?? '')),
    body: readJson(request.body),
    at: state.now(),
    from: performance.now(),
    to: null,
    queryId: newQueryId(),
    fault,
    status: null,
    answer: undefined,
  };
}

function readJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
