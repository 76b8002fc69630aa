import { stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/** Where the pictures are. */
export const DOCS = fileURLToPath(new URL('../../docs', import.meta.url));
const MAX_BYTES = 300_000;

/** High enough for all that a thread says. */
const WINDOW = { width: 1400, height: 1500 };
/** A phone's width for threads and forms, as high as what they say, and without the field to reply in. */
const PHONE_STYLE = `
  .thread-pane { width: 390px !important; align-self: flex-start; padding-bottom: 16px }
  .thread-pane .composer { display: none }
  .modal { width: 390px !important }
`;
const FRAMES_STYLE = `
  body { margin: 0; display: inline-flex; align-items: flex-start; gap: 24px; padding: 12px; background: #f0f0f0 }
  figure { margin: 0 }
  figcaption { font: 600 15px system-ui, sans-serif; color: #333; padding: 2px 4px 10px }
  img { display: block; border: 1px solid #ccc; border-radius: 8px }
`;

/** One moment, and what is said above it. */
export type Frame = { png: Buffer; caption?: string };

/** Gives Slack's page the sizes of the pictures. */
export async function sizeForPictures(page: Page): Promise<void> {
  await page.setViewportSize(WINDOW);
  await page.addStyleTag({ content: PHONE_STYLE });
}

/** What is on a part of the page, without what floats over the message under the mouse. */
export async function shoot(page: Page, part: '.thread-pane' | '.modal'): Promise<Buffer> {
  await page.mouse.move(0, 0);
  return page.locator(part).first().screenshot();
}

/** Puts moments beside each other in one picture of docs/. */
export async function keepFrames(page: Page, name: string, frames: readonly Frame[]): Promise<void> {
  const sheet = await page.context().browser()?.newPage();
  if (!sheet) throw new Error('The browser is closed.');
  await sheet.setViewportSize(WINDOW);
  const figures = frames.map(({ png, caption }) => {
    const said = caption ? `<figcaption>${caption}</figcaption>` : '';
    return `<figure>${said}<img src="data:image/png;base64,${png.toString('base64')}"></figure>`;
  });
  await sheet.setContent(`<style>${FRAMES_STYLE}</style>${figures.join('')}`);
  await keep(name, await sheet.locator('body').screenshot());
  await sheet.close();
}

/** Writes a picture into docs/. Throws where it is too large for a page of documentation. */
export async function keep(name: string, png: Buffer): Promise<void> {
  const path = `${DOCS}/${name}.png`;
  await writeFile(path, png);
  const { size } = await stat(path);
  console.log(`docs/${name}.png: ${size} bytes`);
  if (size > MAX_BYTES) throw new Error(`docs/${name}.png is more than ${MAX_BYTES} bytes.`);
}
