import { describe, it } from 'node:test';
import { orderAndQuote, reply, startScenario, until } from './scenario.ts';

describe('approvers that change while an order waits', () => {
  it('mentions the new approvers, and no longer counts the approvals of former ones', async (t) => {
    const settings = { APPROVERS: 'U0APP1,U0APP2', APPROVALS_REQUIRED: '2' };
    const scenario = await startScenario(t, { settings });
    scenario.slack.users.set('U0NEW', { id: 'U0NEW', name: 'New' });
    const { root, question } = await orderAndQuote(scenario);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await until(scenario, question, /1 of 2/);
    await scenario.app.stop();
    await scenario.start({ APPROVERS: 'U0APP2,U0NEW' });
    await reply(scenario, root, /<@U0NEW> you can now decide on the order for .*moon-base/);
    await reply(scenario, root, /<@U0APP1> is no longer an approver/);
    await until(scenario, question, /0 of 2/);
    await until(scenario, question, /<@U0NEW>/);
    await scenario.slack.as('U0APP2').click(question, 'Approve');
    await scenario.slack.as('U0NEW').click(question, 'Approve');
    await reply(scenario, root, /orderPassword/);
  });
});
