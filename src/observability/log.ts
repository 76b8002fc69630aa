import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger };

/** Fields added to every log line of one request or step. */
type LogContext = { correlation?: string; order?: string };

const context = new AsyncLocalStorage<LogContext>();

/** Runs `work`, such as a request or a step, with a new correlation ID, which all its log lines have. */
export function withCorrelationId<T>(about: { order?: string }, work: () => T): T {
  return context.run({ correlation: randomUUID(), ...about }, work);
}

/** Runs `work` with the ID of its order in all its log lines, and the caller's correlation ID. */
export function withOrderId<T>(order: string, work: () => T): T {
  return context.run({ ...context.getStore(), order }, work);
}

/** Runs `work` without the caller's correlation ID. */
export function detached<T>(work: () => T): T {
  return context.run({}, work);
}

/** The app's log: one JSON line per event to `to` (standard output), without secrets. */
export function createLog(level: string, to: DestinationStream = pino.destination(1)): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: errorInLog },
    mixin: () => ({ ...context.getStore() }),
    // Defence in depth: none of these is ever logged on purpose.
    redact: {
      paths: ['token', 'url', 'voucher', '*.token', '*.url', '*.voucher', '*.authorization', '*.body'],
      censor: '[redacted]',
    },
  };
  return pino(options, to);
}

/**
 * Where the log goes: JSON lines on standard output; at a terminal, readable lines if the package pino-pretty is installed.
 * Writes are synchronous, so that no line is lost at an exit.
 */
export async function logDestination(isTerminal: boolean): Promise<DestinationStream> {
  const output = pino.destination({ fd: 1, sync: true });
  const pretty = isTerminal ? await import('pino-pretty').catch(() => null) : null;
  if (!pretty) return output;
  const readable = pretty.prettyFactory({ colorize: true, translateTime: 'SYS:HH:MM:ss', singleLine: true });
  return { write: (line) => output.write(readable(line)) };
}

/**
 * An error in the log: its message, its stack, and the codes of its causes. Other properties (requests, answers, messages of
 * other services) may contain secrets, and are left out.
 */
function errorInLog(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const quotes = 'apiMessage' in error && error.apiMessage !== null;
  const said = quotes && 'call' in error ? `OVHcloud did not take ${error.call}` : error.message;
  const stack = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return {
    type: error.name,
    message: said,
    stack: stack.map((line) => line.trim()),
    causes: causes(error.cause),
  };
}

/** The names and codes of an error's causes, such as `FetchError ECONNREFUSED`; no messages: they quote. */
function causes(cause: unknown): string[] {
  if (!(cause instanceof Error)) return [];
  const code = 'code' in cause ? ` ${String(cause.code)}` : '';
  return [`${cause.name}${code}`, ...causes(cause.cause)];
}
