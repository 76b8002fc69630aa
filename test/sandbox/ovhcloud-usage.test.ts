import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type LocalOvhcloud, startLocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';
import { type Client, createClient, send } from './ovhcloud-client.ts';

type Usage = { period: { from: string; to: string }; totalPrice: { value: number; currencyCode: string } };

let now = new Date('2026-11-23T10:00:00Z');
let ovhcloud: LocalOvhcloud;
let client: Client;
before(async () => {
  ovhcloud = await startLocalOvhcloud({
    now: () => now,
    delivery: { checking: 0, delivering: 0, projectAppears: 0 },
  });
  client = createClient(ovhcloud, () => now.getTime());
});
after(() => ovhcloud.close());

function delivered(description: string) {
  const order = ovhcloud.placeExternalOrder({ description });
  ovhcloud.payOrder(order.orderId);
  return order;
}

async function usageOf(projectId: string) {
  const read = (which: string) => client.ok<Usage>('GET', `/cloud/project/${projectId}/usage/${which}`);
  const [current, forecast] = await Promise.all([read('current'), read('forecast')]);
  return { current, forecast, values: [current.totalPrice.value, forecast.totalPrice.value] };
}

test('local OVHcloud: a project spends what a test sets, and nothing in the next month', async () => {
  now = new Date('2026-11-30T22:59:59Z');
  const { orderId, projectId } = delivered('moon-base');
  assert.deepEqual((await usageOf(projectId)).values, [0, 0]);
  ovhcloud.spend(orderId, { spent: 10.5 });
  ovhcloud.spend(orderId, { spent: 2, expected: 30 });
  const { values, current, forecast } = await usageOf(projectId);
  assert.deepEqual(values, [12.5, 42.5]);
  assert.equal(current.totalPrice.currencyCode, 'EUR');
  assert.equal(current.period.from, '2026-11-01T00:00:00+01:00');
  assert.equal(forecast.period.to, '2026-12-01T00:00:00+01:00');
  now = new Date('2026-11-30T23:00:00Z');
  assert.deepEqual((await usageOf(projectId)).values, [0, 0]);
});

test('local OVHcloud: a missing project has no usage', async () => {
  for (const which of ['current', 'forecast']) {
    const { status } = await client.call('GET', `/cloud/project/${'0'.repeat(32)}/usage/${which}`);
    assert.equal(status, 404);
  }
});

test('local OVHcloud: the form on the projects page sets what one spends', async () => {
  const { projectId } = delivered('<b>lab</b>');
  const url = `${ovhcloud.pagesOrigin}/projects`;
  const page = await send(ovhcloud, 'GET', url);
  assert.ok(page.text.includes('&lt;b&gt;lab&lt;/b&gt;') && page.text.includes(projectId));
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const post = (body: string) => send(ovhcloud, 'POST', url, form, body);
  const spent = await post(`project=${projectId}&spent=25&expected=5.5`);
  assert.deepEqual(
    [spent.status, spent.text.includes('25.00 €'), spent.text.includes('30.50 €')],
    [200, true, true],
  );
  assert.deepEqual((await usageOf(projectId)).values, [25, 30.5]);
  for (const wrong of [
    '',
    `project=x&spent=1`,
    `project=${projectId}&spent=-1`,
    `project=${projectId}&spent=lots`,
  ]) {
    assert.equal((await post(wrong)).status, 400, wrong);
  }
  assert.deepEqual((await usageOf(projectId)).values, [25, 30.5]);
});
