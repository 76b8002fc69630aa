import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTokenLink, regions, requiredPermissions } from '../../src/config/regions.ts';
import type { LocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';
import { onlyAtFullSize } from '../size.ts';
import { startDoctorScenario } from './doctor-scenario.ts';

const EU = regions['ovh-eu'];
const FULL_LINK = createTokenLink(EU, requiredPermissions(EU));
const DAY = 86_400_000;
const escaped = (text: string) => text.replace(/[.+?^${}()|[\]\\*]/g, '\\$&');

/** What OVHcloud answers to one call, in place of its own answer. */
function answerTo(ovh: LocalOvhcloud, path: string, body: unknown, status = 200): void {
  ovh.faults.add({ kind: 'refuse', method: 'GET', path, status, body });
}

test('doctor: for rejected keys, says which of the three is wrong and how to create new ones, and still checks Slack', async (t) => {
  const { visit } = await startDoctorScenario(t);
  const consumer = await visit({ OVH_CONSUMER_KEY: 'anotherkey' });
  assert.equal(consumer.code, 1);
  consumer.message(
    'failure',
    'key',
    /OVH_CONSUMER_KEY is unknown, has expired/,
    new RegExp(escaped(FULL_LINK)),
  );
  consumer.message('skipped', 'permissions, account, plan', /before the app can sign in/);
  consumer.message('ok', 'bot token', /Cloud team/);
  const application = await visit({ OVH_APPLICATION_KEY: 'anotherkey' });
  application.message(
    'failure',
    'key',
    /does not know OVH_APPLICATION_KEY/,
    /OVH_ENDPOINT is the region of your account/,
  );
  const secret = await visit({ OVH_APPLICATION_SECRET: 'anothersecret' });
  secret.message(
    'failure',
    'key',
    /OVH_APPLICATION_SECRET does not belong/,
    /Correct OVH_APPLICATION_SECRET/,
  );
});

test('doctor: warns about a key that expires soon, and fails for one that has expired or was never confirmed', async (t) => {
  const { visit, ovh } = await startDoctorScenario(t);
  ovh.key.expiration = new Date(Date.now() + 3 * DAY);
  const soon = await visit();
  assert.equal(soon.code, 0);
  const date = ovh.key.expiration.toISOString().slice(0, 10);
  soon.message(
    'warning',
    'key',
    new RegExp(`expires on ${date}: after that`),
    new RegExp(escaped(FULL_LINK)),
  );
  ovh.key.expiration = new Date(Date.now() + 90 * DAY);
  (await visit()).message('ok', 'key', /works until \d{4}-\d\d-\d\d$/);
  ovh.key.expiration = new Date(Date.now() - DAY);
  (await visit()).message('failure', 'key', /has expired/, /Create a new key/);
  answerTo(ovh, '/auth/currentCredential', { status: 'pendingValidation', expiration: null, rules: [] });
  (await visit()).message('failure', 'key', /its state is "pendingValidation"/, /Create a new key/);
});

test('doctor: names missing permissions and gives a link that asks for exactly these', async (t) => {
  const { visit, ovh } = await startDoctorScenario(t);
  ovh.deny('GET', '/me/order/*');
  ovh.deny('GET', '/cloud/project');
  const { code, out, message } = await visit();
  assert.equal(code, 1);
  message(
    'failure',
    'permissions',
    /the key lacks GET \/me\/order\/\*, GET \/cloud\/project$/,
    /The permissions of a key cannot be changed/,
  );
  const [exact, full] = out.match(/https:\S+createToken\S+/g) ?? [];
  assert.equal(exact, 'https://eu.api.ovh.com/createToken/?GET=/me/order/*&GET=/cloud/project');
  assert.equal(full, FULL_LINK);
  message('ok', 'plan', /is sold/);
});

test('doctor: where the app confirms free orders, every link also asks for that permission', async (t) => {
  const { visit, ovh } = await startDoctorScenario(t);
  const on = { OVH_SETTLE_FREE_ORDERS: 'true' };
  const { code, message, out } = await visit(on);
  assert.equal(code, 1);
  message(
    'failure',
    'permissions',
    /the key lacks POST \/me\/order\/\*\/payWithRegisteredPaymentMean$/,
    /createToken\/\?POST=\/me\/order\/\*\/payWithRegisteredPaymentMean\n/,
  );
  message('ok', 'free orders', /the app confirms them automatically/);
  assert.equal(out.match(/payWithRegisteredPaymentMean/g)?.length, 3);
  ovh.key.expiration = new Date(Date.now() - DAY);
  assert.match((await visit(on)).out, /payWithRegisteredPaymentMean/);
  const off = await visit();
  assert.doesNotMatch(off.out, /payWithRegisteredPaymentMean|free orders/);
});

test('doctor: accepts a key with wider permissions than needed', async (t) => {
  const methods = ['GET', 'POST', 'PUT', 'DELETE'];
  const { visit } = await startDoctorScenario(t, {
    permissions: methods.map((method) => ({ method, path: '/*' })),
  });
  const { code, message } = await visit();
  assert.equal(code, 0);
  message(
    'ok',
    'permissions',
    /all 14 that are needed; not needed: GET \/\*, POST \/\*, PUT \/\*, DELETE \/\*$/,
  );
});

test('doctor: with a key that may not read its own permissions, creates no cart that it might be unable to delete', async (t) => {
  const { visit, ovh } = await startDoctorScenario(t);
  ovh.deny('GET', '/auth/currentCredential');
  const { code, message } = await visit();
  assert.equal(code, 1);
  message(
    'failure',
    'permissions',
    /lacks GET \/auth\/currentCredential/,
    /createToken\/\?GET=\/auth\/currentCredential\n/,
  );
  message('ok', 'account', /lo12345-ovh/);
  message('skipped', 'plan', /the app may not create and delete one/);
  assert.ok(!ovh.calls.some(({ method }) => method === 'POST'));
});

test('doctor: creates no cart with a key that may create carts but not delete them', async (t) => {
  const { visit, ovh } = await startDoctorScenario(t);
  ovh.deny('DELETE', '/order/cart/*');
  const { message } = await visit();
  message(
    'failure',
    'permissions',
    /lacks DELETE \/order\/cart\/\*$/,
    /createToken\/\?DELETE=\/order\/cart\/\*\n/,
  );
  message('skipped', 'plan', /see above/);
  assert.ok(!ovh.calls.some(({ method }) => method === 'POST'));
});

test('doctor: explains that OVHcloud is unreachable, has an untrusted certificate, or is not OVHcloud', {
  skip: onlyAtFullSize,
}, async (t) => {
  const { visit, slack } = await startDoctorScenario(t);
  const away = await visit({ OVH_ENDPOINT: 'https://127.0.0.1:1/1.0' });
  assert.equal(away.code, 1);
  away.message(
    'failure',
    'reachable',
    /cannot be reached for GET \/auth\/time \(ECONNREFUSED\)/,
    /Check OVH_ENDPOINT/,
  );
  away.message('ok', 'bot token', /Cloud team/);
  const untrusted = await visit({ NODE_EXTRA_CA_CERTS: '' }, { process: true });
  untrusted.message(
    'failure',
    'reachable',
    /cannot be reached/,
    /certificate is not trusted.*NODE_EXTRA_CA_CERTS/,
  );
  const http = slack.apiUrl.replace('http:', 'https:').replace('/api/', '/1.0');
  (await visit({ OVH_ENDPOINT: http })).message(
    'failure',
    'reachable',
    /cannot be reached/,
    /Check OVH_ENDPOINT/,
  );
});

test('doctor: fails when OVHcloud does not answer in time', async (t) => {
  const { visit, ovh } = await startDoctorScenario(t);
  ovh.faults.add({ kind: 'hang', method: 'GET', path: '/auth/time' });
  const { code, message } = await visit({ OVH_TIMEOUT_SECONDS: '0.5' });
  assert.equal(code, 1);
  message('failure', 'reachable', /did not answer GET \/auth\/time in time/, /Check the network/);
});

test('doctor: warns about a small clock skew, and fails at one that Slack would reject', async (t) => {
  const { visit, ovh } = await startDoctorScenario(t);
  const now = () => Math.floor(Date.now() / 1000);
  answerTo(ovh, '/auth/time', now() + 60);
  const behind = await visit();
  assert.equal(behind.code, 0);
  behind.message('warning', 'clock', /is (59|60|61) s behind OVHcloud's/, /NTP/);
  answerTo(ovh, '/auth/time', now() - 900);
  const ahead = await visit();
  assert.equal(ahead.code, 1);
  ahead.message(
    'failure',
    'clock',
    /is (899|900|901) s ahead of OVHcloud's: times on orders are wrong/,
    /NTP/,
  );
  ahead.message('ok', 'plan', /is sold/);
});

test('doctor: fails for a subsidiary other than the account’s, or of another region', async (t) => {
  const { visit } = await startDoctorScenario(t);
  const other = await visit({ OVH_SUBSIDIARY: 'IE' });
  assert.equal(other.code, 1);
  other.message(
    'failure',
    'subsidiary',
    /OVH_SUBSIDIARY is IE, and the account belongs to FR/,
    /set it to FR/,
  );
  const canada = await startDoctorScenario(t, { endpoint: 'ovh-ca' });
  const lost = await canada.visit();
  assert.equal(lost.code, 1);
  lost.message('failure', 'subsidiary', /CA does not belong to ovh-eu/, /OVH_SUBSIDIARY=CA/);
  assert.equal((await canada.visit({ OVH_SUBSIDIARY: 'CA' })).code, 0);
});

test('doctor: warns when OVHcloud still requires something of the account', async (t) => {
  const { visit, ovh } = await startDoctorScenario(t);
  Object.assign(ovh.account, { state: 'incomplete', kycValidated: false });
  answerTo(ovh, '/cloud/eligibility', { actionsRequired: ['askIncreaseProjectsQuota', 'somethingNew'] });
  const { code, message } = await visit();
  assert.equal(code, 0);
  message('warning', 'account', /still needs customer details/, /Control panel/);
  message('warning', 'account', /not confirmed \(KYC\)/, /documents/);
  message('warning', 'eligibility', /reached its limit of projects.*"somethingNew"/, /control panel/);
});

test('doctor: warns when there is no payment method, and fails if orders are to be charged automatically', async (t) => {
  const { visit, ovh } = await startDoctorScenario(t);
  (await visit({ OVH_AUTOPAY: 'true' })).message('ok', 'payment method', /approving an order charges it/);
  ovh.account.hasPaymentMethod = false;
  const byLink = await visit();
  assert.equal(byLink.code, 0);
  byLink.message(
    'warning',
    'payment method',
    /none is the default/,
    /Payment methods, and make it the default/,
  );
  const charged = await visit({ OVH_AUTOPAY: 'true' });
  assert.equal(charged.code, 1);
  charged.message('failure', 'payment method', /needs to charge one/, /set OVH_AUTOPAY=false/);
  Object.assign(ovh.account, { hasPaymentMethod: true, paymentMethodStatus: 'EXPIRED' });
  const expired = await visit({ OVH_AUTOPAY: 'true' });
  assert.equal(expired.code, 1);
  expired.message('failure', 'payment method', /the default one is not valid/, /Renew it/);
  assert.equal((await visit()).code, 0, 'nothing is charged');
});

test('doctor: lists the plans on sale when the configured one is not', async (t) => {
  const { visit } = await startDoctorScenario(t);
  const { code, message } = await visit({ OVH_PLAN_CODE: 'project' });
  assert.equal(code, 1);
  message(
    'failure',
    'plan',
    /project is not sold by OVHcloud FR; .*: project\.discovery, project\.2018$/,
    /Leave OVH_PLAN_CODE empty/,
  );
});

const cart = '/order/cart/{cartId}';
test('doctor: deletes its cart whichever call fails, and says so if it cannot', async (t) => {
  const { visit, ovh } = await startDoctorScenario(t);
  ovh.faults.add({ kind: 'lose-answer', method: 'POST', path: '/order/cart' });
  (await visit()).message('failure', 'plan', /POST \/order\/cart/, /./);
  ovh.faults.add({ kind: 'html-502', method: 'GET', path: `${cart}/cloud`, times: 2 });
  (await visit()).message('failure', 'plan', /refused GET .*cloud: 502/, /Try again/);
  ovh.faults.add({ kind: 'server-error', method: 'DELETE', path: cart, times: 2 });
  const left = await visit({}, { carts: 1 });
  assert.equal(left.code, 0);
  left.message('warning', 'plan', /is sold/, /could not be deleted: it expires at OVHcloud after 10 minutes/);
  const [kept] = ovh.carts.values();
  assert.ok(kept && !kept.assigned && kept.items.length === 0);
  assert.ok(kept.expire.getTime() < Date.now() + 10 * 60_000);
});

test('doctor: explains that an IAM policy forbids a call', async (t) => {
  const { visit, ovh } = await startDoctorScenario(t);
  const forbidden = { class: 'Client::Forbidden', message: 'User not granted for this request' };
  answerTo(ovh, '/me', forbidden, 403);
  const { code, message } = await visit();
  assert.equal(code, 1);
  message('failure', 'account', /refused GET \/me: 403 Client::Forbidden \(query ID \S+\)$/, /IAM policies/);
  message('skipped', 'plan', /the subsidiary is not known/);
});

test('doctor: names the forbidden IAM action and who can allow it', async (t) => {
  const { visit, ovh } = await startDoctorScenario(t);
  ovh.denyAction('account:apiovh:me/get', 'IAM');
  ovh.denyAction('account:apiovh:me/payment/method/get', 'Authentication');
  const { message } = await visit();
  message('failure', 'account', /refused GET \/me: 403/, /Allow account:apiovh:me\/get in an IAM policy/);
  message(
    'failure',
    'payment method',
    /lacks permission for GET \/me\/payment\/method \(account:apiovh:me\/payment\/method\/get\)$/,
    /See "permissions"/,
  );
});

/** The same refusals as the app's threads, in the shapes that are known of them. */
const KEY_REFUSALS = [
  {
    status: 403,
    body: {
      errorCode: 'NOT_CREDENTIAL',
      httpCode: '403 Forbidden',
      message: 'This credential does not exist',
    },
    message: /OVH_CONSUMER_KEY is unknown/,
  },
  {
    status: 403,
    body: { class: 'Client::Forbidden', message: 'Invalid application key' },
    message: /does not know OVH_APPLICATION_KEY/,
  },
  {
    status: 403,
    body: { class: 'Client::Forbidden', message: 'This call has not been granted' },
    message: /its other permissions cannot be checked/,
  },
  {
    status: 400,
    body: { class: 'Client::BadRequest', message: 'Query out of time' },
    message: /the request's timestamp is too far off/,
  },
];

test('doctor: distinguishes key refusals by their wording where they share an error code', async (t) => {
  const { visit, ovh } = await startDoctorScenario(t);
  for (const { status, body, message: what } of KEY_REFUSALS) {
    answerTo(ovh, '/auth/currentCredential', body, status);
    const { code, out } = await visit();
    assert.equal(code, 1);
    assert.match(out, what);
  }
});

test('doctor: quotes an unknown refusal in OVHcloud’s own words', async (t) => {
  const { visit, ovh } = await startDoctorScenario(t);
  answerTo(ovh, '/me', { class: 'Client::Teapot', message: 'Only\ntea is served' }, 418);
  const { message } = await visit();
  message(
    'failure',
    'account',
    /refused GET \/me: 418 Client::Teapot .*: "Only tea is served"$/,
    /OVHcloud support/,
  );
});
