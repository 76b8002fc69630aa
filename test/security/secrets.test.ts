import assert from 'node:assert/strict';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { openDatabase } from '../../src/store/database.ts';
import { startAppProcess } from '../journeys/app-under-test.ts';
import {
  askFor,
  hasText,
  leaveVoucherToOrder,
  orderAndQuote,
  orderProject,
  reply,
  type Scenario,
  startScenario,
  tokensIssued,
  until,
} from '../journeys/scenario.ts';
import { firstOf, onlyAtFullSize } from '../size.ts';
import { startSecretsScenario } from './secrets-scenario.ts';
import { foundIn } from './secrets-search.ts';

/** Vouchers that the local OVHcloud knows: one that works, and one that it refuses. */
const GOOD = 'CREDIT5';
const REFUSED = 'NEWCUSTOMER';
const CHECKOUT = { method: 'POST', path: '/order/cart/{cartId}/checkout' } as const;
const PREVIEW = { ...CHECKOUT, method: 'GET' } as const;

/** The keys and tokens that the app was started with, and those that it was given. */
function keysOf({ slack, ovh }: Scenario): Record<string, string> {
  const { applicationKey, applicationSecret, consumerKey } = ovh.credentials;
  const tokens = tokensIssued(ovh).map((token, number) => [`access token ${number}`, token]);
  return {
    clientSecret: ovh.serviceAccount.clientSecret,
    ...Object.fromEntries(tokens),
    botToken: slack.botToken,
    appToken: slack.appToken,
    signingSecret: slack.signingSecret,
    ...{ applicationKey, applicationSecret, consumerKey },
  };
}

/** The passwords in the checkout URLs, and the vouchers that were typed. */
function paidWith({ ovh }: Scenario): Record<string, string> {
  const passwords = [...ovh.orders.values()].map(({ orderId, orderPassword }) => [
    `password of ${orderId}`,
    orderPassword,
  ]);
  return { ...Object.fromEntries(passwords), good: GOOD, refused: REFUSED };
}

/** Every cell of the database, by table and column. */
async function cellsOf(
  scenario: Scenario,
  url = `sqlite:${scenario.folder}/orders.db`,
): Promise<[string, string][]> {
  const db = await openDatabase(url);
  try {
    const tables = await db.introspection.getTables();
    const cells: [string, string][] = [];
    for (const { name } of tables) {
      const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db);
      for (const row of rows) {
        for (const [column, value] of Object.entries(row)) cells.push([`${name}.${column}`, String(value)]);
      }
    }
    return cells;
  } finally {
    await db.destroy();
  }
}

/** Lets everything happen that may make the app talk: orders, refusals, lost answers, a Slack in trouble. */
async function noisyJourney(scenario: Scenario): Promise<void> {
  const { slack, ovh } = scenario;
  ovh.faults.add({ method: 'POST', path: '/order/cart', kind: 'html-502' });
  slack.faults.add({ method: 'chat.update', kind: 'status', status: 500, times: 2 });
  const { root, question } = await orderAndQuote(scenario, { Voucher: GOOD, Reason: 'noise' });
  ovh.faults.add({ ...CHECKOUT, kind: 'lose-answer' });
  const isNoUrl = (args: Record<string, unknown>) => !JSON.stringify(args).includes('orderPassword');
  slack.faults.add({ method: 'chat.postMessage', kind: 'lose-answer', when: isNoUrl });
  slack.faults.add({ method: 'chat.postMessage', kind: 'status', status: 429, retryAfter: 1 });
  await slack.as('U0APP1').click(question, 'Approve');
  await until(scenario, root, /Ordered/);

  leaveVoucherToOrder(scenario);
  const refused = await orderProject(scenario, { Voucher: REFUSED }, 'refused');
  const told = await reply(scenario, refused, /new customers only/);
  await slack.as('U0REQ').click(told, 'Try again');
  leaveVoucherToOrder(scenario);
  await (await slack.as('U0REQ').modal()).submit();
  const refusals = () => slack.thread(refused).filter((message) => hasText(message, /new customers only/));
  await slack.until(() => refusals().length === 2, 'the second refusal');
  const quotes = { class: 'Client::BadRequest', message: `No one wants ${REFUSED.toLowerCase()} here` };
  ovh.faults.add({ ...PREVIEW, kind: 'refuse', status: 400, body: quotes });
  ovh.faults.add({
    method: 'GET',
    path: '/cloud/eligibility',
    kind: 'refuse',
    status: 418,
    body: quotes,
    times: 2,
  });
  ovh.faults.add({ method: 'GET', path: '/me/payment/method', kind: 'cut-body' });
  const odd = await orderProject(scenario, { Voucher: REFUSED }, 'odd');
  await reply(scenario, odd, /No one wants ••••/);
  await (await askFor(scenario, 'x'.repeat(200))).submit();
  ovh.endTokens();
  ovh.deny('POST', '/order/cart/*');
  ovh.denyAction('order:apiovh:cart/assign');
  await reply(
    scenario,
    await orderProject(scenario, { Voucher: GOOD }, 'denied'),
    /lacks permission|access policy/,
  );
}

/** Where the checkout's password and the vouchers may be seen in Slack: the messages that hold them. */
function holders({ slack }: Scenario, secret: string): { method: string; args: Record<string, unknown> }[] {
  return slack.calls.filter(({ args, answer }) => JSON.stringify([args, answer]).includes(secret));
}

