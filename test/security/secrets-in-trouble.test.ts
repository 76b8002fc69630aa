import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import pg from 'pg';
import type { FakeMessage } from '../fakes/slack/server.ts';
import {
  hasText,
  leaveVoucherToOrder,
  orderAndQuote,
  orderProject,
  reply,
  tokensIssued,
  until,
} from '../journeys/scenario.ts';
import { firstOf, onlyAtFullSize } from '../size.ts';
import { startPostgres } from '../store/postgres-server.ts';
import type { Echo } from './secrets-echoing-slack.ts';
import { type SecretsScenario, startSecretsScenario } from './secrets-scenario.ts';
import { leaksOf } from './secrets-verdict.ts';

const CHECKOUT = { method: 'POST', path: '/order/cart/{cartId}/checkout' } as const;
const ELIGIBILITY = { method: 'GET', path: '/cloud/eligibility' } as const;
const NEW_CART = { method: 'POST', path: '/order/cart' } as const;
/** No voucher of OVHcloud's looks like this, but people type what they like. */
const ODD = 'Mai"26\\<&>é%2F+=/€';
const GOOD = 'CREDIT5';
const ECHOES: Echo[] = ['slack-error', 'page-500', 'page-200', 'page-429'];

/** A refusal that repeats all that OVHcloud was ever sent or knows. */
function quotingAll({ ovh, keys }: SecretsScenario, voucher: string, status: number) {
  const urls = [...ovh.orders.values()].map(({ url }) => url);
  const { applicationKey, applicationSecret, consumerKey, clientSecret } = keys;
  const known = [voucher, JSON.stringify(voucher), encodeURIComponent(voucher), ...urls];
  const all = [applicationKey, applicationSecret, consumerKey, clientSecret, ...tokensIssued(ovh)];
  const secrets = all.filter((secret) => secret !== undefined);
  const message = `Cannot take ${[...known, ...secrets].join(' , ')} !`;
  return { kind: 'refuse', status, body: { class: 'Client::BadRequest', message } } as const;
}

describe('text that others echo', { concurrency: 2 }, () => {
  for (const [voucher, signIn] of firstOf(1, [
    [ODD, 'service account'],
    [ODD, 'application key'],
    [GOOD, 'application key'],
  ] as const)) {
    it(`from OVHcloud: no secret reaches log, database or Slack (voucher ${voucher}, ${signIn})`, {
      skip: onlyAtFullSize,
    }, async (t) => {
      // A call that hangs is given up soon.
      const scenario = await startSecretsScenario(t, { signIn, settings: { OVH_TIMEOUT_SECONDS: '3' } });
      await scenario.start();
      const { slack, ovh } = scenario;
      const tryAgain = async (told: FakeMessage, what: RegExp) => {
        await slack.as('U0REQ').click(told, 'Try again');
        return slack.until(
          () => slack.thread(root).findLast((message) => message !== told && hasText(message, what)),
          `a reply that says ${what}`,
        );
      };
      ovh.faults.add({ ...ELIGIBILITY, times: 6, ...quotingAll(scenario, voucher, 418) });
      ovh.faults.add({ ...NEW_CART, ...quotingAll(scenario, voucher, 400) });
      const root = await orderProject(scenario, { Voucher: voucher }, 'quote_received');
      const told = await reply(scenario, root, /Cannot take/);
      ovh.faults.add({ ...NEW_CART, ...quotingAll(scenario, voucher, 500) });
      const eligibility = `Found eligibility issues: addPaymentMethod, ${voucher}`;
      ovh.faults.add({ ...NEW_CART, kind: 'refuse', status: 400, body: { message: eligibility } });
      await tryAgain(told, /payment method/);

      // Of other orders' vouchers OVHcloud says nothing.
      ovh.faults.clear();
      const { root: bought, question } = await orderAndQuote(scenario, { Voucher: GOOD }, 'bought');
      ovh.faults.add({
        ...CHECKOUT,
        ...(voucher === GOOD ? ({ kind: 'hang' } as const) : quotingAll(scenario, GOOD, 500)),
      });
      ovh.faults.add({ ...CHECKOUT, kind: 'lose-answer' });
      await slack.as('U0APP1').click(question, 'Approve');
      await slack.until(() => ovh.orders.size === 1, 'the order');
      for (const path of ['/me/order/{orderId}', '/order/cart/{cartId}']) {
        ovh.faults.add({ method: 'GET', path, times: 3, ...quotingAll(scenario, GOOD, 500) });
      }
      await reply(scenario, bought, /orderPassword/);
      await until(scenario, bought, /Ordered/);
      assert.deepEqual(await leaksOf(scenario, [voucher, GOOD]), []);
    });
  }

  for (const how of firstOf(1, ECHOES)) {
    it(`from Slack: no secret reaches the log (${how})`, { skip: onlyAtFullSize }, async (t) => {
      // A direct message that Slack itself refuses is not sent again.
      const urlTo = how === 'slack-error' ? 'channel' : 'requester';
      const scenario = await startSecretsScenario(t, { isHttp: true, settings: { CHECKOUT_URL_TO: urlTo } });
      await scenario.start();
      const { slack, front } = scenario;
      const rita = slack.as('U0REQ');
      leaveVoucherToOrder(scenario);
      const root = await orderProject(scenario, { Voucher: ODD }, 'echoed');
      const told = await reply(scenario, root, /Voucher|voucher/);
      front.echo('views.open', how);
      await rita.click(told, 'Try again');
      await slack.until(() => front.count() === 1, 'the form that did not open');
      await rita.click(told, 'Try again');
      const modal = await rita.modal();
      assert.equal(modal.values().Voucher, ODD);
      modal.fill({ Voucher: GOOD });
      await modal.submit();
      const question = await reply(scenario, root, /: approve /);
      front.echo('chat.postMessage', how, 'orderPassword');
      front.echo('chat.update', how);
      await slack.as('U0APP1').click(question, 'Approve');
      const messages = () => [...slack.thread(root), ...slack.directMessages('U0REQ')];
      await slack.until(
        () => messages().some((message) => hasText(message, 'orderPassword')),
        'the checkout URL',
      );
      await until(scenario, root, /Ordered/);
      assert.equal(front.count(), 3);
      assert.deepEqual(await leaksOf(scenario, [ODD, GOOD]), []);
    });
  }
});

