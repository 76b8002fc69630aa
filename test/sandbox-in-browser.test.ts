import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findChromium, openSlack } from './sandbox/browser.ts';
import { type SandboxProcess, startSandbox, whyNoBrowserTest } from './sandbox/sandbox-process.ts';
import { onlyAtFullSize } from './size.ts';

/** Until the local OVHcloud has checked and delivered what is paid, with the app looking now and then. */
const READY_MS = 60_000;
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
    await slack.picture('01-workspace');

    await slack.say('/order-cloud moon-base');
    await slack.textField('Voucher').fill('CREDIT5');
    await slack.textField('Reason').fill('The astronauts need computers');
    await slack.tick(/withdrawal/i);
    await slack.picture('02-form');
    await slack.submit();

    await slack.openThread('moon-base');
    await slack.button('thread', 'Approve').waitFor();
    await slack.picture('03-waiting-for-approval');

    await slack.actAs('Ada');
    await slack.press('thread', 'Approve');
    assert.match(slack.asked.join('\n'), /moon-base/, 'the dialog says what is approved');
    await slack.button('thread', 'Pay').waitFor();
    await slack.picture('04-approved');

    const checkout = await slack.follow(slack.button('thread', 'Pay'));
    await slack.picture('05-checkout', checkout);
    await checkout.getByRole('button', { name: 'Pay this order' }).click();
    await checkout.getByText(/paid/i).first().waitFor();
    await slack.picture('06-paid', checkout);
    await checkout.close();
  });

  it('tells only the requester that they may not approve, and accepts a rejection with a reason', {
    skip: onlyAtFullSize,
  }, async () => {
    const { slack } = opened;
    await slack.actAs('Rita');
    await slack.say('/order-cloud village');
    await slack.textField('Project name').fill('<moon> & <!here> village');
    await slack.submit();
    await slack.messages('channel', '<moon> & <!here> village').waitFor();
    await slack.openThread('village');
    await slack.press('thread', 'Approve');
    const ephemeral = slack.messages('thread', 'only visible to you');
    await ephemeral.waitFor();
    await slack.picture('07-not-your-own');

    await slack.actAs('Alan');
    await ephemeral.waitFor({ state: 'hidden' });
    await slack.press('thread', 'Reject');
    // Alan reads French.
    await slack.textField('Motif').fill('Mars first');
    await slack.picture('08-reason');
    await slack.submit();
    await slack.messages('thread', 'Mars first').first().waitFor();
    await slack.picture('09-rejected');
    assert.equal(await slack.button('thread', 'Approve').count(), 0, 'nothing is left to decide');
  });

  it('reorders a rejected order from the requester’s own message, with everything filled in', {
    skip: onlyAtFullSize,
  }, async () => {
    const { slack } = opened;
    await slack.actAs('Rita');
    await slack.goTo('Rita');
    await slack.messages('channel', 'was rejected by').waitFor();
    await slack.press('channel', 'Order again');
    assert.equal(await slack.textField('Project name').inputValue(), '<moon> & <!here> village');
    await slack.picture('10-order-again');
    await slack.submit();
    await slack.goTo('cloud');
    await slack.openThread('<moon> & <!here> village');
    await slack.button('thread', 'Approve').waitFor();
  });

  it('refuses a voucher in the form without losing the rest, accepts another, and lets the order be approved in the Home', {
    skip: onlyAtFullSize,
  }, async () => {
    const { page, slack } = opened;
    await slack.say('/order-cloud sun-dial');
    await slack.textField('Voucher').fill('EXPIRED');
    await slack.textField('Reason').fill('To see what time it is');
    assert.match((await slack.submitInVain()).join(), /has expired/);
    await slack.picture('11-voucher-refused');
    assert.equal(await slack.textField('Reason').inputValue(), 'To see what time it is');
    await slack.textField('Voucher').fill('CREDIT5');
    await slack.submit();
    await slack.messages('channel', 'sun-dial').waitFor();

    await slack.openThread('sun-dial');
    await slack.button('thread', 'Approve').waitFor();
    await slack.choose('thread', 'Edit');
    assert.equal(await slack.textField('Project name').inputValue(), 'sun-dial');
    await slack.textField('Reason').fill('To see the hour');
    await slack.submit();
    await slack.messages('thread', 'To see the hour').first().waitFor();

    await slack.actAs('Ada');
    await slack.goTo('order-cloud');
    await page.locator('.home').getByText('To see the hour').waitFor();
    await slack.picture('12-home');
    await page.locator('.home').getByRole('button', { name: 'Approve', exact: true }).first().click();
    await slack.confirm();
    await page.locator('.home').getByText('To see the hour').waitFor({ state: 'detached' });
    await slack.goTo('cloud');
    await slack.openThread('sun-dial');
    await slack.button('thread', 'Pay').waitFor();
  });

  it('shows the contracts of a quote, and lets its requester cancel the order', {
    skip: onlyAtFullSize,
  }, async () => {
    const { slack } = opened;
    await slack.actAs('Rita');
    await slack.say('/order-cloud sand-castle');
    await slack.submit();
    await slack.openThread('sand-castle');
    await slack.button('thread', 'Approve').waitFor();
    const contract = await slack.follow(slack.link('thread', 'Conditions particulières Public Cloud'));
    await contract.getByText('Le projet, créé en mémoire').waitFor();
    await slack.picture('13-contract', contract);
    await contract.close();

    await slack.choose('thread', 'Cancel order');
    await slack.messages('thread', 'Cancelled').first().waitFor();
    await slack.picture('14-cancelled');
    assert.equal(await slack.button('thread', 'Approve').count(), 0, 'nothing is left to decide');
  });

  it('takes an order that costs nothing to its project, with the approval as the last click', {
    skip: onlyAtFullSize,
  }, async () => {
    const { slack } = opened;
    await slack.actAs('Rita');
    await slack.say('/order-cloud free-lunch');
    await slack.textField('Voucher').fill('FREE100');
    await slack.submit();
    await slack.openThread('free-lunch');
    await slack.actAs('Ada');
    await slack.press('thread', 'Approve');
    assert.match(slack.asked.at(-1) ?? '', /the app also confirms the order/, 'the dialog says so');
    await slack.messages('thread', 'is ready').first().waitFor();
    assert.equal(await slack.button('thread', 'Pay').count(), 0, 'no one had to pay or confirm');
    await slack.picture('15-free-and-ready');
  });

  it('takes a paid order to its project', { skip: onlyAtFullSize }, async () => {
    const { slack } = opened;
    await slack.openThread('moon-base');
    await slack.messages('thread', 'is ready').first().waitFor({ timeout: READY_MS });
    assert.equal(await slack.button('thread', 'Pay').count(), 0, 'nothing is left to pay');
  });

  it('refuses guests, and channels where the app may not post', { skip: onlyAtFullSize }, async () => {
    const { slack } = opened;
    await slack.actAs('Gus');
    await slack.say('/order-cloud guest-house');
    assert.match((await slack.submitInVain()).join(), /full members/);
    await slack.picture('16-guest');
    await slack.closeModal();

    await slack.actAs('Rita');
    await slack.goTo('no-app-here');
    await slack.say('/order-cloud far-away');
    assert.match((await slack.submitInVain()).join(), /invite/);
    await slack.picture('17-not-invited');
    await slack.closeModal();
  });

  it('stops on Ctrl-C with exit code 0, and reported no problem until then', async () => {
    assert.equal(await sandbox.interrupt(), 0);
    const [, sinceReady] = sandbox.output().split('discards everything.');
    assert.equal(sinceReady?.trim().slice(0, 500), '');
  });
});

