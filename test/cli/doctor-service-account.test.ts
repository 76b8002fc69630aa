import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { LocalOvhcloudOptions } from '../../src/sandbox/ovhcloud/server.ts';
import { startDoctorScenario } from './doctor-scenario.ts';

const startScenario = (t: TestContext, options: LocalOvhcloudOptions = {}) =>
  startDoctorScenario(t, options, {}, 'service account');

/** The JSON that stands in the report to be pasted. */
function pasted(out: string): unknown {
  const [, , text = ''] = /^( +)(\{$.*?^\1\}$)/ms.exec(out) ?? [];
  return JSON.parse(text);
}

test('doctor: with a service account that has all permissions, names it and reports no failure', async (t) => {
  const { visit, ovh } = await startScenario(t);
  const { code, out, message } = await visit();
  assert.equal(code, 0, out);
  const urn = `urn:v1:eu:identity:credential:lo12345-ovh/oauth2-${ovh.serviceAccount.clientId}`;
  message('ok', 'service account', new RegExp(`order-cloud, ${urn} signs in to the account lo12345-ovh$`));
  message('ok', 'IAM policy', /allows all 16 actions that are needed$/);
  message('ok', 'account', /lo12345-ovh buys from OVHcloud FR$/);
  message('ok', 'plan', /is sold/);
  assert.doesNotMatch(out, /ok +(key|permissions)/);
});

test('doctor: on ovh-us, does not ask for actions of calls that do not exist there', async (t) => {
  const { visit } = await startScenario(t, { endpoint: 'ovh-us' });
  const { code, out, message } = await visit({ OVH_SUBSIDIARY: 'US' });
  assert.equal(code, 0, out);
  message('ok', 'service account', /urn:v1:us:identity:credential/);
  message('ok', 'IAM policy', /allows all 14 actions/);
});

test('doctor: names the actions that the policy lacks, with a policy to paste that has exactly these', async (t) => {
  const { visit, ovh } = await startScenario(t);
  ovh.denyAction('order:apiovh:cart/checkout/execute');
  ovh.denyAction('publicCloudProject:apiovh:get');
  const { code, out, message } = await visit();
  assert.equal(code, 1);
  message(
    'failure',
    'IAM policy',
    /lacks order:apiovh:cart\/checkout\/execute, publicCloudProject:apiovh:get$/,
    /https:\/\/eu\.api\.ovh\.com\/console\//,
  );
  const policy = pasted(out);
  assert.deepEqual(policy, {
    name: 'order-cloud',
    description: 'What order-cloud needs to order Public Cloud projects and to follow its orders',
    identities: [`urn:v1:eu:identity:credential:lo12345-ovh/oauth2-${ovh.serviceAccount.clientId}`],
    resources: [
      { urn: 'urn:v1:eu:resource:account:lo12345-ovh' },
      { urn: 'urn:v1:eu:resource:publicCloudProject:*' },
    ],
    permissions: {
      allow: [{ action: 'order:apiovh:cart/checkout/execute' }, { action: 'publicCloudProject:apiovh:get' }],
    },
  });
  const machine = JSON.parse((await visit({}, { args: ['--json'] })).out);
  const finding = machine.findings.find(({ check }: { check: string }) => check === 'IAM policy');
  assert.deepEqual(JSON.parse(finding.paste), policy);
  message('ok', 'plan', /is sold/);
});

test('doctor: where the app confirms free orders, also requires that action', async (t) => {
  const { visit } = await startScenario(t);
  const { code, out, message } = await visit({ OVH_SETTLE_FREE_ORDERS: 'true' });
  assert.equal(code, 1);
  message('failure', 'IAM policy', /lacks account:apiovh:me\/order\/payWithRegisteredPaymentMean$/, /./);
  const { permissions } = Object(pasted(out));
  assert.deepEqual(permissions.allow, [{ action: 'account:apiovh:me/order/payWithRegisteredPaymentMean' }]);
  message('ok', 'free orders', /the app confirms them automatically/);
});

