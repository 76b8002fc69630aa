import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { OpenModal } from './modal.ts';
import { type ScriptedApp, startScriptedApp } from './scripted-app.ts';
import { type FakeMessage, type FakeSlack, type Person, startFakeSlack } from './server.ts';
import { orderForm } from './tiny-app.ts';

const recordings = new URL('../../../../shared/slack/payloads/', import.meta.url);
const form = orderForm('C0CLOUD');
const approve = {
  type: 'button',
  action_id: 'approve',
  text: { type: 'plain_text', text: 'Approve' },
  value: '1',
};
const buttons = [{ type: 'actions', elements: [approve] }];

let slack: FakeSlack;
let app: ScriptedApp;
let rita: Person;
let now = Date.UTC(2026, 10, 23, 9);
const clock = () => now;

beforeEach(async () => {
  slack = await startFakeSlack({ now: clock });
  app = await startScriptedApp(slack);
  rita = slack.as('U0REQ');
});
afterEach(async () => {
  await app.stop();
  await slack.close();
});

const last = () => app.payloads.at(-1) ?? {};
const triggerId = () => String(last().trigger_id);

async function open(view: object = form): Promise<OpenModal> {
  await rita.command('');
  assert.equal((await app.call('views.open', { trigger_id: triggerId(), view })).ok, true);
  const modal = await rita.modal();
  modal.fill({ 'Project name': 'demo' });
  return modal;
}

async function messageWithReply(): Promise<FakeMessage> {
  const { ts } = await app.call('chat.postMessage', { channel: 'C0CLOUD', text: 'order' });
  await app.call('chat.postMessage', { channel: 'C0CLOUD', text: 'decide', blocks: buttons, thread_ts: ts });
  const [reply] = slack.messages().flatMap(slack.thread);
  assert.ok(reply);
  return reply;
}

describe('a modal in the fake', () => {
  it('is opened by a fresh trigger_id only', async () => {
    await rita.command('');
    const open = async (id: string) => (await app.call('views.open', { trigger_id: id, view: form })).error;
    assert.equal(await open('1.2.x'), 'invalid_trigger_id');
    now += 3001;
    assert.equal(await open(triggerId()), 'expired_trigger_id');
    assert.equal(slack.problems.length, 2);
  });

  it('closes on an empty ack, and shows what a response_action says', async () => {
    const modal = await open();
    app.ackWith({
      response_action: 'update',
      view: { ...form, title: { type: 'plain_text', text: 'Again' } },
    });
    assert.ok('view' in (await modal.submit()));
    assert.deepEqual([modal.view.title.text, modal.values()['Project name']], ['Again', 'demo']);
    app.ackWith({ response_action: 'push', view: form });
    assert.ok('view' in (await modal.submit()));
    const pushed = await rita.modal();
    assert.equal(pushed.view.previous_view_id, modal.id);
    pushed.fill({ 'Project name': 'other' });
    app.ackWith(undefined);
    assert.deepEqual(await pushed.submit(), { closed: true });
    assert.deepEqual(await modal.submit(), { closed: true });
    assert.deepEqual(slack.problems, []);
  });

  it('stays, with a problem, when the ack is one that Slack does not understand', async () => {
    const modal = await open();
    for (const body of [
      { response_action: 'errors', errors: { nobody: 'Wrong.' } },
      { response_action: 'errors', errors: {} },
      { response_action: 'errors', errors: { name: '' } },
      { response_action: 'vanish' },
      { response_action: 'update', view: { ...form, title: undefined } },
      'thanks',
      500,
    ]) {
      app.ackWith(body);
      assert.ok('trouble' in (await modal.submit()), JSON.stringify(body));
      assert.ok(slack.problems.splice(0).length > 0, JSON.stringify(body));
    }
    app.ackWith({ response_action: 'clear' });
    assert.deepEqual(await modal.submit(), { closed: true });
  });

  it('is changed by views.update, which keeps what was typed and minds the hash', async () => {
    const modal = await open();
    const { hash } = modal.view;
    const update = (more: object) => app.call('views.update', { view_id: modal.id, view: form, ...more });
    assert.equal((await update({ hash })).ok, true);
    assert.equal(modal.values()['Project name'], 'demo');
    assert.equal((await update({ hash })).error, 'hash_conflict');
    await modal.close();
    assert.equal((await update({})).error, 'not_found');
  });

  it('lies on at most two others', async () => {
    const modal = await open();
    app.ackWith({ response_action: 'errors', errors: { name: 'Stay.' } });
    for (const expected of [undefined, undefined, 'push_limit_reached']) {
      await modal.submit();
      const { error } = await app.call('views.push', { trigger_id: triggerId(), view: form });
      assert.equal(error, expected);
    }
  });

  it('checks lengths itself, names its fields when a label is wrong, and tells when it is closed', async () => {
    const modal = await open({ ...form, notify_on_close: true });
    assert.throws(
      () => modal.fill({ Vouchr: 'x' }),
      /No field or box "Vouchr"; there are: "Project name", "Right of/,
    );
    modal.fill({ project: 'x'.repeat(41), 'give up': true });
    assert.deepEqual(await modal.submit(), {
      errors: { 'Project name': 'Please enter at most 40 characters.' },
    });
    await modal.close();
    assert.equal(last().type, 'view_closed');
  });
});

