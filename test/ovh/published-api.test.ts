import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actionsNeeded, OPTIONAL_ACTIONS } from '../../src/config/iam.ts';
import { regionOf } from '../../src/config/regions.ts';
import * as account from '../../src/ovh/account.ts';
import * as auth from '../../src/ovh/auth.ts';
import * as cart from '../../src/ovh/cart.ts';
import * as checkout from '../../src/ovh/checkout.ts';
import type { OvhClient } from '../../src/ovh/client.ts';
import * as credits from '../../src/ovh/credits.ts';
import * as iam from '../../src/ovh/iam.ts';
import * as orders from '../../src/ovh/orders.ts';
import * as projects from '../../src/ovh/projects.ts';
import * as usage from '../../src/ovh/usage.ts';
import { answer, connectTo, type Reply, startOvhcloud } from './ovhcloud-server.ts';
import { exampleOf, faultsOf, findOperation, isAtHand, type Variant } from './published-api.ts';

const date = new Date('2026-11-23T10:00:00Z');
const project = { planCode: 'project.2018', duration: 'P1M', pricingMode: 'default', quantity: 1 };

type Step = (ovh: OvhClient) => Promise<unknown>;
type StepsOf<Module> = Record<keyof Module, Step>;

/** Every step there is: a new one without a line here is a type error. */
const steps: StepsOf<typeof account> &
  StepsOf<typeof cart> &
  StepsOf<typeof checkout> &
  // Operations are ovh-us's: no schema of them is published.
  Omit<StepsOf<typeof orders>, 'listOrderOperations' | 'getOrderOperation'> &
  Omit<StepsOf<typeof projects>, 'projectIdIn'> &
  Pick<StepsOf<typeof auth>, 'getCredential' | 'getAuthDetails'> &
  Pick<StepsOf<typeof credits>, 'addCredit' | 'listCredits' | 'getCredit'> &
  Omit<StepsOf<typeof usage>, 'CURRENT_USAGE'> &
  StepsOf<typeof iam> = {
  getAccount: (ovh) => account.getAccount(ovh),
  listPreferredPaymentMethods: (ovh) => account.listPreferredPaymentMethods(ovh),
  listValidPreferredPaymentMethods: (ovh) => account.listValidPreferredPaymentMethods(ovh),
  getEligibility: (ovh) => account.getEligibility(ovh, 'CREDIT5'),
  createCart: (ovh) => cart.createCart(ovh, { subsidiary: 'FR', description: 'order 1', expire: date }),
  assignCart: (ovh) => cart.assignCart(ovh, 'c1'),
  getCart: (ovh) => cart.getCart(ovh, 'c1'),
  setCartExpiry: (ovh) => cart.setCartExpiry(ovh, 'c1', { description: 'order 1', expire: date }),
  deleteCart: (ovh) => cart.deleteCart(ovh, 'c1'),
  listCarts: (ovh) => cart.listCarts(ovh, 'order 1'),
  listOffers: (ovh) => cart.listOffers(ovh, 'c1'),
  addProject: (ovh) => cart.addProject(ovh, 'c1', project),
  getItem: (ovh) => cart.getItem(ovh, { cartId: 'c1', itemId: 7 }),
  getRequiredConfiguration: (ovh) => cart.getRequiredConfiguration(ovh, { cartId: 'c1', itemId: 7 }),
  findConfigurations: (ovh) => cart.findConfigurations(ovh, { cartId: 'c1', itemId: 7 }, 'voucher'),
  getConfiguration: (ovh) => cart.getConfiguration(ovh, { cartId: 'c1', itemId: 7 }, 3),
  addConfiguration: (ovh) =>
    cart.addConfiguration(ovh, { cartId: 'c1', itemId: 7 }, { label: 'description', value: 'my project' }),
  removeConfiguration: (ovh) => cart.removeConfiguration(ovh, { cartId: 'c1', itemId: 7 }, 3),
  previewCheckout: (ovh) => checkout.previewCheckout(ovh, 'c1'),
  checkOut: (ovh) => checkout.checkOut(ovh, 'c1', { autoPay: false, waiveRetractation: false }),
  listOrders: (ovh) => orders.listOrders(ovh, { from: date, dateFilter: true }),
  getOrder: (ovh) => orders.getOrder(ovh, 42),
  getOrderStatus: (ovh) => orders.getOrderStatus(ovh, 42),
  getFollowUp: (ovh) => orders.getFollowUp(ovh, 42),
  listProjects: (ovh) => projects.listProjects(ovh),
  getProject: (ovh) => projects.getProject(ovh, 'p1'),
  listOrderDetails: (ovh) => orders.listOrderDetails(ovh, 42),
  getOrderDetail: (ovh) => orders.getOrderDetail(ovh, { orderId: 42, orderDetailId: 1 }),
  getOrderDetailExtension: (ovh) => orders.getOrderDetailExtension(ovh, { orderId: 42, orderDetailId: 1 }),
  settleFreeOrder: (ovh) => orders.settleFreeOrder(ovh, 42),
  getCurrentUsage: (ovh) => usage.getCurrentUsage(ovh, 'p1'),
  getUsageForecast: (ovh) => usage.getUsageForecast(ovh, 'p1'),
  addCredit: (ovh) => credits.addCredit(ovh, 'p1', 'SUMMER'),
  listCredits: (ovh) => credits.listCredits(ovh, 'p1'),
  getCredit: (ovh) => credits.getCredit(ovh, 'p1', 3),
  getCredential: (ovh) => auth.getCredential(ovh),
  getAuthDetails: (ovh) => auth.getAuthDetails(ovh),
  checkAuthorization: (ovh) => iam.checkAuthorization(ovh, 'urn:v1:eu:resource:account:a1', ['me/get']),
};

