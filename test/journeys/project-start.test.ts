import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { OPTIONAL_ACTIONS, SMALLEST_POLICY } from '../../src/sandbox/ovhcloud/iam.ts';
import { OPTIONAL_PERMISSIONS, smallestPermissions } from '../../src/sandbox/ovhcloud/permissions.ts';
import { openDatabase } from '../../src/store/database.ts';
import { SIGN_INS } from '../fakes/settings.ts';
import type { FakeMessage, OpenModal } from '../fakes/slack/server.ts';
import { firstOf, onlyAtFullSize } from '../size.ts';
import {
  ephemeralFor,
  hasText,
  orderProject,
  reply,
  type Scenario,
  type ScenarioOptions,
  startScenario,
  until,
} from './scenario.ts';

const CREDIT = '/cloud/project/{serviceName}/credit';
const ALLOWED = {
  permissions: [...smallestPermissions('ovh-eu'), ...OPTIONAL_PERMISSIONS],
  allowedActions: [...SMALLEST_POLICY, ...OPTIONAL_ACTIONS],
};
/** What shared messages say, in the language of the channel. */
const ENGLISH = { question: /: approve /, approve: 'Approve', ready: /\*Ready\*/ };
const GERMAN = { question: /genehmigen\?/, approve: 'Genehmigen', ready: /\*Bereit\*/ };
/** As soon as it is paid, the project is there. */
const AT_ONCE = { delivery: { checking: 0, delivering: 0, projectAppears: 0 } };

/** Orders a project, and brings it to where it is ready. Gives the message to the requester in person. */
async function readyProject(
  t: TestContext,
  { ovhcloud, ...options }: ScenarioOptions = {},
  { fields = {}, shared = ENGLISH }: { fields?: Record<string, string>; shared?: typeof ENGLISH } = {},
): Promise<{ scenario: Scenario; root: FakeMessage; direct: FakeMessage }> {
  const scenario = await startScenario(t, { ...options, ovhcloud: { ...ALLOWED, ...AT_ONCE, ...ovhcloud } });
  const { slack, ovh } = scenario;
  const root = await orderProject(scenario, fields);
  const question = await reply(scenario, root, shared.question);
  await slack.as('U0APP1').click(question, shared.approve);
  await reply(scenario, root, /orderPassword/);
  for (const { orderId } of ovh.orders.values()) ovh.payOrder(orderId);
  await until(scenario, root, shared.ready);
  const found = () =>
    slack.directMessages('U0REQ').find((message) => hasText(message, /moon-base.* is ready/));
  const direct = await slack.until(found, 'the direct message that it is ready');
  return { scenario, root, direct };
}

/** Rita clicks `Add voucher`. */
async function openVoucherModal({ slack }: Scenario, direct: FakeMessage): Promise<OpenModal> {
  const rita = slack.as('U0REQ');
  await rita.click(direct, 'Add voucher');
  return rita.modal();
}

/** Rita clicks `Add voucher` and submits the form. */
async function addVoucher(scenario: Scenario, direct: FakeMessage, code: string) {
  const modal = await openVoucherModal(scenario, direct);
  modal.fill({ Voucher: code });
  return modal.submit();
}

/** The vouchers that OVHcloud was sent for the project. */
function sent({ ovh }: Scenario): unknown[] {
  return ovh.calls
    .filter(({ method, template }) => method === 'POST' && template === CREDIT)
    .map(({ body }) => Object(body).code);
}

function creditsOf({ ovh }: Scenario): string[] {
  return [...ovh.orders.values()].flatMap(({ credits }) => credits.map(({ voucher }) => voucher));
}

