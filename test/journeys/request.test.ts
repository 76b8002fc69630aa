import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  askFor,
  ephemeralFor,
  hasText,
  noCartLeft,
  orderAndQuote,
  reply,
  startScenario,
} from './scenario.ts';

describe('requesting a project', { concurrency: 2 }, () => {
  it('shows each error under its field, and keeps what was typed', async (t) => {
    const scenario = await startScenario(t);
    const modal = await askFor(scenario, 'x'.repeat(101));
    modal.fill({ Voucher: 'two words', Reason: 'kept' });
    const outcome = await modal.submit();
    assert.ok('errors' in outcome);
    assert.match(outcome.errors['Project name'] ?? '', /1 to 100 characters/);
    assert.match(outcome.errors.Voucher ?? '', /without spaces/);
    assert.equal(modal.values().Reason, 'kept');

    for (const name of ['   ', 'bell\u0007', 'left\u202Eright']) {
      modal.fill({ 'Project name': name, Voucher: '' });
      const again = await modal.submit();
      assert.ok('errors' in again && again.errors['Project name'], JSON.stringify(name));
    }
    modal.fill({ 'Project name': '  moon-base  ' });
    assert.deepEqual(await modal.submit(), { closed: true });
  });

  it('refuses the name of an open order, and says which order that is', async (t) => {
    const scenario = await startScenario(t);
    await orderAndQuote(scenario);
    const form = await askFor(scenario, 'Moon-Base');
    const outcome = await form.submit();
    assert.ok('errors' in outcome);
    assert.match(
      outcome.errors['Project name'] ?? '',
      /already an open order for the project “moon-base” \(order oc-/,
    );
    const [root] = scenario.slack.messages('C0CLOUD');
    assert.ok(root);
    const shown = () => JSON.stringify(form.view.blocks);
    const [, link] = /See the open order: \*<([^|]+)\|moon-base>/.exec(shown()) ?? [];
    assert.ok(link?.endsWith(`/C0CLOUD/p${root.ts.replace('.', '')}`), shown());
    form.fill({ 'Project name': 'moon-base', Voucher: 'two words' });
    await form.submit();
    assert.doesNotMatch(shown(), /open order/, 'the note goes with its error');
    form.fill({ 'Project name': 'mars-base', Voucher: '' });
    assert.deepEqual(await form.submit(), { closed: true });
  });

  it('gives the name to one of two people who submit at the same moment', async (t) => {
    const scenario = await startScenario(t);
    const [first, second] = [await askFor(scenario), await askFor(scenario)];
    const outcomes = await Promise.all([first.submit(), second.submit()]);
    assert.deepEqual(outcomes.map((outcome) => Object.keys(outcome)[0]).sort(), ['closed', 'errors']);
  });

  it('says in the form what to do when the app cannot post in the channel, and works once it is invited', async (t) => {
    const scenario = await startScenario(t);
    const modal = await askFor(scenario, 'moon-base', 'G0LOCKED');
    const outcome = await modal.submit();
    assert.ok('errors' in outcome);
    assert.match(outcome.errors['Project name'] ?? '', /\/invite @order-cloud/);
    assert.equal(modal.values()['Project name'], 'moon-base');

    const channel = scenario.slack.channels.get('G0LOCKED');
    assert.ok(channel);
    channel.bot_is_member = true;
    assert.deepEqual(await modal.submit(), { closed: true });
    await scenario.slack.until(() => scenario.slack.messages('G0LOCKED').length === 1, 'the root message');
    assert.deepEqual(scenario.slack.directMessages('U0REQ'), [], 'what the modal said is not said twice');
  });

  it('sends the requester a direct message when Slack refuses the channel after the form closed', async (t) => {
    const scenario = await startScenario(t, { workerOptions: { firstMessageMs: 10 } });
    const { promise: closed, resolve: close } = Promise.withResolvers<void>();
    scenario.slack.faults.add({
      method: 'chat.postMessage',
      kind: 'wait',
      until: closed,
      when: ({ channel }) => channel === 'G0LOCKED',
    });
    const outcome = await (await askFor(scenario, 'moon-base', 'G0LOCKED')).submit();
    assert.deepEqual(outcome, { closed: true });
    close();
    const [direct] = await scenario.slack.until(() => {
      const messages = scenario.slack.directMessages('U0REQ');
      return messages.length > 0 && messages;
    }, 'a direct message');
    assert.ok(direct && hasText(direct, /moon-base.*was not placed.*\/invite/s));
    await noCartLeft(scenario);
  });

  it('refuses guests, people from other workspaces, and anyone who is not among REQUESTERS', async (t) => {
    const scenario = await startScenario(t);
    for (const user of ['U0GUEST', 'U0OUT']) {
      const person = scenario.slack.as(user);
      await person.command('guest-house');
      const outcome = await (await person.modal()).submit();
      assert.ok('errors' in outcome && /full members/.test(outcome.errors['Project name'] ?? ''), user);
    }
    const strict = await startScenario(t, { settings: { REQUESTERS: 'U0APP1', CHANNELS: 'C0CLOUD' } });
    const outcome = await (await askFor(strict)).submit();
    assert.ok(
      'errors' in outcome && /aren’t allowed to place orders/.test(outcome.errors['Project name'] ?? ''),
    );
    await strict.slack.as('U0REQ').command('moon-base', 'G0SECRET');
    await ephemeralFor(strict, 'U0REQ', /Orders are placed in <#C0CLOUD>/);
    assert.equal(strict.ovh.calls.filter(({ method }) => method === 'POST').length, 0);
  });

  it('answers help in seven lines', async (t) => {
    const scenario = await startScenario(t);
    await scenario.slack.as('U0REQ').command('help');
    const { text } = await ephemeralFor(scenario, 'U0REQ', /requests a new OVHcloud/);
    assert.equal(text.split('\n').length, 7);
  });

  it('answers list with the same orders as the Home, visible only to the person', async (t) => {
    const scenario = await startScenario(t);
    const rita = scenario.slack.as('U0REQ');
    await rita.command('list', 'G0SECRET');
    await ephemeralFor(scenario, 'U0REQ', /You have no open order/);
    await orderAndQuote(scenario);
    await rita.command('list', 'G0SECRET');
    await ephemeralFor(scenario, 'U0REQ', /Your open orders.*moon-base.* · €12.00 · waiting for approval/s);
    await scenario.slack.as('U0APP1').command('list');
    await ephemeralFor(
      scenario,
      'U0APP1',
      /Waiting for you\*.*moon-base.*Your open orders\*.*You have no open order/s,
    );
    await scenario.slack.as('U0GUEST').command('list');
    const { text } = await ephemeralFor(scenario, 'U0GUEST', /no open order/);
    assert.doesNotMatch(text, /moon-base/, 'others’ orders are given away to nobody');
  });

  it('explains that the form could not be opened', async (t) => {
    const scenario = await startScenario(t);
    scenario.slack.faults.add({ method: 'views.open', kind: 'status', status: 500 });
    await scenario.slack.as('U0REQ').command('moon-base');
    await ephemeralFor(scenario, 'U0REQ', /couldn’t be opened. Nothing was ordered/);
  });

  it('shows text that looks like markup as it was typed', async (t) => {
    const scenario = await startScenario(t);
    const name = '<!channel> & <b>';
    const modal = await askFor(scenario, '&lt;!channel&gt; &amp; &lt;b&gt;');
    assert.equal(modal.values()['Project name'], name);
    await modal.submit();
    const root = await scenario.slack.until(() => scenario.slack.messages('C0CLOUD')[0], 'the root message');
    await reply(scenario, root, /: approve /);
    assert.match(root.text, /“&lt;!channel&gt; &amp; &lt;b&gt;”/);
    const configured = scenario.ovh.calls.find(({ body }) =>
      JSON.stringify(body)?.includes('"description","value"'),
    );
    assert.deepEqual(configured?.body, { label: 'description', value: name });
  });

  it('closes the form without waiting for a slow Slack, and posts the root message later', async (t) => {
    const scenario = await startScenario(t, { workerOptions: { firstMessageMs: 10 } });
    const { promise: closed, resolve: close } = Promise.withResolvers<void>();
    scenario.slack.faults.add({ method: 'chat.postMessage', kind: 'wait', until: closed });
    assert.deepEqual(await (await askFor(scenario)).submit(), { closed: true });
    assert.deepEqual(scenario.slack.messages('C0CLOUD'), []);
    close();
    const root = await scenario.slack.until(() => scenario.slack.messages('C0CLOUD')[0], 'the root message');
    await reply(scenario, root, /: approve /);
    assert.equal(scenario.slack.messages('C0CLOUD').length, 1);
  });
});
