/** How long OVHcloud may take to show the outcome of a checkout; times in milliseconds. */
export type CheckoutTiming = {
  /** An open cart is looked at for this long before it is deleted: that it was checked out may show late. */
  lookMs: number;
  /** A checkout may take effect until this long after it was sent: no other checkout is sent before then. */
  inFlightMs: number;
  /** An order is linked once it has been the only candidate for this long: within it, an order is listed. */
  soleCandidateMs: number;
};

/** How long the app waits for OVHcloud. */
export const CHECKOUT_TIMING: CheckoutTiming = {
  lookMs: 20_000,
  inFlightMs: 120_000,
  soleCandidateMs: 60_000,
};
