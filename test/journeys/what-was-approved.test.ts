import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firstOf, onlyAtFullSize } from '../size.ts';
import { fastClock } from './fast-clock.ts';
import {
  endsWithOneOrder,
  hasText,
  orderAndQuote,
  reply,
  type Scenario,
  startScenario,
  until,
} from './scenario.ts';

/** The one cart at OVHcloud, whose content many calls change without a key. */
function cartOf({ ovh }: Scenario) {
  const [cart, ...others] = ovh.carts.values();
  assert.ok(cart && others.length === 0);
  return cart;
}

function configurationOf(scenario: Scenario, label: string) {
  const found = cartOf(scenario).items[0]?.configurations.find((each) => each.label === label);
  assert.ok(found);
  return found;
}

describe('what is in the cart is what was approved', { concurrency: 2 }, () => {
  const exchanges: Record<string, (scenario: Scenario) => void> = {
    'its name is another': (scenario) => {
      configurationOf(scenario, 'description').value = 'somewhere-else';
    },
    'a voucher was added': (scenario) => {
      cartOf(scenario).items[0]?.configurations.push({ id: 77, label: 'voucher', value: 'CREDIT5' });
    },
    'the voucher is another': (scenario) => {
      configurationOf(scenario, 'voucher').value = 'FREE100';
    },
    'a second project is in it': (scenario) => {
      const { items } = cartOf(scenario);
      const [item] = items;
      assert.ok(item);
      items.push({ ...structuredClone(item), itemId: 78 });
    },
    'it is twice the quantity': (scenario) => {
      const [item] = cartOf(scenario).items;
      assert.ok(item);
      item.quantity = 2;
    },
  };
  for (const [name, exchange] of firstOf(2, Object.entries(exchanges))) {
    it(`${name}: nothing is ordered, the approvals are void, and people review a new quote`, async (t) => {
      const scenario = await startScenario(t, { now: fastClock(t).now });
      const voucher = name.includes('voucher is') ? { Voucher: 'CREDIT5' } : {};
      const { root, question } = await orderAndQuote(scenario, voucher);
      const before = cartOf(scenario).cartId;
      exchange(scenario);
      await scenario.slack.as('U0APP1').click(question, 'Approve');
      await reply(scenario, root, /no longer held what was approved.*approval of <@U0APP1> is void/);
      await until(scenario, root, /Waiting for approval/);
      assert.equal(scenario.ovh.orders.size, 0);
      assert.ok(!scenario.ovh.carts.has(before), 'the cart is gone');
      const again = await reply(scenario, root, /: approve /);
      await scenario.slack.as('U0APP1').click(again, 'Approve');
      await endsWithOneOrder(scenario, root);
      assert.equal([...scenario.ovh.orders.values()][0]?.description, 'moon-base');
    });
  }

  it('a gateway added the project to the new cart twice: another cart is built', async (t) => {
    const scenario = await startScenario(t, { now: fastClock(t).now });
    scenario.ovh.faults.add({ method: 'POST', path: '/order/cart/{cartId}/cloud', kind: 'twice' });
    const { root, question } = await orderAndQuote(scenario);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
    const [placed] = scenario.ovh.orders.values();
    assert.equal(new Set(placed?.lines.map(({ item }) => item.itemId)).size, 1, 'one project');
  });
});

describe('a price that changed in the last moment', { concurrency: 2 }, () => {
  it('is still shown in root message, thread and direct message after it was charged', async (t) => {
    const scenario = await startScenario(t, { now: fastClock(t).now, settings: { OVH_AUTOPAY: 'true' } });
    const { root, question } = await orderAndQuote(scenario);
    const changing = scenario.ovh.faults.add({
      method: 'POST',
      path: '/order/cart/{cartId}/checkout',
      kind: 'delay',
      ms: 200,
    });
    const approving = scenario.slack.as('U0APP1').click(question, 'Approve');
    await changing.triggered;
    scenario.ovh.setPrice({ withoutTax: 100 });
    await approving;
    await until(scenario, root, /\*Ready\*/);
    const differs = /price is €120.00 incl. tax; €12.00 was approved/;
    assert.ok(hasText(root, differs), 'the root says it');
    assert.ok(
      scenario.slack.thread(root).some((message) => hasText(message, differs)),
      'the thread says it',
    );
    assert.ok(
      scenario.slack.directMessages('U0REQ').some((message) => hasText(message, differs)),
      'the requester reads it',
    );
  });
});

describe('approvals end', { concurrency: 2 }, () => {
  it('an order approved before an outage of ten days expires instead of being placed', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const clock = fastClock(t);
    const scenario = await startScenario(t, { now: clock.now });
    const { root, question } = await orderAndQuote(scenario);
    const stuck = scenario.ovh.faults.add({
      method: 'GET',
      path: '/order/cart/{cartId}/checkout',
      kind: 'hang',
    });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await stuck.triggered;
    await scenario.app.stop();
    clock.jump(10 * 86_400_000);
    scenario.ovh.faults.clear();
    await scenario.start();
    await until(scenario, root, /expired/i);
    assert.equal(scenario.ovh.orders.size, 0);
  });

  it('an approval does not count once its giver is no longer an approver', async (t) => {
    const clock = fastClock(t);
    const scenario = await startScenario(t, { now: clock.now, settings: { APPROVALS_REQUIRED: '2' } });
    const { root, question } = await orderAndQuote(scenario);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await until(scenario, question, /1 of 2/);
    for (const group of scenario.slack.groups.values())
      group.users = group.users.filter((id) => id !== 'U0APP1');
    clock.jump(120_000);
    await scenario.slack.as('U0APP2').click(question, 'Approve');
    await reply(scenario, root, /<@U0APP1> is no longer an approver/);
    await until(scenario, question, /1 of 2 approvals: <@U0APP2>/);
    assert.equal(scenario.ovh.orders.size, 0);
  });

  it('an approver who leaves between the last approval and the checkout stops the checkout', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const clock = fastClock(t);
    const scenario = await startScenario(t, { now: clock.now });
    const { root, question } = await orderAndQuote(scenario);
    const away = {
      method: 'GET',
      path: '/order/cart/{cartId}/checkout',
      kind: 'html-502',
      times: 6,
    } as const;
    const fault = scenario.ovh.faults.add(away);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await fault.triggered;
    for (const group of scenario.slack.groups.values())
      group.users = group.users.filter((id) => id !== 'U0APP1');
    await reply(scenario, root, /<@U0APP1> is no longer an approver/);
    await until(scenario, root, /Waiting for approval/);
    assert.equal(scenario.ovh.orders.size, 0);
  });
});
