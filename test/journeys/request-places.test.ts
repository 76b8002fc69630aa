import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SHORTCUT } from '../../src/slack/ids.ts';
import type { OpenModal, Submission } from '../fakes/slack/server.ts';
import { askFor, hasText, reply, startScenario } from './scenario.ts';

const members = ['U0REQ', 'U0APP1'];
const channels = [
  { id: 'D0TWO', name: 'directmessage', is_private: true, members },
  { id: 'G0THREE', name: 'mpdm-rita--ada--alan-1', is_private: true, members },
  { id: 'C0NEWS', name: 'news', is_restricted: true },
  { id: 'C0SHARED', name: 'with-partners', is_ext_shared: true },
];

function asksForChannel(modal: OpenModal): boolean {
  return 'Channel' in modal.values();
}

function errorsOf(outcome: Submission): Record<string, string> {
  return 'errors' in outcome ? outcome.errors : {};
}

describe('a form opened where orders may not be placed', { concurrency: 1 }, () => {
  it('has a channel field in direct messages with people and with the app', async (t) => {
    const scenario = await startScenario(t, { slack: { channels } });
    for (const place of ['D0TWO', 'G0THREE', 'D0REQ']) {
      const modal = await askFor(scenario, `base-of-${place}`, place);
      assert.ok(asksForChannel(modal), place);
      modal.fill({ Channel: 'C0CLOUD' });
      assert.deepEqual(await modal.submit(), { closed: true }, place);
      const root = await scenario.slack.until(
        () => scenario.slack.messages('C0CLOUD').find(({ text }) => text.includes(`base-of-${place}`)),
        'the root message',
      );
      await reply(scenario, root, /: approve /);
    }
  });

  it('refuses a direct message, or a channel that CHANNELS does not list, whatever is submitted', async (t) => {
    const scenario = await startScenario(t, { slack: { channels }, settings: { CHANNELS: 'C0CLOUD' } });
    const rita = scenario.slack.as('U0REQ');
    for (const [channel, why] of [
      ['D0REQ', /Choose the channel/],
      ['D0TWO', /Choose the channel/],
      ['G0SECRET', /not placed in this channel/],
    ] as const) {
      await rita.shortcut(SHORTCUT);
      const modal = await rita.modal();
      modal.fill({ 'Project name': 'moon-base', Channel: channel });
      assert.match(errorsOf(await modal.submit()).Channel ?? '', why, channel);
    }
    assert.deepEqual(scenario.slack.messages('D0REQ'), []);
  });

  it('offers no channel shared with another organization, unless CHANNELS lists some', async (t) => {
    const isExcluded = async (settings: Record<string, string>) => {
      const scenario = await startScenario(t, { settings });
      await scenario.slack.as('U0REQ').shortcut(SHORTCUT);
      const { view } = await scenario.slack.as('U0REQ').modal();
      return /"exclude_external_shared_channels":true/.test(JSON.stringify(view.blocks));
    };
    assert.equal(await isExcluded({}), true);
    assert.equal(await isExcluded({ CHANNELS: 'C0CLOUD' }), false);
  });

  it('refuses a shared channel under its field, even if Slack had not said that it is shared', async (t) => {
    const scenario = await startScenario(t, { slack: { channels } });
    const { slack } = scenario;
    slack.scopes.add('channels:read');
    const typed = await askFor(scenario, 'moon-base', 'C0SHARED');
    assert.ok(asksForChannel(typed), 'the form asks for another channel');
    typed.fill({ Channel: 'C0SHARED' });
    const chosen = errorsOf(await typed.submit());
    assert.deepEqual(Object.keys(chosen), ['Channel']);
    assert.match(chosen.Channel ?? '', /shared with another organization/);

    const before = await askFor(scenario, 'moon-base', 'C0CLOUD');
    const cloud = slack.channels.get('C0CLOUD');
    assert.ok(cloud && !asksForChannel(before));
    cloud.is_ext_shared = true;
    // What Slack said is believed for a minute.
    await scenario.app.stop();
    await scenario.start();
    const errors = errorsOf(await before.submit());
    assert.match(errors['Project name'] ?? '', /shared with another organization.*type \/order-cloud there/);
    cloud.is_ext_shared = false;
    assert.deepEqual([slack.messages('C0CLOUD'), slack.messages('C0SHARED')], [[], []]);
  });

  it('accepts a shared channel that CHANNELS lists, and a channel that the app may not inspect', async (t) => {
    const listed = await startScenario(t, { slack: { channels }, settings: { CHANNELS: 'C0SHARED' } });
    listed.slack.scopes.add('channels:read');
    assert.deepEqual(await (await askFor(listed, 'moon-base', 'C0SHARED')).submit(), { closed: true });
    const unseen = await startScenario(t, { slack: { channels } });
    assert.deepEqual(await (await askFor(unseen, 'moon-base', 'C0SHARED')).submit(), { closed: true });
  });

  it('shows what to do under the field that has the problem', async (t) => {
    const scenario = await startScenario(t, { slack: { channels } });
    const restricted = errorsOf(await (await askFor(scenario, 'moon-base', 'C0NEWS')).submit());
    assert.match(restricted['Project name'] ?? '', /restricted_action.*in another channel/);
    assert.doesNotMatch(restricted['Project name'] ?? '', /\/invite/);
    // Also those that no list has.
    for (const error of [
      'restricted_action_of_tomorrow',
      'posting_to_channel_denied',
      'channel_is_limited_access',
    ]) {
      scenario.slack.faults.add({ method: 'chat.postMessage', kind: 'error', error });
      const elsewhere = errorsOf(await (await askFor(scenario, 'moon-base')).submit());
      assert.match(elsewhere['Project name'] ?? '', new RegExp(`${error}.*in another channel`));
    }

    const rita = scenario.slack.as('U0REQ');
    for (const [channel, advice] of [
      ['G0LOCKED', /\/invite @order-cloud/],
      ['C0NEWS', /Choose another channel/],
    ] as const) {
      await rita.shortcut(SHORTCUT);
      const modal = await rita.modal();
      modal.fill({ 'Project name': 'moon-base', Channel: channel });
      const errors = errorsOf(await modal.submit());
      assert.deepEqual(Object.keys(errors), ['Channel']);
      assert.match(errors.Channel ?? '', advice);
    }
  });

  it('explains that Slack refuses the app’s messages, and works once that is fixed', async (t) => {
    const scenario = await startScenario(t);
    for (const error of ['missing_scope', 'team_access_not_granted', 'invalid_blocks', 'account_inactive']) {
      const before = scenario.slack.messages('C0CLOUD').length;
      scenario.slack.faults.add({ method: 'chat.postMessage', kind: 'error', error });
      const modal = await askFor(scenario, 'moon-base');
      const errors = errorsOf(await modal.submit());
      assert.match(errors['Project name'] ?? '', new RegExp(`${error}.*Nothing was ordered`), error);
      assert.equal(/tell the app’s operator/.test(errors['Project name'] ?? ''), !/team/.test(error), error);
      assert.deepEqual(await modal.submit(), { closed: true }, 'mended, it works in the same form');
      const root = await scenario.slack.until(() => scenario.slack.messages('C0CLOUD')[before], 'the order');
      const question = await reply(scenario, root, /: approve /);
      await scenario.slack.as('U0REQ').click(question, 'Cancel order');
      await scenario.slack.until(() => hasText(root, /Cancelled/), 'its end');
    }
    assert.match(scenario.logged(), /"level":50[^\n]*missing_scope/, 'the operator is told');
  });
});
