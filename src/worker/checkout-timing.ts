/** How long OVHcloud may take to show the outcome of a checkout, in milliseconds. */
export type CheckoutTiming = {
  /** An open cart is polled for this long before it is deleted: OVHcloud may show late that it was checked out. */
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
