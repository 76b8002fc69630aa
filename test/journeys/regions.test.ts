import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RegionName } from '../../src/config/regions.ts';
import { firstOf } from '../size.ts';
import {
  askFor,
  endsWithOneOrder,
  hasText,
  leaveVoucherToOrder,
  noCartLeft,
  orderAndQuote,
  orderProject,
  reply,
  type Scenario,
  startScenario,
  until,
} from './scenario.ts';

/** What OVHcloud has in each region, as its own documents say: not read from the table that the app goes by. */
type Facts = {
  planCode: string;
  subsidiary: string;
  /** Without a voucher, and with CREDIT5. */
  price: string;
  reduced: string;
  /** The host of the control panel. */
  panel: string;
  isUs: boolean;
};

const FACTS: Record<RegionName, Facts> = {
  'ovh-eu': {
    ...{ planCode: 'project.2018', subsidiary: 'FR', price: '€12.00', reduced: '€6.00' },
    ...{ panel: 'manager.eu.ovhcloud.com', isUs: false },
  },
  'ovh-ca': {
    ...{ planCode: 'project.2018', subsidiary: 'CA', price: 'CA$12.00', reduced: 'CA$6.00' },
    ...{ panel: 'manager.ca.ovhcloud.com', isUs: false },
  },
  'ovh-us': {
    ...{ planCode: 'project', subsidiary: 'US', price: '$12.00', reduced: '$6.00' },
    ...{ panel: 'manager.us.ovhcloud.com', isUs: true },
  },
};

const CART = '/order/cart/{cartId}';
const WITHDRAWAL = /withdraw/i;

/** The calls that were made, such as `POST /order/cart`. */
function sent(scenario: Scenario, call: string) {
  return scenario.ovh.calls.filter(({ method, template }) => `${method} ${template}` === call);
}

/** What every order has to keep to in this region, whatever becomes of it. */
function keptToRegion(scenario: Scenario, { planCode, subsidiary, isUs }: Facts): void {
  const carts = sent(scenario, 'POST /order/cart').map(({ body }) => Object(body).ovhSubsidiary);
  assert.deepEqual([...new Set(carts)], [subsidiary], 'its subsidiary');
  const plans = sent(scenario, `POST ${CART}/cloud`).map(({ body }) => Object(body).planCode);
  assert.deepEqual([...new Set(plans)], [planCode], 'its plan');
  const eligibility = scenario.ovh.calls.filter(({ path }) => path === '/cloud/eligibility');
  assert.equal(eligibility.length > 0, !isUs, 'the eligibility call where there is one');
  for (const { query } of sent(scenario, 'GET /me/order'))
    assert.deepEqual(Object.keys(query).length > 0, !isUs, 'dates where there is a filter');
  for (const { body } of sent(scenario, `POST ${CART}/checkout`)) {
    const waiver = isUs ? {} : { waiveRetractationPeriod: false };
    assert.deepEqual(body, { autoPayWithPreferredPaymentMethod: false, ...waiver });
  }
  if (isUs) assert.ok(!scenario.slack.messages('C0CLOUD').some((message) => hasText(message, WITHDRAWAL)));
}

// Europe, with the calls that only it has, is what the other journeys play.
const REGIONS: RegionName[] = ['ovh-us', 'ovh-ca', 'ovh-eu'];

