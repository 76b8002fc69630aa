import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  askFor,
  ephemeralFor,
  hasText,
  orderAndQuote,
  reply,
  type Scenario,
  startScenario,
  until,
} from './scenario.ts';

const always = Number.POSITIVE_INFINITY;
const LASTS = /Trying again will not help: tell the app’s operator/;

/** From now on Slack says that about the members of every user group. */
function refuseGroups(scenario: Scenario, error: string): void {
  scenario.slack.faults.add({ method: 'usergroups.users.list', kind: 'error', error, times: always });
}

async function submitted(scenario: Scenario, name: string): Promise<string> {
  const outcome = await (await askFor(scenario, name)).submit();
  return 'errors' in outcome ? (outcome.errors['Project name'] ?? '') : 'accepted';
}

describe('a user group that Slack does not show', { concurrency: 1 }, () => {
  for (const error of ['no_such_subteam', 'plan_upgrade_required', 'missing_scope', 'a_code_of_tomorrow']) {
    it(`is explained to people who click, and to the operator: ${error}`, async (t) => {
      const scenario = await startScenario(t);
      const { question } = await orderAndQuote(scenario);
      refuseGroups(scenario, error);
      for (const user of ['U0APP1', 'U0GUEST']) {
        await scenario.slack.as(user).click(question, 'Approve');
        const told = await ephemeralFor(scenario, user, LASTS);
        assert.ok(hasText(told, 'S0APPROVERS') && hasText(told, error), told.text);
      }
      assert.match(scenario.logged(), new RegExp(`"level":50[^\\n]*"code":"${error}"`));
      assert.equal(scenario.ovh.orders.size, 0);
    });
  }

  it('for a moment only makes people try again, and the next click counts', async (t) => {
    const scenario = await startScenario(t);
    const { question } = await orderAndQuote(scenario);
    refuseGroups(scenario, 'internal_error');
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await ephemeralFor(scenario, 'U0APP1', /Please try again in a moment/);
    scenario.slack.faults.clear();
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await until(scenario, question, /Approved/);
  });

  it('does not matter to a click on Reject that comes too late', async (t) => {
    const scenario = await startScenario(t);
    const { question } = await orderAndQuote(scenario);
    const seenBefore = { ...question };
    await scenario.slack.as('U0REQ').click(question, 'Cancel order');
    await until(scenario, question, /Cancelled/);
    refuseGroups(scenario, 'internal_error');
    await scenario.slack.as('U0APP1').click(seenBefore, 'Reject');
    await ephemeralFor(scenario, 'U0APP1', /Too late: .* cancelled this/);
  });

  it('keeps people from ordering what no one could approve', async (t) => {
    const scenario = await startScenario(t);
    scenario.slack.groups.delete('S0APPROVERS');
    const said = await submitted(scenario, 'moon-base');
    assert.match(said, /No one could approve this order/);
    assert.match(said, /S0APPROVERS \(no_such_subteam\)/);
    assert.match(said, LASTS);
    assert.match(scenario.logged(), /"level":50[^\n]*"subject":"S0APPROVERS","code":"no_such_subteam"/);
    const page = await (await fetch(`http://127.0.0.1:${scenario.app.port}/metrics`)).text();
    assert.match(page, /order_cloud_slack_lookups_refused_total\{subject="group"\} [1-9]/);
    refuseGroups(scenario, 'internal_error');
    assert.equal(await submitted(scenario, 'mars-base'), 'accepted', 'it may pass');
  });

  it('is named in the form when only its members may order', async (t) => {
    const settings = { REQUESTERS: 'S0GONE', APPROVERS: 'U0APP1' };
    const scenario = await startScenario(t, { settings });
    const said = await submitted(scenario, 'moon-base');
    assert.match(said, LASTS);
    assert.match(said, /S0GONE \(no_such_subteam\)/);
  });

  it('is named in the Home of people who might be approvers', async (t) => {
    const scenario = await startScenario(t);
    refuseGroups(scenario, 'missing_scope');
    const ada = scenario.slack.as('U0APP1');
    await ada.openHome();
    await scenario.slack.until(
      () => LASTS.test(JSON.stringify(ada.home()?.blocks)),
      'the notice in the Home',
    );
  });
});

