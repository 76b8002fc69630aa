import type { Time } from '../orders/time.ts';
import type { Database } from './database.ts';

const HOUR_MS = 3_600_000;
/** OVHcloud locks an account that asks for too many wrong vouchers, and that is everybody's: so many a person has in an hour. */
const VOUCHERS_PER_HOUR = 10;

/** A voucher that is about to be looked up for a person: one of so many within an hour. */
export type VoucherCheck = { person: string; place: number };

/**
 * Notes, for all replicas, that a voucher is looked up for a person. Null where they have had as many within the hour: then
 * it must not be. Throws what the database answered.
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

/** Takes a check back: OVHcloud accepted the voucher, or was not asked. */
export async function forgetVoucherCheck(db: Database, { person, place }: VoucherCheck): Promise<void> {
  await db.deleteFrom('voucher_checks').where('person', '=', person).where('place', '=', place).execute();
}

/** Takes back the last check of a person that began at `at` or before: OVHcloud accepted that voucher later on. */
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
