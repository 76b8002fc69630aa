import type { FailureCause } from '../../orders/failure.ts';

/** The cart cannot become an order as it is. */
export class CannotOrder extends Error {
  override readonly name = 'CannotOrder';
  readonly failure: FailureCause;

  constructor(failure: FailureCause) {
    super(`The cart cannot become an order: ${failure.kind}`);
    this.failure = failure;
  }
}

/** It cannot be known yet what became of a checkout: the worker looks again later. */
export class StillUnclear extends Error {
  override readonly name = 'StillUnclear';
}

/** A checkout went astray without an effect: it may be done anew, after a pause. */
export class CheckoutLost extends Error {
  override readonly name = 'CheckoutLost';
}
