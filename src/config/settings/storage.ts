import type { SettingRow } from '../setting.ts';
import * as check from '../validators.ts';

/** Where orders are stored, and how long their secrets are kept. */
export const storageSettings = {
  DATABASE_URL: {
    meaning:
      'Where orders are stored: an SQLite file (created if needed), or a PostgreSQL database that replicas share.',
    default: 'sqlite:data/order-cloud.db',
    secret: true,
    expected: 'sqlite:PATH or postgres://USER:PASSWORD@HOST/DATABASE, e.g. sqlite:data/order-cloud.db',
    check: check.databaseUrl,
  },
  RETAIN_SECRETS_DAYS: {
    meaning: 'How many days after an order ends its voucher and payment link are kept.',
    default: '30',
    expected: 'days, above 0 and at most 3650, e.g. 30',
    check: check.positiveNumber(3650),
  },
} satisfies Record<string, SettingRow>;
