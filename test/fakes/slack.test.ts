import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { webApi } from '@slack/bolt';
import {
  type FakeMessage,
  type FakeSlack,
  type Person,
  post,
  sign,
  startFakeSlack,
  visibleText,
} from './slack/server.ts';
import { startTinyApp, type TinyApp } from './slack/tiny-app.ts';

for (const over of ['socket', 'http'] as const) {
  describe(`a Bolt app on the fake Slack over ${over}`, () => {
    let slack: FakeSlack;
    let app: TinyApp;
    let rita: Person;

    before(async () => {
      slack = await startFakeSlack();
      app = await startTinyApp(slack, over);
      rita = slack.as('U0REQ');
    });
    after(async () => {
      await app.stop();
      await slack.close();
    });

    async function order(name: string): Promise<FakeMessage> {
      await rita.command('');
      const modal = await rita.modal();
      modal.fill({ 'Project name': name });
      assert.deepEqual(await modal.submit(), { closed: true });
      return slack.until(
        () => slack.messages('C0CLOUD').find(({ text }) => text.startsWith(name)),
        `${name} posted`,
      );
    }

    it('a command opens a form, which is refused and then accepted; a message follows, is clicked and updated', async () => {
      const ack = await rita.command('demo');
      assert.deepEqual([ack.acked, ack.status, ack.body], [true, 200, undefined]);
      const modal = await rita.modal();
      assert.deepEqual(modal.values(), { 'Project name': null, 'Right of withdrawal': [] });

      assert.deepEqual(await modal.submit(), {
        errors: { 'Project name': 'Please complete this required field.' },
      });
      modal.fill({ 'Project name': 'taken', 'I give up my 14 days': true });
      assert.deepEqual(await modal.submit(), { errors: { 'Project name': 'Another order has this name.' } });
      assert.deepEqual(modal.values(), {
        'Project name': 'taken',
        'Right of withdrawal': ['I give up my 14 days'],
      });
      modal.fill({ 'Project name': 'demo', 'Right of withdrawal': false });
      assert.deepEqual(await modal.submit(), { closed: true });

      const message = await slack.until(() => slack.messages('C0CLOUD')[0], 'the message');
      assert.equal(message.text, 'demo is ordered');
      const ada = slack.as('U0APP1');
      assert.equal(ada.confirmOf(message, 'Approve'), 'Sure?\n*demo* for 12.00 €');
      assert.throws(
        () => ada.confirmOf(message, 'Reject'),
        /No button "Reject"; the buttons there: "Approve"/,
      );
      await ada.click(message, 'Approve');
      await slack.until(() => message.updates === 1, 'the update');
      assert.equal(visibleText(message.blocks), 'Approved by <@U0APP1>');
      assert.equal(message.history[0]?.text, 'demo is ordered');
      assert.deepEqual(
        slack.thread(message).map(({ text }) => text),
        ['Approved by <@U0APP1>'],
      );
      assert.deepEqual(slack.problems, []);
    });

    it('sends nothing when the confirm dialog is cancelled, and still delivers a click on a removed button', async () => {
      const message = await order('stale');
      const alan = slack.as('U0APP2');
      const calls = slack.calls.length;
      assert.equal((await alan.click(message, 'Approve', { deny: true })).error, 'denied');
      assert.equal(slack.calls.length, calls);
      await alan.click(message, 'Approve');
      await slack.until(() => message.updates === 1, 'the update');
      await assert.rejects(alan.click(message, 'Approve'), /No button "Approve"; the buttons there: none/);
      assert.equal((await alan.clickStale(message, 'Approve')).acked, true);
      await slack.until(() => message.updates === 2, 'the second update');
    });

    it('shows the ack of a command and replies to its response_url only to the person who typed it', async () => {
      await rita.command('help');
      await rita.command('respond');
      await slack.until(() => slack.ephemerals('U0REQ').length === 2, 'two ephemeral messages');
      assert.deepEqual(
        slack.ephemerals().map(({ channel, user, text }) => [channel, user, text]),
        [
          ['C0CLOUD', 'U0REQ', 'This is help.'],
          ['C0CLOUD', 'U0REQ', 'To you alone.'],
        ],
      );
    });

    it('delivers app_home_opened, and shows the published Home', async () => {
      await rita.openHome();
      const home = await slack.until(() => rita.home(), 'the Home');
      assert.equal(visibleText(home.blocks), 'Nothing waits.');
      assert.deepEqual(slack.problems, []);
    });

    it('reports a trigger_id that is used twice', async () => {
      await rita.command('twice');
      await slack.until(() => slack.problems[0], 'the problem');
      assert.match(slack.problems.splice(0).join(), /^exchanged_trigger_id/);
      assert.equal(slack.calls.at(-1)?.method, 'views.open');
    });
  });

  it(`reports an ack that comes too late over ${over}`, async () => {
    const slack = await startFakeSlack({ ackWithinMs: 50 });
    const app = await startTinyApp(slack, over);
    const ack = await slack.as('U0REQ').command('late');
    assert.deepEqual([ack.acked, ack.error], [false, 'operation_timeout']);
    assert.deepEqual(slack.problems, ['slash_commands: no ack within 50 ms']);
    await app.stop();
    await slack.close();
  });
}