describe('a project that is ready', { concurrency: 2 }, () => {
  it('is announced with its first steps, in the reader’s language', async (t) => {
    const { scenario, root, direct } = await readyProject(
      t,
      { settings: { LOCALE: 'de' } },
      { shared: GERMAN },
    );
    const [placed] = [...scenario.ovh.orders.values()];
    assert.ok(placed);
    const page = `https://manager.eu.ovhcloud.com/#/public-cloud/pci/projects/${placed.projectId}`;
    const ready = scenario.slack.thread(root).find((message) => hasText(message, ':tada:'));
    assert.ok(ready);
    for (const path of ['users', 'quota', 'ssh', 'billing']) {
      assert.ok(hasText(direct, `<${page}/${path}|`) && hasText(ready, `<${page}/${path}|`), path);
    }
    assert.ok(hasText(ready, 'Erste Schritte:') && hasText(ready, 'docs.ovhcloud.com/de/'));
    assert.ok(hasText(direct, 'First steps:') && hasText(direct, 'docs.ovhcloud.com/en/'));
  });

  for (const signIn of firstOf(1, SIGN_INS)) {
    it(`accepts a voucher from its requester (${signIn}), which is never logged and only shown masked`, async (t) => {
      const { scenario, root, direct } = await readyProject(t, { signIn });
      assert.ok(!scenario.slack.thread(root).some((message) => hasText(message, 'Add voucher')));
      assert.deepEqual(await addVoucher(scenario, direct, 'CREDIT5'), { closed: true });
      await until(scenario, direct, /Voucher ••••T5 was added to the project/);
      assert.deepEqual(creditsOf(scenario), ['CREDIT5']);
      assert.ok(!hasText(direct, 'Add voucher'), 'it has one now');
      assert.doesNotMatch(scenario.logged(), /CREDIT5/);
      assert.doesNotMatch(JSON.stringify(scenario.slack.calls.map(({ args }) => args)), /CREDIT5/);
    });
  }

  it('explains why a voucher was refused, as for vouchers of an order, and accepts another one', async (t) => {
    const { scenario, direct } = await readyProject(t);
    await addVoucher(scenario, direct, 'EXPIRED');
    await until(scenario, direct, /••••ED was not added\. This voucher has expired\./);
    await addVoucher(scenario, direct, 'CREDIT5');
    await until(scenario, direct, /••••T5 was added/);
    assert.deepEqual(sent(scenario), ['EXPIRED', 'CREDIT5']);
    assert.doesNotMatch(scenario.logged(), /CREDIT5/);
  });

  it('counts only vouchers that OVHcloud refused towards the hourly limit', async (t) => {
    const { scenario, direct } = await readyProject(t);
    const checks = async () => {
      const db = await openDatabase(`sqlite:${scenario.folder}/orders.db`);
      const rows = await db.selectFrom('voucher_checks').selectAll().execute();
      await db.destroy();
      return rows.length;
    };
    await addVoucher(scenario, direct, 'EXPIRED');
    await until(scenario, direct, /••••ED was not added/);
    assert.equal(await checks(), 1);
    const late = await openVoucherModal(scenario, direct);
    await addVoucher(scenario, direct, 'CREDIT5');
    await until(scenario, direct, /••••T5 was added/);
    assert.equal(await checks(), 1, 'the accepted one does not count');
    late.fill({ Voucher: 'EXPIRED' });
    assert.ok('errors' in (await late.submit()), 'the project has one');
    assert.equal(await checks(), 1, 'OVHcloud was not asked');
  });

  for (const kind of firstOf(1, ['lose-answer', 'reset-before', 'html-502'] as const)) {
    it(`gets a voucher once although OVHcloud’s answer is lost (${kind})`, async (t) => {
      const { scenario, direct } = await readyProject(t);
      scenario.ovh.faults.add({ method: 'POST', path: CREDIT, kind });
      await addVoucher(scenario, direct, 'CREDIT5');
      await until(scenario, direct, /••••T5 was added/);
      assert.deepEqual(creditsOf(scenario), ['CREDIT5']);
      assert.equal(sent(scenario).length, kind === 'lose-answer' ? 1 : 2);
    });
  }

  it('gets a voucher that was entered just before the app was killed', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const { scenario, direct } = await readyProject(t, { process: true });
    const hanging = scenario.ovh.faults.add({ method: 'POST', path: CREDIT, kind: 'hang' });
    await addVoucher(scenario, direct, 'CREDIT5');
    await hanging.triggered;
    await scenario.app.kill();
    await scenario.start();
    await until(scenario, direct, /••••T5 was added/);
    assert.deepEqual(creditsOf(scenario), ['CREDIT5']);
  });

  it('refuses a malformed code and a second voucher', async (t) => {
    const { scenario, direct } = await readyProject(t);
    const modal = await openVoucherModal(scenario, direct);
    modal.fill({ Voucher: 'two words' });
    const outcome = await modal.submit();
    assert.ok('errors' in outcome && /one code/.test(JSON.stringify(outcome)));
    modal.fill({ Voucher: 'CREDIT5' });
    assert.deepEqual(await modal.submit(), { closed: true });
    await until(scenario, direct, /was added/);
    assert.deepEqual(sent(scenario), ['CREDIT5']);
  });

  it('offers no voucher if the order had one', async (t) => {
    const { scenario, direct } = await readyProject(t, {}, { fields: { Voucher: 'CREDIT5' } });
    assert.ok(!hasText(direct, 'Add voucher'));
    assert.ok(!scenario.ovh.calls.some(({ path }) => path.endsWith('/credit')));
  });

  for (const signIn of firstOf(1, SIGN_INS)) {
    it(`offers no voucher if the app may not add it (${signIn}), and makes no further calls`, async (t) => {
      const less = { permissions: smallestPermissions('ovh-eu'), allowedActions: SMALLEST_POLICY };
      const { scenario, direct } = await readyProject(t, { signIn, ovhcloud: less });
      assert.ok(!hasText(direct, 'Add voucher') && hasText(direct, 'First steps:'));
      assert.ok(!scenario.ovh.calls.some(({ path }) => path.endsWith('/credit')));
      const refused = scenario.ovh.calls.filter(({ status }) => status === 403);
      assert.deepEqual(refused, []);
    });
  }

  it('refuses a forged click on the voucher button from anyone but the requester', async (t) => {
    const { scenario, root, direct } = await readyProject(t);
    const { slack } = scenario;
    const ready = await reply(scenario, root, /:tada:/);
    const [orderId = ''] = /oc-[0-9a-f]+/.exec(JSON.stringify(direct.blocks)) ?? [];
    const button = {
      type: 'button',
      action_id: 'order_add_voucher',
      text: { type: 'plain_text', text: 'Add voucher' },
      value: `${orderId}:`,
    };
    const forged = { ...ready, blocks: [{ type: 'actions', elements: [button] }] };
    await slack.as('U0APP1').click(forged as FakeMessage, 'Add voucher');
    await ephemeralFor(scenario, 'U0APP1', /Only <@U0REQ>/);
    assert.deepEqual(sent(scenario), []);
  });
});
