/**
 * Makes the pictures of the README in docs/, from the sandbox: npx node test/sandbox/pictures.ts
 * form.png: the form. thread.png: one thread at three moments, side by side: the order waits for its approval, it is placed,
 * and its project is ready. home.png: the Home of an approver who reads French.
 * It needs what the browser test needs, and a font with emoji (Debian: fonts-noto-color-emoji).
 */
import { stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { findChromium, openSlack, type SlackDriver } from './browser.ts';
import { startSandbox, whyNoBrowserTest } from './sandbox-process.ts';

const FOLDER = fileURLToPath(new URL('../../docs', import.meta.url));
const MOST_BYTES = 300_000;
/** High enough for all that the thread says. */
const WINDOW = { width: 1400, height: 1100 };
/** The thread roomier than local-slack has it, as high as what it says, and without the field to reply in. */
const THREAD_STYLE = `
  .thread-pane { width: 390px !important; align-self: flex-start; padding-bottom: 16px }
  .thread-pane .composer { display: none }
`;
const SIDE_BY_SIDE = `
  <style>
    body { margin: 0; display: inline-flex; align-items: flex-start; gap: 24px; padding: 12px; background: #f0f0f0 }
    img { border: 1px solid #ccc; border-radius: 8px }
  </style>`;

const whyNot = whyNoBrowserTest();
if (whyNot) throw new Error(`No pictures: ${whyNot}`);
const sandbox = await startSandbox();
await takePictures(sandbox.url).finally(() => sandbox.interrupt());

async function takePictures(url: string): Promise<void> {
  const { browser, page, slack } = await openSlack({ chromium: findChromium() ?? '', url, folder: FOLDER });
  try {
    await page.setViewportSize(WINDOW);
    await page.addStyleTag({ content: THREAD_STYLE });
    await order(slack, 'moon-base');
    await keep('form', await page.locator('.modal').screenshot());
    await slack.submit();
    await slack.openThread('moon-base');
    await slack.button('thread', 'Approve').waitFor();
    const asked = await page.locator('.thread-pane').screenshot();

    await slack.actAs('Alan');
    await slack.goTo('order-cloud');
    await page.getByRole('button', { name: 'Approuver' }).first().waitFor();
    await keep('home', await page.screenshot({ clip: await topOf(page) }));

    await slack.actAs('Ada');
    await slack.goTo('cloud');
    await slack.openThread('moon-base');
    await slack.press('thread', 'Approve');
    // What floats over the message under the mouse is not for the picture.
    await page.mouse.move(0, 0);
    await slack.messages('thread', 'to be paid by').waitFor();
    await slack.messages('thread', 'Ordered').waitFor();
    const placed = await page.locator('.thread-pane').screenshot();

    const checkout = await slack.follow(slack.button('thread', 'Pay'));
    await checkout.getByRole('button', { name: 'Pay this order' }).click();
    await checkout.close();
    await slack.messages('thread', 'is ready').waitFor({ timeout: 60_000 });
    await page.mouse.move(0, 0);
    const ready = await page.locator('.thread-pane').screenshot();

    const images = [asked, placed, ready].map(
      (png) => `<img src="data:image/png;base64,${png.toString('base64')}">`,
    );
    await page.setContent(SIDE_BY_SIDE + images.join(''));
    await keep('thread', await page.locator('body').screenshot());
  } finally {
    await browser.close();
  }
}

async function order(slack: SlackDriver, name: string): Promise<void> {
  await slack.say(`/order-cloud ${name}`);
  await slack.textField('Voucher').fill('CREDIT5');
  await slack.textField('Reason').fill('The astronauts need computers');
}

/** The upper part of the page, where the Home is: the rest of it is empty. */
async function topOf(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const { x = 0, y = 0, width = 0 } = (await page.locator('.main').boundingBox()) ?? {};
  return { x, y, width, height: 420 };
}

async function keep(name: string, png: Buffer): Promise<void> {
  const path = `${FOLDER}/${name}.png`;
  await writeFile(path, png);
  const { size } = await stat(path);
  console.log(`docs/${name}.png: ${size} bytes`);
  if (size > MOST_BYTES) throw new Error(`docs/${name}.png is more than ${MOST_BYTES} bytes.`);
}
