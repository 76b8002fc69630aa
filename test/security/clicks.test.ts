import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { approve } from '../../src/slack/actions/approve.ts';
import { abandonSearch } from '../../src/slack/actions/match.ts';
import { tryAgain } from '../../src/slack/actions/try-again.ts';
import { withdrawApproval } from '../../src/slack/actions/withdraw-approval.ts';
import { SHORTCUT } from '../../src/slack/ids.ts';
import { openDatabase } from '../../src/store/database.ts';
import type { FakeMessage } from '../fakes/slack/server.ts';
import { askFor, orderAndQuote, reply, type Scenario, startScenario, until } from '../journeys/scenario.ts';
import { isAlive } from './alive.ts';
import { ORDER_ACTION_IDS } from './payloads.ts';

const STRANGERS = [
  { id: 'U0ROBOT', name: 'Robot', is_bot: true },
  { id: 'U0GONE', name: 'Gone', deleted: true },
  { id: 'U0ONE', name: 'One', is_ultra_restricted: true },
];
const CHECKOUT = { method: 'POST', path: '/order/cart/{cartId}/checkout' } as const;

/** The message as someone would send it who can write whatever they like into a click. */
function forged(message: FakeMessage, actionId: string, value: string): FakeMessage {
  const button = { type: 'button', action_id: actionId, text: { type: 'plain_text', text: 'Press' }, value };
  return { ...message, blocks: [{ type: 'actions', block_id: 'forged', elements: [button] }] };
}

/** Every order and all that has happened to it, as the database has it. */
async function ordersOf(scenario: Scenario): Promise<unknown> {
  const db = await openDatabase(`sqlite:${scenario.folder}/orders.db`);
  try {
    const orders = await db.selectFrom('orders').select(['id', 'state', 'version']).orderBy('id').execute();
    return { orders, events: await db.selectFrom('order_events').selectAll().orderBy('at').execute() };
  } finally {
    await db.destroy();
  }
}

describe('forged clicks', { concurrency: 2 }, () => {
  it('about orders of other channels, or of no order, change nothing', async (t) => {
    const scenario = await startScenario(t);
    const { question } = await orderAndQuote(scenario);
    const secret = await askFor(scenario, 'secret', 'G0SECRET');
    await secret.submit();
    const root = await scenario.slack.until(() => scenario.slack.messages('G0SECRET')[0], 'the secret order');
    const hidden = await reply(scenario, root, /: approve /);
    const [value = ''] = /oc-[0-9a-f]+:[0-9a-f]+/.exec(JSON.stringify(hidden.blocks)) ?? [];
    assert.ok(value);
    const before = await ordersOf(scenario);
    const values = [
      value,
      'oc-0000000000000000:',
      `oc-none:${'0'.repeat(64)}`,
      '',
      ':',
      '__proto__:',
      'x'.repeat(2_000),
    ];
    for (const id of ORDER_ACTION_IDS) {
      for (const each of values) {
        for (const user of ['U0APP1', 'U0REQ']) {
          const ack = await scenario.slack.as(user).click(forged(question, id, each), 'Press');
          assert.ok(ack.acked, `${id} with ${each.slice(0, 80)}: ${ack.error}`);
        }
      }
    }
    assert.deepEqual(await ordersOf(scenario), before);
    assert.equal(scenario.ovh.orders.size, 0);
    assert.ok(await isAlive(scenario.app));
    assert.ok(
      !scenario.slack.ephemerals().some(({ text }) => text.includes('secret')),
      'nothing is given away',
    );
  });

  it('with the fingerprint of another quote do not approve', async (t) => {
    const scenario = await startScenario(t);
    const first = await orderAndQuote(scenario);
    const second = await orderAndQuote(scenario, {}, 'mars-base');
    const idsIn = (message: FakeMessage) =>
      /(oc-[0-9a-f]+):([0-9a-f]+)/.exec(JSON.stringify(message.blocks)) ?? [];
    const [, id] = idsIn(first.question);
    const [, , fingerprint] = idsIn(second.question);
    for (const print of [fingerprint, '', '0'.repeat(64)]) {
      await scenario.slack.as('U0APP1').click(forged(first.question, approve.id, `${id}:${print}`), 'Press');
    }
    await scenario.slack.until(() => scenario.slack.ephemerals('U0APP1').length >= 3, 'three answers');
    assert.equal(scenario.ovh.orders.size, 0);
    await until(scenario, first.root, /Waiting for approval/);
  });
});

