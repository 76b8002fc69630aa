import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import type { Faults } from './faults.ts';
import type { TokenKind } from './method.ts';
import { callMethod } from './methods.ts';
import { answerInteraction } from './response-urls.ts';
import { type Call, SlackRefusalError, type State } from './state.ts';

/** The tokens that the fake takes; a revoked bot token is refused with `token_revoked`. */
export type Tokens = { bot: string; app: string; isRevoked: boolean };

type Args = Record<string, unknown>;
type Answer = Record<string, unknown>;

const JSON_FIELDS = ['blocks', 'view', 'message', 'metadata', 'attachments'];

/** Answers `/api/METHOD` and `/response/ID`; everything else is a 404. */
export async function handleRequest(
  state: State,
  faults: Faults,
  tokens: Tokens,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [, area, name = ''] = new URL(request.url ?? '/', 'http://fake').pathname.split('/');
  const args = parse(await text(request), request.headers['content-type']);
  if (area === 'response') {
    await withFaults(state, faults, 'response_url', args, response, () =>
      answerInteraction(state, name, args),
    );
    return;
  }
  if (area !== 'api') {
    response.writeHead(404).end();
    return;
  }
  const { token = request.headers.authorization?.replace(/^Bearer\s*/, ''), ...rest } = args;
  await withFaults(state, faults, name, rest, response, () => {
    if (token === undefined || token === '') return callMethod(state, name, rest, 'none');
    return callMethod(state, name, rest, kindOf(String(token), tokens));
  });
}

/** Carries a call out as the faults allow, writes it down, and tells those who wait. */
async function withFaults(
  state: State,
  faults: Faults,
  method: string,
  args: Args,
  response: ServerResponse,
  carryOut: () => Answer,
): Promise<void> {
  const call: Call = { method, args, answer: undefined, from: performance.now(), to: null };
  state.calls.push(call);
  state.changed();
  const fault = faults.take(method, args);
  if (state.latencyMs > 0) await delay(state.latencyMs, undefined, { signal: state.closing.signal });
  if (fault?.kind === 'hang') return;
  if (fault?.kind === 'delay') await delay(fault.ms, undefined, { signal: state.closing.signal });
  if (fault?.kind === 'wait') await fault.until;
  if (fault?.kind === 'status') {
    call.answer = { status: fault.status };
    const retry = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
    response.writeHead(fault.status, { 'content-type': 'text/html', ...retry }).end('<html>Sorry!</html>');
  } else {
    const answer = fault?.kind === 'error' ? { ok: false, error: fault.error } : outcome(carryOut);
    call.answer = answer;
    if (fault?.kind === 'lose-answer') response.destroy();
    else send(state, method, answer, response);
  }
  call.to = performance.now();
  state.changed();
}

function outcome(carryOut: () => Answer): Answer {
  try {
    return { ok: true, ...carryOut() };
  } catch (error) {
    if (!(error instanceof SlackRefusalError)) throw error;
    return { ok: false, error: error.error, ...error.more };
  }
}

function send({ workspace }: State, method: string, answer: Answer, response: ServerResponse): void {
  // The Web API says no with a 200; a response_url says it with a 404, which is what makes respond() throw.
  const status = method === 'response_url' && answer.ok === false ? 404 : 200;
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'x-oauth-scopes': [...workspace.scopes].join(','),
    'x-slack-req-id': randomUUID().replaceAll('-', ''),
  };
  response.writeHead(status, headers).end(JSON.stringify(answer));
}

function kindOf(token: string, tokens: Tokens): TokenKind {
  if (token === tokens.bot && tokens.isRevoked) throw new SlackRefusalError('token_revoked');
  if (token === tokens.bot) return 'bot';
  if (token === tokens.app) return 'app';
  throw new SlackRefusalError('invalid_auth');
}

/** Arguments come as a form, with JSON in some fields, or as JSON. */
function parse(body: string, contentType = ''): Args {
  if (contentType.startsWith('application/json')) return JSON.parse(body || '{}') as Args;
  const fields = [...new URLSearchParams(body)].map(([name, value]) => [name, decode(name, value)]);
  return Object.fromEntries(fields) as Args;
}

function decode(name: string, value: string): unknown {
  if (value === 'true' || value === 'false') return name === 'text' ? value : value === 'true';
  if (!JSON_FIELDS.includes(name)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
