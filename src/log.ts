import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger };

/** The app's log: one JSON line an event to `to` (standard output), secrets cut out wherever they would stand. */
export function createLog(level: string, to: DestinationStream = pino.destination(1)): Logger {
  const options = {
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
  };
  return pino(options, to);
}
