import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ACTIONS, SHORTCUT } from '../../src/slack/ids.ts';
import { openDatabase } from '../../src/store/database.ts';
import type { FakeMessage } from '../fakes/slack/server.ts';
import { askFor, orderAndQuote, reply, type Stage, setStage, until } from '../journeys/stage.ts';
import { isAlive } from './alive.ts';

const STRANGERS = [
  { id: 'U0ROBOT', name: 'Robot', is_bot: true },
  { id: 'U0GONE', name: 'Gone', deleted: true },
  { id: 'U0ONE', name: 'One', is_ultra_restricted: true },
];
const CHECKOUT = { method: 'POST', path: '/order/cart/{cartId}/checkout' } as const;

/** The message as somebody would send it who can write whatever they like into a click. */
function forged(message: FakeMessage, actionId: string, value: string): FakeMessage {
  const button = { type: 'button', action_id: actionId, text: { type: 'plain_text', text: 'Press' }, value };
  return { ...message, blocks: [{ type: 'actions', block_id: 'forged', elements: [button] }] };
}

/** Every order and all that has happened to it, as the database has it. */
async function ordersOf(stage: Stage): Promise<unknown> {
  const db = await openDatabase(`sqlite:${stage.folder}/orders.db`);
  try {
    const orders = await db.selectFrom('orders').select(['id', 'state', 'version']).orderBy('id').execute();
    return { orders, events: await db.selectFrom('order_events').selectAll().orderBy('at').execute() };
  } finally {
    await db.destroy();
  }
}

describe('clicks that were forged', { concurrency: 2 }, () => {
  it('about orders of other channels, or of none, change nothing', async (t) => {
    const stage = await setStage(t);
    const { question } = await orderAndQuote(stage);
    const secret = await askFor(stage, 'secret', 'G0SECRET');
    await secret.submit();
    const root = await stage.slack.until(() => stage.slack.messages('G0SECRET')[0], 'the secret order');
    const hidden = await reply(stage, root, /please decide/);
    const [value = ''] = /oc-[0-9a-f]+:[0-9a-f]+/.exec(JSON.stringify(hidden.blocks)) ?? [];
    assert.ok(value);
    const before = await ordersOf(stage);
    const values = [
      value,
      'oc-0000000000000000:',
      `oc-none:${'0'.repeat(64)}`,
      '',
      ':',
      '__proto__:',
      'x'.repeat(2_000),
    ];
    const ids = Object.values(ACTIONS).map((id) => (id === ACTIONS.chooseOrder ? `${id}0` : id));
    for (const id of ids) {
      for (const each of values) {
        for (const user of ['U0APP1', 'U0REQ']) {
          const ack = await stage.slack.as(user).click(forged(question, id, each), 'Press');
          assert.ok(ack.acked, `${id} with ${each.slice(0, 80)}: ${ack.error}`);
        }
      }
    }
    assert.deepEqual(await ordersOf(stage), before);
    assert.equal(stage.ovh.orders.size, 0);
    assert.ok(await isAlive(stage.app));
    assert.ok(!stage.slack.ephemerals().some(({ text }) => text.includes('secret')), 'nothing is given away');
  });

  it('with the fingerprint of another quote do not approve', async (t) => {
    const stage = await setStage(t);
    const first = await orderAndQuote(stage);
    const second = await orderAndQuote(stage, {}, 'mars-base');
    const idsIn = (message: FakeMessage) =>
      /(oc-[0-9a-f]+):([0-9a-f]+)/.exec(JSON.stringify(message.blocks)) ?? [];
    const [, id] = idsIn(first.question);
    const [, , fingerprint] = idsIn(second.question);
    for (const print of [fingerprint, '', '0'.repeat(64)]) {
      await stage.slack
        .as('U0APP1')
        .click(forged(first.question, ACTIONS.approve, `${id}:${print}`), 'Press');
    }
    await stage.slack.until(() => stage.slack.ephemerals('U0APP1').length >= 3, 'three answers');
    assert.equal(stage.ovh.orders.size, 0);
    await until(stage, first.root, /Waiting for approval/);
  });
});

describe('strangers', { concurrency: 2 }, () => {
  it('settle no lost checkout, and nobody’s approval is taken back by others', async (t) => {
    const stage = await setStage(t);
    for (const stranger of STRANGERS) stage.slack.users.set(stranger.id, stranger);
    const { root, question } = await orderAndQuote(stage);
    const lost = stage.ovh.faults.add({ ...CHECKOUT, kind: 'lose-answer' });
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await lost.struck;
    const foreign = stage.ovh.placeForeignOrder({ description: 'moon-base' });
    const told = await reply(
      stage,
      root,
      new RegExp(`may have become one of these.*${foreign.orderId}`, 's'),
    );
    for (const user of [...STRANGERS.map(({ id }) => id), 'U0OUT', 'U0GUEST', 'U0REQ']) {
      const person = stage.slack.as(user);
      const value = /(oc-[0-9a-f]+):/.exec(JSON.stringify(told.blocks))?.[1] ?? '';
      await person.click(told, `It is ${foreign.orderId}`);
      await person.click(told, 'None of these');
      await person.click(forged(told, ACTIONS.giveUp, `${value}:`), 'Press');
      await person.click(forged(told, ACTIONS.takeBack, `${value}:`), 'Press');
      await person.click(forged(told, ACTIONS.tryAgain, `${value}:`), 'Press');
      await stage.slack.until(() => stage.slack.ephemerals(user).length === 5, `five answers to ${user}`);
    }
    assert.equal(stage.ovh.orders.size, 2, 'ours and the human’s');
    assert.ok(!stage.slack.thread(root).some(({ text }) => text.includes('orderPassword')));
    const [ours] = [...stage.ovh.orders.keys()].filter((id) => id !== foreign.orderId);
    await stage.slack.as('U0APP2').click(told, `It is ${ours}`);
    await reply(stage, root, /orderPassword/);
  });

  it('order nothing by the shortcut either', async (t) => {
    const stage = await setStage(t);
    for (const stranger of STRANGERS) stage.slack.users.set(stranger.id, stranger);
    for (const user of [...STRANGERS.map(({ id }) => id), 'U0OUT', 'U0GUEST']) {
      const person = stage.slack.as(user);
      await person.shortcut(SHORTCUT);
      const modal = await person.modal();
      modal.fill({ 'Project name': 'moon-base', Channel: 'C0CLOUD' });
      assert.ok('errors' in (await modal.submit()), user);
      await person.openHome();
    }
    assert.equal(stage.slack.messages('C0CLOUD').length, 0);
    assert.ok(!stage.ovh.calls.some(({ method }) => method === 'POST'));
  });

  it('approve nothing once they have left, even where they are named as approvers', async (t) => {
    const stage = await setStage(t, { settings: { APPROVERS: 'U0GONE,U0ROBOT,U0APP1' } });
    for (const stranger of STRANGERS) stage.slack.users.set(stranger.id, stranger);
    const { question } = await orderAndQuote(stage);
    for (const user of ['U0GONE', 'U0ROBOT']) {
      await stage.slack.as(user).click(question, 'Approve');
      await stage.slack.until(
        () => stage.slack.ephemerals(user).length === 1 || stage.ovh.orders.size > 0,
        'an answer',
      );
      assert.equal(stage.ovh.orders.size, 0, `${user} approved`);
    }
  });
});
