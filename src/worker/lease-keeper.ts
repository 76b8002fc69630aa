import type { Logger } from '../observability/log.ts';
import type { Database } from '../store/database.ts';
import { releaseLease, renewLeases } from '../store/leases.ts';
import type { Lease } from '../store/orders.ts';

/** Holds the leases of the orders that this process works on. */
export type LeaseKeeper = {
  /** Releases an order, so that any process may claim it. */
  release: (id: string) => Promise<void>;
  /** From now on no lease is renewed. */
  stop: () => void;
};

/** Renews the leases of the orders in `inFlightIds` in good time; `now` is in ms since 1970. */
export function startLeaseKeeper({
  db,
  log,
  now,
  lease,
  inFlightIds,
}: {
  db: Database;
  log: Logger;
  now: () => number;
  lease: Lease;
  inFlightIds: () => string[];
}): LeaseKeeper {
  const timer = setInterval(() => {
    renewLeases(db, lease, { ids: inFlightIds(), now: now() }).catch((error: unknown) => {
      log.error({ err: error }, 'failed to renew leases');
    });
  }, lease.forMs / 3);
  return {
    release: (id) => releaseLease(db, id, lease.owner),
    stop: () => clearInterval(timer),
  };
}
