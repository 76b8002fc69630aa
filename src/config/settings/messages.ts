import { z } from 'zod';
import type { SettingRow } from '../setting.ts';
import * as check from '../validators.ts';

/** Who reads what, in which language, and what is logged. */
export const messagesSettings = {
  CHECKOUT_URL_TO: {
    meaning:
      'Who gets the payment link: channel (in the thread, also sent to the channel) or requester (a direct message).',
    default: 'channel',
    expected: 'channel or requester',
    check: z.enum(['channel', 'requester']),
  },
  LOCALE: {
    meaning: "The language of shared messages. What only one person sees is in that person's Slack language.",
    default: 'en',
    expected: 'en, fr, it, de or es, with a region if you like, e.g. fr-CA',
    check: check.locale(['en', 'fr', 'it', 'de', 'es']),
  },
  LOG_LEVEL: {
    meaning: 'How much is logged.',
    default: 'info',
    expected: 'fatal, error, warn, info, debug, trace or silent',
    check: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  },
} satisfies Record<string, SettingRow>;
