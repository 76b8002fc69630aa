import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type LocalOvhcloud, startLocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';
import { type Client, createClient, type OrderReply, PROJECT, send } from './ovhcloud-client.ts';

describe('local OVHcloud: the ordering guide', () => {
  let ovhcloud: LocalOvhcloud;
  let client: Client;
  let now = new Date('2026-11-23T10:00:00.750Z');
  const pass = (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1000);
  };
  before(async () => {
    const delivery = { checking: 10, delivering: 20, projectAppears: 60 };
    ovhcloud = await startLocalOvhcloud({ now: () => now, delivery });
    client = createClient(ovhcloud, () => now.getTime());
  });
  after(() => ovhcloud.close());

  let cart = '';
  let item = '';
  let preview: OrderReply;
  let bought: OrderReply & { orderId: number; url: string };

  test('a new cart is empty, expires after a day, and is found by its description', async () => {
    const body = { ovhSubsidiary: 'FR', description: 'order-cloud 1' };
    const made = await client.ok<{ cartId: string; expire: string }>('POST', '/order/cart', body);
    assert.deepEqual(made, {
      cartId: made.cartId,
      description: 'order-cloud 1',
      expire: '2026-11-24T11:00:00+01:00',
      items: [],
      readOnly: false,
    });
    cart = `/order/cart/${made.cartId}`;
    assert.deepEqual(await client.ok('GET', '/order/cart?description=order-cloud+1'), [made.cartId]);
    assert.deepEqual(await client.ok('GET', '/order/cart?description=order-cloud'), []);
    assert.equal(await client.ok('POST', `${cart}/assign`), null);
  });

  test('the project is offered by the year, with a commitment, and by the plain month', async () => {
    type Offer = {
      planCode: string;
      prices: { capacities: string[]; duration: string; pricingMode: string }[];
    };
    const offers = await client.ok<Offer[]>('GET', `${cart}/cloud`);
    assert.ok(offers.length > 1, 'there is another plan as well');
    const project = offers.find(({ planCode }) => planCode === 'project.2018');
    const renewals = project?.prices.filter(({ capacities }) => capacities.includes('renew')) ?? [];
    assert.deepEqual(
      renewals.map(({ duration, pricingMode }) => `${duration} ${pricingMode}`),
      ['P1Y default', 'P1M degressivity12', 'P1M default'],
    );
    assert.ok(project?.prices.some(({ duration }) => duration === 'P0D'));
  });

  test('the project is added to the cart with its name', async () => {
    const { itemId, settings } = await client.ok<{ itemId: number; settings: unknown }>(
      'POST',
      `${cart}/cloud`,
      PROJECT,
    );
    assert.deepEqual(settings, { planCode: 'project.2018', pricingMode: 'default', quantity: 1 });
    item = `${cart}/item/${itemId}`;
    const configuration = { label: 'description', value: 'Projet Été' };
    const made = await client.ok<{ id: number }>('POST', `${item}/configuration`, configuration);
    assert.deepEqual(made, { id: made.id, ...configuration });
    assert.deepEqual(await client.ok('GET', `${item}/configuration?label=description`), [made.id]);
    assert.deepEqual(await client.ok('GET', `${item}/configuration?label=voucher`), []);
    assert.deepEqual(await client.ok('GET', `${item}/configuration/${made.id}`), made);
  });

  test('the preview shows price, tax and contracts, and orders nothing', async () => {
    preview = await client.ok<OrderReply>('GET', `${cart}/checkout`);
    assert.equal(preview.orderId, null);
    assert.equal(preview.url, null);
    assert.deepEqual(
      [preview.prices.withoutTax.value, preview.prices.tax.value, preview.prices.withTax.value],
      [10, 2, 12],
    );
    assert.equal(preview.prices.withTax.text, '12.00 €');
    assert.equal(preview.prices.withTax.priceInUcents, 1_200_000_000);
    assert.equal(preview.prices.reduction, null);
    assert.deepEqual(
      preview.details.map(({ detailType }) => detailType),
      ['INSTALLATION', 'DURATION'],
    );
    assert.equal(preview.details[0]?.quantity, 1);
    assert.equal(preview.contracts.length, 2);
    assert.deepEqual(await client.ok('GET', '/me/order'), []);
    const summary = await client.ok<OrderReply>('GET', `${cart}/summary`);
    assert.deepEqual(summary, { ...preview, contracts: [] });
  });

  test('the checkout creates an unpaid order with a URL and makes the cart read-only', async () => {
    const choices = { autoPayWithPreferredPaymentMethod: false, waiveRetractationPeriod: true };
    bought = await client.ok('POST', `${cart}/checkout`, choices);
    assert.deepEqual({ ...bought, orderId: null, url: null }, preview);
    const password = ovhcloud.orders.get(bought.orderId)?.orderPassword;
    const secret = `orderId=${bought.orderId}&orderPassword=${password}`;
    assert.equal(bought.url, `${ovhcloud.origin}/cgi-bin/order/displayOrder.cgi?${secret}`);
    assert.equal((await client.ok<{ readOnly: boolean }>('GET', cart)).readOnly, true);
    assert.equal(await client.ok('GET', `/me/order/${bought.orderId}/status`), 'notPaid');
    assert.equal(ovhcloud.orders.get(bought.orderId)?.waiveRetractationPeriod, true);
  });

  test('the order has an expiration date, its prices, and timestamps in whole seconds', async () => {
    type Order = { date: string; expirationDate: string; retractionDate: string | null; url: string };
    const order = await client.ok<Order>('GET', `/me/order/${bought.orderId}`);
    assert.equal(order.date, '2026-11-23T11:00:00+01:00');
    assert.equal(order.expirationDate, '2026-12-08T11:00:00+01:00');
    assert.equal(order.retractionDate, null, 'the right of withdrawal was waived');
    assert.equal(order.url, bought.url);
  });

  test('the order is found by its date and identified by its details', async () => {
    const around = '/me/order?date.from=2026-11-23T10%3A00%3A00Z&date.to=2026-11-23T11%3A00%3A00%2B01%3A00';
    assert.deepEqual(await client.ok('GET', around), [bought.orderId]);
    const afterwards = '/me/order?date.from=2026-11-23T10%3A00%3A00.750Z';
    assert.deepEqual(await client.ok('GET', afterwards), [], 'its date has no milliseconds');

    const details = await client.ok<number[]>('GET', `/me/order/${bought.orderId}/details`);
    const path = `/me/order/${bought.orderId}/details/${details[0]}`;
    const detail = await client.ok<{ quantity: string; domain: string }>('GET', path);
    assert.equal(detail.quantity, '1');
    assert.equal(detail.domain, '*001');
    const { order } = await client.ok<{ order: Record<'plan' | 'configurations', unknown> }>(
      'GET',
      `${path}/extension`,
    );
    assert.deepEqual(order.configurations, [{ label: 'description', value: 'Projet Été' }]);
    assert.deepEqual(order.plan, {
      code: 'project.2018',
      duration: 'P1M',
      pricingMode: 'default',
      quantity: 1,
      product: { name: 'cloud' },
    });
  });

  test('a paid order is checked, then delivered, and exactly one of its details names the project', async () => {
    const status = () => client.ok<string>('GET', `/me/order/${bought.orderId}/status`);
    await send(ovhcloud, 'POST', bought.url);
    assert.equal(ovhcloud.orders.get(bought.orderId)?.paidBy, 'checkout page');
    assert.equal(await status(), 'checking');
    pass(10);
    assert.equal(await status(), 'delivering');
    assert.deepEqual(await domains(), ['*001', '*001']);
    pass(20);
    assert.equal(await status(), 'delivered');
    const projects = (await domains()).filter((domain) => /^[0-9a-f]{12}4[0-9a-f]{19}$/.test(domain));
    assert.equal(projects.length, 1);
  });

  test('the project answers 404 for a while, then with its name', async () => {
    const projectId = (await domains()).find((domain) => domain !== '*001');
    assert.equal((await client.call('GET', `/cloud/project/${projectId}`)).status, 404);
    pass(60);
    type Project = { project_id: string; description: string; orderId: number; planCode: string };
    const project = await client.ok<Project>('GET', `/cloud/project/${projectId}`);
    assert.equal(project.description, 'Projet Été');
    assert.equal(project.orderId, bought.orderId);
    assert.equal(project.planCode, 'project.2018');
    assert.deepEqual(await client.ok('GET', '/cloud/project'), [projectId]);
  });

  test('the last follow-up step stays TODO', async () => {
    type Step = { step: string; status: string };
    const steps = await client.ok<Step[]>('GET', `/me/order/${bought.orderId}/followUp`);
    assert.deepEqual(
      steps.map(({ step, status }) => `${step} ${status}`),
      ['VALIDATING DONE', 'VALIDATED DONE', 'DELIVERING DONE', 'AVAILABLE TODO'],
    );
  });

  async function domains(): Promise<string[]> {
    const details = await client.ok<number[]>('GET', `/me/order/${bought.orderId}/details`);
    const found: string[] = [];
    for (const id of details) {
      const path = `/me/order/${bought.orderId}/details/${id}`;
      found.push((await client.ok<{ domain: string }>('GET', path)).domain);
    }
    return found;
  }
});
