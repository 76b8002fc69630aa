import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askFor, ephemeralFor, hasText, orderAndQuote, reply, startScenario, until } from './scenario.ts';

describe('what people type', { concurrency: 1 }, () => {
  it('after the command works in any capitals', async (t) => {
    const scenario = await startScenario(t);
    const rita = scenario.slack.as('U0REQ');
    for (const help of ['Help', 'HELP', ' help\u00a0']) await rita.command(help);
    await scenario.slack.until(() => scenario.slack.ephemerals('U0REQ').length === 3, 'three answers');
    assert.ok(
      scenario.slack.ephemerals('U0REQ').every((answer) => hasText(answer, /A form asks for the name/)),
    );
    await rita.command('List');
    await ephemeralFor(scenario, 'U0REQ', /You have no open orders/);
  });

  it('as a project name is cleaned up before the form shows it', async (t) => {
    const scenario = await startScenario(t);
    for (const [typed, shown] of [
      ['<https://my-project.com>', 'https://my-project.com'],
      ['lab of <@U0BOB>', 'lab of'],
      ['my\nproject', 'my project'],
      ['\u200bmyproject\u200b', 'myproject'],
    ] as const) {
      const modal = await askFor(scenario, typed);
      assert.equal(modal.values()['Project name'], shown);
    }
    const rocket = await askFor(scenario, ':rocket: launch');
    assert.match(JSON.stringify(rocket.view.blocks), /turned an emoji into a code/);
    const plain = await askFor(scenario, 'a:b:c');
    assert.doesNotMatch(JSON.stringify(plain.view.blocks), /turned an emoji into a code/);
  });

  it('is shown and kept whole, however many composed characters it has', async (t) => {
    const scenario = await startScenario(t);
    const reason = '🚀'.repeat(1_000);
    const { root, question } = await orderAndQuote(
      scenario,
      { Reason: reason, Voucher: '' },
      '👩‍🚀'.repeat(20),
    );
    assert.ok(
      [root, question].every(({ text, blocks }) => `${text}${JSON.stringify(blocks)}`.isWellFormed()),
    );
    await scenario.slack.as('U0REQ').click(question, 'Edit');
    const edit = await scenario.slack.as('U0REQ').modal();
    edit.fill({ 'Project name': 'mars-base' });
    assert.deepEqual(await edit.submit(), { closed: true });
    await reply(scenario, root, /changed the order \(name\)/);
    await until(scenario, root, /mars-base/);
  });
});
