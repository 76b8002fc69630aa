/** How long OVHcloud may take to show the outcome of a checkout, in milliseconds. */
export type CheckoutTiming = {
  /**
   * An open cart is polled for this long, from the first look on, before it is deleted: OVHcloud may show late that it was
   * checked out.
   */
  lookMs: number;
  /** A checkout may take effect until this long after it was sent: no other checkout is sent before then. */
  inFlightMs: number;
  /** An order is linked once it has been the only candidate for this long: OVHcloud lists an order within it. */
  soleCandidateMs: number;
};

/** The app's own timing. */
export const CHECKOUT_TIMING: CheckoutTiming = {
  lookMs: 20_000,
  inFlightMs: 120_000,
  soleCandidateMs: 60_000,
};

/** The longest that a call may take without another checkout having to wait longer. */
const USUAL_TIMEOUT_MS = 30_000;

/** The same where a call may take longer than usual: a checkout is in flight at least until it is given up. */
export function timingFor(timing: CheckoutTiming, timeoutSeconds: number): CheckoutTiming {
  const longerMs = Math.max(0, timeoutSeconds * 1000 - USUAL_TIMEOUT_MS);
  return { ...timing, inFlightMs: timing.inFlightMs + longerMs };
}
