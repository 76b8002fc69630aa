import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HOME_ACTIONS, SHORTCUT } from '../../src/slack/ids.ts';
import { visibleText } from '../fakes/slack/blocks.ts';
import {
  askFor,
  endsWithOneOrder,
  hasText,
  orderAndQuote,
  orderProject,
  type Scenario,
  startScenario,
  until,
} from './scenario.ts';

/** Waits until someone's Home says something, or no longer says it. */
async function homeSays(scenario: Scenario, user: string, what: RegExp, not?: RegExp): Promise<string> {
  const person = scenario.slack.as(user);
  const text = () => visibleText(person.home()?.blocks ?? []);
  await scenario.slack.until(
    () => what.test(text()) && !not?.test(text()),
    `the Home of ${user} to say ${what}`,
  );
  return text();
}

describe('the Home', { concurrency: 2 }, () => {
  it('shows newcomers how to start, and opens a form that asks for the channel', async (t) => {
    const scenario = await startScenario(t);
    const rita = scenario.slack.as('U0REQ');
    await rita.openHome();
    const empty = await homeSays(scenario, 'U0REQ', /You have no open order/);
    assert.match(empty, /No order has closed yet/);
    assert.doesNotMatch(empty, /waiting/i, 'who is no approver has nothing to decide');

    await rita.clickHome('New order');
    const modal = await rita.modal();
    modal.fill({ 'Project name': 'moon-base' });
    const missing = await modal.submit();
    assert.ok('errors' in missing && missing.errors.Channel, 'a channel is needed');
    modal.fill({ Channel: 'C0CLOUD' });
    assert.deepEqual(await modal.submit(), { closed: true });
    await scenario.slack.until(() => scenario.slack.messages('C0CLOUD').length === 1, 'the root message');
    const mine = await homeSays(scenario, 'U0REQ', /moon-base.*waiting for approval/);
    assert.match(mine, /Requested <!date/);
    assert.doesNotMatch(mine, /U0REQ/, 'the reader knows who that is');
  });

  it('lets approvers decide with price and reason shown, and is up to date after every change', async (t) => {
    const scenario = await startScenario(t);
    const ada = scenario.slack.as('U0APP1');
    await ada.openHome();
    await homeSays(scenario, 'U0APP1', /Nothing is waiting/);
    const { root } = await orderAndQuote(scenario, { Reason: 'for the moon' });
    await homeSays(scenario, 'U0APP1', /moon-base.*€12.00.*for the moon/s);
    await ada.clickHome('Approve');
    await endsWithOneOrder(scenario, root);
    await homeSays(scenario, 'U0APP1', /Nothing is waiting/);
  });

  it('accepts a rejection with a reason, and lists closed orders', async (t) => {
    const scenario = await startScenario(t);
    const { root } = await orderAndQuote(scenario);
    const ada = scenario.slack.as('U0APP1');
    await ada.openHome();
    await homeSays(scenario, 'U0APP1', /moon-base/);
    await ada.clickHome('Reject');
    const modal = await ada.modal();
    modal.fill({ Reason: 'no' });
    await modal.submit();
    await until(scenario, root, /Rejected\* by <@U0APP1>/);
    await homeSays(scenario, 'U0APP1', /moon-base.*rejected by <@U0APP1>/);
  });

  it('shows an order for approval only to people who may approve it', async (t) => {
    const scenario = await startScenario(t, { settings: { APPROVERS: 'U0REQ,U0APP1' } });
    await orderAndQuote(scenario);
    for (const [user, says] of [
      ['U0REQ', /Nothing is waiting/],
      ['U0APP2', /^(?!.*waiting).*no open order/is],
    ] as const) {
      await scenario.slack.as(user).openHome();
      const home = await homeSays(scenario, user, says);
      assert.ok(!home.includes('Approve'));
    }
    assert.ok(!JSON.stringify(scenario.slack.as('U0APP2').home()).includes('moon-base'), 'not theirs to see');
  });

  it('explains in a dialog why a late click had no effect', async (t) => {
    const scenario = await startScenario(t);
    const ada = scenario.slack.as('U0APP1');
    const { root, question } = await orderAndQuote(scenario);
    await ada.openHome();
    await homeSays(scenario, 'U0APP1', /moon-base/);
    const stale = structuredClone(ada.home());
    await scenario.slack.as('U0APP2').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
    await homeSays(scenario, 'U0APP1', /Nothing is waiting/);
    assert.ok(stale);
    const home = ada.home();
    assert.ok(home);
    home.blocks = stale.blocks;
    await ada.clickHome('Approve');
    const notice = await ada.modal();
    assert.ok(hasText({ text: '', blocks: notice.view.blocks }, /Too late: this was approved/));
  });

  it('shows its lists page by page, newest first', async (t) => {
    const scenario = await startScenario(t);
    for (let index = 1; index <= 6; index += 1) await orderProject(scenario, {}, `base-${index}`);
    const rita = scenario.slack.as('U0REQ');
    await rita.openHome();
    const first = await homeSays(scenario, 'U0REQ', /base-6/);
    assert.ok(first.indexOf('base-6') < first.indexOf('base-2') && !first.includes('base-1'));
    await rita.clickHome('Older');
    await homeSays(scenario, 'U0REQ', /base-1/, /base-6/);
    await rita.clickHome('Newer');
    await homeSays(scenario, 'U0REQ', /base-6/, /base-1/);
  });

  it('is published once per change, and only for people who have it open', async (t) => {
    const scenario = await startScenario(t);
    const published = () => scenario.slack.calls.filter(({ method }) => method === 'views.publish');
    const { root, question } = await orderAndQuote(scenario);
    assert.deepEqual(published(), []);
    await scenario.slack.as('U0APP1').openHome();
    await homeSays(scenario, 'U0APP1', /moon-base/);
    const before = published().length;
    await scenario.slack.as('U0APP2').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
    await homeSays(scenario, 'U0APP1', /Nothing is waiting/);
    assert.ok(published().length - before <= 3, 'changes that follow each other are shown together');
    assert.ok(published().every(({ args }) => args.user_id === 'U0APP1'));
  });

  it('ends up correct although another replica published it at the same moment', async (t) => {
    const scenario = await startScenario(t);
    await scenario.slack.as('U0APP1').openHome();
    await homeSays(scenario, 'U0APP1', /Nothing is waiting/);
    scenario.slack.faults.add({ method: 'views.publish', kind: 'error', error: 'hash_conflict', times: 2 });
    await orderAndQuote(scenario);
    await homeSays(scenario, 'U0APP1', /moon-base/);
  });
});

