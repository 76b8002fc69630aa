import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { LocalOrder } from '../../src/sandbox/ovhcloud/state.ts';
import { openDatabase } from '../../src/store/database.ts';
import { fastClock } from './fast-clock.ts';
import { hasText, orderAndQuote, reply, startScenario, until } from './scenario.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STATUS = '/me/order/{orderId}/status';

test('an order whose status OVHcloud never reports', async (t) => {
  const { now, jump } = fastClock(t, { speed: 5 });
  const scenario = await startScenario(t, { now });
  const { slack, ovh } = scenario;
  const db = await openDatabase(`sqlite:${scenario.folder}/orders.db`);
  t.after(() => db.destroy());

  /** Jumps, and waits until OVHcloud was asked about the order since then, and the order put off or ended. */
  async function jumpAndLook({ orderId }: LocalOrder, ms: number): Promise<void> {
    jump(ms);
    const before = now();
    const status = `/me/order/${orderId}/status`;
    const isAsked = () => ovh.calls.some(({ path, at }) => path === status && at.getTime() >= before);
    for (;;) {
      const row = db.selectFrom('orders').select(['run_at', 'state']).where('ovh_order_id', '=', orderId);
      const { run_at: dueAt, state } = await row.executeTakeFirstOrThrow();
      if (
        state === 'payment_expired' ||
        state === 'failed' ||
        (isAsked() && dueAt !== null && dueAt > before)
      )
        return;
      await pause(20);
    }
  }

  async function place(name: string) {
    const { root, question } = await orderAndQuote(scenario, {}, name);
    await slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /orderPassword/);
    await until(scenario, root, /expires unless it is paid by <!date/);
    const placed = [...ovh.orders.values()].find(({ description }) => description === name);
    assert.ok(placed);
    return { root, placed, toDeadline: () => placed.expirationDate.getTime() - now() };
  }

  async function endsUnpaid(name: string, { root, placed, toDeadline }: Awaited<ReturnType<typeof place>>) {
    await jumpAndLook(placed, toDeadline() + 10 * MINUTE);
    assert.ok(!hasText(root, /Ended/), 'a payment of the last minute may still show');
    await jumpAndLook(placed, 6 * MINUTE);
    const told = await reply(
      scenario,
      root,
      /does not say whether its order \d+ was paid in time, so this order ends/,
    );
    await until(scenario, root, /\*Ended\*: OVHcloud does not say whether/);
    const hasUrl = () => slack.thread(root).some((message) => hasText(message, 'orderPassword'));
    await slack.until(() => !hasUrl(), 'its URL to be gone');
    const inPerson = () =>
      slack.directMessages('U0REQ').some((m) => hasText(m, new RegExp(`your order for .*${name}.* in <#`)));
    await slack.until(inPerson, 'the requester to be told');
    assert.match(scenario.logged(), /"level":50,[^\n]*"unresolved":"payment_unknown"/);
    return told;
  }

  await t.test(
    'expires after its payment deadline while its status is “unknown”, and continues if it turns out to be paid',
    async () => {
      const order = await place('unknown');
      ovh.setOrderStatus(order.placed.orderId, 'unknown');
      await endsUnpaid('unknown', order);
      ovh.setOrderStatus(order.placed.orderId, 'delivering');
      await jumpAndLook(order.placed, 2 * HOUR);
      await until(scenario, order.root, /\*Paid\*/);
      ovh.setOrderStatus(order.placed.orderId, null);
    },
  );

  await t.test(
    'expires after its payment deadline while the key may not read it, and is never bought twice',
    async () => {
      const order = await place('forbidden');
      const body = { class: 'Client::Forbidden', message: 'This call has not been granted' };
      ovh.faults.add({ method: 'GET', path: STATUS, kind: 'refuse', status: 403, body, times: 10_000 });
      await jumpAndLook(order.placed, 2 * HOUR);
      const told = await endsUnpaid('forbidden', order);
      // Paid in time, which no one here saw.
      ovh.faults.clear();
      ovh.setOrderStatus(order.placed.orderId, 'delivered');
      await slack.as('U0REQ').click(told, 'Try again');
      const question = await reply(scenario, order.root, /: approve forbidden/);
      await slack.as('U0APP1').click(question, 'Approve');
      await reply(scenario, order.root, /was paid after all/);
      assert.equal(
        [...ovh.orders.values()].filter(({ description }) => description === 'forbidden').length,
        1,
      );
    },
  );

  await t.test('continues if OVHcloud has extended the payment deadline', async () => {
    const { root, placed, toDeadline } = await place('more-time');
    ovh.setOrderStatus(placed.orderId, 'unknown');
    const before = toDeadline();
    placed.expirationDate = new Date(placed.expirationDate.getTime() + 2 * DAY);
    await jumpAndLook(placed, before + 20 * MINUTE);
    await slack.until(
      () => hasText(root, `<!date^${Math.floor(placed.expirationDate.getTime() / 1000)}`),
      'the new date',
    );
    assert.ok(!hasText(root, /Ended/));
  });

  await t.test('ends long after its payment deadline, also if it was paid', async () => {
    const { root, placed, toDeadline } = await place('was-bought');
    ovh.payOrder(placed.orderId);
    ovh.setOrderStatus(placed.orderId, 'checking');
    await jumpAndLook(placed, 10 * SECOND);
    await until(scenario, root, /\*Paid\*/);
    await jumpAndLook(placed, toDeadline() - DAY);
    ovh.setOrderStatus(placed.orderId, 'unknown');
    await jumpAndLook(placed, 6 * MINUTE);
    await jumpAndLook(placed, 6 * DAY);
    assert.ok(!hasText(root, /Ended/), 'not within a week');
    await jumpAndLook(placed, DAY + HOUR);
    const told = await reply(scenario, root, /OVHcloud does not say how its order \d+ is doing/);
    assert.ok(hasText(told, 'This order has ended.'));
    await until(scenario, root, /\*Ended\*, its status is unknown/);
    assert.match(scenario.logged(), /"level":50,[^\n]*"unresolved":"status_unknown"/);
  });
});
