/** How the worker paces itself; times in milliseconds. */
export type WorkerOptions = {
  /** How long a claimed order belongs to this process unless renewed: a killed process's orders resume after that. */
  leaseMs: number;
  /** How often to look for due orders when not nudged. */
  pollMs: number;
  /** How many orders are worked on at the same time. */
  concurrency: number;
  /** How many of these may be background work: the rest is for orders that people wait for. */
  backgroundConcurrency: number;
  /** Maximum number of orders claimed per minute for background work. */
  backgroundPerMinute: number;
  /** How long a new order's requester waits in the modal for its first message. */
  firstMessageMs: number;
  /** A store that has not answered for this long is considered lost. */
  storeFatalAfterMs: number;
  checkout: CheckoutTiming;
};

/** How long OVHcloud may take to show the outcome of a checkout; times in milliseconds. */
export type CheckoutTiming = {
  /** An open cart is looked at for this long before it is deleted: that it was checked out may show late. */
  lookMs: number;
  /** After this nothing that was sent can land any more: no other checkout is sent before. */
  inFlightMs: number;
  /** An order is linked once it has been the only candidate for this long: within it, an order is listed. */
  soleCandidateMs: number;
};

/** How the app paces its worker. */
export const DEFAULT_TIMING: WorkerOptions = {
  leaseMs: 5_000,
  pollMs: 1_000,
  concurrency: 16,
  backgroundConcurrency: 4,
  backgroundPerMinute: 60,
  firstMessageMs: 1_500,
  storeFatalAfterMs: 600_000,
  checkout: { lookMs: 20_000, inFlightMs: 120_000, soleCandidateMs: 60_000 },
};
