/**
 * Makes docs/thread.png, the picture in the README, from the sandbox: npx node test/sandbox/picture.ts
 * One thread at two moments, side by side: while the order waits for its approval, and once it is placed.
 * It needs what the browser test needs, and a font with emoji (Debian: fonts-noto-color-emoji).
 */
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { findChromium, openSlack } from './browser.ts';
import { startSandbox, whyNoBrowserTest } from './sandbox-process.ts';

const FOLDER = fileURLToPath(new URL('../../docs', import.meta.url));
const NAME = 'thread';
const MOST_BYTES = 300_000;
/** High enough for all that the thread says, wide enough for two of it. */
const WINDOW = { width: 1400, height: 1100 };
/** The thread roomier than local-slack has it, as high as what it says, and without the field to reply in. */
const THREAD_STYLE = `
  .thread-pane { width: 480px !important; align-self: flex-start; padding-bottom: 16px }
  .thread-pane .composer { display: none }
`;
const SIDE_BY_SIDE = `
  <style>
    body { margin: 0; display: inline-flex; align-items: flex-start; gap: 24px; padding: 12px; background: #f0f0f0 }
    img { border: 1px solid #ccc; border-radius: 8px }
  </style>`;

const whyNot = whyNoBrowserTest();
if (whyNot) throw new Error(`No picture: ${whyNot}`);
const sandbox = await startSandbox();
await takePicture(sandbox.url).finally(() => sandbox.interrupt());

const { size } = await stat(`${FOLDER}/${NAME}.png`);
console.log(`docs/${NAME}.png: ${size} bytes`);
if (size > MOST_BYTES) throw new Error(`That is more than ${MOST_BYTES} bytes.`);

async function takePicture(url: string): Promise<void> {
  const { browser, page, slack } = await openSlack({ chromium: findChromium() ?? '', url, folder: FOLDER });
  try {
    await page.setViewportSize(WINDOW);
    await page.addStyleTag({ content: THREAD_STYLE });
    const moments: Buffer[] = [];
    const keepThread = async () => moments.push(await page.locator('.thread-pane').screenshot());

    await slack.say('/order-cloud moon-base');
    await slack.textField('Voucher').fill('CREDIT5');
    await slack.textField('Reason').fill('The astronauts need computers');
    await slack.submit();
    await slack.openThread('moon-base');
    await slack.button('thread', 'Approve').waitFor();
    await keepThread();

    await slack.actAs('Ada');
    await slack.button('thread', 'Approve').click();
    // What floats over the message under the mouse is not for the picture.
    await page.mouse.move(0, 0);
    await slack.messages('thread', 'to be paid until').waitFor();
    await slack.messages('thread', 'Ordered').waitFor();
    await keepThread();

    const images = moments.map((png) => `<img src="data:image/png;base64,${png.toString('base64')}">`);
    await page.setContent(SIDE_BY_SIDE + images.join(''));
    await page.locator('body').screenshot({ path: `${FOLDER}/${NAME}.png` });
  } finally {
    await browser.close();
  }
}