test('doctor: without permission to read usage, only warns: orders work anyway', async (t) => {
  const actions = ['current', 'forecast'].map((which) => `publicCloudProject:apiovh:usage/${which}/get`);
  const { visit, ovh } = await startScenario(t);
  for (const action of actions) ovh.denyAction(action);
  const { code, out, message } = await visit();
  assert.equal(code, 0, out);
  message('warning', 'IAM policy', /usage\/current\/get, .*: it can order, but/, /Or set BUDGET=off/);
  assert.deepEqual(
    Object(pasted(out)).permissions.allow,
    actions.map((action) => ({ action })),
  );
  const off = await visit({ BUDGET: 'off' });
  off.message('ok', 'IAM policy', /allows all 14 actions/);
  assert.doesNotMatch(off.out, /usage|budget/i);
});

test('doctor: reports whether the form asks for budgets, and how often usage is read', async (t) => {
  const { visit } = await startScenario(t);
  const { message } = await visit({ BUDGET: 'required', BUDGET_CHECK_HOURS: '6' });
  message('ok', 'budgets', /a monthly budget is required \(BUDGET=required\), and .* every 6 h/);
});

test('doctor: a suggested policy names only the resources of the missing actions', async (t) => {
  const { visit, ovh } = await startScenario(t);
  ovh.denyAction('publicCloudProject:apiovh:get');
  const { resources } = Object(pasted((await visit()).out));
  assert.deepEqual(resources, [{ urn: 'urn:v1:eu:resource:publicCloudProject:*' }]);
});

test('doctor: without any policy, reports all actions as missing and creates no cart', async (t) => {
  const { visit, ovh } = await startScenario(t, { allowedActions: [] });
  const { code, out, message } = await visit();
  assert.equal(code, 1);
  message('skipped', 'plan', /./);
  assert.equal(Object(pasted(out)).permissions.allow.length, 16);
  assert.ok(!ovh.calls.some(({ method, path }) => method === 'POST' && path === '/order/cart'));
});

test('doctor: a service account that could not delete its carts creates none', async (t) => {
  const { visit, ovh } = await startScenario(t);
  ovh.denyAction('order:apiovh:cart/delete');
  (await visit()).message('skipped', 'plan', /may not create and delete one/);
  assert.ok(!ovh.calls.some(({ method, path }) => method === 'POST' && path === '/order/cart'));
});

test('doctor: explains that OVHcloud rejects the client id or secret', async (t) => {
  const { visit } = await startScenario(t);
  for (const wrong of [{ OVH_CLIENT_ID: 'another' }, { OVH_CLIENT_SECRET: 'another-secret' }]) {
    const { code, message } = await visit(wrong);
    assert.equal(code, 1);
    message(
      'failure',
      'service account',
      /\(ovh-eu\) does not accept OVH_CLIENT_ID and OVH_CLIENT_SECRET \(401 invalid_client\)$/,
      /OVH_ENDPOINT is the region of the account/,
    );
    message('skipped', 'permissions, account, plan', /before the app can sign in/);
  }
});

test('doctor: reports that tokens cannot be issued at the moment', async (t) => {
  const { visit, ovh } = await startScenario(t);
  ovh.faults.add({ kind: 'html-502', method: 'POST', path: '/auth/oauth2/token', times: 2 });
  const { code, message } = await visit();
  assert.equal(code, 1);
  message('failure', 'service account', /cannot be reached for GET \/auth\/details/, /./);
});

test('doctor: warns when IAM does not say what is allowed', async (t) => {
  const { visit, ovh } = await startScenario(t);
  const check = { method: 'POST', path: '/v2/iam/resource/{resourceURN}/authorization/check' } as const;
  ovh.faults.add({ ...check, kind: 'server-error', times: 2 });
  const { code, message } = await visit();
  assert.equal(code, 0);
  message('warning', 'IAM policy', /could not be checked/, /docs\/setup\.md/);
});

test('doctor: fails when both ways to sign in to OVHcloud are set', async (t) => {
  const { visit } = await startScenario(t);
  const { code, message } = await visit({ OVH_CONSUMER_KEY: 'a-consumer-key' });
  assert.equal(code, 1);
  message('failure', 'OVH_CLIENT_ID, OVH_CLIENT_SECRET, OVH_CONSUMER_KEY', /settings of both are set/, /./);
  message('skipped', 'sign-in', /before the settings above/);
});