describe('an app in trouble', { concurrency: 2 }, () => {
  it('never shows its database password, and tells others nothing about an order', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const server = await startPostgres();
    t.after(() => server.stop());
    const admin = new URL(await server.newDatabase());
    const owner = new pg.Client({ connectionString: admin.href });
    owner.on('error', () => undefined);
    await owner.connect();
    t.after(() => owner.end());
    const name = `app_${admin.pathname.slice(-12)}`;
    const password = 'pässword/of the+database';
    const allow = (word: string) => owner.query(`alter role ${name} password '${word}'`);
    await owner.query(`create role ${name} login superuser password '${password}'`);
    const url = new URL(admin);
    Object.assign(url, { username: name, password: encodeURIComponent(password) });
    const scenario = await startSecretsScenario(t, { settings: { DATABASE_URL: url.href } });
    assert.equal(scenario.keys.databasePassword, password);
    await scenario.start();
    const { root, question } = await orderAndQuote(scenario, { Voucher: GOOD });
    await allow('another');
    await owner.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [name]);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    const told = () =>
      [...scenario.slack.ephemerals('U0APP1'), ...scenario.slack.directMessages('U0APP1')].some((message) =>
        hasText(message, /did not work, and nothing was changed/),
      );
    await scenario.slack.until(told, 'a private word to the approver');
    const rita = scenario.slack.as('U0REQ');
    await rita.command('second');
    const modal = await rita.modal();
    modal.fill({ Voucher: ODD });
    assert.ok('errors' in (await modal.submit()));
    assert.match(scenario.logged(), /password authentication failed|connection/);
    await allow(password);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /orderPassword/);
    await until(scenario, root, /Ordered/);
    assert.deepEqual(await leaksOf(scenario, [GOOD, ODD]), []);
  });

  it('names the refused key without its value, and posts nothing more to an archived channel', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const scenario = await startSecretsScenario(t, { signIn: 'application key' });
    scenario.settings.OVH_CONSUMER_KEY = 'not-the-consumer-key-at-all';
    scenario.keys.otherConsumerKey = 'not-the-consumer-key-at-all';
    await scenario.start();
    const root = await orderProject(scenario, { Voucher: GOOD }, 'keyless');
    await reply(scenario, root, /no longer accepts this app’s API key/);
    await scenario.app.stop();
    scenario.settings.OVH_CONSUMER_KEY = scenario.ovh.credentials.consumerKey;
    await scenario.start();
    const { question } = await orderAndQuote(scenario, { Voucher: GOOD }, 'archived');
    const cloud = scenario.slack.channels.get('C0CLOUD');
    assert.ok(cloud);
    cloud.is_archived = true;
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    const direct = () =>
      scenario.slack.directMessages('U0REQ').find((message) => hasText(message, 'orderPassword'));
    await scenario.slack.until(direct, 'the checkout URL in a direct message');
    assert.deepEqual(await leaksOf(scenario, [GOOD]), []);
  });

  for (const how of firstOf(1, ['throw error', 'Promise.reject(error)'])) {
    it(`that crashes does not print data attached to the error (${how})`, {
      skip: onlyAtFullSize,
    }, async (t) => {
      const crash = `
        import { subscribe } from 'node:diagnostics_channel';
        const error = Object.assign(new Error('It broke'), {
          config: { headers: { authorization: 'Bearer ' + process.env.SLACK_BOT_TOKEN } },
          cause: new Error('key ' + process.env.OVH_CONSUMER_KEY),
        });
        subscribe('http.server.request.start', ({ request }) => {
          if (request.url === '/crash') setImmediate(() => { ${how} });
        });`;
      const script = `data:text/javascript,${encodeURIComponent(crash)}`;
      const scenario = await startSecretsScenario(t, {
        process: true,
        settings: { NODE_OPTIONS: `--import ${script}` },
      });
      await scenario.start();
      await fetch(`http://127.0.0.1:${scenario.app.port}/crash`).catch(() => null);
      assert.equal(await scenario.app.ended, 1);
      assert.match(scenario.logged(), /It broke/);
      assert.deepEqual(await leaksOf(scenario, []), []);
    });
  }
});