/** The IAM actions of all calls that the steps made. */
const actions = new Set<string>();

/** Answers as the published schema says, having held the request against it. */
function answerAsPublished(variant: Variant, faults: string[]): Reply {
  return (response, received) => {
    const url = new URL(received.url, 'https://127.0.0.1');
    const path = url.pathname.replace(/^\/1\.0/, '');
    const operation = findOperation(received.method, path);
    for (const { name } of operation?.iamActions ?? []) actions.add(name);
    if (!operation) faults.push(`${received.method} ${path} is not known`);
    else faults.push(...faultsOf(operation, url.searchParams, received.body));
    const example = exampleOf(operation?.responseType ?? 'void', variant);
    // The model is also the preview's, and so calls nullable what a placed order always has.
    const placed = received.method === 'POST' && path.endsWith('/checkout');
    const body = placed ? { ...Object(example), orderId: 42, url: 'https://www.ovh.com/pay' } : example;
    answer(200, JSON.stringify(body))(response, received);
  };
}

const skip = isAtHand ? false : 'OVHcloud’s published schemas are not in ../shared/ovh-api';
for (const variant of ['everything', 'nulls and empty lists', 'nullable fields missing'] as const) {
  for (const [name, step] of Object.entries(steps)) {
    test(`${name} sends and understands what OVHcloud publishes (${variant})`, { skip }, async (t) => {
      const faults: string[] = [];
      const cloud = await startOvhcloud(t, [answerAsPublished(variant, faults)]);
      await step(connectTo(cloud.endpoint).ovh);
      assert.deepEqual(faults, []);
      assert.equal(cloud.received.length, 1);
    });
  }
}

test('a service account is asked for exactly the actions of the calls that are made', {
  skip,
}, () => {
  const region = regionOf('ovh-eu', 'FR', { settleFreeOrders: true, budgets: true });
  const needed = [...actionsNeeded(region), ...OPTIONAL_ACTIONS].map(({ action }) => action);
  assert.deepEqual([...actions].sort(), needed.sort());
});
