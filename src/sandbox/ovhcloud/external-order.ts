import { DURATION, PRICING_MODE } from './catalog.ts';
import { costsOf } from './costing.ts';
import { addSeconds, DAY } from './dates.ts';
import { placeOrder } from './orders.ts';
import { regionProfile } from './regions.ts';
import type { LocalOrder, OvhState } from './state.ts';

/** An order of a project that a human places in the control panel of the same account; it is not paid. */
export function placeExternalOrder(state: OvhState, description: string): LocalOrder {
  const configurations = [{ id: state.nextId(), label: 'description', value: description }];
  const item = {
    itemId: state.nextId(),
    planCode: regionProfile(state.region).planCode,
    duration: DURATION,
    pricingMode: PRICING_MODE,
    quantity: 1,
    configurations,
  };
  const cart = {
    cartId: '',
    ovhSubsidiary: state.subsidiary,
    description: '',
    expire: addSeconds(state.now(), DAY),
    assigned: true,
    signed: true,
    readOnly: true,
    checkedOutAt: null,
    items: [item],
    orderId: null,
  };
  const choices = { autoPayWithPreferredPaymentMethod: false, waiveRetractationPeriod: false };
  return placeOrder(state, { ...costsOf(state, cart), ...choices, cartId: null });
}
