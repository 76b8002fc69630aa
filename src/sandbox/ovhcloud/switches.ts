import type { FaultScript } from './faults.ts';
import { currencyOf } from './prices.ts';
import type { OvhState } from './state.ts';

/** What people can switch on here to see how the app handles it. */
export type Switches = {
  /** What a project costs, in words. */
  price: () => string;
  /** Makes projects dearer from now on. */
  changePrice: () => void;
  /** Does the next checkout, and never answers it. */
  loseNextAnswer: () => void;
  /** Answers nothing for so long. */
  beAway: (ms: number) => void;
  /** For how much longer nothing is answered, in ms. */
  awayFor: () => number;
};

/** The switches of a local OVHcloud, all off. */
export function createSwitches(state: OvhState, faults: FaultScript): Switches {
  let awayUntil = 0;
  return {
    price: () => `${state.price.withoutTax.toFixed(2)} ${currencyOf(state.subsidiary).code}`,
    changePrice() {
      state.price = { ...state.price, withoutTax: state.price.withoutTax + 5 };
    },
    loseNextAnswer() {
      faults.add({ method: 'POST', path: '/order/cart/{cartId}/checkout', kind: 'lose-answer' });
    },
    beAway(ms) {
      awayUntil = Date.now() + ms;
    },
    awayFor: () => Math.max(0, awayUntil - Date.now()),
  };
}
