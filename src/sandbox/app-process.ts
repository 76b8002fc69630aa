import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Child, minimalEnv, startChild } from './child-process.ts';

const PRELOAD = new URL('../preload.mjs', import.meta.url).href;
const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

/** order-cloud itself, as a process of its own. */
export type AppProcess = Pick<Child, 'ended' | 'stop'> & {
  /** Settles once the app says that it is ready (GET /readyz); never, if it does not get there. */
  ready: Promise<void>;
};

/**
 * Starts the real app, src/main.ts, with `settings` as its whole configuration. It reads no .env of the person's,
 * because `folder` is where it looks for one, and it inherits nothing that names a Slack or an OVHcloud.
 * What it writes (its log, its complaints) goes to our own output.
 */
export async function startAppProcess(options: {
  folder: string;
  settings: Record<string, string>;
}): Promise<AppProcess> {
  const port = await freePort();
  const child = startChild(process.execPath, ['--import', PRELOAD, MAIN], {
    cwd: options.folder,
    env: { ...minimalEnv(), ...options.settings, HOST: '127.0.0.1', PORT: String(port) },
    stdio: 'inherit',
  });
  return {
    ended: child.ended,
    stop: child.stop,
    ready: answers(`http://127.0.0.1:${port}/readyz`, child.ended),
  };
}

/** Asks until the answer is 200; asks no more once `ended` has settled. */
async function answers(url: string, ended: Promise<unknown>): Promise<void> {
  let gone = false;
  ended.then(() => {
    gone = true;
  });
  while (!gone) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await wait(100);
  }
  await new Promise(() => {});
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