describe('a person whom Slack does not show', { concurrency: 1 }, () => {
  it('is told so when they approve and when they order', async (t) => {
    const users = [{ id: 'U0HID', name: 'Hilde', hidden: true }];
    const settings = { APPROVERS: 'U0HID,U0APP1' };
    const scenario = await startScenario(t, { settings, slack: { users } });
    const { question } = await orderAndQuote(scenario);
    const hilde = scenario.slack.as('U0HID');
    for (const label of ['Approve', 'Reject']) await hilde.click(question, label);
    await scenario.slack.until(
      () => scenario.slack.ephemerals('U0HID').filter((message) => LASTS.test(message.text)).length === 2,
      'two explanations',
    );
    await hilde.command('hidden-base');
    const outcome = await (await hilde.modal()).submit();
    assert.match(('errors' in outcome && outcome.errors['Project name']) || '', /user_not_visible/);
  });

  it('does not count towards the quorum', async (t) => {
    const users = [{ id: 'U0HID', name: 'Hilde', hidden: true }];
    const scenario = await startScenario(t, { settings: { APPROVERS: 'U0HID' }, slack: { users } });
    assert.match(await submitted(scenario, 'moon-base'), /No one could approve this order/);
  });
});

describe('people of an organisation', { concurrency: 1 }, () => {
  const enterpriseId = 'E0ORG';
  const member = (id: string, name: string, teams: string[], team_id: string) => ({
    ...{ id, name, team_id },
    enterprise_user: { id: id.replace('U', 'W'), teams },
  });

  it('may order only in a workspace that they belong to, whichever one Slack names', async (t) => {
    const users = [
      member('U0REQ', 'Rita', ['T0TEAM', 'T0OTHER'], 'T0OTHER'),
      member('U0ORG', 'Olga', ['T0TEAM'], enterpriseId),
      member('U0OUT', 'Otto', ['T0OTHER'], 'T0OTHER'),
    ];
    const scenario = await startScenario(t, { slack: { enterpriseId, users } });
    for (const [user, may] of [
      ['U0REQ', true],
      ['U0ORG', true],
      ['U0OUT', false],
    ] as const) {
      await scenario.slack.as(user).command(`base-of-${user}`);
      const outcome = await (await scenario.slack.as(user).modal()).submit();
      assert.equal('closed' in outcome, may, user);
    }
  });

  it('count as one person under both of their ids', async (t) => {
    const users = [
      member('U0APP1', 'Ada', ['T0TEAM'], 'T0TEAM'),
      member('U0REQ', 'Rita', ['T0TEAM'], 'T0TEAM'),
    ];
    const settings = { APPROVERS: 'W0APP1,W0REQ', APPROVALS_REQUIRED: '1' };
    const scenario = await startScenario(t, { settings, slack: { enterpriseId, users } });
    const { root, question } = await orderAndQuote(scenario);
    await scenario.slack.as('U0REQ').click(question, 'Approve');
    await ephemeralFor(scenario, 'U0REQ', /requested this order yourself/);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /orderPassword/);
  });

  it('can neither approve twice nor approve their own order under another id', async (t) => {
    const rita = member('U0REQ', 'Rita', ['T0TEAM'], 'T0TEAM');
    const ada = member('U0APP1', 'Ada', ['T0TEAM'], 'T0TEAM');
    const settings = { APPROVERS: 'U0APP1,U0APP2,U0REQ', APPROVALS_REQUIRED: '2' };
    const scenario = await startScenario(t, { settings, slack: { enterpriseId, users: [rita, ada] } });
    // The same people, as clicks in another workspace of the organisation name them.
    for (const { id, name, enterprise_user: enterprise } of [rita, ada]) {
      scenario.slack.users.set(enterprise.id, { id: enterprise.id, name, enterprise_user: enterprise });
      assert.notEqual(id, enterprise.id);
    }
    const { question } = await orderAndQuote(scenario);
    await scenario.slack.as('W0REQ').click(question, 'Approve');
    await ephemeralFor(scenario, 'W0REQ', /requested this order yourself/);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await until(scenario, question, /1 of 2/);
    await scenario.slack.as('W0APP1').click(question, 'Approve');
    await ephemeralFor(scenario, 'W0APP1', /approved this already/);
    await scenario.slack.as('W0REQ').click(question, 'Cancel order');
    await until(scenario, question, /cancelled/i);
    assert.equal(scenario.ovh.orders.size, 0);
  });
});
