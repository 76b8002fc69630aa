import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RegionName } from '../../src/config/regions.ts';
import {
  askFor,
  endsWithOneOrder,
  noCartLeft,
  orderAndQuote,
  orderProject,
  reply,
  type Stage,
  says,
  setStage,
  until,
} from './stage.ts';

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
function sent(stage: Stage, call: string) {
  return stage.ovh.calls.filter(({ method, template }) => `${method} ${template}` === call);
}

/** What every order has to keep to in this region, whatever becomes of it. */
function keptToRegion(stage: Stage, { planCode, subsidiary, isUs }: Facts): void {
  const carts = sent(stage, 'POST /order/cart').map(({ body }) => Object(body).ovhSubsidiary);
  assert.deepEqual([...new Set(carts)], [subsidiary], 'its subsidiary');
  const plans = sent(stage, `POST ${CART}/cloud`).map(({ body }) => Object(body).planCode);
  assert.deepEqual([...new Set(plans)], [planCode], 'its plan');
  const eligibility = stage.ovh.calls.filter(({ path }) => path === '/cloud/eligibility');
  assert.equal(eligibility.length > 0, !isUs, 'the eligibility call where there is one');
  for (const { query } of sent(stage, 'GET /me/order'))
    assert.deepEqual(Object.keys(query).length > 0, !isUs, 'dates where there is a filter');
  for (const { body } of sent(stage, `POST ${CART}/checkout`)) {
    const waiver = isUs ? {} : { waiveRetractationPeriod: false };
    assert.deepEqual(body, { autoPayWithPreferredPaymentMethod: false, ...waiver });
  }
  if (isUs) assert.ok(!stage.slack.messages('C0CLOUD').some((message) => says(message, WITHDRAWAL)));
}

for (const region of Object.keys(FACTS) as RegionName[]) {
  const facts = FACTS[region];
  const { planCode, price, reduced, panel, isUs } = facts;

  describe(`on ${region}`, { concurrency: 2 }, () => {
    it('an order goes from its form to the project in the region’s control panel, by calls that the region knows', async (t) => {
      const stage = await setStage(t, { region });
      const { slack, ovh } = stage;
      const { root, question } = await orderAndQuote(stage, { Reason: 'the moon' });
      assert.ok(says(root, price) && says(root, planCode), 'the quote is the region’s');
      assert.equal(says(root, WITHDRAWAL), !isUs);
      assert.ok(!says(root, /OVHcloud did not say/), 'what does not exist is not missed');
      await slack.as('U0APP1').click(question, 'Approve');
      await endsWithOneOrder(stage, root);
      const [placed] = [...ovh.orders.values()];
      assert.equal(
        sent(stage, 'GET /me/order').length,
        2,
        'before the cart is built, and before the checkout',
      );
      assert.ok(placed);
      ovh.payOrder(placed.orderId);
      for (let step = 0; step < 3; step += 1) ovh.advance(placed.orderId);
      const ready = await reply(stage, root, /is ready/);
      assert.ok(
        says(ready, `<https://${panel}/#/public-cloud/pci/projects/${placed.projectId}|`),
        ready.text,
      );
      keptToRegion(stage, facts);
      const refused = ovh.calls.filter(({ status }) => status !== 200);
      assert.deepEqual(
        refused.map(({ method, path, status }) => `${method} ${path}: ${status}`),
        [],
      );
    });

    it('a checkout whose answer is lost is found among older orders and linked', async (t) => {
      const stage = await setStage(t, { region });
      for (const description of ['old', 'older']) stage.ovh.placeForeignOrder({ description });
      const { root, question } = await orderAndQuote(stage);
      stage.ovh.faults.add({ method: 'POST', path: `${CART}/checkout`, kind: 'lose-answer' });
      await stage.slack.as('U0APP1').click(question, 'Approve');
      await reply(stage, root, /answer to the checkout was lost/);
      const url = await reply(stage, root, /orderPassword/);
      const ours = [...stage.ovh.orders.values()].find(({ cartId }) => cartId !== null);
      assert.ok(says(url, String(ours?.orderId)));
      assert.equal(stage.ovh.orders.size, 3);
      assert.equal(sent(stage, `POST ${CART}/checkout`).length, 1);
      assert.ok(sent(stage, 'GET /me/order').length >= 2, 'it was looked for');
      await until(stage, root, /Ordered/);
      keptToRegion(stage, facts);
    });

    it('a refused voucher is told before anybody is asked, and another one can be tried', async (t) => {
      const stage = await setStage(t, { region });
      const root = await orderProject(stage, { Voucher: 'EXPIRED' });
      const told = await reply(stage, root, /voucher has expired.*another voucher/s);
      const rita = stage.slack.as('U0REQ');
      await rita.click(told, 'Try again');
      const modal = await rita.modal();
      assert.equal(says({ text: '', blocks: modal.view.blocks }, WITHDRAWAL), !isUs);
      modal.fill({ Voucher: 'CREDIT5' });
      assert.deepEqual(await modal.submit(), { closed: true });
      const question = await reply(stage, root, /please decide/);
      assert.ok(says(question, reduced));
      await stage.slack.as('U0APP2').click(question, 'Approve');
      await endsWithOneOrder(stage, root);
      keptToRegion(stage, facts);
    });

    it('an edit asks for a new quote, in a form that has what the region has', async (t) => {
      const stage = await setStage(t, { region });
      const { root, question } = await orderAndQuote(stage);
      const rita = stage.slack.as('U0REQ');
      await rita.click(question, 'Edit');
      const modal = await rita.modal();
      assert.equal(says({ text: '', blocks: modal.view.blocks }, WITHDRAWAL), !isUs);
      modal.fill({ 'Project name': 'mars-base', Voucher: 'CREDIT5' });
      assert.deepEqual(await modal.submit(), { closed: true });
      const again = await reply(stage, root, /please decide: \*mars-base\*/);
      assert.ok(says(again, reduced));
      await rita.click(again, 'Cancel order');
      await noCartLeft(stage);
      assert.equal(stage.ovh.orders.size, 0);
      keptToRegion(stage, facts);
    });
  });
}

describe('on ovh-us', () => {
  it('a forged tick that gives up the right of withdrawal counts for nothing', async (t) => {
    const stage = await setStage(t, { region: 'ovh-us' });
    const modal = await askFor(stage);
    const ticked = { type: 'checkboxes', selected_options: [{ value: 'waive' }] };
    Object.assign(modal.view.state.values, { withdrawal: { withdrawal: ticked } });
    assert.deepEqual(await modal.submit(), { closed: true });
    const root = await stage.slack.until(() => stage.slack.messages('C0CLOUD')[0], 'the order');
    const question = await reply(stage, root, /please decide/);
    assert.ok(!says(root, WITHDRAWAL) && !says(question, WITHDRAWAL));
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(stage, root);
    keptToRegion(stage, FACTS['ovh-us']);
  });
});
