import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openDatabase } from '../../src/store/database.ts';
import { type FakeMessage, visibleText } from '../fakes/slack/server.ts';
import {
  askFor,
  ephemeralFor,
  hasText,
  orderAndQuote,
  reply,
  type Scenario,
  startScenario,
  until,
} from '../journeys/scenario.ts';

const BOT = { id: 'U0ROBOT', name: 'Robot', is_bot: true };
const GONE = { id: 'U0GONE', name: 'Gone', deleted: true };

/** Names that are something else to a browser, a shell, a database or Slack. */
const NAMES = [
  '<!channel> <!here> <@U0APP1> <https://evil.example|x>',
  '*bold* _it_ `code` ~gone~ > quote',
  "'; DROP TABLE orders;--",
  '{{7*7}} $(id) %s %n',
  '&lt;!channel&gt; &amp;',
  '../../etc/passwd\\x',
  '𝓜oon 👩‍🚀 é',
];

async function scenarioWithStrangers(t: Parameters<typeof startScenario>[0]): Promise<Scenario> {
  const scenario = await startScenario(t);
  for (const stranger of [BOT, GONE]) scenario.slack.users.set(stranger.id, stranger);
  return scenario;
}

/** Every text of a message that Slack reads as mrkdwn, and its `text`. */
function mrkdwnOf(message: FakeMessage): string {
  const found = [message.text];
  JSON.stringify(message.blocks, (_key, value) => {
    if (value?.type === 'mrkdwn') found.push(value.text);
    return value;
  });
  return found.join('\n');
}

describe('people without permission', { concurrency: 2 }, () => {
  it('get a plain answer to each click, and nothing changes', async (t) => {
    const scenario = await scenarioWithStrangers(t);
    const { root, question } = await orderAndQuote(scenario);
    // Slack names the blocks anew when the root message is checked.
    const shown = () => visibleText([...root.blocks, ...question.blocks]);
    const before = shown();
    for (const user of ['U0OUT', 'U0GUEST', BOT.id, GONE.id, 'U0REQ']) {
      const person = scenario.slack.as(user);
      await person.click(question, 'Approve');
      await ephemeralFor(scenario, user, /Only the approvers|yourself|Only <@U0REQ>/);
      await person.click(question, 'Reject');
      await scenario.slack.until(() => scenario.slack.ephemerals(user).length >= 2, `an answer to ${user}`);
      if (user === 'U0REQ') continue;
      for (const label of ['Edit', 'Cancel order']) await person.click(question, label);
      await scenario.slack.until(() => scenario.slack.ephemerals(user).length >= 4, `an answer to ${user}`);
    }
    assert.equal(shown(), before);
    assert.equal(scenario.ovh.orders.size, 0);
  });

  it('cannot order: bots, people who left, and people of other workspaces', async (t) => {
    const scenario = await scenarioWithStrangers(t);
    for (const user of [BOT.id, GONE.id, 'U0OUT', 'U0GUEST']) {
      await scenario.slack.as(user).command('moon-base');
      const outcome = await (await scenario.slack.as(user).modal()).submit();
      assert.match(('errors' in outcome && outcome.errors['Project name']) || '', /full members/, user);
    }
    assert.deepEqual(scenario.slack.messages('C0CLOUD'), []);
  });
});

describe('a form with tampered contents', () => {
  it('is refused under its field: another channel, someone else’s order, nonsense', async (t) => {
    const scenario = await startScenario(t);
    const { root } = await orderAndQuote(scenario);
    const id = /oc-[0-9a-f]+/.exec(JSON.stringify(root.blocks))?.[0] ?? '';
    const edit = (orderId: string) =>
      JSON.stringify({ channel: 'C0CLOUD', change: { orderId, type: 'edited' } });
    const contexts = [
      '',
      '{',
      'null',
      '{"channel":"<!channel>"}',
      edit('oc-none'),
      edit("' or 1=1"),
      edit(id),
    ];
    for (const private_metadata of contexts) {
      await scenario.slack.as('U0APP1').command('moon-base-2');
      const modal = await scenario.slack.as('U0APP1').modal();
      Object.assign(modal.view, { private_metadata });
      const outcome = await modal.submit();
      assert.ok('errors' in outcome, private_metadata);
      const said = Object.values(outcome.errors).join();
      assert.match(said, /damaged|Only someone else|could not be saved/, private_metadata);
    }
    assert.equal(scenario.slack.messages('C0CLOUD').length, 1);
    await until(scenario, root, /moon-base/);
  });
});

describe('what people type', { concurrency: 2 }, () => {
  it('reaches OVHcloud as typed, mentions no one in Slack, and does not break the audit CSV', async (t) => {
    const scenario = await startScenario(t);
    const typed: string[] = [];
    for (const [index, name] of NAMES.entries()) {
      const modal = await askFor(scenario, 'x');
      modal.fill({ 'Project name': name, Reason: `${name}\n${name}` });
      assert.deepEqual(await modal.submit(), { closed: true }, name);
      const root = await scenario.slack.until(() => scenario.slack.messages('C0CLOUD')[index], name);
      const question = await reply(scenario, root, /: approve /);
      await scenario.slack.as('U0APP1').click(question, index % 2 === 0 ? 'Approve' : 'Reject');
      if (index % 2 === 0) {
        await reply(scenario, root, /orderPassword/);
        typed.push(name);
      } else {
        const rejection = await scenario.slack.as('U0APP1').modal();
        rejection.fill({ Reason: name });
        await rejection.submit();
        await until(scenario, root, /Rejected\* by/);
      }
      for (const message of [
        root,
        ...scenario.slack.thread(root),
        ...scenario.slack.directMessages('U0REQ'),
      ]) {
        const all = mrkdwnOf(message);
        assert.doesNotMatch(all, /<!channel>|<!here>|<https:\/\/evil/, name);
      }
    }
    assert.deepEqual(
      [...scenario.ovh.orders.values()].map(({ description }) => description),
      typed,
    );
    const db = await openDatabase(`sqlite:${scenario.folder}/orders.db`);
    t.after(() => db.destroy());
    const { count } = await db
      .selectFrom('orders')
      .select((row) => row.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    assert.equal(Number(count), NAMES.length);
  });

  it('is refused under its field if it has control characters, or is two words where one is needed', async (t) => {
    const scenario = await startScenario(t);
    const modal = await askFor(scenario, 'x');
    const unreadable = ['bell\u0007', 'line\nbreak', 'left\u202Eright', 'zero\u200Bwidth', 'nul\u0000'];
    for (const name of unreadable) {
      modal.fill({ 'Project name': name, Voucher: '' });
      const outcome = await modal.submit();
      assert.ok('errors' in outcome && outcome.errors['Project name'], JSON.stringify(name));
    }
    for (const voucher of ['two words', 'x'.repeat(101), 'bell\u0007', '\u202Eabc', 'zero\u200Bwidth']) {
      modal.fill({ 'Project name': 'fine', Voucher: voucher });
      const outcome = await modal.submit();
      assert.ok('errors' in outcome && outcome.errors.Voucher, JSON.stringify(voucher));
    }
    assert.ok(
      hasText({ text: JSON.stringify(scenario.slack.messages()), blocks: [] }, /\[\]/),
      'nothing was asked for',
    );
  });
});
