import type { OvhCall } from './request.ts';

/** Sends one call with credentials that OVHcloud should accept. */
export type Sender = {
  send(call: OvhCall): void;
  /**
   * After a failed call: another sender, if OVHcloud rejected the credentials before processing the call, and new ones may
   * work. Else null.
   */
  renew(error: unknown): Promise<Sender | null>;
};

/** How requests prove who sends them. */
export type Authentication = {
  /**
   * Prepares what the next request needs. `callName` is for the error if that fails: then nothing was sent. Throws
   * OvhUnreachableError or OvhSignInError.
   */
  prepare(callName: string): Promise<Sender>;
  /** The current secrets, which are redacted from OVHcloud's messages. */
  secrets(): string[];
};
