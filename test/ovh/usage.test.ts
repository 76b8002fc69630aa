import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { OvhClientError, OvhInvalidResponseError } from '../../src/ovh/errors.ts';
import { getCurrentUsage, getUsageForecast } from '../../src/ovh/usage.ts';
import { answer, connectTo, type Reply, startOvhcloud } from './ovhcloud-server.ts';

const price = { currencyCode: 'EUR', value: 42.5, text: '42.50 €', priceInUcents: 4_250_000_000 };
const usage = {
  lastUpdate: '2026-11-23T10:00:00+01:00',
  period: { from: '2026-11-01T00:00:00+01:00', to: '2026-11-23T10:00:00+01:00' },
  totalPrice: price,
  hourlyUsage: null,
  monthlyUsage: null,
  resourcesUsage: [],
  somethingNew: { of: 'OVHcloud’s' },
};

async function ask(t: TestContext, reply: Reply) {
  const cloud = await startOvhcloud(t, [reply]);
  const result = await getCurrentUsage(connectTo(cloud.endpoint).ovh, 'p1');
  return { result, url: cloud.received[0]?.url };
}

test('usage is read although OVHcloud adds unknown fields', async (t) => {
  const { result, url } = await ask(t, answer(200, usage));
  assert.equal(url, '/1.0/cloud/project/p1/usage/current');
  assert.deepEqual(result, {
    lastUpdate: new Date('2026-11-23T09:00:00Z'),
    period: { from: new Date('2026-10-31T23:00:00Z') },
    totalPrice: price,
  });
});

test('the forecast is read with a call of its own', async (t) => {
  const cloud = await startOvhcloud(t, [answer(200, { ...usage, usableCredits: null })]);
  await getUsageForecast(connectTo(cloud.endpoint).ovh, 'p1');
  assert.equal(cloud.received[0]?.url, '/1.0/cloud/project/p1/usage/forecast');
});

test('usage needs no time of its last update, and only one amount', async (t) => {
  const { value: _value, ...ucents } = price;
  const { priceInUcents: _ucents, ...units } = price;
  for (const totalPrice of [ucents, units, { ...price, value: 42.49 }]) {
    const { result } = await ask(t, answer(200, { ...usage, lastUpdate: 'soon', totalPrice }));
    assert.deepEqual([result.lastUpdate, result.totalPrice], [null, totalPrice]);
  }
});

for (const [what, change] of Object.entries({
  'no price': { totalPrice: null },
  'a price without an amount': { totalPrice: { currencyCode: 'EUR', text: '42.50 €' } },
  'a price without a currency': { totalPrice: { ...price, currencyCode: undefined } },
  'an amount that is text': { totalPrice: { ...price, value: '42.50' } },
  'an amount that is cut': { totalPrice: { ...price, priceInUcents: 4.5 } },
  'an amount below 0': { totalPrice: { ...price, value: -1, priceInUcents: -100_000_000 } },
  'no month': { period: null },
  'a month that is no date': { period: { from: 'November', to: 'December' } },
})) {
  test(`usage with ${what} is rejected as an invalid response`, async (t) => {
    await assert.rejects(ask(t, answer(200, { ...usage, ...change })), OvhInvalidResponseError);
  });
}

test('usage of a missing project is a refusal', async (t) => {
  const gone = answer(404, { class: 'Client::NotFound', message: 'This service does not exist' });
  await assert.rejects(ask(t, gone), (error) => error instanceof OvhClientError && error.status === 404);
});
