import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findChromium, openSlack } from './sandbox/browser.ts';
import { type SandboxProcess, startSandbox, whyNoBrowserTest } from './sandbox/sandbox-process.ts';

const PICTURES = fileURLToPath(new URL('../test-results', import.meta.url));

describe('the sandbox in a browser', { skip: whyNoBrowserTest(), timeout: 150_000 }, () => {
  let sandbox: SandboxProcess;
  let opened: Awaited<ReturnType<typeof openSlack>>;

  before(async () => {
    sandbox = await startSandbox();
    opened = await openSlack({ chromium: findChromium() ?? '', url: sandbox.url, folder: PICTURES });
  });
  after(async () => {
    await opened?.browser.close();
    await sandbox?.interrupt();
  });

  it('takes an order from the slash command to the paid checkout', async () => {
    const { slack } = opened;
    await slack.picture('1-workspace');

    await slack.say('/order-cloud moon-base');
    await slack.textField('Voucher').fill('CREDIT5');
    await slack.textField('Reason').fill('The astronauts need computers');
    await slack.tick(/withdrawal/i);
    await slack.picture('2-form');
    await slack.submit();

    await slack.openThread('moon-base');
    await slack.button('thread', 'Approve').waitFor();
    await slack.picture('3-waiting-for-approval');

    await slack.actAs('Ada');
    await slack.button('thread', 'Approve').click();
    assert.match(slack.asked.join('\n'), /moon-base/, 'the dialog says what is approved');
    await slack.button('thread', 'Pay').waitFor();
    await slack.picture('4-approved');

    const checkout = await slack.follow(slack.button('thread', 'Pay'));
    await slack.picture('5-checkout', checkout);
    await checkout.getByRole('button', { name: 'Pay this order' }).click();
    await checkout.getByText(/paid/i).first().waitFor();
    await slack.picture('6-paid', checkout);
    await checkout.close();

    await slack
      .messages('thread', /ready|delivered/i)
      .last()
      .waitFor();
    await slack.picture('7-delivered');
  });

  it('stops on Ctrl-C with exit code 0 and no complaint', async () => {
    assert.equal(await sandbox.interrupt(), 0);
    assert.doesNotMatch(sandbox.output(), /error|warn|\bat .+:\d+:\d+/i);
  });
});