describe('the sandbox with two approvals for each order', {
  skip: whyNoBrowserTest() || onlyAtFullSize,
}, () => {
  it('takes an order to its project, approved by one person in a thread and by another in the Home', async () => {
    const sandbox = await startSandbox({ APPROVALS_REQUIRED: '2' });
    const url = sandbox.url;
    const { browser, page, slack } = await openSlack({
      ...{ chromium: findChromium() ?? '', url, folder: PICTURES },
    });
    try {
      await slack.say('/order-cloud moon-base');
      await slack.submit();
      await slack.openThread('moon-base');
      await slack.messages('thread', '0 of 2').first().waitFor();

      await slack.actAs('Ada');
      await slack.press('thread', 'Approve');
      assert.match(slack.asked.at(-1) ?? '', /approval 1 of 2/);
      await slack.messages('thread', '1 of 2').first().waitFor();
      assert.equal(await slack.button('thread', 'Pay').count(), 0, 'one approval orders nothing');
      await slack.picture('20-one-of-two');

      await slack.actAs('Alan');
      await slack.goTo('order-cloud');
      // Alan reads French.
      await page.locator('.home').getByRole('button', { name: 'Approuver', exact: true }).first().click();
      await slack.confirm();
      await slack.goTo('cloud');
      await slack.openThread('moon-base');
      const checkout = await slack.follow(slack.button('thread', 'Pay'));
      await checkout.getByRole('button', { name: 'Pay this order' }).click();
      await checkout.getByText(/paid/i).first().waitFor();
      await checkout.close();
      await slack.messages('thread', 'is ready').first().waitFor({ timeout: READY_MS });
      await slack.picture('21-ready');
    } finally {
      await browser.close();
      await sandbox.interrupt();
    }
  });
});