describe('people in the fake', () => {
  it('click on what they can see, and the app hears who they are', async () => {
    const reply = await messageWithReply();
    await slack.as('U0OUT').click(reply, 'Approve');
    assert.deepEqual((last().user as { team_id: string }).team_id, 'T0OTHER');
    assert.deepEqual((last().container as { thread_ts: string }).thread_ts, reply.thread_ts);
    const { channel } = await app.call('chat.postMessage', {
      channel: 'U0APP1',
      text: 'you',
      blocks: buttons,
    });
    const [direct] = slack.messages(String(channel));
    assert.ok(direct);
    await assert.rejects(rita.click(direct, 'Approve'), /U0REQ cannot see the direct messages of U0APP1/);
    await rita.command('demo', 'G0LOCKED');
    assert.equal(last().channel_name, 'privategroup');
    assert.throws(() => slack.as('U0NONE'), /Nobody is U0NONE; there are: U0BOT, U0REQ/);
  });

  it('press buttons of their Home and of messages that only they see', async () => {
    await app.call('views.publish', { user_id: 'U0REQ', view: { type: 'home', blocks: buttons } });
    await rita.clickHome('Approve');
    assert.deepEqual((last().container as { type: string }).type, 'view');
    const whisper = { channel: 'G0SECRET', user: 'U0REQ', text: 'psst', blocks: buttons };
    await app.call('chat.postEphemeral', whisper);
    const [ephemeral] = slack.ephemerals();
    assert.ok(ephemeral);
    await rita.click(ephemeral, 'Approve');
    assert.deepEqual(
      [(last().container as { is_ephemeral: boolean }).is_ephemeral, last().message],
      [true, undefined],
    );
  });

  it('are told nothing by the ack of a click, and a status other than 200 is a problem', async () => {
    const reply = await messageWithReply();
    app.ackWith({ text: 'thanks' });
    await rita.click(reply, 'Approve');
    app.ackWith(503);
    assert.equal((await rita.click(reply, 'Approve')).acked, false);
    assert.deepEqual(slack.problems, [
      'block_actions: the ack says something that nobody reads: {"text":"thanks"}',
      'block_actions: answered with HTTP 503',
    ]);
  });
});

describe('payloads of the fake', () => {
  const skip = existsSync(recordings) ? false : 'skipped: ../shared/slack/payloads is not there';
  const recorded = (name: string) => JSON.parse(readFileSync(new URL(name, recordings), 'utf8')) as object;

  it('have all that recorded ones have', { skip }, async () => {
    await rita.command('demo');
    assert.deepEqual(lacking(recorded('recorded.slash_command.json'), last()), []);
    await rita.click(await messageWithReply(), 'Approve');
    const click = recorded('recorded.block_actions.in_thread.with_state.json');
    assert.deepEqual(lacking(click, last()), []);
    const modal = await open();
    await modal.submit();
    assert.deepEqual(lacking(recorded('recorded.view_submission.after_slash.json'), last()), []);
    await rita.openHome();
    // The rest of this fixture is of an app that is installed in a whole Enterprise Grid.
    const { event } = recorded('app_home_opened.json') as { event: object };
    assert.deepEqual(lacking(event, last().event), []);
  });
});

/** The paths of what is in `theirs` and missing in `ours`, or of another kind; texts, to which Slack adds `emoji`, and blocks aside. */
function lacking(theirs: unknown, ours: unknown, path = ''): string[] {
  if (theirs === null || ours === null) return [];
  if (typeof theirs !== typeof ours) return [`${path}: ${typeof theirs}, not ${typeof ours}`];
  if (typeof theirs !== 'object' || typeof ours !== 'object' || Array.isArray(theirs)) return [];
  if (['.blocks', '.values', '.text', '.title', '.submit', '.close'].some((end) => path.endsWith(end)))
    return [];
  return Object.entries(theirs).flatMap(([key, value]) =>
    lacking(value, (ours as never)[key], `${path}.${key}`),
  );
}
