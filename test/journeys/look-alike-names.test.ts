import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  askFor,
  ephemeralFor,
  hasText,
  orderAndQuote,
  orderProject,
  reply,
  startScenario,
} from './scenario.ts';

describe('a name that looks like that of an open order', () => {
  it('is refused, and only people in that order’s channel are told which order it is', async (t) => {
    const scenario = await startScenario(t);
    await orderProject(scenario, {}, 'payments');
    for (const name of ['раyments', 'PAYMENTS', 'payrnents', 'ｐａｙｍｅｎｔｓ']) {
      const outcome = await (await askFor(scenario, name)).submit();
      assert.match(
        JSON.stringify(outcome),
        /already an open order for the project “payments” \(order oc-/,
        name,
      );
    }
    await scenario.slack.as('U0APP1').command('раyments', 'G0SECRET');
    const form = await scenario.slack.as('U0APP1').modal();
    const elsewhere = await form.submit();
    assert.match(JSON.stringify(elsewhere), /an open order already for a project with this name/);
    assert.doesNotMatch(JSON.stringify([elsewhere, form.view.blocks]), /oc-[0-9a-f]|archives|payments"/);
  });

  it('is refused when a failed order is retried, with a link to the open order', async (t) => {
    const scenario = await startScenario(t);
    const { slack, ovh } = scenario;
    const body = { class: 'Client::Forbidden', message: 'This call has not been granted' };
    ovh.faults.add({ method: 'POST', path: '/order/cart', kind: 'refuse', status: 403, body, times: 1 });
    const failed = await orderProject(scenario, {}, 'payments');
    const told = await reply(scenario, failed, /Try again/);
    await slack.as('U0APP1').command('payments', 'C0CLOUD');
    assert.deepEqual(await (await slack.as('U0APP1').modal()).submit(), { closed: true });
    const opened = () => slack.messages('C0CLOUD').find(({ ts }) => ts !== failed.ts);
    const root = await slack.until(opened, 'the other order');
    await slack.until(() => slack.thread(root).length > 0, 'its thread');
    await slack.as('U0REQ').click(told, 'Try again');
    const ephemeral = await ephemeralFor(scenario, 'U0REQ', /another open order/);
    assert.ok(hasText(ephemeral, `/C0CLOUD/p${root.ts.replace('.', '')}`));
  });

  it('is refused for invisible characters as such; blanks and the reason are cleaned up', async (t) => {
    const scenario = await startScenario(t);
    const modal = await askFor(scenario);
    for (const name of ['moon\u202Ebase', 'moon\u3164base', 'moon\u200Bbase']) {
      modal.fill({ 'Project name': name });
      assert.match(
        JSON.stringify(await modal.submit()),
        /Control characters, invisible/,
        JSON.stringify(name),
      );
    }
    const fields = { Reason: 'why\u202E not\u200B', 'Project name': 'moon\u00A0 \u3000base' };
    const { root } = await orderAndQuote(scenario, fields, 'moon');
    assert.doesNotMatch(JSON.stringify(root.blocks), /[\u202E\u200B\u3000\u00A0]/);
    await reply(scenario, root, /moon base/);
  });
});
