import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { overhear } from '../hostile/payloads.ts';
import { sender } from '../hostile/signed.ts';
import {
  askFor,
  endsWithOneOrder,
  noCartLeft,
  orderAndQuote,
  reply,
  says,
  setStage,
  until,
  whisper,
} from './stage.ts';

describe('what Slack delivers', { concurrency: 2 }, () => {
  it('counts once, however often the same click comes', async (t) => {
    const stage = await setStage(t, { mode: 'http', settings: { APPROVALS_REQUIRED: '2' } });
    const url = `http://127.0.0.1:${stage.app.port}/slack/events`;
    const { root, question } = await orderAndQuote(stage);
    const [click] = await overhear(stage.slack, url, async () => {
      await stage.slack.as('U0APP1').click(question, 'Approve');
    });
    assert.ok(click);
    const app = sender(url, stage.slack.signingSecret);
    t.after(app.close);
    const answers = await Promise.all([1, 2, 3].map(() => app.send(click.writing, click.content)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200],
    );
    await whisper(stage, 'U0APP1', /approved this already \(1 of 2\)/);
    await stage.slack.until(() => says(question, /1 of 2 approvals: <@U0APP1>/), 'one approval');
    assert.equal(stage.ovh.orders.size, 0);
    await stage.slack.as('U0APP2').click(question, 'Approve');
    await endsWithOneOrder(stage, root);
  });

  it('makes one order of a form that comes twice', async (t) => {
    const stage = await setStage(t, { mode: 'http' });
    const url = `http://127.0.0.1:${stage.app.port}/slack/events`;
    const modal = await askFor(stage);
    const [submission] = await overhear(stage.slack, url, async () => {
      await modal.submit();
    });
    assert.ok(submission);
    const app = sender(url, stage.slack.signingSecret);
    t.after(app.close);
    const answers = await Promise.all([1, 2].map(() => app.send(submission.writing, submission.content)));
    const errors = answers.filter(({ body }) => body.includes('open order'));
    assert.deepEqual(errors, [], 'the same form is the same order');
    const root = await stage.slack.until(() => stage.slack.messages('C0CLOUD')[0], 'the root message');
    const question = await reply(stage, root, /please decide/);
    await stage.slack.as('U0REQ').click(question, 'Cancel order');
    await until(stage, root, /Cancelled/);
    await app.send(submission.writing, submission.content);
    await noCartLeft(stage);
    assert.equal(stage.slack.messages('C0CLOUD').length, 1, 'not even once its order has ended');
  });

  it('may come late: a form that is sent after the order has moved on changes nothing', async (t) => {
    const stage = await setStage(t);
    const { root, question } = await orderAndQuote(stage);
    await stage.slack.as('U0REQ').click(question, 'Edit');
    const form = await stage.slack.as('U0REQ').modal();
    form.fill({ 'Project name': 'mars-base' });
    await stage.slack.as('U0REQ').click(question, 'Cancel order');
    await reply(stage, root, /cancelled the order/);
    const outcome = await form.submit();
    assert.match(('errors' in outcome && outcome.errors['Project name']) || '', /cancelled this/);
    assert.equal(stage.ovh.orders.size, 0);
  });

  it('may get lost with its socket: what was not acknowledged is clicked again, what was counts', async (t) => {
    const stage = await setStage(t, { process: true });
    const { root, question } = await orderAndQuote(stage);
    const ada = stage.slack.as('U0APP1');
    const clicking = ada.click(question, 'Approve');
    stage.slack.disconnectSockets(true);
    const { acked } = await clicking;
    await stage.slack.until(() => stage.slack.sockets > 0, 'a new socket');
    if (!acked && !says(question, /Approved/)) {
      // Slack has shown a warning beside the button.
      await ada.click(question, 'Approve').catch(() => undefined);
    }
    await endsWithOneOrder(stage, root);
    stage.slack.problems.splice(0);
  });
});
