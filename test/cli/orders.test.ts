import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { UsageError } from '../../src/cli/command.ts';
import { readOperator } from '../../src/cli/orders/options.ts';
import { changeOrder } from '../../src/store/change-order.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { eventsOf, insertOrder, loadOrder } from '../../src/store/orders.ts';
import { loseCheckout } from '../journeys/lost-checkout.ts';
import {
  hasText,
  orderAndQuote,
  orderProject,
  reply,
  type Scenario,
  startScenario,
  until,
} from '../journeys/scenario.ts';
import { approve, HOUR, NOW, order, placed, quoted, REQUEST, started } from '../orders/samples.ts';
import { COMMAND_LINE } from './command-line.ts';
import { runAsAlice as run } from './orders-command.ts';

describe('order-cloud orders, on a database', () => {
  let folder: string;
  let db: Database;
  const url = () => `sqlite:${join(folder, 'orders.db')}`;
  const orders = (...args: string[]) => run(url(), args);
  const VOUCHER = 'SECRETVOUCHER1';

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'order-cloud-orders-'));
    db = await openDatabase(url());
    const lease = { owner: 'me', forMs: 0 };
    const request = (projectName: string) => ({
      ...REQUEST,
      projectName,
      voucher: VOUCHER,
      reason: 'a\x1b[2Jb',
    });
    for (const id of ['oc-new', 'oc-waiting', 'oc-placed', 'oc-failed']) {
      await insertOrder(db, order({ id, request: request(`p\x1b[2J-${id}`) }), lease);
    }
    const quotedOf = (id: string) =>
      ({ ...quoted(), request: request(`p\x1b[2J-${id}`) }) as ReturnType<typeof quoted>;
    await changeOrder({ db, now: () => NOW }, 'oc-waiting', quotedOf('oc-waiting'));
    await changeOrder({ db, now: () => NOW }, 'oc-failed', {
      type: 'failed',
      failure: { kind: 'ovh_unavailable' },
    });
    await changeOrder({ db, now: () => NOW }, 'oc-placed', quotedOf('oc-placed'));
    const waiting = await loadOrder(db, 'oc-placed');
    assert.ok(waiting);
    await changeOrder({ db, now: () => NOW }, 'oc-placed', approve(waiting.order, 'U0APP1'));
    const approved = await loadOrder(db, 'oc-placed');
    assert.ok(approved);
    await changeOrder({ db, now: () => NOW }, 'oc-placed', started(approved.order));
    await changeOrder({ db, now: () => NOW }, 'oc-placed', placed);
  });
  after(async () => {
    await db.destroy();
    await rm(folder, { recursive: true });
  });

  it('lists open orders by default, and others with options', async () => {
    const ids = async (...args: string[]) =>
      (await orders('list', '--json', ...args))
        .json()
        .orders.map(({ id }: { id: string }) => id)
        .sort();
    assert.deepEqual(await ids(), ['oc-new', 'oc-placed', 'oc-waiting']);
    assert.deepEqual(await ids('--all'), ['oc-failed', 'oc-new', 'oc-placed', 'oc-waiting']);
    assert.deepEqual(await ids('--state', 'failed', '--state', 'awaiting_payment'), [
      'oc-failed',
      'oc-placed',
    ]);
    assert.equal((await ids('--all', '--limit', '1')).length, 1);
    const { text } = await orders('list', '--all');
    assert.match(text, /^ID +STATE +PROJECT/);
    assert.match(text, /oc-placed +awaiting_payment +.*4711/);
    assert.match(text, /oc-failed +failed .*failed: ovh_unavailable/);
  });

  it('shows an order with its history, without its voucher and payment link', async () => {
    const { text } = await orders('show', 'oc-placed');
    const json = (await orders('show', 'oc-placed', '--json')).json();
    assert.deepEqual(
      json.events.map(({ event }: { event: string }) => event),
      ['requested', 'quote_received', 'approved', 'checkout_started', 'placed'],
    );
    assert.equal(json.order.ovhOrder, 4711);
    for (const shown of [text, JSON.stringify(json)]) {
      assert.ok(!shown.includes(VOUCHER) && !shown.includes('orderPassword'), shown);
      assert.match(shown, /••••R1/);
    }
    assert.ok(!text.includes('\x1b'));
  });

  it('cancels under the same rules as Slack, and records who did it', async () => {
    assert.equal(
      (await orders('cancel', 'oc-waiting')).text,
      'oc-waiting is cancelled; nothing was ordered.\n',
    );
    const last = (await eventsOf(db, 'oc-waiting')).at(-1);
    assert.deepEqual([last?.type, last?.actor], ['cancelled', 'operator:alice']);
    const late = await orders('cancel', 'oc-placed', '--json');
    assert.equal(late.code, 1);
    assert.deepEqual(
      [late.json().ok, late.json().denied, late.json().order.state],
      [false, 'invalid_state', 'awaiting_payment'],
    );
    assert.match(late.json().message, /OVHcloud order 4711 was placed/);
  });

  it('does not say that nothing was ordered where an order of a former checkout exists', async () => {
    await insertOrder(db, order({ id: 'oc-found' }), { owner: 'me', forMs: 0 });
    const found = { type: 'unexpected_order', cartId: 'cart-0', orderId: 99 } as const;
    await changeOrder({ db, now: () => NOW }, 'oc-found', found);
    assert.equal((await orders('cancel', 'oc-found')).text, 'oc-found is cancelled.\n');
  });

  it('retries a failed order in the name given with --as, and refuses to retry a placed one', async () => {
    const retried = await orders('retry', 'oc-failed', '--as', 'bob@example.com', '--json');
    assert.deepEqual([retried.code, retried.json().order.state], [0, 'requested']);
    assert.equal((await eventsOf(db, 'oc-failed')).at(-1)?.actor, 'operator:bob@example.com');
    assert.equal((await orders('retry', 'oc-placed')).code, 1);
  });

  it('refuses to settle an order that has no lost checkout', async () => {
    for (const how of [['--none'], ['--stop'], ['--ovh-order', '4711']]) {
      const { code, text } = await orders('settle', 'oc-new', ...how);
      assert.equal(code, 1);
      assert.match(text, /^oc-new was not changed \(requested\)\. The quote is still being prepared/);
    }
  });

  it('has the running app sync every message and process the order again', async () => {
    const messages = {
      order_id: 'oc-placed',
      key: 'root',
      channel: 'C0CLOUD',
      ts: '1.1',
      content_hash: 'digest',
    };
    await db
      .insertInto('messages')
      .values({ ...messages, posting_since: null })
      .execute();
    await db
      .updateTable('orders')
      .set({ sync_at: null, run_at: NOW + HOUR })
      .execute();
    const row = () =>
      db.selectFrom('orders').select(['sync_at', 'run_at']).where('id', '=', 'oc-placed').executeTakeFirst();
    assert.equal(
      (await orders('sync', 'oc-placed')).text,
      'The running app will process and re-render 1 order.\n',
    );
    assert.deepEqual({ ...(await row()) }, { sync_at: NOW, run_at: NOW });
    const message = await db.selectFrom('messages').select('content_hash').executeTakeFirst();
    assert.equal(message?.content_hash, null);
    assert.deepEqual((await eventsOf(db, 'oc-placed')).at(-1)?.actor, 'operator:alice');
    const { synced } = (await orders('sync', '--open', '--json')).json();
    assert.deepEqual(synced.sort(), ['oc-failed', 'oc-new', 'oc-placed']);
  });

  it('prints its usage for wrong arguments', async () => {
    const misuses = [
      [],
      ['approve', 'oc-new'],
      ['show'],
      ['show', 'oc-new', 'oc-placed'],
      ['list', 'oc-new'],
      ['list', '--state', 'nonsense'],
      ['list', '--limit', '0'],
      ['list', '--as', 'alice'],
      ['cancel'],
      ['cancel', 'oc-new', '--as', 'a b'],
      ['settle', 'oc-new'],
      ['settle', 'oc-new', '--none', '--stop'],
      ['settle', 'oc-new', '--ovh-order', 'x'],
      ['sync', 'oc-new', '--open'],
    ];
    for (const args of misuses) await assert.rejects(orders(...args), UsageError, args.join(' '));
    await assert.rejects(orders('show', 'oc-none'), /There is no order oc-none/);
    await assert.rejects(orders('cancel', 'oc-none'), /There is no order oc-none/);
  });

  it('creates no database, and changes none of another version', async () => {
    const none = join(folder, 'none.db');
    await assert.rejects(run(`sqlite:${none}`, ['cancel', 'oc-new']), /does not exist/);
    assert.ok(!existsSync(none));
    const other = join(folder, 'other.db');
    const newer = await openDatabase(`sqlite:${other}`);
    const at = new Date().toISOString();
    await newer
      .insertInto('kysely_migration' as never)
      .values({ name: '999_newer', timestamp: at } as never)
      .execute();
    await newer.destroy();
    await assert.rejects(run(`sqlite:${other}`, ['cancel', 'oc-new']), /a newer version/);
  });

  it('asks for --as where the login name does not identify a person', () => {
    assert.equal(
      readOperator(undefined, {}, () => 'carol'),
      'operator:carol',
    );
    assert.equal(
      readOperator(undefined, { SUDO_USER: 'alice' }, () => 'root'),
      'operator:alice',
    );
    assert.equal(
      readOperator('root', {}, () => 'root'),
      'operator:root',
      'who says so means it',
    );
    for (const login of ['root', 'node', '']) {
      assert.throws(() => readOperator(undefined, {}, () => login), /--as NAME/);
    }
  });

  it('runs as a separate process', () => {
    const env = { PATH: process.env.PATH, DATABASE_URL: url() };
    const { stdout, status } = spawnSync(process.execPath, [...COMMAND_LINE, 'orders', 'list', '--json'], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    assert.equal(status, 0);
    assert.ok(JSON.parse(stdout).orders.length > 0);
  });
});

