import assert from 'node:assert/strict';
import { describe, it, type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { OPTIONAL_ACTIONS, SMALLEST_POLICY } from '../../src/sandbox/ovhcloud/iam.ts';
import { OPTIONAL_PERMISSIONS, smallestPermissions } from '../../src/sandbox/ovhcloud/permissions.ts';
import { SIGN_INS } from '../fakes/settings.ts';
import type { FakeMessage } from '../fakes/slack/server.ts';
import { firstOf, onlyAtFullSize } from '../size.ts';
import { fastClock } from './fast-clock.ts';
import {
  hasText,
  orderAndQuote,
  reply,
  type Scenario,
  type ScenarioOptions,
  startScenario,
  until,
} from './scenario.ts';

const SETTLE = { method: 'POST', path: '/me/order/{orderId}/payWithRegisteredPaymentMean' } as const;
const STATUS = { method: 'GET', path: '/me/order/{orderId}/status' } as const;
const MINUTE = 60_000;
/** With the permission and the action that confirming takes. */
const ALLOWED = {
  permissions: [...smallestPermissions('ovh-eu'), ...OPTIONAL_PERMISSIONS],
  allowedActions: [...SMALLEST_POLICY, ...OPTIONAL_ACTIONS],
  delivery: { checking: 1, delivering: 1, projectAppears: 1 },
};
const ON = { OVH_SETTLE_FREE_ORDERS: 'true' };

function setFreeStage(t: TestContext, options: ScenarioOptions = {}): Promise<Scenario> {
  return startScenario(t, { ...options, ovhcloud: ALLOWED, settings: { ...ON, ...options.settings } });
}

/** Orders a project that costs nothing, and has it approved. */
async function approveFree(
  scenario: Scenario,
  name = 'free',
): Promise<{ root: FakeMessage; question: FakeMessage }> {
  const { root, question } = await orderAndQuote(scenario, { Voucher: 'FREE100' }, name);
  await scenario.slack.as('U0APP1').click(question, 'Approve');
  return { root, question };
}

/** The confirmations that OVHcloud was asked for, with its answers. */
function confirmations({ ovh }: Scenario): (number | null)[] {
  const sent = ovh.calls.filter(({ method, template }) => method === 'POST' && template === SETTLE.path);
  return sent.map(({ status }) => status);
}

/** Whether the order's status was asked before each confirmation but the first, since the one before. */
function askedInBetween({ ovh }: Scenario): boolean {
  const calls = ovh.calls.map(({ method, template }) => `${method} ${template}`);
  const names = calls.filter((call) => call.endsWith('/status') || call.startsWith(`POST ${SETTLE.path}`));
  return names.every((call, index) => !call.startsWith('POST') || names[index - 1]?.startsWith('GET'));
}

describe('an order that costs nothing, where the app confirms such orders', { concurrency: 2 }, () => {
  for (const signIn of firstOf(1, SIGN_INS)) {
    it(`needs no click after its approval until its project is ready (${signIn})`, async (t) => {
      const scenario = await setFreeStage(t, { signIn });
      const { root, question } = await orderAndQuote(scenario, { Voucher: 'FREE100' });
      const dialog = scenario.slack.as('U0APP1').confirmOf(question, 'Approve');
      assert.match(dialog, /costs nothing, so the app also confirms the order/);
      await scenario.slack.as('U0APP1').click(question, 'Approve');
      await reply(scenario, root, /\*Confirmed\*: OVHcloud order/);
      await until(scenario, root, /\*Ready\*/);
      assert.deepEqual(confirmations(scenario), [200]);
      const [placed] = [...scenario.ovh.orders.values()];
      assert.equal(placed?.paidBy, 'fidelity account');
      const sent = scenario.ovh.calls.find(({ template }) => template === SETTLE.path);
      assert.deepEqual(sent?.body, { paymentMean: 'fidelityAccount' });
      assert.ok(!scenario.slack.thread(root).some((message) => hasText(message, '"text":"Pay"')));
    });
  }

  for (const kind of firstOf(1, ['lose-answer', 'reset-before', 'cut-body', 'html-502'] as const)) {
    it(`has its confirmation retried after its status was read, if the answer is lost (${kind})`, async (t) => {
      const scenario = await setFreeStage(t);
      scenario.ovh.faults.add({ ...SETTLE, kind });
      const { root } = await approveFree(scenario);
      await reply(scenario, root, /\*Confirmed\*/);
      const hadEffect = kind === 'lose-answer' || kind === 'cut-body';
      assert.equal(confirmations(scenario).length, hadEffect ? 1 : 2);
      assert.ok(askedInBetween(scenario));
      assert.ok(!scenario.slack.thread(root).some((message) => hasText(message, 'could not confirm')));
    });
  }

  const refusals = {
    'a refusal': {
      kind: 'refuse',
      status: 403,
      body: { message: "This order can't be paid with 'fidelityAccount'" },
    },
    'a missing permission': {
      kind: 'refuse',
      status: 403,
      body: { errorCode: 'NOT_GRANTED_CALL', message: 'This call has not been granted' },
    },
    'a region without the call': {
      kind: 'refuse',
      status: 404,
      body: { class: 'Client::NotFound', message: 'Got an invalid (or empty) URL' },
    },
  } as const;
  for (const [what, fault] of firstOf(1, Object.entries(refusals))) {
    it(`gets its payment link after ${what}, and the confirmation is not retried endlessly`, async (t) => {
      const scenario = await setFreeStage(t);
      scenario.ovh.faults.add({ ...SETTLE, ...fault, times: 9 });
      const { root } = await approveFree(scenario);
      const told = await reply(scenario, root, /<@U0REQ> the app could not confirm OVHcloud order/);
      const url = await reply(scenario, root, /orderPassword/);
      assert.ok(hasText(url, '"text":"Pay"') && hasText(url, 'still takes one click'));
      await until(scenario, root, /someone has to confirm it with one click on the payment link/);
      assert.equal(confirmations(scenario).length, 1);
      const [placed] = [...scenario.ovh.orders.values()];
      assert.ok(placed);
      scenario.ovh.payOrder(placed.orderId);
      await scenario.slack.as('U0APP1').click(url, 'Pay');
      await until(scenario, root, /\*Ready\*/);
      await until(scenario, told, /could not confirm OVHcloud order \d+\."/);
      assert.equal(confirmations(scenario).length, 1);
    });
  }

  it('does not fail if a request sent twice is refused the second time', async (t) => {
    const scenario = await setFreeStage(t);
    const refused = { message: "This order can't be paid with 'fidelityAccount'" };
    const fault = scenario.ovh.faults.add({ ...SETTLE, kind: 'refuse', status: 403, body: refused });
    fault.triggered.then(() => {
      const [placed] = [...scenario.ovh.orders.values()];
      if (placed) scenario.ovh.payOrder(placed.orderId);
    });
    const { root } = await approveFree(scenario);
    await reply(scenario, root, /\*Confirmed\*/);
    assert.ok(!scenario.slack.thread(root).some((message) => hasText(message, 'could not confirm')));
  });

  it('is still confirmed if the app was killed at the moment of confirmation', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const scenario = await setFreeStage(t, { process: true });
    const hanging = scenario.ovh.faults.add({ ...SETTLE, kind: 'hang' });
    const { root } = await approveFree(scenario);
    await hanging.triggered;
    await scenario.app.kill();
    await scenario.start();
    await reply(scenario, root, /\*Confirmed\*/);
    assert.equal(confirmations(scenario).length, 2);
    assert.ok(askedInBetween(scenario));
  });

  it('gets its payment link if the setting was switched off before the confirmation', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const scenario = await setFreeStage(t, { process: true });
    const hanging = scenario.ovh.faults.add({ ...SETTLE, kind: 'hang' });
    const { root } = await approveFree(scenario);
    await hanging.triggered;
    await scenario.app.kill();
    await scenario.start({ OVH_SETTLE_FREE_ORDERS: 'false' });
    await reply(scenario, root, /could not confirm OVHcloud order/);
    await reply(scenario, root, /orderPassword/);
    assert.equal(confirmations(scenario).length, 1);
  });

  it('needs approval again if the setting was switched on after the approval', async (t) => {
    const scenario = await setFreeStage(t, { settings: { OVH_SETTLE_FREE_ORDERS: 'false' } });
    const { root, question } = await orderAndQuote(scenario, { Voucher: 'FREE100' });
    assert.doesNotMatch(scenario.slack.as('U0APP1').confirmOf(question, 'Approve'), /the app also confirms/);
    await scenario.app.stop();
    await scenario.start(ON);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /Nothing was ordered: the price is still €0.00/);
    assert.equal(scenario.ovh.orders.size, 0);
    const again = await reply(scenario, root, /: approve /);
    await scenario.slack.as('U0APP1').click(again, 'Approve');
    await reply(scenario, root, /\*Confirmed\*/);
  });

  it('needs no confirmation if OVHcloud confirmed it itself (OVH_AUTOPAY)', async (t) => {
    const scenario = await setFreeStage(t, { settings: { OVH_AUTOPAY: 'true' } });
    const { root } = await approveFree(scenario);
    await reply(scenario, root, /\*Confirmed\*/);
    assert.deepEqual(confirmations(scenario), []);
  });

  it('is reported to the requester only if so configured, with a payment link only if needed', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const scenario = await setFreeStage(t, { settings: { CHECKOUT_URL_TO: 'requester' } });
    scenario.ovh.faults.add({ ...SETTLE, kind: 'refuse', status: 403, body: { message: 'no' } });
    const { root } = await approveFree(scenario);
    await reply(scenario, root, /could not confirm .* in your direct messages/);
    const direct = () =>
      scenario.slack.directMessages('U0REQ').find((message) => hasText(message, 'orderPassword'));
    await scenario.slack.until(direct, 'the checkout URL in a direct message');
    assert.ok(!scenario.slack.thread(root).some((message) => hasText(message, 'orderPassword')));
  });
});

