import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ephemeralFor, hasText, reply, startScenario, until } from './scenario.ts';

describe('the language', { concurrency: 2 }, () => {
  it('is LOCALE for shared messages, and the reader’s Slack language for personal ones', async (t) => {
    const scenario = await startScenario(t, { settings: { LOCALE: 'de' } });
    const alan = scenario.slack.users.get('U0APP1');
    assert.ok(alan);
    alan.locale = 'it-IT';
    await scenario.slack.as('U0REQ').command('moon-base');
    const form = await scenario.slack.as('U0REQ').modal();
    assert.equal(form.view.title.text, 'Public Cloud project');
    await form.submit();
    const root = await scenario.slack.until(() => scenario.slack.messages('C0CLOUD')[0], 'the root message');
    assert.ok(hasText(root, /Public-Cloud-Projekt „moon-base“/));
    const question = await reply(
      scenario,
      root,
      /Rita möchte das Public-Cloud-Projekt moon-base für 12,00\u00a0€ inkl/,
    );
    await scenario.slack.as('U0APP1').click(question, 'Ablehnen');
    const modal = await scenario.slack.as('U0APP1').modal();
    assert.equal(modal.view.title.text, 'Rifiuta ordine');
    modal.fill({ Motivazione: 'zu teuer' });
    await modal.submit();
    await until(scenario, root, /Abgelehnt\* von <@U0APP1>/);
    await scenario.slack.as('U0APP1').click(question, 'Ablehnen');
    await ephemeralFor(scenario, 'U0APP1', /Troppo tardi: rifiutato da/);
  });

  it('is LOCALE for a form that opens before Slack says who the reader is', async (t) => {
    const scenario = await startScenario(t, { settings: { LOCALE: 'es' }, timing: { localeMs: 10 } });
    scenario.slack.faults.add({ method: 'users.info', kind: 'hang' });
    await scenario.slack.as('U0REQ').command('moon-base');
    assert.equal((await scenario.slack.as('U0REQ').modal()).view.title.text, 'Proyecto Public Cloud');
  });

  it('is English, amounts included, for a Slack language that the app does not have', async (t) => {
    const scenario = await startScenario(t, { settings: { LOCALE: 'fr' } });
    const rita = scenario.slack.users.get('U0REQ');
    assert.ok(rita);
    rita.locale = 'ja-JP';
    await scenario.slack.as('U0REQ').command('help');
    await ephemeralFor(scenario, 'U0REQ', /requests a new OVHcloud/);
  });
});