for (const region of firstOf(1, REGIONS)) {
  const facts = FACTS[region];
  const { planCode, price, reduced, panel, isUs } = facts;

  describe(`on ${region}`, { concurrency: 2 }, () => {
    it('an order gets from the form to a project in the region’s control panel, using only calls that the region has', async (t) => {
      const scenario = await startScenario(t, { region });
      const { slack, ovh } = scenario;
      const { root, question } = await orderAndQuote(scenario, { Reason: 'the moon' });
      assert.ok(hasText(root, price) && hasText(question, price), 'the quote is the region’s');
      const [bought] = sent(scenario, `POST ${CART}/cloud`);
      assert.equal(Object(bought?.body).planCode, planCode);
      assert.ok(!hasText(question, WITHDRAWAL), 'what is kept is not spoken of');
      assert.ok(!hasText(root, /OVHcloud did not say/), 'what does not exist is not missed');
      await slack.as('U0APP1').click(question, 'Approve');
      await endsWithOneOrder(scenario, root);
      const [placed] = [...ovh.orders.values()];
      assert.equal(
        sent(scenario, 'GET /me/order').length,
        2,
        'before the cart is built, and before the checkout',
      );
      assert.ok(placed);
      ovh.payOrder(placed.orderId);
      for (let step = 0; step < 3; step += 1) ovh.advance(placed.orderId);
      const ready = await reply(scenario, root, /is ready/);
      assert.ok(
        hasText(ready, `<https://${panel}/#/public-cloud/pci/projects/${placed.projectId}|`),
        ready.text,
      );
      keptToRegion(scenario, facts);
      const known = (path: string) => isUs || !path.endsWith('/operations');
      const refused = ovh.calls.filter(({ status, path }) => status !== 200 && known(path));
      assert.deepEqual(
        refused.map(({ method, path, status }) => `${method} ${path}: ${status}`),
        [],
      );
    });

    it(`the order of a lost checkout is found among older ones and linked${isUs ? ' once people confirm it, as details name no project there' : ''}`, async (t) => {
      const scenario = await startScenario(t, { region });
      for (const description of ['old', 'older']) scenario.ovh.placeExternalOrder({ description });
      const { root, question } = await orderAndQuote(scenario);
      scenario.ovh.faults.add({ method: 'POST', path: `${CART}/checkout`, kind: 'lose-answer' });
      await scenario.slack.as('U0APP1').click(question, 'Approve');
      await reply(scenario, root, /answer to the checkout was lost/);
      const ours = [...scenario.ovh.orders.values()].find(({ cartId }) => cartId !== null);
      if (isUs) {
        const asked = await reply(scenario, root, /may have become one of these OVHcloud orders/);
        await scenario.slack.as('U0APP1').click(asked, `It is ${ours?.orderId}`);
      }
      const url = await reply(scenario, root, /orderPassword/);
      assert.ok(hasText(url, String(ours?.orderId)));
      assert.equal(scenario.ovh.orders.size, 3);
      assert.equal(sent(scenario, `POST ${CART}/checkout`).length, 1);
      assert.ok(sent(scenario, 'GET /me/order').length >= 2, 'it was looked for');
      await until(scenario, root, /Ordered/);
      keptToRegion(scenario, facts);
    });

    it('a refused voucher is reported before anyone is asked to approve, and another one can be tried', async (t) => {
      const scenario = await startScenario(t, { region });
      if (region !== 'ovh-us') leaveVoucherToOrder(scenario);
      const root = await orderProject(scenario, { Voucher: 'EXPIRED' });
      const told = await reply(scenario, root, /voucher has expired.*another voucher/s);
      const rita = scenario.slack.as('U0REQ');
      await rita.click(told, 'Try again');
      const modal = await rita.modal();
      assert.equal(hasText({ text: '', blocks: modal.view.blocks }, WITHDRAWAL), !isUs);
      modal.fill({ Voucher: 'CREDIT5' });
      assert.deepEqual(await modal.submit(), { closed: true });
      const question = await reply(scenario, root, /: approve /);
      assert.ok(hasText(question, reduced));
      await scenario.slack.as('U0APP2').click(question, 'Approve');
      await endsWithOneOrder(scenario, root);
      keptToRegion(scenario, facts);
    });

    it('an edit gets a new quote, in a form with the fields of the region', async (t) => {
      const scenario = await startScenario(t, { region });
      const { root, question } = await orderAndQuote(scenario);
      const rita = scenario.slack.as('U0REQ');
      await rita.click(question, 'Edit');
      const modal = await rita.modal();
      assert.equal(hasText({ text: '', blocks: modal.view.blocks }, WITHDRAWAL), !isUs);
      modal.fill({ 'Project name': 'mars-base', Voucher: 'CREDIT5' });
      assert.deepEqual(await modal.submit(), { closed: true });
      const again = await reply(scenario, root, /: approve mars-base for/);
      assert.ok(hasText(again, reduced));
      await rita.click(again, 'Cancel order');
      await noCartLeft(scenario);
      assert.equal(scenario.ovh.orders.size, 0);
      keptToRegion(scenario, facts);
    });
  });
}

describe('on ovh-us', () => {
  it('a forged waiver of the right of withdrawal has no effect', async (t) => {
    const scenario = await startScenario(t, { region: 'ovh-us' });
    const modal = await askFor(scenario);
    const ticked = { type: 'checkboxes', selected_options: [{ value: 'waive' }] };
    Object.assign(modal.view.state.values, { withdrawal: { withdrawal: ticked } });
    assert.deepEqual(await modal.submit(), { closed: true });
    const root = await scenario.slack.until(() => scenario.slack.messages('C0CLOUD')[0], 'the order');
    const question = await reply(scenario, root, /: approve /);
    assert.ok(!hasText(root, WITHDRAWAL) && !hasText(question, WITHDRAWAL));
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
    keptToRegion(scenario, FACTS['ovh-us']);
  });
});
