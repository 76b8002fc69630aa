import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fastClock } from './fast-clock.ts';
import { endsWithOneOrder, orderAndQuote, reply, type Stage, says, setStage, until } from './stage.ts';

/** The one cart at OVHcloud, whose content many calls change without a key. */
function cartOf({ ovh }: Stage) {
  const [cart, ...others] = ovh.carts.values();
  assert.ok(cart && others.length === 0);
  return cart;
}

function configurationOf(stage: Stage, label: string) {
  const found = cartOf(stage).items[0]?.configurations.find((each) => each.label === label);
  assert.ok(found);
  return found;
}

describe('what is in the cart is what was approved', { concurrency: 2 }, () => {
  const exchanges: Record<string, (stage: Stage) => void> = {
    'its name is another': (stage) => {
      configurationOf(stage, 'description').value = 'somewhere-else';
    },
    'a voucher was added': (stage) => {
      cartOf(stage).items[0]?.configurations.push({ id: 77, label: 'voucher', value: 'CREDIT5' });
    },
    'the voucher is another': (stage) => {
      configurationOf(stage, 'voucher').value = 'FREE100';
    },
    'a second project is in it': (stage) => {
      const { items } = cartOf(stage);
      const [item] = items;
      assert.ok(item);
      items.push({ ...structuredClone(item), itemId: 78 });
    },
    'it is twice the quantity': (stage) => {
      const [item] = cartOf(stage).items;
      assert.ok(item);
      item.quantity = 2;
    },
  };
  for (const [name, exchange] of Object.entries(exchanges)) {
    it(`${name}: nothing is ordered, the approvals are void, and people review a new quote`, async (t) => {
      const stage = await setStage(t, { now: fastClock(t).now });
      const voucher = name.includes('voucher is') ? { Voucher: 'CREDIT5' } : {};
      const { root, question } = await orderAndQuote(stage, voucher);
      const before = cartOf(stage).cartId;
      exchange(stage);
      await stage.slack.as('U0APP1').click(question, 'Approve');
      await reply(stage, root, /no longer held what was approved.*approval of <@U0APP1> is void/);
      await until(stage, root, /Waiting for approval/);
      assert.equal(stage.ovh.orders.size, 0);
      assert.ok(!stage.ovh.carts.has(before), 'the cart is gone');
      const again = await reply(stage, root, /please decide/);
      await stage.slack.as('U0APP1').click(again, 'Approve');
      await endsWithOneOrder(stage, root);
      assert.equal([...stage.ovh.orders.values()][0]?.description, 'moon-base');
    });
  }

  it('a gateway put the project into the new cart twice: another cart is built', async (t) => {
    const stage = await setStage(t, { now: fastClock(t).now });
    stage.ovh.faults.add({ method: 'POST', path: '/order/cart/{cartId}/cloud', kind: 'twice' });
    const { root, question } = await orderAndQuote(stage);
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(stage, root);
    const [placed] = stage.ovh.orders.values();
    assert.equal(new Set(placed?.lines.map(({ item }) => item.itemId)).size, 1, 'one project');
  });
});

describe('a price that changed in the last moment', { concurrency: 2 }, () => {
  it('stays told in root, thread and direct message after it was charged', async (t) => {
    const stage = await setStage(t, { now: fastClock(t).now, settings: { OVH_AUTOPAY: 'true' } });
    const { root, question } = await orderAndQuote(stage);
    const changing = stage.ovh.faults.add({
      method: 'POST',
      path: '/order/cart/{cartId}/checkout',
      kind: 'delay',
      ms: 200,
    });
    const approving = stage.slack.as('U0APP1').click(question, 'Approve');
    await changing.struck;
    stage.ovh.setPrice({ withoutTax: 100 });
    await approving;
    await until(stage, root, /\*Ready\*/);
    const differs = /price is €120.00 incl. tax; €12.00 was approved/;
    assert.ok(says(root, differs), 'the root says it');
    assert.ok(
      stage.slack.thread(root).some((message) => says(message, differs)),
      'the thread says it',
    );
    assert.ok(
      stage.slack.directMessages('U0REQ').some((message) => says(message, differs)),
      'the requester reads it',
    );
  });
});

describe('approvals end', { concurrency: 2 }, () => {
  it('an order approved before an outage of ten days expires instead of being placed', async (t) => {
    const clock = fastClock(t);
    const stage = await setStage(t, { now: clock.now });
    const { root, question } = await orderAndQuote(stage);
    const stuck = stage.ovh.faults.add({
      method: 'GET',
      path: '/order/cart/{cartId}/checkout',
      kind: 'hang',
    });
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await stuck.struck;
    await stage.app.stop();
    clock.jump(10 * 86_400_000);
    stage.ovh.faults.clear();
    await stage.start();
    await until(stage, root, /expired/i);
    assert.equal(stage.ovh.orders.size, 0);
  });

  it('an approval does not count once its giver is no approver any more', async (t) => {
    const clock = fastClock(t);
    const stage = await setStage(t, { now: clock.now, settings: { APPROVALS_REQUIRED: '2' } });
    const { root, question } = await orderAndQuote(stage);
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await until(stage, question, /1 of 2/);
    for (const group of stage.slack.groups.values())
      group.users = group.users.filter((id) => id !== 'U0APP1');
    clock.jump(120_000);
    await stage.slack.as('U0APP2').click(question, 'Approve');
    await reply(stage, root, /<@U0APP1> is no longer an approver/);
    await until(stage, question, /1 of 2 approvals: <@U0APP2>/);
    assert.equal(stage.ovh.orders.size, 0);
  });

  it('an approver who leaves between the last approval and the checkout stops the checkout', async (t) => {
    const clock = fastClock(t);
    const stage = await setStage(t, { now: clock.now });
    const { root, question } = await orderAndQuote(stage);
    const away = {
      method: 'GET',
      path: '/order/cart/{cartId}/checkout',
      kind: 'html-502',
      times: 6,
    } as const;
    const fault = stage.ovh.faults.add(away);
    await stage.slack.as('U0APP1').click(question, 'Approve');
    await fault.struck;
    for (const group of stage.slack.groups.values())
      group.users = group.users.filter((id) => id !== 'U0APP1');
    await reply(stage, root, /<@U0APP1> is no longer an approver/);
    await until(stage, root, /Waiting for approval/);
    assert.equal(stage.ovh.orders.size, 0);
  });
});