describe('an order that costs something', () => {
  it('is never confirmed by the app, and gets its payment link', async (t) => {
    const scenario = await setFreeStage(t);
    const { root, question } = await orderAndQuote(scenario, { Voucher: 'CREDIT5' });
    assert.match(scenario.slack.as('U0APP1').confirmOf(question, 'Approve'), /paid with the payment link/);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /orderPassword/);
    await until(scenario, root, /expires unless it is paid by/);
    assert.deepEqual(confirmations(scenario), []);
  });

  it('is not confirmed although its quote was 0, and the thread warns of the different price', async (t) => {
    const scenario = await setFreeStage(t);
    const { root, question } = await orderAndQuote(scenario, { Voucher: 'FREE100' });
    // The voucher is used up in the moment of the checkout.
    const checkout = { method: 'POST', path: '/order/cart/{cartId}/checkout' } as const;
    const { ovh, slack } = scenario;
    const price = (value: number) => ({ currencyCode: 'EUR', value, text: '', priceInUcents: value * 1e8 });
    const prices = { withTax: price(12), withoutTax: price(10), tax: price(2), reduction: null };
    const change = (answer: Record<string, unknown>) => {
      Object.assign(ovh.orders.get(Number(answer.orderId)) ?? {}, { prices });
      return { ...answer, prices };
    };
    ovh.faults.add({ ...checkout, kind: 'change-answer', change });
    await slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /\*not\* the approved price of €0.00/);
    await until(scenario, root, /expires unless it is paid by/);
    assert.deepEqual(confirmations(scenario), []);
  });
});

