import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type ScriptedApp, startScriptedApp } from './scripted-app.ts';
import { type FakeMessage, type FakeSlack, type Person, startFakeSlack } from './server.ts';
import { orderForm } from './tiny-app.ts';

const recordings = new URL('../../../../shared/slack/payloads/', import.meta.url);
const plain = (text: string) => ({ type: 'plain_text', text });
const confirm = { title: plain('Sure?'), text: plain('12.00 €'), confirm: plain('Yes'), deny: plain('No') };
const approve = { type: 'button', action_id: 'approve', text: plain('Approve'), value: '1', confirm };
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
async function messageWithReply(): Promise<FakeMessage> {
  const { ts } = await app.call('chat.postMessage', { channel: 'C0CLOUD', text: 'order' });
  await app.call('chat.postMessage', { channel: 'C0CLOUD', text: 'decide', blocks: buttons, thread_ts: ts });
  const [reply] = slack.messages().flatMap(slack.thread);
  assert.ok(reply);
  return reply;
}

describe('people in the fake', () => {
  it('click only what they can see, and the app is told who clicked', async () => {
    const reply = await messageWithReply();
    await slack.as('U0OUT').click(reply, 'Approve');
    const [action] = last().actions as { confirm?: object }[];
    assert.deepEqual(action?.confirm, approve.confirm);
    await slack.as('U0OUT').click(reply, 'Approve', { skipConfirm: true });
    const [hostile] = last().actions as { confirm?: object }[];
    assert.equal(hostile?.confirm, undefined);
    assert.deepEqual((last().user as { team_id: string }).team_id, 'T0OTHER');
    assert.deepEqual((last().container as { thread_ts: string }).thread_ts, reply.thread_ts);
    const { channel } = await app.call('chat.postMessage', {
      channel: 'U0APP1',
      text: 'you',
      blocks: buttons,
    });
    const [direct] = slack.messages(String(channel));
    assert.ok(direct);
    await assert.rejects(rita.click(direct, 'Approve'), /Rita \(U0REQ\) is in no channel D0APP1/);
    app.ackWith({ text: 'x', blocks: [{ type: 'actions', elements: [] }] });
    await rita.command('demo', 'G0LOCKED');
    assert.match(slack.problems.join(), /the ack's message is refused: invalid_blocks/);
    assert.equal(last().channel_name, 'privategroup');
    assert.throws(() => slack.as('U0NONE'), /No one is U0NONE; there are: U0BOT, U0REQ/);
  });

  it('can click buttons in their Home and in ephemeral messages', async () => {
    await assert.rejects(rita.clickHome('Approve'), /Rita has no Home yet/);
    const blocks = ['1', '2'].map((value) => ({ type: 'actions', elements: [{ ...approve, value }] }));
    await app.call('views.publish', { user_id: 'U0REQ', view: { type: 'home', blocks } });
    await assert.rejects(rita.clickHome('Approve'), /More than one button "Approve"/);
    await rita.clickHome('Approve', { nth: 1 });
    assert.deepEqual((last().actions as { value: string }[])[0]?.value, '2');
    assert.deepEqual((last().container as { type: string }).type, 'view');
    const payload = { channel: 'G0SECRET', user: 'U0REQ', text: 'psst', blocks: buttons };
    await app.call('chat.postEphemeral', payload);
    const [ephemeral] = slack.ephemerals();
    assert.ok(ephemeral);
    await rita.click(ephemeral, 'Approve');
    assert.deepEqual(
      [(last().container as { is_ephemeral: boolean }).is_ephemeral, last().message],
      [true, undefined],
    );
  });

  it('are shown nothing by the ack of a click, and an ack with content or a status other than 200 is reported', async () => {
    const reply = await messageWithReply();
    app.ackWith({ text: 'thanks' });
    await rita.click(reply, 'Approve');
    app.ackWith(503);
    assert.equal((await rita.click(reply, 'Approve')).acked, false);
    assert.deepEqual(slack.problems, [
      'block_actions: the ack says something that no one reads: {"text":"thanks"}',
      'block_actions: answered with HTTP 503',
    ]);
  });
});

describe('a response_url of the fake', () => {
  async function respond(url: unknown, message: object): Promise<number> {
    const headers = { 'content-type': 'application/json' };
    return (await fetch(String(url), { method: 'POST', headers, body: JSON.stringify(message) })).status;
  }

  it('works five times within 30 minutes, also in channels the app is not in', async () => {
    await rita.command('', 'G0LOCKED');
    const { response_url: url } = last();
    assert.equal(await respond(url, { text: 'to you' }), 200);
    assert.equal(await respond(url, { text: 'to all', response_type: 'in_channel' }), 200);
    assert.deepEqual(
      [slack.ephemerals()[0]?.text, slack.messages('G0LOCKED')[0]?.text],
      ['to you', 'to all'],
    );
    for (const text of ['3', '4', '5']) assert.equal(await respond(url, { text }), 200);
    assert.equal(await respond(url, { text: '6' }), 404);
    assert.equal(await respond(`${slack.apiUrl.replace('api/', 'response/')}guessed`, { text: '1' }), 404);
    await rita.command('');
    now += 31 * 60 * 1000;
    assert.equal(await respond(last().response_url, { text: 'late' }), 404);
    assert.deepEqual(slack.calls.at(-1)?.answer, { ok: false, error: 'expired_url' });
  });

  it('replaces or deletes the clicked message only when asked to', async () => {
    const reply = await messageWithReply();
    await rita.click(reply, 'Approve');
    await respond(last().response_url, { text: 'beside' });
    assert.deepEqual([reply.updates, slack.ephemerals('U0REQ')[0]?.text], [0, 'beside']);
    await respond(last().response_url, { text: 'instead', replace_original: true });
    assert.deepEqual([reply.text, reply.blocks, reply.updates], ['instead', [], 1]);
    await respond(last().response_url, { delete_original: true });
    assert.equal(reply.deleted, true);
    await assert.rejects(rita.click(reply, 'Approve'), /The message of "Approve" was deleted/);
  });
});

describe('payloads of the fake', () => {
  const skip = existsSync(recordings) ? false : 'skipped: ../shared/slack/payloads is not there';
  const recorded = (name: string) => JSON.parse(readFileSync(new URL(name, recordings), 'utf8')) as object;

  it('have every field that recorded Slack payloads have', { skip }, async () => {
    await rita.command('demo');
    assert.deepEqual(lacking(recorded('recorded.slash_command.json'), last()), []);
    await rita.click(await messageWithReply(), 'Approve');
    const click = recorded('recorded.block_actions.in_thread.with_state.json');
    assert.deepEqual(lacking(click, last()), []);
    await rita.command('');
    await app.call('views.open', { trigger_id: last().trigger_id, view: orderForm('C0CLOUD') });
    const modal = await rita.modal();
    modal.fill({ 'Project name': 'demo' });
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
