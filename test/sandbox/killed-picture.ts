import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startLocalSlack } from '../../src/sandbox/local-slack.ts';
import { type LocalOvhcloud, startLocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';
import { PEOPLE } from '../../src/sandbox/workspace.ts';
import { startAppProcess } from '../journeys/app-under-test.ts';
import { findChromium, openSlack } from './browser.ts';
import { DOCS, keepFrames, shoot, sizeForPictures } from './picture-frames.ts';

/** killed.png: a thread whose app is killed while the order is placed, and the same one after its next start. */
export async function takeKilledPicture(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'order-cloud-pictures-'));
  const toClose: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    const cloud = await startLocalOvhcloud({ pagesOverHttp: true });
    toClose.push(() => cloud.close());
    const local = await startLocalSlack();
    toClose.push(() => local.close());
    const certificate = join(folder, 'ovhcloud.pem');
    await writeFile(certificate, cloud.certificate);
    const settings = {
      SLACK_BOT_TOKEN: local.botToken,
      SLACK_APP_TOKEN: local.appToken,
      SLACK_API_URL: local.apiUrl,
      OVH_ENDPOINT: cloud.endpoint,
      OVH_CLIENT_ID: cloud.serviceAccount.clientId,
      OVH_CLIENT_SECRET: cloud.serviceAccount.clientSecret,
      NODE_EXTRA_CA_CERTS: certificate,
      DATABASE_URL: `sqlite:${join(folder, 'orders.db')}`,
      APPROVERS: `${PEOPLE.ada.id},${PEOPLE.alan.id}`,
      HOST: '127.0.0.1',
      PORT: '0',
    };
    const app = await startAppProcess(settings, folder, { quick: false });
    toClose.push(() => app.stop());
    const chromium = findChromium() ?? '';
    const { browser, page, slack } = await openSlack({ chromium, url: local.url, folder: DOCS });
    toClose.push(() => browser.close());
    await sizeForPictures(page);
    await slack.say('/order-cloud moon-base');
    await slack.submit();
    await slack.openThread('moon-base');
    await slack.button('thread', 'Approve').waitFor();
    await slack.actAs('Ada');
    await slack.press('thread', 'Approve');
    await isPlaced(cloud);
    await app.kill();
    const killed = await shoot(page, '.thread-pane');

    const next = await startAppProcess(settings, folder, { quick: false });
    toClose.push(() => next.stop());
    await slack.button('thread', 'Pay').waitFor({ timeout: 90_000 });
    await slack.messages('thread', 'Ordered').first().waitFor();
    if (cloud.orders.size !== 1) throw new Error(`There are ${cloud.orders.size} orders at OVHcloud.`);
    await keepFrames(page, 'killed', [
      { png: killed, caption: 'kill -9 while OVHcloud places the order' },
      { png: await shoot(page, '.thread-pane'), caption: 'Started again: it is found, not placed twice' },
    ]);
  } finally {
    for (const close of toClose.reverse()) await close();
  }
}

/** Waits for the moment at which OVHcloud has the order. */
async function isPlaced({ orders }: LocalOvhcloud): Promise<void> {
  while (orders.size === 0) await pause(1);
}
