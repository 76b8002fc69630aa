import { type Logger, pino } from 'pino';

export type { Logger };

/** The app's log: one JSON line an event, secrets cut out wherever they would stand. */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'token',
        'url',
        'voucher',
        '*.token',
        '*.url',
        '*.voucher',
        '*.authorization',
        'err.cause',
        '*.body',
      ],
      censor: '[cut out]',
    },
  });
}
