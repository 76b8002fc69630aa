import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ephemeralFor, hasText, noCartLeft, orderAndQuote, reply, startScenario, until } from './scenario.ts';

describe('deciding', { concurrency: 2 }, () => {
  it('has one outcome when two approvers click at once, and one of them five times', async (t) => {
    const scenario = await startScenario(t);
    const { slack, ovh } = scenario;
    const { root, question } = await orderAndQuote(scenario);
    const before = structuredClone(question);
    const clicks = ['U0APP1', 'U0APP1', 'U0APP2', 'U0APP1', 'U0APP1', 'U0APP1'];
    await Promise.all(clicks.map((user) => slack.as(user).click(before, 'Approve')));
    await reply(scenario, root, /orderPassword/);
    await until(scenario, root, /Ordered/);
    assert.equal(ovh.orders.size, 1);
    assert.equal(
      ovh.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/checkout')).length,
      1,
    );
    assert.equal(slack.thread(root).length, 2);
    await slack.until(() => slack.ephemerals().length === 5, 'five late clicks to be told');
    for (const { text } of slack.ephemerals())
      assert.match(text, /Too late: this was approved by <@U0APP[12]>/);
  });

  it('refuses an approval from the requester and from people who are not approvers', async (t) => {
    const scenario = await startScenario(t, { settings: { APPROVERS: 'S0APPROVERS,U0REQ' } });
    const { question } = await orderAndQuote(scenario);
    await scenario.slack.as('U0REQ').click(question, 'Approve');
    await ephemeralFor(scenario, 'U0REQ', /someone else has to approve/);
    await scenario.slack.as('U0GUEST').click(question, 'Approve');
    await ephemeralFor(scenario, 'U0GUEST', /Only the approvers/);
    await scenario.slack.as('U0GUEST').click(question, 'Reject');
    await scenario.slack.until(() => scenario.slack.ephemerals('U0GUEST').length === 2, 'the second refusal');
    assert.equal(scenario.ovh.orders.size, 0);
  });

  it('checks the user group at the click: a former member may no longer approve', async (t) => {
    const scenario = await startScenario(t);
    const { question } = await orderAndQuote(scenario);
    const group = scenario.slack.groups.get('S0APPROVERS');
    assert.ok(group);
    group.users = ['U0APP2'];
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await ephemeralFor(scenario, 'U0APP1', /Only the approvers/);
  });

  it('needs the required number of different approvers, and shows who approved', async (t) => {
    const scenario = await startScenario(t, { settings: { APPROVALS_REQUIRED: '2' } });
    const { slack, ovh } = scenario;
    const { root, question } = await orderAndQuote(scenario);
    await slack.as('U0APP1').click(question, 'Approve');
    await until(scenario, question, /1 of 2 approvals: <@U0APP1>/);
    await slack.as('U0APP1').click(question, 'Approve');
    await ephemeralFor(scenario, 'U0APP1', /approved this already \(1 of 2\)/);
    assert.equal(ovh.orders.size, 0);
    await slack.as('U0APP2').click(question, 'Approve');
    await reply(scenario, root, /orderPassword/);
    await until(scenario, question, /Approved: <@U0APP1> .*<@U0APP2>/);
  });

  it('a rejection with a reason is shown to everyone, and nothing is ordered', async (t) => {
    const scenario = await startScenario(t);
    const { slack } = scenario;
    const { root, question } = await orderAndQuote(scenario);
    await slack.as('U0APP2').click(question, 'Reject');
    const modal = await slack.as('U0APP2').modal();
    assert.ok('errors' in (await modal.submit()), 'a reason is required');
    modal.fill({ Reason: '   ' });
    const blank = await modal.submit();
    assert.match(('errors' in blank && blank.errors.Reason) || '', /Say why/);
    modal.fill({ Reason: 'Use the <!channel> shared project' });
    assert.deepEqual(await modal.submit(), { closed: true });

    await until(scenario, root, /Rejected\* by <@U0APP2>/);
    assert.match(root.text, /&lt;!channel&gt; shared project/);
    await until(scenario, question, /Rejected by <@U0APP2>/);
    const told = () => slack.directMessages('U0REQ').find((message) => hasText(message, /was rejected by/));
    assert.ok(hasText(await slack.until(told, 'the requester to be told'), /shared project/));
    assert.equal(slack.thread(root).length, 1, 'it is said once');
    await slack.as('U0APP1').clickStale(question, 'Approve');
    await ephemeralFor(scenario, 'U0APP1', /<@U0APP2> rejected this <!date.*shared project/s);
    assert.equal(scenario.ovh.orders.size, 0);
    await noCartLeft(scenario);
  });

  it('an approver whose reject modal was open too long is told what happened meanwhile', async (t) => {
    const scenario = await startScenario(t);
    const { slack } = scenario;
    const { root, question } = await orderAndQuote(scenario);
    await slack.as('U0APP2').click(question, 'Reject');
    const modal = await slack.as('U0APP2').modal();
    await slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /orderPassword/);
    modal.fill({ Reason: 'no' });
    const outcome = await modal.submit();
    assert.match(('errors' in outcome && outcome.errors.Reason) || '', /Too late: this was approved/);
  });

  it('only the requester can cancel', async (t) => {
    const scenario = await startScenario(t);
    const { root, question } = await orderAndQuote(scenario);
    await scenario.slack.as('U0APP1').click(question, 'Cancel order');
    await ephemeralFor(scenario, 'U0APP1', /Only <@U0REQ>, the requester/);
    await scenario.slack.as('U0REQ').click(question, 'Cancel order');
    await until(scenario, root, /Cancelled\* by <@U0REQ>/);
    await scenario.slack.until(() => !hasText(question, '"type":"button"'), 'the buttons to go');
    await noCartLeft(scenario);
  });

  it('a price that changed at checkout voids the approval, and people are asked again', async (t) => {
    const scenario = await startScenario(t);
    const { slack, ovh } = scenario;
    const { root, question } = await orderAndQuote(scenario);
    const before = structuredClone(question);
    ovh.setPrice({ withoutTax: 20 });
    await slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /was €12.00 when it was approved and is €24.00 now.*<@U0APP1> is void/);
    const again = await reply(scenario, root, /: approve .*moon-base for €24.00/);
    assert.equal(ovh.orders.size, 0);
    await until(scenario, root, /€24.00/);
    await until(scenario, question, /replaced by a newer one/);
    await slack.as('U0APP2').click(before, 'Approve');
    await ephemeralFor(scenario, 'U0APP2', /quote has changed/);
    assert.equal(ovh.orders.size, 0);

    await slack.as('U0APP2').click(again, 'Approve');
    await reply(scenario, root, /orderPassword/);
    assert.equal(ovh.orders.size, 1);
  });

  it('an order that no one approves in time expires when its quote said it would', async (t) => {
    let now = Date.UTC(2026, 10, 2, 10);
    const scenario = await startScenario(t, { now: () => now });
    const { root, question } = await orderAndQuote(scenario);
    await until(scenario, root, new RegExp(`<!date\\^${now / 1000 + 72 * 3600}\\^`));
    now += 72 * 3_600_000;
    await until(scenario, root, /Expired.*not approved in time/);
    await until(scenario, question, /Expired/);
    await scenario.slack.as('U0APP1').clickStale(question, 'Approve');
    await ephemeralFor(scenario, 'U0APP1', /Too late: this expired/);
    assert.equal(scenario.ovh.orders.size, 0);
    await noCartLeft(scenario);
  });
});
