import type { Failure } from '../orders/failure.ts';

/** The cart cannot become an order as it is. */
export class OrderBlockedError extends Error {
  override readonly name = 'OrderBlockedError';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(`The cart cannot become an order: ${failure.kind}`);
    this.failure = failure;
  }
}

/**
 * The outcome of a checkout cannot be known yet: poll again, within `pollInMs` if given. `failure` is what to report if
 * this lasts.
 */
export class CheckoutUnresolvedError extends Error {
  override readonly name = 'CheckoutUnresolvedError';
  readonly failure: Failure;
  readonly pollInMs: number | null;

  constructor(
    message: string,
    { failure, pollInMs }: { failure?: Failure; pollInMs?: number | undefined } = {},
  ) {
    super(message);
    this.failure = failure ?? { kind: 'ovh_unavailable' };
    this.pollInMs = pollInMs ?? null;
  }
}

/** It cannot be known yet whether a voucher was added to a project: the worker looks again. */
export class VoucherUnresolvedError extends Error {
  override readonly name = 'VoucherUnresolvedError';
}

/** A checkout had no effect: it may be sent again, after `waitMs`. */
export class CheckoutNotPlacedError extends Error {
  override readonly name = 'CheckoutNotPlacedError';
  readonly waitMs: number;

  constructor(why: string, waitMs = 0) {
    super(why);
    this.waitMs = waitMs;
  }
}

/** The cart that was just built contains something other than what was put into it: build another one. */
export class CartDamagedError extends Error {
  override readonly name = 'CartDamagedError';
}
