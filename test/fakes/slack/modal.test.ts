import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { OpenModal } from './modal.ts';
import { type ScriptedApp, startScriptedApp } from './scripted-app.ts';
import { AS_SLACK, type FakeSlack, type Person, startFakeSlack } from './server.ts';
import { orderForm } from './tiny-app.ts';

const form = orderForm('C0CLOUD');

let slack: FakeSlack;
let app: ScriptedApp;
let rita: Person;
let now = Date.UTC(2026, 10, 23, 9);

beforeEach(async () => {
  slack = await startFakeSlack({ ...AS_SLACK, now: () => now });
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

describe('a modal in the fake', () => {
  it('opens only with a fresh trigger_id', async () => {
    await rita.command('');
    const open = async (id: string) => (await app.call('views.open', { trigger_id: id, view: form })).error;
    assert.equal(await open('1.2.x'), 'invalid_trigger_id');
    now += 3001;
    assert.equal(await open(triggerId()), 'expired_trigger_id');
    await rita.command('');
    const pushed = await app.call('views.push', { trigger_id: triggerId(), view: form });
    assert.equal(pushed.error, 'not_found');
    assert.equal(slack.problems.length, 2);
  });

  it('closes on an empty ack, and does what a response_action says', async () => {
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

  it('stays open and reports a problem when Slack would not understand the ack', async () => {
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

  it('is updated by views.update, which keeps typed values and checks the hash', async () => {
    const modal = await open();
    const { hash } = modal.view;
    const update = (more: object) => app.call('views.update', { view_id: modal.id, view: form, ...more });
    assert.equal((await update({ hash })).ok, true);
    assert.equal(modal.values()['Project name'], 'demo');
    assert.equal((await update({ hash })).error, 'hash_conflict');
    await modal.close();
    assert.equal((await update({})).error, 'not_found');
  });

  it('refuses an external_id that is in use, and a view that is too large', async () => {
    await open({ ...form, external_id: 'mine' });
    const errorOf = async (view: object) => (await app.call('views.open', { trigger_id: 'any', view })).error;
    assert.equal(await errorOf({ ...form, external_id: 'mine' }), 'duplicate_external_id');
    assert.equal(await errorOf({ ...form, callback_id: 'x'.repeat(250_000) }), 'view_too_large');
  });

  it('stacks on at most two others (push_limit_reached)', async () => {
    const modal = await open();
    app.ackWith({ response_action: 'errors', errors: { name: 'Stay.' } });
    for (const expected of [undefined, undefined, 'push_limit_reached']) {
      await modal.submit();
      const { error } = await app.call('views.push', { trigger_id: triggerId(), view: form });
      assert.equal(error, expected);
    }
  });

  it('checks lengths, lists its fields when a test asks for a wrong label, and reports being closed', async () => {
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