describe('the shortcut', () => {
  it('opens the same form with a channel field, and says where orders may be placed', async (t) => {
    const scenario = await startScenario(t, { settings: { CHANNELS: 'C0CLOUD' } });
    const rita = scenario.slack.as('U0REQ');
    await rita.shortcut(SHORTCUT);
    const modal = await rita.modal();
    assert.equal(modal.values().Channel, 'C0CLOUD', 'the one where orders are placed is chosen already');
    modal.fill({ 'Project name': 'moon-base', Channel: 'C0RANDOM' });
    const elsewhere = await modal.submit();
    assert.match(('errors' in elsewhere && elsewhere.errors.Channel) || '', /not placed in this channel/);
    modal.fill({ Channel: 'C0CLOUD' });
    assert.deepEqual(await modal.submit(), { closed: true });
    await scenario.slack.until(() => scenario.slack.messages('C0CLOUD').length === 1, 'the root message');
  });

  it('ignores invalid page numbers in a tampered Home button', async (t) => {
    const scenario = await startScenario(t);
    await scenario.slack.as('U0REQ').openHome();
    await homeSays(scenario, 'U0REQ', /no open order/);
    const home = scenario.slack.as('U0REQ').home();
    assert.ok(home);
    const action_id = `${HOME_ACTIONS.page}mine_older`;
    const text = { type: 'plain_text', text: 'Broken' };
    for (const value of ['-1', 'x', '9e99', '1.5']) {
      home.blocks = [
        { type: 'actions', block_id: 'b', elements: [{ type: 'button', action_id, text, value }] },
      ] as never;
      assert.equal((await scenario.slack.as('U0REQ').clickHome('Broken')).acked, true);
    }
    await (await askFor(scenario)).submit();
    await scenario.slack.until(
      () => scenario.slack.messages('C0CLOUD').length === 1,
      'an order nevertheless',
    );
  });
});
