import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { regions, requiredPermissions } from '../../src/config/regions.ts';
import { smallestPermissions } from '../../src/sandbox/ovhcloud/permissions.ts';
import { regionNames, regionProfile } from '../../src/sandbox/ovhcloud/regions.ts';
import { type LocalOvhcloud, startLocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';
import { type Client, createClient, type OrderReply, PROJECT, send } from './ovhcloud-client.ts';

const OTHER_PLAN = { 'project.2018': 'project', project: 'project.2018' } as const;
const EXPECTED = {
  'ovh-eu': { subsidiary: 'FR', foreign: 'CA', planCode: 'project.2018', price: '10.00 €', terms: 'fr' },
  'ovh-ca': { subsidiary: 'CA', foreign: 'US', planCode: 'project.2018', price: '10.00 CAD', terms: 'en' },
  'ovh-us': { subsidiary: 'US', foreign: 'FR', planCode: 'project', price: '10.00 $', terms: 'en' },
} as const;

for (const region of regionNames) {
  const { subsidiary, foreign, planCode, price, terms } = EXPECTED[region];
  const isUs = region === 'ovh-us';

  describe(`local OVHcloud: ${region}`, () => {
    let ovhcloud: LocalOvhcloud;
    let client: Client;
    before(async () => {
      ovhcloud = await startLocalOvhcloud({ endpoint: region });
      client = createClient(ovhcloud);
    });
    after(() => ovhcloud.close());

    const statusOf = async (method: string, path: string, body?: object) =>
      (await client.call(method, path, body ? { body } : {})).status;

    async function cartWith(plan: string): Promise<string> {
      const { cartId } = await client.ok<{ cartId: string }>('POST', '/order/cart', {
        ovhSubsidiary: subsidiary,
      });
      const cart = `/order/cart/${cartId}`;
      await client.ok('POST', `${cart}/assign`);
      const { itemId } = await client.ok<{ itemId: number }>('POST', `${cart}/cloud`, {
        ...PROJECT,
        planCode: plan,
      });
      await client.ok('POST', `${cart}/item/${itemId}/configuration`, { label: 'description', value: 'x' });
      return cart;
    }

    test('sells its own plan to its own subsidiaries, in their currency', async () => {
      assert.equal((await client.ok<{ ovhSubsidiary: string }>('GET', '/me')).ovhSubsidiary, subsidiary);
      const cart = await cartWith(planCode);
      assert.equal((await client.ok<OrderReply>('GET', `${cart}/summary`)).prices.withoutTax.text, price);
      await assert.rejects(cartWith(OTHER_PLAN[planCode]), /400 .*not available/);
      assert.equal(await statusOf('POST', '/order/cart', { ovhSubsidiary: foreign }), 400);
    });

    test('has readable contracts in the account’s language', async () => {
      const cart = await cartWith(planCode);
      const { contracts } = await client.ok<OrderReply>('GET', `${cart}/checkout`);
      assert.equal(contracts.length, 2);
      for (const { url } of contracts)
        assert.match((await send(ovhcloud, 'GET', url)).text, new RegExp(`<article lang="${terms}">`));
    });

    test(`${isUs ? 'lacks' : 'has'} the eligibility call and the date filter of the list of orders`, async () => {
      assert.equal(await statusOf('GET', '/cloud/eligibility'), isUs ? 404 : 200);
      assert.equal(await statusOf('GET', '/me/order?date.from=2026-01-01T00%3A00%3A00Z'), isUs ? 400 : 200);
      assert.equal(await statusOf('GET', '/me/order'), 200);
    });

    test(`${isUs ? 'lacks' : 'has'} the call to confirm free orders, which the default key may not use`, async () => {
      const call = '/me/order/1/payWithRegisteredPaymentMean';
      assert.equal(await statusOf('POST', call, { paymentMean: 'fidelityAccount' }), isUs ? 404 : 403);
    });

    test(`${isUs ? 'does not know' : 'knows'} the right of withdrawal`, async () => {
      const cart = await cartWith(planCode);
      const checkout = (body: object) => client.call('POST', `${cart}/checkout`, { body });
      const waiving = await checkout({ waiveRetractationPeriod: false });
      assert.equal(waiving.status, isUs ? 400 : 200, waiving.text);
      const { orderId } = (isUs ? await checkout({}) : waiving).body as { orderId: number };
      const order = await client.ok<{ retractionDate: string | null }>('GET', `/me/order/${orderId}`);
      assert.equal(order.retractionDate === null, isUs);
    });

    test(`names a delivered project in ${isUs ? 'an operation of a detail, and has no extension' : 'the domain of a detail'}`, async () => {
      const { orderId, projectId } = ovhcloud.placeExternalOrder({ description: 'by hand' });
      ovhcloud.payOrder(orderId);
      for (let step = 0; step < 3; step += 1) ovhcloud.advance(orderId);
      const details = `/me/order/${orderId}/details`;
      const domains: string[] = [];
      const resources: string[] = [];
      for (const id of await client.ok<number[]>('GET', details)) {
        domains.push((await client.ok<{ domain: string }>('GET', `${details}/${id}`)).domain);
        assert.equal(await statusOf('GET', `${details}/${id}/extension`), isUs ? 404 : 200);
        const operations = await client.call('GET', `${details}/${id}/operations`);
        assert.equal(operations.status, isUs ? 200 : 404, operations.text);
        for (const operationId of isUs ? (operations.body as number[]) : []) {
          const path = `${details}/${id}/operations/${operationId}`;
          resources.push((await client.ok<{ resource: { name: string } }>('GET', path)).resource.name);
        }
      }
      assert.deepEqual(domains, isUs ? ['*001', '*001'] : ['*001', projectId]);
      assert.deepEqual(resources, isUs ? [projectId] : []);
      const { orderId: of } = await client.ok<{ orderId: number }>('GET', `/cloud/project/${projectId}`);
      assert.equal(of, orderId);
    });

    test('has the subsidiaries and the plan that the app knows', () => {
      const traits = regionProfile(region);
      assert.deepEqual(traits.subsidiaries, regions[region].subsidiaries);
      assert.equal(traits.planCode, regions[region].planCode);
    });

    test('gives its key the permissions that the app asks for', () => {
      assert.deepEqual(smallestPermissions(region), requiredPermissions(regions[region]));
    });
  });
}
