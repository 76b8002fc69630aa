import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Locator, type Page } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium to drive: CHROMIUM_PATH, or one where Linux distributions put it; null if there is none. */
export function findChromium(): string | null {
  const usual = ['chromium', 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`);
  const { CHROMIUM_PATH } = process.env;
  return (CHROMIUM_PATH ? [CHROMIUM_PATH] : usual).find((path) => existsSync(path)) ?? null;
}

/** Starts a headless Chromium and opens the sandbox's Slack; screenshots go to `folder`. */
export async function openSlack(options: { chromium: string; url: string; folder: string }) {
  await mkdir(options.folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: options.chromium, args: FLAGS });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(options.url);
  await page.getByText('connected', { exact: true }).waitFor();
  return { browser, page, slack: driveSlack(page, options.folder) };
}

/** A person's hands and eyes in the sandbox's Slack. What is not there yet is waited for, up to 30 s. */
export type SlackDriver = ReturnType<typeof driveSlack>;

/** Drives local-slack's page. `folder` is where screenshots go. */
export function driveSlack(page: Page, folder: string) {
  /** What the dialogs asked, in order. */
  const asked: string[] = [];
  const modal = page.locator('.modal:not(.confirm)');
  const confirm = page.locator('.modal.confirm');
  const thread = page.locator('.thread-pane');
  const channel = page.locator('.main');
  const within = (place: 'channel' | 'thread' | 'modal') => ({ channel, thread, modal })[place];
  /** The input block with this label; local-slack's labels are not tied to their fields. */
  const field = (label: string) =>
    modal.locator('.bk-input').filter({ has: page.locator('.bk-label', { hasText: label }) });

  return {
    asked,

    /** Acts as another person from now on, by their name or its beginning. */
    async actAs(name: string): Promise<void> {
      const select = page.locator('.actas select');
      const option = select.locator('option').filter({ hasText: name });
      await select.selectOption(await option.first().getAttribute('value'));
    },

    /** Opens a channel, a direct message or the app's home by its name in the sidebar. */
    async goTo(name: string): Promise<void> {
      await page.locator('.sidebar-item').filter({ hasText: name }).first().click();
    },

    /** Types a message or slash command in the open channel and sends it. */
    async say(text: string): Promise<void> {
      const composer = channel.locator('.composer-input');
      await composer.fill(text);
      await composer.press('Enter');
    },

    /** The text field of the open modal with this label. */
    textField(label: string): Locator {
      return field(label).locator('input.bk-plain-input');
    },

    /** Ticks the checkbox of the open modal whose label or option holds this text. */
    async tick(text: RegExp): Promise<void> {
      await modal
        .locator('.bk-input')
        .filter({ hasText: text })
        .locator('input[type=checkbox]')
        .first()
        .check();
    },

    /** Submits the open modal and waits until it closes. */
    async submit(): Promise<void> {
      await modal.locator('.modal-btn.primary').click();
      await modal.waitFor({ state: 'detached' });
    },

    /** Submits the open modal and returns the errors that it then shows. */
    async submitInVain(): Promise<string[]> {
      await modal.locator('.modal-btn.primary').click();
      const fields = modal.locator('.bk-input[data-error]:not([data-error=""])');
      await fields.first().waitFor();
      return fields.evaluateAll((all: { getAttribute: (name: string) => string | null }[]) =>
        all.map((field) => field.getAttribute('data-error') ?? ''),
      );
    },

    /** Closes the open modal without submitting it. */
    async closeModal(): Promise<void> {
      await modal.locator('.modal-x').click();
      await modal.waitFor({ state: 'detached' });
    },

    /** Opens the thread of the newest message of the channel that holds this text, once it has replies. */
    async openThread(text: string): Promise<void> {
      await channel.locator('.msg').filter({ hasText: text }).last().locator('.thread-summary').click();
      await thread.waitFor();
    },

    /** The messages of a place that hold this text. */
    messages(place: 'channel' | 'thread', text: string | RegExp): Locator {
      return within(place).locator('.msg').filter({ hasText: text });
    },

    /** The last button of a place with exactly this label. */
    button(place: 'channel' | 'thread' | 'modal', label: string): Locator {
      return within(place).getByRole('button', { name: label, exact: true }).last();
    },

    /** Presses the last button of a place with this label, and says yes if it asks first. */
    async press(place: 'channel' | 'thread' | 'modal', label: string): Promise<void> {
      await within(place).getByRole('button', { name: label, exact: true }).last().click();
      await this.confirm();
    },

    /** Chooses an entry of the last ⋯ menu of a place. */
    async choose(place: 'channel' | 'thread', label: string): Promise<void> {
      await within(place).locator('select.bk-overflow').last().selectOption({ label });
    },

    /** Says yes in the dialog that asks, if one does, and keeps what it asked. */
    async confirm(): Promise<void> {
      if ((await confirm.count()) === 0) return;
      asked.push(await confirm.innerText());
      await confirm.locator('.modal-btn.primary').click();
    },

    /** The last link of a place with exactly this text. */
    link(place: 'channel' | 'thread', text: string): Locator {
      return within(place).getByRole('link', { name: text, exact: true }).last();
    },

    /** Clicks a button or link that opens a page, and returns the page. */
    async follow(clickable: Locator): Promise<Page> {
      const [opened] = await Promise.all([page.waitForEvent('popup'), clickable.click()]);
      await opened.waitForLoadState();
      return opened;
    },

    /** Keeps a picture of what is on the screen, of this page or another. */
    async picture(name: string, of: Page = page): Promise<void> {
      await of.screenshot({ path: join(folder, `${name}.png`) });
    },
  };
}