describe('where the app does not confirm free orders', () => {
  it('OVHcloud is never asked to confirm one, and a person uses the payment link', async (t) => {
    const scenario = await startScenario(t);
    const { root } = await approveFree(scenario);
    await reply(scenario, root, /still takes one click/);
    await until(scenario, root, /someone has to confirm it/);
    assert.deepEqual(confirmations(scenario), []);
  });
});

/** Whether the order's status was read after the last call to `path`. */
function isStatusReadSince({ ovh: { calls } }: Scenario, path: string): boolean {
  const last = calls.findLastIndex(({ template }) => template === path);
  return calls.slice(last + 1).some(({ template }) => template === STATUS.path);
}

test('a confirmation that takes too long is left to a person', async (t) => {
  const { now, jump } = fastClock(t, { speed: 5 });
  const scenario = await startScenario(t, {
    now,
    ovhcloud: { ...ALLOWED, delivery: { checking: 3, delivering: 3, projectAppears: 3 } },
    settings: ON,
  });
  const { ovh } = scenario;

  await t.test('after ten minutes without an answer from OVHcloud', async () => {
    ovh.faults.add({ ...SETTLE, kind: 'html-502', times: 1_000 });
    const { root } = await approveFree(scenario, 'unanswered');
    await scenario.slack.until(() => confirmations(scenario).length > 0, 'a first try');
    jump(10 * MINUTE);
    await reply(scenario, root, /could not confirm OVHcloud order/);
    await reply(scenario, root, /orderPassword/);
    ovh.faults.clear();
  });

  await t.test(
    'a quarter of an hour after OVHcloud accepted it, if the order’s status does not show it',
    async () => {
      const before = confirmations(scenario).length;
      ovh.faults.add({ ...STATUS, kind: 'refuse', status: 200, body: 'notPaid', times: 1_000 });
      const { root } = await approveFree(scenario, 'not-shown');
      await scenario.slack.until(() => confirmations(scenario).length === before + 1, 'the confirmation');
      // The app has noted when OVHcloud accepted it: it goes on to look at the status.
      await scenario.slack.until(() => isStatusReadSince(scenario, SETTLE.path), 'a look at its status');
      const isLeft = () =>
        scenario.slack.thread(root).some((message) => hasText(message, 'could not confirm OVHcloud order'));
      const looks = () => ovh.calls.filter(({ template }) => template === STATUS.path).length;
      const looksBefore = looks();
      jump(14 * MINUTE);
      await scenario.slack.until(() => looks() > looksBefore, 'a look after 14 minutes');
      await until(scenario, root, /the app confirms it at OVHcloud/);
      assert.ok(!isLeft());
      for (; !isLeft(); await pause(20)) jump(10_000);
      assert.equal(confirmations(scenario).length, before + 1, 'it is not confirmed again');
      ovh.faults.clear();
    },
  );
});