for (const [mode, checkoutUrlTo, signIn] of firstOf(1, [
  ['http', 'requester', 'service account'],
  ['socket', 'channel', 'application key'],
] as const)) {
  describe(`after a noisy journey over ${mode} (${signIn}), with the payment link for the ${checkoutUrlTo}`, () => {
    it('secrets appear only where they are needed', async (t) => {
      const scenario = await startScenario(t, { mode, signIn, settings: { CHECKOUT_URL_TO: checkoutUrlTo } });
      await noisyJourney(scenario);
      assert.equal(tokensIssued(scenario.ovh).length, signIn === 'service account' ? 2 : 0);
      const [placed] = [...scenario.ovh.orders.values()];
      assert.ok(placed);
      const { slack } = scenario;
      await slack.until(() => holders(scenario, placed.orderPassword).length > 0, 'the checkout URL');

      assert.deepEqual(
        foundIn(scenario.logged(), { ...keysOf(scenario), ...paidWith(scenario) }),
        [],
        'in the log',
      );
      assert.ok(scenario.logged().includes('"level":20'), 'the log says everything that it can');

      for (const [cell, text] of await cellsOf(scenario)) {
        const here = foundIn(text, { ...keysOf(scenario), ...paidWith(scenario) });
        if (cell === 'orders.body') continue;
        assert.deepEqual(here, [], cell);
      }
      const bodies = (await cellsOf(scenario))
        .filter(([cell]) => cell === 'orders.body')
        .map(([, text]) => text);
      assert.equal(bodies.filter((body) => body.includes(placed.orderPassword)).length, 1, 'in its own row');
      for (const body of bodies) assert.deepEqual(foundIn(body, keysOf(scenario)), [], 'keys are in no row');

      const withPassword = holders(scenario, placed.orderPassword);
      const places = new Set(withPassword.map(({ args }) => args.channel));
      // Who ordered always has it in their direct message.
      const expected = checkoutUrlTo === 'channel' ? ['C0CLOUD', 'D0REQ'] : ['D0REQ'];
      assert.deepEqual([...places].toSorted(), expected, 'the URL is in no other place');
      for (const { args } of withPassword) {
        assert.ok(!JSON.stringify(args.metadata ?? '').includes(placed.orderPassword), 'not in metadata');
        assert.deepEqual([args.unfurl_links, args.unfurl_media].includes(true), false, 'never unfurled');
      }
      const messages = [...slack.messages('C0CLOUD'), ...slack.directMessages('U0REQ')].flatMap((root) => [
        root,
        ...slack.thread(root),
      ]);
      const holding = new Set(
        messages.filter((message) => hasText(message, placed.orderPassword)).map(({ ts }) => ts),
      );
      assert.equal(holding.size, expected.length, 'one message of each place shows the URL');

      const forms = ['views.open', 'views.push', 'views.update'];
      for (const voucher of [GOOD, REFUSED]) {
        const elsewhere = holders(scenario, voucher).filter(({ method }) => !forms.includes(method));
        assert.deepEqual(elsewhere, [], `${voucher} is in no message`);
      }
      const keys = keysOf(scenario);
      assert.deepEqual(
        foundIn(JSON.stringify(slack.calls.map(({ args }) => args)), keys),
        [],
        'in a call to Slack',
      );

      for (const path of ['healthz', 'readyz', 'metrics', 'slack/events', 'nowhere']) {
        const answer = await fetch(`http://127.0.0.1:${scenario.app.port}/${path}`);
        const text = `${await answer.text()} ${JSON.stringify([...answer.headers])}`;
        assert.deepEqual(foundIn(text, { ...keys, ...paidWith(scenario) }), [], path);
      }
      for (const file of await readdir(scenario.folder)) {
        if (!file.startsWith('orders.db')) continue;
        const { mode: rights } = await stat(join(scenario.folder, file));
        assert.equal(rights & 0o077, 0, `${file} is for its owner alone`);
      }
    });
  });
}

describe('an app that cannot start', () => {
  const refused = {
    'a wrong setting': { OVH_TIMEOUT_SECONDS: 'soon' },
    'a token that Slack does not know': { SLACK_BOT_TOKEN: 'xoxb-secret-of-somebody-else' },
    'a database that is not there': { DATABASE_URL: 'postgres://me:secret-of-the-database@127.0.0.1:1/none' },
    'a secret in the wrong place': {
      SLACK_BOT_TOKEN: 'secret-of-the-bot',
      SLACK_APP_TOKEN: 'secret-of-the-app',
    },
  };
  for (const [what, settings] of firstOf(1, Object.entries(refused))) {
    it(`because of ${what} does not show any secret`, { skip: onlyAtFullSize }, async (t) => {
      const scenario = await startSecretsScenario(t);
      const { applicationKey, applicationSecret, consumerKey } = scenario.ovh.credentials;
      const environment = {
        SLACK_BOT_TOKEN: scenario.slack.botToken,
        SLACK_SIGNING_SECRET: scenario.slack.signingSecret,
        SLACK_API_URL: scenario.slack.apiUrl,
        OVH_ENDPOINT: scenario.ovh.endpoint,
        OVH_APPLICATION_KEY: applicationKey,
        OVH_APPLICATION_SECRET: applicationSecret,
        OVH_CONSUMER_KEY: consumerKey,
        APPROVERS: 'S0APPROVERS',
        ...{ HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'trace' },
        ...settings,
      };
      const failed = await startAppProcess(environment, scenario.folder).then(
        () => assert.fail('it started'),
        (error: Error) => error.message,
      );
      assert.doesNotMatch(failed, /secret-of/);
      assert.deepEqual(foundIn(failed, keysOf(scenario)), []);
      assert.match(failed, /ended with (78|1)\b/);
    });
  }
});
