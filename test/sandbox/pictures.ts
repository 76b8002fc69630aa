/**
 * Makes the pictures of the docs, from the sandbox: npx node test/sandbox/pictures.ts
 * form.png: the form. home.png: the Home of an approver who reads French. thread.png: one thread at three moments, side by
 * side: the order waits for its approval, it is placed, and its project is ready; filmstrip.png: with the form before them.
 * One for each claim of the README: approved.png, never-twice.png, killed.png, local.png.
 * It needs what the browser test needs, and a font with emoji (Debian: fonts-noto-color-emoji).
 */
import type { Page } from 'playwright-core';
import { findChromium, openSlack, type SlackDriver } from './browser.ts';
import { takeKilledPicture } from './killed-picture.ts';
import { DOCS, keep, keepFrames, shoot, sizeForPictures } from './picture-frames.ts';
import { startSandbox, whyNoBrowserTest } from './sandbox-process.ts';

const whyNot = whyNoBrowserTest();
if (whyNot) throw new Error(`No pictures: ${whyNot}`);
const sandbox = await startSandbox();
await takePictures(sandbox.url, switchesIn(sandbox.output())).finally(() => sandbox.interrupt());
await takeKilledPicture();

async function takePictures(url: string, switches: string): Promise<void> {
  const { browser, page, slack } = await openSlack({ chromium: findChromium() ?? '', url, folder: DOCS });
  try {
    await takeLocalPicture(page, slack, switches);
    await sizeForPictures(page);
    await takeFilmstrip(page, slack);
    await takeApprovedPicture(page, slack, switches);
    await takeNeverTwicePicture(page, slack, switches);
  } finally {
    await browser.close();
  }
}

/** form.png, home.png, thread.png and filmstrip.png: an order from its form to its project. */
async function takeFilmstrip(page: Page, slack: SlackDriver): Promise<void> {
  await slack.say('/order-cloud moon-base');
  await slack.textField('Voucher').fill('CREDIT5');
  await slack.textField('Reason').fill('The astronauts need computers');
  await slack.textField('Reason').blur();
  const form = await shoot(page, '.modal');
  await keep('form', form);
  await slack.submit();
  await slack.openThread('moon-base');
  await slack.button('thread', 'Approve').waitFor();
  const asked = await shoot(page, '.thread-pane');

  await slack.actAs('Alan');
  await slack.goTo('order-cloud');
  await page.getByRole('button', { name: 'Approuver' }).first().waitFor();
  await keep('home', await page.screenshot({ clip: await topOf(page) }));

  await approve(slack, 'moon-base');
  await slack.messages('thread', 'to be paid by').waitFor();
  await slack.messages('thread', 'Ordered').waitFor();
  const placed = await shoot(page, '.thread-pane');

  const checkout = await slack.follow(slack.button('thread', 'Pay'));
  await checkout.getByRole('button', { name: 'Pay this order' }).click();
  await checkout.close();
  await slack.messages('thread', 'is ready').waitFor({ timeout: 60_000 });
  const ready = await shoot(page, '.thread-pane');
  const thread = [asked, placed, ready].map((png) => ({ png }));
  await keepFrames(page, 'thread', thread);
  await keepFrames(page, 'filmstrip', [{ png: form }, ...thread]);
}

/** approved.png: the price changes between question and approval. */
async function takeApprovedPicture(page: Page, slack: SlackDriver, switches: string): Promise<void> {
  await order(slack, 'mars-base');
  const asked = await shoot(page, '.thread-pane');
  await flip(switches, 'price');
  await approve(slack, 'mars-base');
  await slack.messages('thread', 'Nothing was ordered').waitFor();
  await slack.button('thread', 'Approve').waitFor();
  await keepFrames(page, 'approved', [
    { png: asked, caption: 'Approvers are asked for one price …' },
    {
      png: await shoot(page, '.thread-pane'),
      caption: '… and asked again when it has changed',
    },
  ]);
}

/** never-twice.png: the answer to a checkout is lost. */
async function takeNeverTwicePicture(page: Page, slack: SlackDriver, switches: string): Promise<void> {
  await order(slack, 'ice-core');
  await flip(switches, 'answer');
  await approve(slack, 'ice-core');
  await slack.messages('thread', 'answer to the checkout was lost').waitFor({ timeout: 60_000 });
  await slack.messages('thread', 'Checking with OVHcloud').waitFor();
  const lost = await shoot(page, '.thread-pane');
  await slack.button('thread', 'Pay').waitFor({ timeout: 120_000 });
  await slack.messages('thread', 'Ordered').first().waitFor();
  await keepFrames(page, 'never-twice', [
    { png: lost, caption: 'OVHcloud’s answer is lost …' },
    { png: await shoot(page, '.thread-pane'), caption: '… and the order is found, not placed again' },
  ]);
}

/** local.png: the local Slack beside the local OVHcloud. */
async function takeLocalPicture(page: Page, slack: SlackDriver, switches: string): Promise<void> {
  const height = 640;
  await page.setViewportSize({ width: 900, height });
  await slack.messages('channel', 'web-shop-test').waitFor();
  await slack.goTo('Rita');
  await slack.messages('channel', 'training-lab').waitFor();
  const checkout = await slack.follow(slack.button('channel', 'Pay'));
  await checkout.setViewportSize({ width: 460, height });
  const paying = await checkout.screenshot();
  await checkout.goto(switches);
  const failing = await checkout.screenshot();
  await checkout.close();
  await slack.goTo('cloud');
  await keepFrames(page, 'local', [
    { png: await page.screenshot(), caption: 'A local Slack' },
    { png: paying, caption: 'A local OVHcloud, to pay …' },
    { png: failing, caption: '… and to have things go wrong' },
  ]);
}

/** Rita orders, and the thread is open once approvers are asked. */
async function order(slack: SlackDriver, name: string): Promise<void> {
  await slack.actAs('Rita');
  await slack.say(`/order-cloud ${name}`);
  await slack.submit();
  await slack.openThread(name);
  await slack.button('thread', 'Approve').waitFor();
}

async function approve(slack: SlackDriver, name: string): Promise<void> {
  await slack.actAs('Ada');
  await slack.goTo('cloud');
  await slack.openThread(name);
  await slack.press('thread', 'Approve');
}

/** Flips a switch of the local OVHcloud. */
async function flip(switches: string, name: 'price' | 'answer'): Promise<void> {
  await fetch(switches, { method: 'POST', body: new URLSearchParams({ switch: name }) });
}

/** Where the local OVHcloud's switches are, as the sandbox says. */
function switchesIn(output: string): string {
  const found = /for a minute: (http\S+)/.exec(output)?.[1];
  if (!found) throw new Error('The sandbox does not say where the switches are.');
  return found;
}

/** The upper part of the page, where the Home is: the rest of it is empty. */
async function topOf(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const { x = 0, y = 0, width = 0 } = (await page.locator('.main').boundingBox()) ?? {};
  return { x, y, width, height: 440 };
}
