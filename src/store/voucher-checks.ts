import { HOUR_MS, type Time } from '../orders/time.ts';
import type { Database } from './database.ts';

/**
 * Maximum number of vouchers a person may try per hour: OVHcloud locks the account, which all share, after too many
 * wrong ones.
 */
const VOUCHERS_PER_HOUR = 10;

/** One of the voucher checks that a person has within an hour. */
export type VoucherCheck = { person: string; place: number };

/**
 * Records, for all replicas, that a voucher is checked for a person. Null if they have reached the limit: then it must not
 * be checked. Throws the database's error.
 */
export async function startVoucherCheck(
  db: Database,
  person: string,
  now: Time,
): Promise<VoucherCheck | null> {
  await db
    .deleteFrom('voucher_checks')
    .where('at', '<=', now - HOUR_MS)
    .execute();
  for (let place = 1; place <= VOUCHERS_PER_HOUR; place += 1) {
    const { numInsertedOrUpdatedRows: written } = await db
      .insertInto('voucher_checks')
      .values({ person, place, at: now })
      .onConflict((conflict) => conflict.columns(['person', 'place']).doNothing())
      .executeTakeFirstOrThrow();
    if (written) return { person, place };
  }
  return null;
}

/** Uncounts a check: OVHcloud accepted the voucher, or was not asked. */
export async function forgetVoucherCheck(db: Database, { person, place }: VoucherCheck): Promise<void> {
  await db.deleteFrom('voucher_checks').where('person', '=', person).where('place', '=', place).execute();
}

/** Uncounts the last check of a person that began at `at` or before: OVHcloud accepted that voucher later. */
export async function forgetLastVoucherCheck(db: Database, person: string, at: Time): Promise<void> {
  const last = await db
    .selectFrom('voucher_checks')
    .select('place')
    .where('person', '=', person)
    .where('at', '<=', at)
    .orderBy('at', 'desc')
    .executeTakeFirst();
  if (last) await forgetVoucherCheck(db, { person, place: last.place });
}
