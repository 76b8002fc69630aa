import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SHORTCUT } from '../../src/slack/ids.ts';
import { capturePayloads } from '../security/payloads.ts';
import { sender } from '../security/signed.ts';
import { onlyAtFullSize } from '../size.ts';
import { ephemeralFor, hasText, orderAndQuote, type Scenario, startScenario, until } from './scenario.ts';

const always = Number.POSITIVE_INFINITY;

/** Slack takes no trigger any more: they have all expired, or been used. */
function refuseTriggers(scenario: Scenario, error: string): void {
  scenario.slack.faults.add({ method: 'views.open', kind: 'error', error, times: always });
}

function directly(scenario: Scenario, user: string, what: RegExp) {
  const found = () => scenario.slack.directMessages(user).find((message) => hasText(message, what));
  return scenario.slack.until(found, `a direct message to ${user} that says ${what}`);
}

describe('a form that does not open', { concurrency: 1 }, () => {
  it('is explained in a direct message if it was not opened by a command', async (t) => {
    const scenario = await startScenario(t);
    refuseTriggers(scenario, 'expired_trigger_id');
    const rita = scenario.slack.as('U0REQ');
    await rita.shortcut(SHORTCUT);
    await directly(scenario, 'U0REQ', /The form couldn’t be opened/);
    await rita.openHome();
    await scenario.slack.until(() => rita.home(), 'the Home');
    await rita.clickHome('New order');
    const told = () => scenario.slack.directMessages('U0REQ').length === 2;
    await scenario.slack.until(told, 'a second direct message');
    await rita.command('moon-base');
    await ephemeralFor(scenario, 'U0REQ', /The form couldn’t be opened/);
  });
});

describe('an answer to a click in the Home', { concurrency: 1 }, () => {
  it('is a direct message if its trigger_id has expired', { skip: onlyAtFullSize }, async (t) => {
    let ahead = 0;
    const scenario = await startScenario(t, { now: () => Date.now() + ahead, timing: { clickMs: 200 } });
    await orderAndQuote(scenario);
    const ada = scenario.slack.as('U0APP1');
    await ada.openHome();
    await scenario.slack.until(() => JSON.stringify(ada.home() ?? '').includes('"Approve"'), 'the order');
    // It stays open as it is.
    scenario.slack.faults.add({
      method: 'views.publish',
      kind: 'error',
      error: 'internal_error',
      times: always,
    });
    const group = scenario.slack.groups.get('S0APPROVERS');
    assert.ok(group);
    group.users = ['U0APP2'];
    // Who is in a group is remembered for a minute.
    ahead = 61_000;
    // First a modal says that it takes long; the trigger is used then.
    scenario.slack.faults.add({ method: 'usergroups.users.list', kind: 'delay', ms: 2_700 });
    await ada.clickHome('Approve');
    await directly(scenario, 'U0APP1', /About the order for \*moon-base\*:\nOnly the approvers/);
    refuseTriggers(scenario, 'expired_trigger_id');
    await ada.clickHome('Reject');
    const told = () => scenario.slack.directMessages('U0APP1').length === 2;
    await scenario.slack.until(told, 'a second direct message');
    assert.equal(scenario.ovh.orders.size, 0);
  });
});

describe('a decision', { concurrency: 1 }, () => {
  const without: Record<string, Record<string, unknown>> = {
    'response_url null': { response_url: null },
    'response_url absent': { response_url: undefined },
    'response_url odd': { response_url: 'ftp://x' },
    'message null': { message: null },
    'message absent': { message: undefined },
    'message and container absent': { message: undefined, container: undefined },
    'view null': { view: null },
    'trigger_id null': { trigger_id: null },
    'trigger_id absent': { trigger_id: undefined },
    'team and enterprise null': { team: null, enterprise: null },
    'channel null': { channel: null },
    'everything beside it absent': {
      ...{ response_url: undefined, message: undefined, container: undefined, trigger_id: undefined },
      ...{ channel: undefined, state: undefined, api_app_id: undefined, token: undefined },
    },
  };

  it('counts although its payload lacks fields that it does not need', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const scenario = await startScenario(t, { mode: 'http' });
    const url = `http://127.0.0.1:${scenario.app.port}/slack/events`;
    const app = sender(url, scenario.slack.signingSecret);
    t.after(app.close);
    for (const [index, [what, fields]] of Object.entries(without).entries()) {
      const { root, question } = await orderAndQuote(scenario, {}, `base-${index}`);
      const [click] = await capturePayloads(scenario.slack, url, async () => {
        await scenario.slack.as('U0APP1').click(question, 'Reject');
      });
      assert.ok(click);
      const [cancel] = await capturePayloads(scenario.slack, url, async () => {
        await scenario.slack.as('U0REQ').click(question, 'Cancel order');
      });
      assert.ok(cancel);
      const { status } = await app.send(cancel.writing, { ...cancel.content, ...fields });
      assert.equal(status, 200, what);
      await until(scenario, root, /\*Cancelled\*/);
      await until(scenario, root, /Cancelled\* by/);
    }
    // The fake has told the app's stand-in only.
    scenario.slack.problems.splice(0);
  });

  it('that is denied is explained in a direct message if no other way works', async (t) => {
    const scenario = await startScenario(t, { mode: 'http' });
    const url = `http://127.0.0.1:${scenario.app.port}/slack/events`;
    const app = sender(url, scenario.slack.signingSecret);
    t.after(app.close);
    const { question } = await orderAndQuote(scenario);
    const [click] = await capturePayloads(scenario.slack, url, async () => {
      await scenario.slack.as('U0GUEST').click(question, 'Approve');
    });
    assert.ok(click);
    await app.send(click.writing, { ...click.content, ...without['everything beside it absent'] });
    await directly(scenario, 'U0GUEST', /Only the approvers/);
    scenario.slack.problems.splice(0);
  });
});
