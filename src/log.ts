import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger };

/** The app's log: one JSON line an event to `to` (standard output), without secrets. */
export function createLog(level: string, to: DestinationStream = pino.destination(1)): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: errorInLog },
    // A second fence: nothing of this kind is written on purpose.
    redact: {
      paths: ['token', 'url', 'voucher', '*.token', '*.url', '*.voucher', '*.authorization', '*.body'],
      censor: '[cut out]',
    },
  };
  return pino(options, to);
}

/**
 * An error as the log shows it: what, where, and the codes of what was behind it. What errors carry along (requests,
 * answers, the words of another service) may hold secrets, and stays out.
 */
function errorInLog(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const quotes = 'apiMessage' in error && error.apiMessage !== null;
  const said = quotes && 'call' in error ? `OVHcloud did not take ${error.call}` : error.message;
  const at = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return { type: error.name, message: said, at: at.map((line) => line.trim()), behind: behind(error.cause) };
}

/** The names and codes of an error's causes, such as `FetchError ECONNREFUSED`; no messages: they quote. */
function behind(cause: unknown): string[] {
  if (!(cause instanceof Error)) return [];
  const code = 'code' in cause ? ` ${String(cause.code)}` : '';
  return [`${cause.name}${code}`, ...behind(cause.cause)];
}
