import { CHECKOUT_TIMING, type CheckoutTiming } from './checkout-timing.ts';

/** How the worker is paced; times in milliseconds. */
export type WorkerOptions = {
  /** How long a lease lasts unless renewed: the orders of a killed process resume after that. */
  leaseMs: number;
  /** How often to look for due orders when not nudged. */
  pollMs: number;
  /** How many orders are worked on at the same time. */
  concurrency: number;
  /** How many of these may be background work; the rest is reserved for orders that people wait for. */
  backgroundConcurrency: number;
  /** Maximum number of orders claimed per minute for background work. */
  backgroundPerMinute: number;
  /** How long a new order's requester waits in the modal for its first message. */
  firstMessageMs: number;
  /** A store that has not answered for this long is considered lost. */
  storeFatalAfterMs: number;
  checkout: CheckoutTiming;
};

/** The app's own pacing. */
export const DEFAULT_TIMING: WorkerOptions = {
  leaseMs: 5_000,
  pollMs: 1_000,
  concurrency: 16,
  backgroundConcurrency: 4,
  backgroundPerMinute: 60,
  firstMessageMs: 1_500,
  storeFatalAfterMs: 600_000,
  checkout: CHECKOUT_TIMING,
};