describe('strangers', { concurrency: 2 }, () => {
  it('can neither settle a lost checkout nor withdraw someone else’s approval', async (t) => {
    const scenario = await startScenario(t);
    for (const stranger of STRANGERS) scenario.slack.users.set(stranger.id, stranger);
    const { root, question } = await orderAndQuote(scenario);
    const lost = scenario.ovh.faults.add({ ...CHECKOUT, kind: 'lose-answer' });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await lost.triggered;
    const foreign = scenario.ovh.placeExternalOrder({ description: 'moon-base' });
    const told = await reply(
      scenario,
      root,
      new RegExp(`may have become one of these.*${foreign.orderId}`, 's'),
    );
    for (const user of [...STRANGERS.map(({ id }) => id), 'U0OUT', 'U0GUEST', 'U0REQ']) {
      const person = scenario.slack.as(user);
      const value = /(oc-[0-9a-f]+):/.exec(JSON.stringify(told.blocks))?.[1] ?? '';
      await person.click(told, `It is ${foreign.orderId}`);
      await person.click(told, 'None of these');
      await person.click(forged(told, abandonSearch.id, `${value}:`), 'Press');
      await person.click(forged(told, withdrawApproval.id, `${value}:`), 'Press');
      await person.click(forged(told, tryAgain.id, `${value}:`), 'Press');
      await scenario.slack.until(
        () => scenario.slack.ephemerals(user).length === 5,
        `five answers to ${user}`,
      );
    }
    assert.equal(scenario.ovh.orders.size, 2, 'ours and the human’s');
    assert.ok(!scenario.slack.thread(root).some(({ text }) => text.includes('orderPassword')));
    const [ours] = [...scenario.ovh.orders.keys()].filter((id) => id !== foreign.orderId);
    await scenario.slack.as('U0APP2').click(told, `It is ${ours}`);
    await reply(scenario, root, /orderPassword/);
  });

  it('cannot order with the shortcut', async (t) => {
    const scenario = await startScenario(t);
    for (const stranger of STRANGERS) scenario.slack.users.set(stranger.id, stranger);
    for (const user of [...STRANGERS.map(({ id }) => id), 'U0OUT', 'U0GUEST']) {
      const person = scenario.slack.as(user);
      await person.shortcut(SHORTCUT);
      const modal = await person.modal();
      modal.fill({ 'Project name': 'moon-base', Channel: 'C0CLOUD' });
      assert.ok('errors' in (await modal.submit()), user);
      await person.openHome();
    }
    assert.equal(scenario.slack.messages('C0CLOUD').length, 0);
    assert.ok(!scenario.ovh.calls.some(({ method }) => method === 'POST'));
  });

  it('cannot approve once they have left, even if APPROVERS names them', async (t) => {
    const scenario = await startScenario(t, { settings: { APPROVERS: 'U0GONE,U0ROBOT,U0APP1' } });
    for (const stranger of STRANGERS) scenario.slack.users.set(stranger.id, stranger);
    const { question } = await orderAndQuote(scenario);
    for (const user of ['U0GONE', 'U0ROBOT']) {
      await scenario.slack.as(user).click(question, 'Approve');
      await scenario.slack.until(
        () => scenario.slack.ephemerals(user).length === 1 || scenario.ovh.orders.size > 0,
        'an answer',
      );
      assert.equal(scenario.ovh.orders.size, 0, `${user} approved`);
    }
  });
});