describe('Socket Mode in the fake', () => {
  it('delivers each payload to one socket in turn, and shows the person an error when there is none', async () => {
    const slack = await startFakeSlack();
    const gus = slack.as('U0GUEST');
    assert.equal((await gus.command('')).error, 'dispatch_failed');
    const apps = [await startTinyApp(slack, 'socket'), await startTinyApp(slack, 'socket')];
    assert.equal(slack.sockets, 2);
    await gus.command('help');
    await gus.command('help');
    assert.equal(slack.acks.length, 2);
    for (const app of apps) await app.stop();
    await slack.until(() => slack.sockets === 0, 'both to hang up');
    assert.deepEqual(slack.problems, []);
    await slack.close();
  });

  it('lets a client reconnect after a disconnect', async () => {
    const slack = await startFakeSlack();
    const app = await startTinyApp(slack, 'socket', 300);
    for (const abruptly of [false, true]) {
      slack.disconnectSockets(abruptly);
      assert.equal(slack.sockets, 0);
      await slack.until(() => slack.sockets === 1, 'the client to come back');
      assert.equal((await slack.as('U0REQ').command('help')).acked, true);
    }
    await app.stop();
    await slack.close();
  });
});

describe('faults of the fake', () => {
  let slack: FakeSlack;
  let app: TinyApp;
  const say = (text: string) => app.client.chat.postMessage({ channel: 'C0CLOUD', text });

  before(async () => {
    slack = await startFakeSlack();
    app = await startTinyApp(slack, 'socket');
  });
  after(async () => {
    await app.stop();
    await slack.close();
  });

  it('can lose the answer although the message was posted', async () => {
    slack.faults.add({ method: 'chat.postMessage', kind: 'lose-answer' });
    await assert.rejects(say('lost'), webApi.WebAPIRequestError);
    assert.equal(slack.messages().at(-1)?.text, 'lost');
  });

  it('can answer the given calls with 429 and Retry-After, as often as asked', async () => {
    const when = ({ text }: Record<string, unknown>) => text === 'too much';
    slack.faults.add({
      method: 'chat.postMessage',
      kind: 'status',
      status: 429,
      retryAfter: 7,
      when,
      times: 2,
    });
    await say('fine');
    for (const _ of [1, 2]) {
      await assert.rejects(
        say('too much'),
        (error) => error instanceof webApi.WebAPIRateLimitedError && error.retryAfter === 7,
      );
    }
    await say('too much');
  });

  it('can answer with an error, or delay an answer for a while or forever', async () => {
    slack.faults.add({ method: 'chat.postMessage', kind: 'error', error: 'restricted_action' });
    await assert.rejects(say('no'), /restricted_action/);
    slack.faults.add({ method: 'chat.postMessage', kind: 'delay', ms: 20 });
    await say('slow');
    const { promise: until, resolve: goOn } = Promise.withResolvers<void>();
    slack.faults.add({ method: 'chat.postMessage', kind: 'wait', until });
    const waiting = say('waiting');
    await slack.until(() => slack.calls.at(-1)?.args.text === 'waiting', 'the call');
    assert.equal(slack.messages().at(-1)?.text, 'slow');
    goOn();
    await waiting;
    slack.faults.add({ method: 'chat.postMessage', kind: 'hang' });
    const never = say('never');
    await slack.until(() => slack.calls.at(-1)?.args.text === 'never', 'the call');
    assert.equal(slack.calls.at(-1)?.answer, undefined);
    assert.equal(slack.messages().at(-1)?.text, 'waiting');
    void never.catch(() => {});
  });
});

it('a wait that times out reports what the fake Slack saw instead', async () => {
  const slack = await startFakeSlack({ untilMs: 30 });
  await assert.rejects(
    slack.until(() => slack.messages()[0], 'the price'),
    /^Error: Waited 30 ms for the price\nMessages: none\n/,
  );
  await slack.close();
});

it('the fake Slack signs its requests, and an app refuses another signature or an old timestamp', async () => {
  const slack = await startFakeSlack();
  const app = await startTinyApp(slack, 'http');
  const body = new URLSearchParams({ command: '/order-cloud', text: 'help' }).toString();
  const now = Math.floor(Date.now() / 1000);
  const send = async (secret: string, timestamp: number) => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': sign(secret, body, timestamp),
    };
    return (await post(app.url, { body, headers })).status;
  };
  assert.equal(await send(slack.signingSecret, now), 200);
  assert.equal(await send('another secret', now), 401);
  assert.equal(await send(slack.signingSecret, now - 301), 401);
  await app.stop();
  assert.match((await slack.as('U0REQ').command('')).error ?? '', /^dispatch_failed: .*ECONNREFUSED/);
  await slack.close();
});
