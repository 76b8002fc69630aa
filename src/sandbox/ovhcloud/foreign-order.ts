import { DURATION, PRICING_MODE } from './catalog.ts';
import { costsOf } from './costing.ts';
import { DAY, later } from './dates.ts';
import { traitsOf } from './flavours.ts';
import { placeOrder } from './orders.ts';
import type { LocalOrder, World } from './world.ts';

/** An order of a project that a human places in the control panel of the same account; it is not paid. */
export function placeForeignOrder(world: World, description: string): LocalOrder {
  const configurations = [{ id: world.nextId(), label: 'description', value: description }];
  const item = {
    itemId: world.nextId(),
    planCode: traitsOf(world.flavour).planCode,
    duration: DURATION,
    pricingMode: PRICING_MODE,
    quantity: 1,
    configurations,
  };
  const cart = {
    cartId: '',
    ovhSubsidiary: world.subsidiary,
    description: '',
    expire: later(world.now(), DAY),
    assigned: true,
    signed: true,
    readOnly: true,
    checkedOutAt: null,
    items: [item],
    orderId: null,
  };
  const choices = { autoPayWithPreferredPaymentMethod: false, waiveRetractationPeriod: false };
  return placeOrder(world, { ...costsOf(world, cart), ...choices, cartId: null });
}
