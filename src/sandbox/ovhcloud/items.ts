import { z } from 'zod';
import { cartOf, changeableCartOf } from './carts.ts';
import { assertOffered, offersFor } from './catalog.ts';
import { notFound } from './errors.ts';
import { duration, readBody, readLong } from './input.ts';
import { currencyOf, priceOf, toCents } from './prices.ts';
import type { Call, Route } from './routes.ts';
import type { Configuration, LocalCart, LocalItem, OvhState, Requirements } from './state.ts';

const ITEM = '/order/cart/{cartId}/item/{itemId}';

const ProductCreation = z.strictObject({
  planCode: z.string(),
  duration,
  pricingMode: z.string(),
  quantity: z.int(),
});

const ConfigurationCreation = z.strictObject({ label: z.string(), value: z.string() });

/**
 * What a project can be configured with, and what the checkout insists on. `required` is unreliable in both directions,
 * as OVHcloud's is: an order without `infrastructure` works, one without `description` is refused. `allowedValues` is
 * in no schema but in the answers.
 */
export const REQUIREMENTS: Requirements = {
  listed: [
    { label: 'infrastructure', type: 'String', required: true, fields: null, allowedValues: ['production'] },
    { label: 'description', type: 'String', required: false, fields: null },
    { label: 'voucher', type: 'String', required: false, fields: null },
    { label: 'vrack', type: 'String', required: false, fields: null },
  ],
  mandatory: ['description'],
};

/** The calls on a cart's items and their configurations. */
export const itemRoutes: readonly Route[] = [
  { method: 'POST', template: '/order/cart/{cartId}/cloud', auth: 'none', handler: addProject },
  {
    method: 'GET',
    template: '/order/cart/{cartId}/item',
    auth: 'none',
    handler: (state, call) => cartOf(state, call).items.map((item) => item.itemId),
  },
  {
    method: 'GET',
    template: ITEM,
    auth: 'none',
    handler: getItem,
  },
  {
    method: 'GET',
    template: `${ITEM}/requiredConfiguration`,
    auth: 'none',
    handler: (state, call) => itemOf(cartOf(state, call), call) && state.requirements.listed,
  },
  {
    method: 'GET',
    template: `${ITEM}/configuration`,
    auth: 'none',
    query: ['label'],
    handler: listConfigurations,
  },
  { method: 'POST', template: `${ITEM}/configuration`, auth: 'none', handler: addConfiguration },
  {
    method: 'GET',
    template: `${ITEM}/configuration/{configurationId}`,
    auth: 'none',
    handler: (state, call) => configurationOf(itemOf(cartOf(state, call), call), call),
  },
  {
    method: 'DELETE',
    template: `${ITEM}/configuration/{configurationId}`,
    auth: 'none',
    handler: deleteConfiguration,
  },
];

function addProject(state: OvhState, call: Call) {
  const cart = changeableCartOf(state, call);
  const body = readBody(ProductCreation, call.body);
  assertOffered(offersFor(state, cart.ovhSubsidiary), body);
  const item: LocalItem = { itemId: state.nextId(), ...body, configurations: [] };
  cart.items.push(item);
  return itemAnswer(state, cart, item);
}

function getItem(state: OvhState, call: Call) {
  const cart = cartOf(state, call);
  return itemAnswer(state, cart, itemOf(cart, call));
}

function listConfigurations(state: OvhState, call: Call): number[] {
  const label = call.query.get('label');
  return itemOf(cartOf(state, call), call)
    .configurations.filter((configuration) => label === null || configuration.label === label)
    .map((configuration) => configuration.id);
}

/** Accepts any label and value, even a label twice: OVHcloud checks them only at the checkout. */
function addConfiguration(state: OvhState, call: Call): Configuration {
  const item = itemOf(changeableCartOf(state, call), call);
  const configuration = { id: state.nextId(), ...readBody(ConfigurationCreation, call.body) };
  item.configurations.push(configuration);
  return configuration;
}

function deleteConfiguration(state: OvhState, call: Call): null {
  const item = itemOf(changeableCartOf(state, call), call);
  const { id } = configurationOf(item, call);
  item.configurations = item.configurations.filter((configuration) => configuration.id !== id);
  return null;
}

function itemOf(cart: LocalCart, call: Call): LocalItem {
  const itemId = readLong(call.params, 'itemId');
  const item = cart.items.find((each) => each.itemId === itemId);
  if (!item) throw notFound(`Item ${itemId} does not exist`);
  return item;
}

function configurationOf(item: LocalItem, call: Call): Configuration {
  const id = readLong(call.params, 'configurationId');
  const configuration = item.configurations.find((each) => each.id === id);
  if (!configuration) throw notFound(`Configuration ${id} does not exist`);
  return configuration;
}

function itemAnswer(state: OvhState, cart: LocalCart, item: LocalItem) {
  const currency = currencyOf(cart.ovhSubsidiary).code;
  const price = priceOf(toCents(state.price.withoutTax), currency);
  const month = priceOf(toCents(state.price.monthly), currency);
  const total = priceOf(toCents(state.price.withoutTax + state.price.monthly), currency);
  return {
    cartId: cart.cartId,
    itemId: item.itemId,
    productId: 'cloud',
    offerId: null,
    parentItemId: null,
    options: [],
    duration: item.duration,
    configurations: item.configurations.map((configuration) => configuration.id),
    settings: { planCode: item.planCode, pricingMode: item.pricingMode, quantity: item.quantity },
    prices: [
      { label: 'PRICE', price, promotions: [] },
      { label: 'RENEW', price: month, promotions: [] },
      { label: 'TOTAL', price: total, promotions: [] },
    ],
  };
}
