import type { OvhCall } from './request.ts';

/** Sends one call with credentials that OVHcloud should accept. */
export type Sender = {
  send(call: OvhCall): void;
  /**
   * After a failed call: another sender, if OVHcloud refused the credentials before it looked at the call, and new ones
   * may do. Else null.
   */
  renew(error: unknown): Promise<Sender | null>;
};

/** How requests prove who sends them. */
export type Authentication = {
  /**
   * Readies what the next request needs. `callName` is for the error where that fails: then nothing was sent. Throws
   * OvhUnreachableError or OvhSignInError.
   */
  prepare(callName: string): Promise<Sender>;
  /** What must not be repeated to anyone, as of now. */
  secrets(): string[];
};