describe('order-cloud orders, beside the running app', () => {
  const databaseOf = (scenario: Scenario) => `sqlite:${join(scenario.folder, 'orders.db')}`;
  const idOf = (scenario: Scenario) =>
    run(databaseOf(scenario), ['list', '--json']).then(({ json }) => json().orders[0].id as string);

  it('cancels an order: the thread names the operator, and the requester is notified', async (t) => {
    const scenario = await startScenario(t);
    const { root } = await orderAndQuote(scenario);
    const id = await idOf(scenario);
    assert.equal((await run(databaseOf(scenario), ['cancel', id], Date.now)).code, 0);
    await until(scenario, root, /Cancelled\* by alice \(operator\)/);
    const told = () => scenario.slack.messages('D0REQ').find((one) => hasText(one, /was cancelled by alice/));
    await scenario.slack.until(told, 'the requester to be told');
  });

  it('retries a failed order: it gets a new quote, and approvers are asked', async (t) => {
    const scenario = await startScenario(t);
    const { status, body } = {
      status: 403,
      body: { class: 'Client::Forbidden', message: 'You are not allowed' },
    };
    const path = '/order/cart/{cartId}/checkout';
    scenario.ovh.faults.add({ method: 'GET', path, kind: 'refuse', status, body });
    const root = await orderProject(scenario);
    await reply(scenario, root, /What to do/);
    const { json } = await run(databaseOf(scenario), ['list', '--all', '--json']);
    const [{ id, attention }] = json().orders;
    assert.match(attention, /^failed: /);
    assert.equal((await run(databaseOf(scenario), ['retry', id], Date.now)).code, 0);
    await reply(scenario, root, /alice \(operator\) tries again/);
    await reply(scenario, root, /: approve /);
  });

  it('restores a message that someone had changed', async (t) => {
    const scenario = await startScenario(t);
    const { root } = await orderAndQuote(scenario);
    await until(scenario, root, /Waiting for approval/);
    Object.assign(root, { text: 'nonsense', blocks: [] });
    await run(databaseOf(scenario), ['sync', await idOf(scenario)], Date.now);
    await until(scenario, root, /Waiting for approval/);
  });
});

describe('order-cloud orders settle, where the answer to a checkout was lost', { timeout: 60_000 }, () => {
  it('links the OVHcloud order that the operator names', async (t) => {
    const listed: number[] = [];
    const { scenario, root } = await loseCheckout(t, listed);
    const url = `sqlite:${join(scenario.folder, 'orders.db')}`;
    for (let foreign = 0; foreign < 2; foreign += 1) {
      listed.push(scenario.ovh.placeExternalOrder({ description: 'moon-base' }).orderId);
    }
    await reply(scenario, root, /may have become one of these/);
    const [{ id, attention }] = (await run(url, ['list', '--json'])).json().orders;
    assert.match(attention, /^settle: which OVHcloud order is it\?/);
    const wrong = await run(url, ['settle', id, '--ovh-order', '1']);
    assert.equal(wrong.code, 1, 'none of those that were found');
    const { code } = await run(url, ['settle', id, '--ovh-order', String(listed[0])]);
    assert.equal(code, 0);
    await reply(scenario, root, /alice \(operator\) says that it is OVHcloud order/);
    await until(scenario, root, /\*Ordered\*/);
  });
});
