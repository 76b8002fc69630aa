import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  endsWithOneOrder,
  hasText,
  orderAndQuote,
  orderProject,
  reply,
  type Scenario,
  startScenario,
} from './scenario.ts';

const CART = '/order/cart/{cartId}';

/** The configurations that were sent, such as `os=none_64.en`. */
function configured({ ovh }: Scenario): string[] {
  return ovh.calls
    .filter(({ method, template }) => method === 'POST' && template?.endsWith('/configuration'))
    .map(({ body }) => `${Object(body).label}=${Object(body).value}`);
}

const label = (name: string, more: object = {}) => ({ label: name, type: 'String', fields: null, ...more });

describe('a configuration label of the item', { concurrency: 2 }, () => {
  const listed = [
    label('description', { required: false }),
    label('region', { required: true, allowedValues: ['europe', 'canada'] }),
    label('purpose', { required: true }),
    label('os', { required: false, allowedValues: ['none_64.en'] }),
    { type: 'String' },
  ];

  it('is set if only one value is possible, required or not, and the order is placed', async (t) => {
    const scenario = await startScenario(t);
    scenario.ovh.setRequirements({ listed, mandatory: ['description', 'os'] });
    const { root, question } = await orderAndQuote(scenario);
    assert.deepEqual(configured(scenario).toSorted(), ['description=moon-base', 'os=none_64.en']);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
  });

  it('is set if the dry run asks for it unlisted and the app knows a value', async (t) => {
    const scenario = await startScenario(t);
    scenario.ovh.setRequirements({ listed: [], mandatory: ['description', 'infrastructure'] });
    await orderAndQuote(scenario);
    assert.deepEqual(configured(scenario).toSorted(), ['description=moon-base', 'infrastructure=production']);
  });

  it('is named in the failure if the dry run asks for it and the app knows no value', async (t) => {
    const scenario = await startScenario(t);
    scenario.ovh.setRequirements({ listed, mandatory: ['description', 'purpose', 'region'] });
    const root = await orderProject(scenario);
    await reply(scenario, root, /OVHcloud requires “purpose” and “region” for this plan/);
  });
});

describe('the offers of OVHcloud', { concurrency: 2 }, () => {
  it('may have any shape beside the monthly offer that is bought', async (t) => {
    const scenario = await startScenario(t);
    const odd = [null, { planCode: 'odd', prices: [{ capacities: null, price: null }] }, 'odd'];
    scenario.ovh.setOffers((offers) => [...odd, ...offers]);
    const { root, question } = await orderAndQuote(scenario);
    const [added] = scenario.ovh.calls.filter(
      ({ method, template }) => method === 'POST' && template === `${CART}/cloud`,
    );
    const terms = { duration: 'P1M', pricingMode: 'default' };
    assert.deepEqual(added?.body, { planCode: 'project.2018', quantity: 1, ...terms });
    assert.ok(hasText(question, '€12.00 once, then €0.00 a month') && !hasText(question, 'Commitment'));
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
  });

  it('are shown to approvers as a commitment if nothing else is on sale', async (t) => {
    const scenario = await startScenario(t);
    scenario.ovh.setOffers((offers) =>
      offers.map((offer) => ({
        ...offer,
        prices: offer.prices.filter(({ pricingMode }) => pricingMode === 'degressivity12'),
      })),
    );
    const { question } = await orderAndQuote(scenario);
    assert.match(question.text, /approve moon-base for €12\.00/);
    assert.ok(hasText(question, 'Commitment: 1 month × 12'));
    assert.ok(hasText(question, 'Pricing mode: degressivity12'));
  });
});

describe('the price', () => {
  it('is shown as once and monthly, and needs approval again when either changes', async (t) => {
    const scenario = await startScenario(t);
    const { slack, ovh } = scenario;
    ovh.setPrice({ monthly: 5 });
    const { root, question } = await orderAndQuote(scenario, { Voucher: 'CREDIT5' });
    assert.ok(hasText(root, '€12.00 incl. tax'), root.text);
    assert.ok(hasText(question, '€6.00 once, then €6.00 a month'), question.text);

    // The same price in another shape.
    ovh.setPrice({ withoutTax: 15, monthly: 0 });
    await slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /price is still €12.00 incl. tax, but its terms or contracts have changed/);
    await reply(scenario, root, /€12.00 once, then €0.00 a month/);
    assert.equal(ovh.orders.size, 0);
  });
});

describe('an account that is charged at once', { concurrency: 2 }, () => {
  const settings = { OVH_AUTOPAY: 'true' };

  it('whose payment method is invalid is reported before anyone is asked to approve', async (t) => {
    const scenario = await startScenario(t, { settings });
    scenario.ovh.account.paymentMethodStatus = 'EXPIRED';
    const root = await orderProject(scenario);
    const told = await reply(scenario, root, /renew the default payment method, which is not valid/);
    assert.ok(!hasText(root, 'Waiting for approval'));
    scenario.ovh.account.paymentMethodStatus = 'VALID';
    const rita = scenario.slack.as('U0REQ');
    await rita.click(told, 'Try again');
    assert.deepEqual(await (await rita.modal()).submit(), { closed: true });
    await reply(scenario, root, /: approve /);
  });

  it('shows what to fix if the payment method is refused at checkout', async (t) => {
    const scenario = await startScenario(t, { settings });
    const { slack, ovh } = scenario;
    const cases = [
      {
        name: 'expired',
        account: { paymentMethodStatus: 'EXPIRED' },
        says: /renew the default payment method/,
      },
      { name: 'no-card', account: { hasPaymentMethod: false }, says: /has to add a payment method/ },
    ];
    for (const { name, account, says: words } of cases) {
      const { root, question } = await orderAndQuote(scenario, {}, name);
      Object.assign(ovh.account, account);
      await slack.as('U0APP1').click(question, 'Approve');
      await reply(scenario, root, words);
      Object.assign(ovh.account, { paymentMethodStatus: 'VALID', hasPaymentMethod: true });
    }
    const { root, question } = await orderAndQuote(scenario, {}, 'no-bank');
    const body = { message: "This order can't be paid with 'bankAccount'" };
    ovh.faults.add({ method: 'POST', path: `${CART}/checkout`, kind: 'refuse', status: 403, body });
    await slack.as('U0APP1').click(question, 'Approve');
    await reply(
      scenario,
      root,
      /cannot charge this order .*\(bankAccount\).*another payment method the default/s,
    );
    assert.equal(ovh.orders.size, 0);
  });
});
