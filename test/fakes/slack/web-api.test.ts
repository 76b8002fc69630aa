import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type ScriptedApp, startScriptedApp } from './scripted-app.ts';
import { APP_SCOPES, type FakeSlack, startFakeSlack } from './server.ts';

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const home = { type: 'home', blocks: [section('Home')] };

let slack: FakeSlack;
let app: ScriptedApp;

beforeEach(async () => {
  slack = await startFakeSlack();
  app = await startScriptedApp(slack);
});
afterEach(async () => {
  await app.stop();
  await slack.close();
});

async function refuses(error: string, method: string, args: object, token?: string): Promise<void> {
  const answer = await app.call(method, args, token);
  assert.deepEqual([answer.ok, answer.error], [false, error], method);
}

async function say(more: object = {}): Promise<string> {
  const answer = await app.call('chat.postMessage', { channel: 'C0CLOUD', text: 'said', ...more });
  assert.equal(answer.ok, true, JSON.stringify(answer));
  return String(answer.ts);
}

describe('the Web API of the fake', () => {
  it('accepts a token of the right kind from the header or the body', async () => {
    assert.equal((await app.call('auth.test')).user_id, 'U0BOT');
    assert.equal((await app.call('auth.test', {}, slack.appToken)).app_id, 'A0APP');
    await refuses('not_authed', 'auth.test', {}, '');
    await refuses('invalid_auth', 'auth.test', {}, 'xoxb-other');
    await refuses('not_allowed_token_type', 'chat.postMessage', {}, slack.appToken);
    await refuses('not_allowed_token_type', 'apps.connections.open', {});
    const body = new URLSearchParams({
      token: slack.botToken,
      channel: 'C0CLOUD',
      text: 'form',
      metadata: '{',
    });
    const form = { method: 'POST', body };
    const answer = (await (await fetch(`${slack.apiUrl}chat.postMessage`, form)).json()) as { error: string };
    assert.equal(answer.error, 'invalid_metadata_format');
    assert.deepEqual(slack.problems, []);
  });

  it('refuses an unknown method, and reports it to the test', async () => {
    await refuses('unknown_method', 'chat.postMesage', {});
    assert.deepEqual(slack.problems, ['chat.postMesage: the fake has no such method']);
  });

  it('answers missing_scope for scopes that the app does not have', async () => {
    await refuses('missing_scope', 'conversations.history', { channel: 'C0CLOUD' });
    await refuses('missing_scope', 'conversations.replies', { channel: 'G0SECRET', ts: '1.0' });
    await refuses('missing_scope', 'conversations.info', { channel: 'C0CLOUD' });
    slack.scopes.delete('chat:write');
    await refuses('missing_scope', 'chat.postMessage', { channel: 'C0CLOUD', text: 'said' });
    assert.equal(slack.scopes.size, APP_SCOPES.length - 1);
  });

  it('posts only where the app may post', async () => {
    await say();
    await say({ channel: 'G0SECRET' });
    await refuses('channel_not_found', 'chat.postMessage', { channel: 'G0LOCKED', text: 'said' });
    await refuses('channel_not_found', 'chat.postMessage', { channel: 'C0NONE', text: 'said' });
    await refuses('invalid_arguments', 'chat.postMessage', { text: 'said' });
    await refuses('no_text', 'chat.postMessage', { channel: 'C0CLOUD' });
    await refuses('msg_too_long', 'chat.postMessage', { channel: 'C0CLOUD', text: 'x'.repeat(40_001) });
    slack.channels.set('C0OLD', { id: 'C0OLD', name: 'old', is_archived: true });
    await refuses('is_archived', 'chat.postMessage', { channel: 'C0OLD', text: 'said' });
    slack.scopes.delete('chat:write.public');
    await refuses('not_in_channel', 'chat.postMessage', { channel: 'C0CLOUD', text: 'said' });
    assert.equal(slack.messages().length, 2);
  });

  it('posts direct messages to people', async () => {
    assert.deepEqual((await app.call('conversations.open', { users: 'U0REQ' })).channel, { id: 'D0REQ' });
    await say({ channel: 'D0REQ' });
    await say({ channel: 'U0REQ' });
    assert.equal(slack.directMessages('U0REQ').length, 2);
    assert.equal(slack.directMessages('U0APP1').length, 0);
    await refuses('user_not_found', 'conversations.open', { users: 'U0NONE' });
    await refuses('cannot_dm_bot', 'conversations.open', { users: 'U0BOT' });
    slack.users.set('U0GONE', { id: 'U0GONE', name: 'Gwen', deleted: true });
    await refuses('user_disabled', 'conversations.open', { users: 'U0GONE' });
  });

  it('supports threads, broadcasts, metadata and unfurling', async () => {
    const metadata = { event_type: 'order', event_payload: { id: '1' } };
    const root = await say({ metadata, unfurl_links: false, unfurl_media: false });
    await say({ thread_ts: root, reply_broadcast: true });
    const [message] = slack.messages();
    assert.ok(message);
    assert.deepEqual(
      [message.metadata, message.unfurl_links, message.unfurl_media],
      [metadata, false, false],
    );
    assert.deepEqual(
      slack.thread(message).map((reply) => reply.reply_broadcast),
      [true],
    );
    const reply = slack.thread(message)[0]?.ts;
    await refuses('thread_not_found', 'chat.postMessage', {
      channel: 'C0CLOUD',
      text: 'said',
      thread_ts: reply,
    });
    assert.match(slack.problems.join(), /a reply's own ts/);
  });

  it('posts a reply to a deleted thread at the top level of the channel, without an error', async () => {
    slack.scopes.add('channels:history');
    const root = await say();
    await say({ thread_ts: root });
    const replies = slack.messages().flatMap(slack.thread);
    for (const message of [...slack.messages(), ...replies]) message.deleted = true;
    const answer = await app.call('chat.postMessage', {
      channel: 'C0CLOUD',
      text: 'late',
      thread_ts: root,
      reply_broadcast: true,
    });
    const { message } = answer as { message?: { thread_ts?: string } };
    assert.deepEqual([answer.ok, message?.thread_ts], [true, undefined]);
    assert.deepEqual(
      slack.messages().map(({ text }) => text),
      ['late'],
    );
    await refuses('message_not_found', 'chat.update', { channel: 'C0CLOUD', ts: root, text: 'new' });
    const cloud = slack.channels.get('C0CLOUD');
    assert.ok(cloud);
    cloud.bot_is_member = true;
    await refuses('thread_not_found', 'conversations.replies', { channel: 'C0CLOUD', ts: root });
  });

  it('keeps the thread of a deleted root message while it has replies', async () => {
    slack.scopes.add('channels:history');
    const root = await say();
    await say({ thread_ts: root });
    for (const message of slack.messages()) message.deleted = true;
    const reply = { channel: 'C0CLOUD', text: 'late', thread_ts: root };
    const { message } = (await app.call('chat.postMessage', reply)) as { message?: { thread_ts?: string } };
    assert.equal(message?.thread_ts, root);
    await refuses('message_not_found', 'chat.update', { channel: 'C0CLOUD', ts: root, text: 'new' });
    const cloud = slack.channels.get('C0CLOUD');
    assert.ok(cloud);
    cloud.bot_is_member = true;
    const read = await app.call('conversations.replies', { channel: 'C0CLOUD', ts: root });
    const { messages = [] } = read as { messages?: { subtype?: string }[] };
    assert.deepEqual(
      messages.map(({ subtype }) => subtype),
      ['tombstone', undefined, undefined],
    );
  });

  it('refuses posts to other people’s direct messages and to channels with restricted posting', async () => {
    const members = ['U0REQ', 'U0APP1'];
    slack.channels.set('D0TWO', { id: 'D0TWO', name: 'directmessage', is_private: true, members });
    slack.channels.set('C0NEWS', { id: 'C0NEWS', name: 'news', is_restricted: true });
    await refuses('channel_not_found', 'chat.postMessage', { channel: 'D0TWO', text: 'said' });
    await refuses('restricted_action', 'chat.postMessage', { channel: 'C0NEWS', text: 'said' });
  });

  it('can hide a person from the app', async () => {
    slack.users.set('U0HID', { id: 'U0HID', name: 'Hilde', hidden: true });
    await refuses('user_not_visible', 'users.info', { user: 'U0HID' });
    await refuses('user_not_visible', 'conversations.open', { users: 'U0HID' });
  });

  it('can be a workspace of an organization, where groups need a team and people have two ids', async () => {
    const enterprise_user = { id: 'W0ADA', teams: ['T0TEAM', 'T0OTHER'] };
    const user = { id: 'U0APP1', name: 'Ada', team_id: 'T0OTHER', enterprise_user };
    const grid = await startFakeSlack({ enterpriseId: 'E0ORG', users: [user] });
    const gridApp = await startScriptedApp(grid);
    assert.equal((await gridApp.call('auth.test')).enterprise_id, 'E0ORG');
    for (const id of ['U0APP1', 'W0ADA']) {
      const answer = (await gridApp.call('users.info', { user: id })) as { user?: Record<string, unknown> };
      const {
        id: own,
        team_id: team,
        is_stranger: isStranger,
        enterprise_user: enterprise,
      } = answer.user ?? {};
      assert.deepEqual([own, team, isStranger], ['U0APP1', 'T0OTHER', undefined]);
      assert.deepEqual(enterprise, { ...enterprise_user, enterprise_id: 'E0ORG' });
    }
    const group = { usergroup: 'S0APPROVERS' };
    assert.equal((await gridApp.call('usergroups.users.list', group)).error, 'missing_argument');
    assert.equal((await gridApp.call('usergroups.users.list', { ...group, team_id: 'T0TEAM' })).ok, true);
    await gridApp.stop();
    await grid.close();
  });

  it('finds a message by its metadata, if the scope allows', async () => {
    slack.scopes.add('groups:history').add('channels:history');
    const metadata = { event_type: 'order', event_payload: { id: '1' } };
    const root = await say({ channel: 'G0SECRET', metadata });
    await say({ channel: 'G0SECRET', thread_ts: root });
    await say({ channel: 'G0SECRET' });
    const channel = 'G0SECRET';
    const { messages } = await app.call('conversations.history', { channel, include_all_metadata: true });
    const found = messages as { ts: string; metadata?: unknown }[];
    assert.deepEqual([found.length, found[1]?.ts, found[1]?.metadata], [2, root, metadata]);
    const later = await app.call('conversations.history', { channel, oldest: root });
    assert.deepEqual(
      (later.messages as { ts: string }[]).map(({ ts }) => ts),
      [found[0]?.ts],
    );
    const upTo = await app.call('conversations.history', { channel, latest: root, inclusive: true });
    assert.deepEqual(
      (upTo.messages as { ts: string; metadata?: unknown }[]).map(({ ts, metadata }) => [ts, metadata]),
      [[root, undefined]],
    );
    const page = await app.call('conversations.replies', { channel, ts: root, limit: 1 });
    assert.deepEqual([(page.messages as object[]).length, page.has_more], [1, true]);
    await refuses('not_in_channel', 'conversations.history', { channel: 'C0CLOUD' });
  });

  it('updates and deletes the app’s own messages', async () => {
    const ts = await say({ blocks: [section('block')] });
    const [message] = slack.messages();
    assert.ok(message);
    await app.call('chat.update', { channel: 'C0CLOUD', ts, text: 'new' });
    assert.deepEqual(
      [message.text, message.blocks, message.updates, message.history.length],
      ['new', [], 1, 1],
    );
    assert.equal(message.history[0]?.blocks.length, 1);
    await refuses('message_not_found', 'chat.update', { channel: 'C0CLOUD', ts: '1.0', text: 'new' });
    await refuses('channel_not_found', 'chat.update', { channel: 'U0REQ', ts, text: 'new' });
    message.user = 'U0REQ';
    await refuses('cant_update_message', 'chat.update', { channel: 'C0CLOUD', ts, text: 'new' });
    message.user = 'U0BOT';
    await app.call('chat.delete', { channel: 'C0CLOUD', ts });
    assert.deepEqual([slack.messages(), message.deleted], [[], true]);
  });

  it('refuses blocks that Slack would refuse, and reports them to the test', async () => {
    const blocks = [
      { ...section('one'), block_id: 'b' },
      { ...section('two'), block_id: 'b' },
    ];
    const answer = await app.call('chat.postMessage', { channel: 'C0CLOUD', text: 'said', blocks });
    assert.equal(answer.error, 'invalid_blocks');
    assert.deepEqual(answer.response_metadata, { messages: ['[ERROR] block_id b: used twice'] });
    assert.deepEqual(slack.problems, ['message "said": block_id b: used twice']);
    await refuses('invalid_arguments', 'views.publish', {
      user_id: 'U0REQ',
      view: { type: 'home', blocks: [] },
    });
    assert.match(slack.problems.splice(0).join(), /home : blocks: a view needs at least one/);
    await say({ text: 'project <!channel> ordered' });
    assert.match(slack.problems.join(), /<!channel> calls everyone/);
  });

  it('shows ephemeral messages only to members, in channels of the app', async () => {
    const root = await say({ channel: 'G0SECRET' });
    slack.channels.set('G0FEW', {
      id: 'G0FEW',
      name: 'few',
      is_private: true,
      bot_is_member: true,
      members: [],
    });
    const to = (channel: string, more: object = {}) => ({ channel, user: 'U0REQ', text: 'psst', ...more });
    await refuses('user_not_in_channel', 'chat.postEphemeral', to('G0FEW'));
    await refuses('not_in_channel', 'chat.postEphemeral', to('C0CLOUD'));
    assert.equal((await app.call('chat.postEphemeral', to('G0SECRET'))).ok, true);
    assert.deepEqual(slack.problems, []);
    await app.call('chat.postEphemeral', to('G0SECRET', { thread_ts: root }));
    assert.match(slack.problems.join(), /Slack shows none in a thread without replies/);
    assert.equal(slack.ephemerals('U0REQ').length, 2);
  });

  it('returns people, groups and the app’s own identity', async () => {
    const info = async (user: string) =>
      (await app.call('users.info', { user, include_locale: true })).user as Record<string, unknown>;
    assert.deepEqual([(await info('U0REQ')).real_name, (await info('U0REQ')).locale], ['Rita', 'en-US']);
    assert.deepEqual(
      [(await info('U0GUEST')).is_restricted, (await info('U0OUT')).team_id],
      [true, 'T0OTHER'],
    );
    assert.equal((await info('U0BOT')).is_bot, true);
    await refuses('user_not_found', 'users.info', { user: 'U0NONE' });
    const { users } = await app.call('usergroups.users.list', { usergroup: 'S0APPROVERS' });
    assert.deepEqual(users, ['U0APP1', 'U0APP2']);
    await refuses('no_such_subteam', 'usergroups.users.list', { usergroup: 'S0NONE' });
    assert.equal(((await app.call('usergroups.list')).usergroups as object[]).length, 1);
    assert.equal((await app.call('bots.info', { bot: 'B0BOT' })).ok, true);
    await refuses('bot_not_found', 'bots.info', { bot: 'B0NONE' });
  });

  it('publishes a Home unless its hash is outdated', async () => {
    const first = (await app.call('views.publish', { user_id: 'U0REQ', view: home })).view as {
      hash: string;
    };
    assert.equal(
      (await app.call('views.publish', { user_id: 'U0REQ', view: home, hash: first.hash })).ok,
      true,
    );
    await refuses('hash_conflict', 'views.publish', { user_id: 'U0REQ', view: home, hash: first.hash });
    await refuses('user_not_found', 'views.publish', { user_id: 'U0NONE', view: home });
  });
});
