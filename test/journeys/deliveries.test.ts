import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { capturePayloads } from '../security/payloads.ts';
import { sender } from '../security/signed.ts';
import { onlyAtFullSize } from '../size.ts';
import {
  askFor,
  endsWithOneOrder,
  hasText,
  noCartLeft,
  orderAndQuote,
  reply,
  startScenario,
  until,
} from './scenario.ts';

describe('what Slack delivers', { concurrency: 2 }, () => {
  it('a click that is delivered several times counts once', async (t) => {
    const scenario = await startScenario(t, { mode: 'http', settings: { APPROVALS_REQUIRED: '2' } });
    const url = `http://127.0.0.1:${scenario.app.port}/slack/events`;
    const { root, question } = await orderAndQuote(scenario);
    const [click] = await capturePayloads(scenario.slack, url, async () => {
      await scenario.slack.as('U0APP1').click(question, 'Approve');
    });
    assert.ok(click);
    const app = sender(url, scenario.slack.signingSecret);
    t.after(app.close);
    const answers = await Promise.all([1, 2, 3].map(() => app.send(click.writing, click.content)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200],
    );
    await scenario.slack.until(() => hasText(question, /1 of 2 approvals: <@U0APP1>/), 'one approval');
    assert.equal(scenario.ovh.orders.size, 0);
    await scenario.slack.as('U0APP2').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
  });

  it('a form that is delivered twice makes one order', async (t) => {
    const scenario = await startScenario(t, { mode: 'http' });
    const url = `http://127.0.0.1:${scenario.app.port}/slack/events`;
    const modal = await askFor(scenario);
    const [submission] = await capturePayloads(scenario.slack, url, async () => {
      await modal.submit();
    });
    assert.ok(submission);
    const app = sender(url, scenario.slack.signingSecret);
    t.after(app.close);
    const answers = await Promise.all([1, 2].map(() => app.send(submission.writing, submission.content)));
    const errors = answers.filter(({ body }) => body.includes('open order'));
    assert.deepEqual(errors, [], 'the same form is the same order');
    const root = await scenario.slack.until(() => scenario.slack.messages('C0CLOUD')[0], 'the root message');
    const question = await reply(scenario, root, /: approve /);
    await scenario.slack.as('U0REQ').click(question, 'Cancel order');
    await until(scenario, root, /Cancelled/);
    await app.send(submission.writing, submission.content);
    await noCartLeft(scenario);
    assert.equal(scenario.slack.messages('C0CLOUD').length, 1, 'not even once its order has ended');
  });

  it('a form that arrives after the order has moved on changes nothing', async (t) => {
    const scenario = await startScenario(t);
    const { root, question } = await orderAndQuote(scenario);
    await scenario.slack.as('U0REQ').click(question, 'Edit');
    const form = await scenario.slack.as('U0REQ').modal();
    form.fill({ 'Project name': 'mars-base' });
    await scenario.slack.as('U0REQ').click(question, 'Cancel order');
    await until(scenario, root, /Cancelled\* by/);
    const outcome = await form.submit();
    assert.match(('errors' in outcome && outcome.errors['Project name']) || '', /cancelled this/);
    assert.equal(scenario.ovh.orders.size, 0);
  });

  it('a click lost with its socket can be repeated, and an acknowledged one counts', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const scenario = await startScenario(t, { process: true });
    const { root, question } = await orderAndQuote(scenario);
    const ada = scenario.slack.as('U0APP1');
    const clicking = ada.click(question, 'Approve');
    scenario.slack.disconnectSockets(true);
    const { acked } = await clicking;
    await scenario.slack.until(() => scenario.slack.sockets > 0, 'a new socket');
    if (!acked && !hasText(question, /Approved/)) {
      // Slack has shown a warning beside the button.
      await ada.click(question, 'Approve').catch(() => undefined);
    }
    await endsWithOneOrder(scenario, root);
    scenario.slack.problems.splice(0);
  });
});
