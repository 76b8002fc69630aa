import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { LocalOrder } from '../../src/sandbox/ovhcloud/state.ts';
import { openDatabase } from '../../src/store/database.ts';
import type { FakeMessage } from '../fakes/slack/server.ts';
import { firstOf } from '../size.ts';
import { fastClock } from './fast-clock.ts';
import { hasText, orderAndQuote, reply, startScenario, until } from './scenario.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** What OVHcloud may answer for good to GET /cloud/project/{id} of a project that exists, and what is said of it. */
const UNREADABLE = [
  {
    status: 404,
    body: { class: 'Client::NotFound', message: 'This service does not exist' },
    because: /does not show it \(404: This service does not exist\).*support/,
  },
  {
    status: 403,
    body: { class: 'Client::Forbidden', message: 'User not granted for this request' },
    because: /does not allow it \(403: User not granted for this request\)\. The app’s operator can give/,
  },
  {
    status: 460,
    body: { class: 'Client::ServiceExpired', message: 'This service is expired' },
    because: /does not show it \(460: This service is expired\)/,
  },
];

/** One scenario with a clock of its own for all: each timeline has its own project. */
test('a placed order', async (t) => {
  const { now, jump } = fastClock(t, { speed: 5 });
  const scenario = await startScenario(t, { now });
  const { slack, ovh } = scenario;

  const db = await openDatabase(`sqlite:${scenario.folder}/orders.db`);
  t.after(() => db.destroy());

  /** Jumps, and waits until the order was looked at since then, and put off. */
  async function jumpAndLook({ orderId }: LocalOrder, ms: number): Promise<void> {
    jump(ms);
    const before = now();
    for (;;) {
      const order = db.selectFrom('orders').select('run_at').where('ovh_order_id', '=', orderId);
      const { run_at: dueAt } = await order.executeTakeFirstOrThrow();
      if (dueAt !== null && dueAt > before) return;
      await pause(20);
    }
  }

  /** Neither the details of orders nor the list of projects say anything. */
  function nothingNamesProjects(): void {
    const nothing = { kind: 'refuse', status: 200, times: 10_000 } as const;
    const detail = { orderDetailId: 1, domain: '*001', description: 'Project', detailType: 'DURATION' };
    const path = '/me/order/{orderId}/details/{orderDetailId}';
    ovh.faults.add({ method: 'GET', path, ...nothing, body: detail });
    ovh.faults.add({ method: 'GET', path: '/cloud/project', ...nothing, body: [] });
  }

  async function place(
    name: string,
    fields: Record<string, string> = {},
  ): Promise<{ root: FakeMessage; placed: LocalOrder }> {
    const { root, question } = await orderAndQuote(scenario, fields, name);
    await slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /orderPassword/);
    await until(scenario, root, /expires unless it is (paid|confirmed) by <!date/);
    const placed = [...ovh.orders.values()].find(({ description }) => description === name);
    assert.ok(placed);
    return { root, placed };
  }

  await t.test('is followed through payment and delivery until its project is ready', async () => {
    const { root, placed } = await place('to-the-end');
    const url = await reply(scenario, root, /orderPassword/);
    ovh.payOrder(placed.orderId);
    jump(4 * SECOND);
    await until(scenario, root, /\*Paid\*.*delivering|\*Paid\*.*checking/);
    const wasPaid = () =>
      [url, ...url.history].some((shown) => hasText(shown, /\*Paid\*: OVHcloud order \d+/));
    await slack.until(wasPaid, 'the message with the link to say that it is paid');
    assert.ok(!hasText(url, '"text":"Pay"') && hasText(url, 'See the order'));
    jump(5 * SECOND);
    await until(scenario, root, /OVHcloud has delivered it|OVHcloud is delivering it/);
    jump(4 * SECOND);
    await until(scenario, root, /OVHcloud has delivered it/);
    assert.ok(!slack.thread(root).some((message) => hasText(message, placed.projectId)), 'not there yet');
    jump(5 * SECOND);
    await until(scenario, root, new RegExp(`\\*Ready\\*.*${placed.projectId}`));
    const ready = await reply(scenario, root, /:tada: The project to-the-end is ready/);
    assert.equal(ready.ts, url.ts, 'the message with the link has become it');
    assert.ok(hasText(ready, placed.projectId));
    assert.ok(
      hasText(ready, /<https:[^|>]*\/public-cloud\/pci\/projects\/[0-9a-f]{32}\|Open it/),
      ready.text,
    );
    assert.ok(!hasText(ready, 'it is called'), 'its name is the one asked for');
    assert.equal(ready.reply_broadcast, true);
    const told = () =>
      slack.directMessages('U0REQ').some((m) => hasText(m, /Your project .*to-the-end.* is ready/));
    await slack.until(told, 'the requester to be told');

    const rita = slack.as('U0REQ');
    await rita.command('to-the-end', 'C0CLOUD');
    assert.deepEqual(await (await rita.modal()).submit(), { closed: true }, 'the name is free again');
  });

  await t.test('reports what OVHcloud is checking, which documents it wants, and from whom', async () => {
    const { root, placed } = await place('suspect');
    ovh.payOrder(placed.orderId);
    ovh.setOrderStatus(placed.orderId, 'checking');
    jump(4 * SECOND);
    await until(scenario, root, /OVHcloud is checking it/);
    ovh.setOrderStatus(placed.orderId, 'checking', {
      label: 'FRAUD_MANUAL_REVIEW',
      description: 'Your order is being reviewed',
    });
    jump(4 * SECOND);
    await until(scenario, root, /OVHcloud staff are reviewing it/);
    ovh.setOrderStatus(placed.orderId, 'documentsRequested', {
      label: 'FRAUD_DOCS_REQUESTED',
      description: 'Please send a copy of your <passport>',
    });
    jump(4 * SECOND);
    const wanted = await reply(scenario, root, /wants documents before it delivers/);
    assert.ok(hasText(wanted, '<@U0REQ>') && hasText(wanted, 'copy of your <passport>'));
    await until(scenario, root, /waiting for documents/);
    ovh.setOrderStatus(placed.orderId, null);
    jump(5 * SECOND);
    await until(scenario, root, /delivering it|delivered it/);
    await until(scenario, wanted, /wanted documents/);
    jump(60 * SECOND);
    await until(scenario, root, /\*Ready\*/);
  });

  await t.test(
    'reports after half an hour that its project is not found yet, and finds it later',
    async () => {
      const { root, placed } = await place('slow');
      nothingNamesProjects();
      ovh.payOrder(placed.orderId);
      jump(20 * SECOND);
      await until(scenario, root, /has delivered it/);
      jump(11 * MINUTE);
      const asked = () => ovh.calls.filter(({ path }) => path === '/cloud/project').length;
      const before = asked();
      await slack.until(() => asked() > before, 'the project to be looked for');
      assert.ok(
        !slack.thread(root).some((message) => hasText(message, 'cannot be found')),
        'no error for ten minutes',
      );
      jump(20 * MINUTE);
      const late = await reply(scenario, root, /delivered, but its project cannot be found yet/);
      assert.ok(hasText(late, '<@U0REQ>'));
      ovh.faults.clear();
      jump(5 * MINUTE);
      await until(scenario, root, /\*Ready\*/);
      await until(scenario, late, /took longer than usual/);
    },
  );

  await t.test('is ready with the project that names the order, if the order names no project', async () => {
    const { root, placed } = await place('named-by-the-project');
    const detail = { orderDetailId: 1, domain: '*001', description: 'Project', detailType: 'DURATION' };
    const path = '/me/order/{orderId}/details/{orderDetailId}';
    ovh.faults.add({ method: 'GET', path, kind: 'refuse', status: 200, body: detail, times: 10_000 });
    ovh.payOrder(placed.orderId);
    jump(20 * SECOND);
    await until(scenario, root, /has delivered it/);
    jump(5 * SECOND);
    const ready = await reply(scenario, root, /:tada: The project named-by-the-project is ready/);
    assert.ok(hasText(ready, placed.projectId));
    ovh.faults.clear();
  });

  await t.test('ends after a day without a project, and the operator is told', async () => {
    const { root, placed } = await place('never-there');
    nothingNamesProjects();
    ovh.payOrder(placed.orderId);
    jump(20 * SECOND);
    await until(scenario, root, /has delivered it/);
    await jumpAndLook(placed, 22 * HOUR);
    assert.ok(!hasText(root, /Ended/));
    // Longer than the longest pause, so that each is followed by a look, whatever the one before was busy with.
    for (let minutes = 0; minutes < 114; minutes += 6) await jumpAndLook(placed, 6 * MINUTE);
    assert.ok(!hasText(root, /Ended/), 'not within the first day');
    for (let minutes = 0; minutes < 12; minutes += 6) await jumpAndLook(placed, 6 * MINUTE);
    const told = await reply(scenario, root, /is delivered, but its project was never found/);
    assert.ok(hasText(told, 'This order has ended.') && !hasText(told, 'Try again'));
    await until(scenario, root, /\*Ended\*, its project was not found/);
    ovh.faults.clear();
    const logged = () => scenario.logged().includes('"unresolved":"project_not_found"');
    await slack.until(logged, 'the operator to be told');
  });

  for (const { status, body, because } of firstOf(1, UNREADABLE)) {
    await t.test(
      `is ready after half an hour with the project id in the order, although reading the project answers ${status}`,
      async (each) => {
        each.after(() => ovh.faults.clear());
        const name = `unreadable-${status}`;
        const { root, placed } = await place(name);
        const refused = { kind: 'refuse', status, body, times: 10_000 } as const;
        ovh.faults.add({ method: 'GET', path: '/cloud/project/{serviceName}', ...refused });
        ovh.payOrder(placed.orderId);
        jump(20 * SECOND);
        await until(scenario, root, /has delivered it/);
        await jumpAndLook(placed, 25 * MINUTE);
        assert.ok(!hasText(root, placed.projectId), 'not before half an hour');
        jump(6 * MINUTE);
        const told = await reply(scenario, root, new RegExp(`Its ID is .${placed.projectId}`));
        assert.ok(hasText(told, `/pci/projects/${placed.projectId}|`), 'the link');
        assert.ok(hasText(told, because), told.text);
        assert.ok(!hasText(told, ':tada:'));
        await until(scenario, root, /\*Delivered\*: project `/);
        const inPerson = () =>
          slack.directMessages('U0REQ').find((m) => hasText(m, new RegExp(`your project .*${name}`)));
        await slack.until(
          () => inPerson() && hasText(inPerson() ?? told, because),
          'the requester to be told',
        );
        const logged = () => scenario.logged().includes(`"ovhProject":"${placed.projectId}"`);
        await slack.until(logged, 'the operator to be told');
        assert.match(scenario.logged(), /"level":50,[^\n]*"unresolved":"project_unverified"/);

        const rita = slack.as('U0REQ');
        await rita.command(name, 'C0CLOUD');
        assert.deepEqual(await (await rita.modal()).submit(), { closed: true }, 'the name is free again');
      },
    );
  }

  await t.test('reminds its requester before the payment deadline, expires, and can be retried', async () => {
    const { root, placed } = await place('forgotten');
    const left = placed.expirationDate.getTime() - now();
    await jumpAndLook(placed, left - 25 * HOUR);
    assert.ok(
      !slack.thread(root).some((message) => hasText(message, 'reminder:')),
      'not before its last day',
    );
    jump(2 * HOUR);
    const reminder = await reply(scenario, root, /reminder: the project forgotten/);
    assert.ok(hasText(reminder, '<@U0REQ>') && hasText(reminder, '<!date'));
    jump(23 * HOUR + MINUTE);
    await until(scenario, root, /\*Expired\*/);
    const expired = await reply(scenario, root, /not paid in time, so it has expired/);
    const hasUrl = () => slack.thread(root).some((message) => hasText(message, 'orderPassword'));
    await slack.until(() => !hasUrl(), 'its URL to be gone');
    const told = () => slack.directMessages('U0REQ').some((m) => hasText(m, /forgotten.*expired/));
    await slack.until(told, 'the requester to be told');

    await slack.as('U0REQ').click(expired, 'Try again');
    const question = await reply(scenario, root, /: approve forgotten/);
    await slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /orderPassword/);
    const orders = [...ovh.orders.values()].filter(({ description }) => description === 'forgotten');
    assert.equal(orders.length, 2);
    await until(scenario, root, /\*Ordered\*/);
    assert.ok(hasText(root, String(orders[1]?.orderId)));
  });

  await t.test('continues if it was paid in the last minute, and is not ordered twice', async () => {
    const { root, placed } = await place('last-minute');
    jump(placed.expirationDate.getTime() - now() + MINUTE);
    await until(scenario, root, /\*Expired\*/);
    const expired = await reply(scenario, root, /it has expired/);
    ovh.setOrderStatus(placed.orderId, 'delivering');
    await slack.as('U0REQ').click(expired, 'Try again');
    const question = await reply(scenario, root, /: approve last-minute/);
    await slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /was paid after all/);
    assert.equal(
      [...ovh.orders.values()].filter(({ description }) => description === 'last-minute').length,
      1,
    );

    const second = await place('last-minute-2');
    jump(second.placed.expirationDate.getTime() - now() + MINUTE);
    await until(scenario, second.root, /\*Expired\*/);
    ovh.setOrderStatus(second.placed.orderId, 'delivering');
    jump(HOUR + MINUTE);
    await until(scenario, second.root, /\*Paid\*/);
  });

  await t.test('reports that OVHcloud cancelled it, and why', async () => {
    const { root, placed } = await place('refused');
    ovh.payOrder(placed.orderId);
    ovh.setOrderStatus(placed.orderId, 'cancelling');
    jump(4 * SECOND);
    await until(scenario, root, /is cancelling/);
    ovh.setOrderStatus(placed.orderId, 'cancelled', {
      label: 'FRAUD_REFUSED',
      description: 'We could not verify you',
    });
    jump(4 * SECOND);
    const told = await reply(scenario, root, /cancelled at OVHcloud: “We could not verify you”/);
    assert.ok(hasText(told, 'This order has ended.') && hasText(told, '"text":"Try again"'));
    assert.ok(!hasText(told, 'Nothing was ordered'));
    await until(scenario, root, /\*Cancelled at OVHcloud\*/);
  });

  await t.test('reports the project’s name at OVHcloud if it is a different one', async () => {
    const { root, placed } = await place('mine');
    placed.description = 'someone else’s';
    ovh.payOrder(placed.orderId);
    jump(20 * SECOND);
    await until(scenario, root, /has delivered it/);
    jump(4 * SECOND);
    const ready = await reply(scenario, root, /The project mine is ready/);
    assert.ok(hasText(ready, 'it is called “someone else’s”'));
  });

  await t.test('says that an order that costs nothing still needs one click', async () => {
    const { root, placed } = await place('free', { Voucher: 'FREE100' });
    assert.ok(hasText(root, 'costs nothing, but someone has to confirm it'));
    ovh.payOrder(placed.orderId);
    jump(4 * SECOND);
    await until(scenario, root, /\*Confirmed\*/);
  });

  await t.test('is tracked even if leftover carts cannot be cleaned up', async () => {
    const { root, placed } = await place('untidy');
    const body = { class: 'Client::Forbidden', message: 'This call has not been granted' };
    const forbidden = { kind: 'refuse', status: 403, body, times: 1_000 } as const;
    ovh.faults.add({ method: 'GET', path: '/order/cart', ...forbidden });
    jump(HOUR + MINUTE);
    ovh.payOrder(placed.orderId);
    jump(5 * MINUTE);
    await until(scenario, root, /\*Paid\*/);
    ovh.faults.clear();
  });

  await t.test(
    'does not expire if OVHcloud extended the deadline, nor within a quarter of an hour of it',
    async () => {
      const { root, placed } = await place('prolonged');
      ovh.setOrderStatus(placed.orderId, 'notPaid');
      const end = placed.expirationDate.getTime();
      placed.expirationDate = new Date(end + 48 * HOUR);
      jump(end - now() + 20 * MINUTE);
      const until48 = `<!date^${Math.floor((end + 48 * HOUR) / 1000)}`;
      await slack.until(() => hasText(root, until48), 'the new date');
      assert.ok(!hasText(root, 'Expired'));
      jump(placed.expirationDate.getTime() - now() + 5 * MINUTE);
      await jumpAndLook(placed, 5 * MINUTE);
      assert.ok(!hasText(root, 'Expired'), 'a payment of the last minute may still show');
      jump(15 * MINUTE);
      await until(scenario, root, /\*Expired\*/);
    },
  );

  await t.test('is polled soon after a click on Pay, even days later', async () => {
    const { root, placed } = await place('days-later');
    const url = await reply(scenario, root, /orderPassword/);
    await jumpAndLook(placed, 72 * HOUR);
    await slack.as('U0REQ').click(url, 'Pay');
    ovh.payOrder(placed.orderId);
    // Without the click, the next look would be minutes away.
    jump(4 * SECOND);
    await until(scenario, root, /\*Paid\*/);
  });
});
