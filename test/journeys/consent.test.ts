import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAuditLog } from '../../src/store/audit-log.ts';
import { openDatabase } from '../../src/store/database.ts';
import { visibleText } from '../fakes/slack/blocks.ts';
import { endsWithOneOrder, ephemeralFor, orderAndQuote, startScenario, until } from './scenario.ts';

const ITALY = { ovhcloud: { subsidiary: 'IT' } };
const CONTRACTS = 'I accept the contracts';
const CLAUSES = 'I approve the clauses';

/** What the approvals in the audit log say that was accepted. */
async function accepted(
  folder: string,
): Promise<{ by: string | null; contracts: number; clauses: boolean }[]> {
  const db = await openDatabase(`sqlite:${folder}/orders.db`);
  try {
    const found = [];
    for await (const { type, actor: by, payload } of readAuditLog(db)) {
      if (type !== 'approved') continue;
      const { contracts, clauses } = JSON.parse(String(payload)).accepted;
      found.push({ by, contracts: contracts.length, clauses });
    }
    return found;
  } finally {
    await db.destroy();
  }
}

describe('accepting contracts with an approval', { concurrency: 2 }, () => {
  it('is stated in the dialog, and the audit log has which contracts and who accepted them', async (t) => {
    const scenario = await startScenario(t);
    const { root, question } = await orderAndQuote(scenario);
    const dialog = scenario.slack.as('U0APP1').confirmOf(question, 'Approve');
    assert.match(dialog, /You accept OVHcloud’s contracts in the account’s name/);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
    assert.deepEqual(await accepted(scenario.folder), [{ by: 'U0APP1', contracts: 2, clauses: false }]);
  });

  it('takes two checkboxes for Italy, with the clauses in Italian, before the approval counts', async (t) => {
    const scenario = await startScenario(t, ITALY);
    const { slack, ovh } = scenario;
    const { root, question } = await orderAndQuote(scenario);
    // Another start, and OVHcloud does not say any more whose account it is: the quote does.
    await scenario.app.stop();
    const body = { class: 'Client::Forbidden', message: 'This call has not been granted' };
    ovh.faults.add({ method: 'GET', path: '/me', kind: 'refuse', status: 403, body, times: 9 });
    await scenario.start();
    await slack.as('U0APP1').click(question, 'Approve');
    const modal = await slack.as('U0APP1').modal();
    const text = visibleText(modal.view.blocks);
    assert.match(text, /moon-base for €12.20|moon-base for €12.00/);
    assert.match(text, /articoli 1341, secondo comma, e 1342, secondo comma, del Codice Civile/);
    assert.match(text, /contracts\/conditions-generales\|/);
    assert.ok('errors' in (await modal.submit()), 'nothing is ticked');
    modal.fill({ [CONTRACTS]: true });
    const one = await modal.submit();
    assert.match(('errors' in one && Object.values(one.errors).join()) || '', /Tick both boxes/);
    assert.equal(ovh.orders.size, 0);
    modal.fill({ [CLAUSES]: true });
    assert.deepEqual(await modal.submit(), { closed: true });
    await endsWithOneOrder(scenario, root);
    await until(scenario, question, /Approved: <@U0APP1>/);
    assert.deepEqual(await accepted(scenario.folder), [{ by: 'U0APP1', contracts: 2, clauses: true }]);
  });

  it('is not asked of people who may not approve, nor for a quote that was replaced', async (t) => {
    const scenario = await startScenario(t, ITALY);
    const { slack, ovh } = scenario;
    const { question } = await orderAndQuote(scenario);
    await slack.as('U0REQ').click(question, 'Approve');
    await ephemeralFor(scenario, 'U0REQ', /Only the approvers|someone else has to approve/);
    await slack.as('U0APP1').click(question, 'Approve');
    const modal = await slack.as('U0APP1').modal();
    await slack.as('U0REQ').click(question, 'Cancel order');
    await until(scenario, question, /Cancelled by/);
    modal.fill({ [CONTRACTS]: true, [CLAUSES]: true });
    const late = await modal.submit();
    assert.match(
      ('errors' in late && Object.values(late.errors).join()) || '',
      /Too late: .* cancelled this/,
    );
    assert.equal(ovh.orders.size, 0);
  });
});
