import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { findLocalSlack } from '../../src/sandbox/local-slack.ts';
import { spawnGroup } from '../spawn.ts';
import { findChromium } from './browser.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Why the sandbox cannot be tried in a browser on this machine; false if it can. */
export function whyNoBrowserTest(): string | false {
  if (!findChromium()) return 'no Chromium here: install one, or say where it is in CHROMIUM_PATH';
  try {
    findLocalSlack();
    return false;
  } catch (error) {
    return (error as Error).message;
  }
}

/** A running sandbox, started the way `npm run sandbox` starts it. */
export type SandboxProcess = {
  /** The page that a person opens. */
  url: string;
  process: ChildProcess;
  /** All it has written so far, to stdout and stderr. */
  output(): string;
  /** Ctrl-C; settles with the exit code. */
  interrupt(): Promise<number | null>;
};

/**
 * Starts the sandbox as it is when nothing but `settings` is set, and waits until it says that it is ready. Throws with its
 * output if it ends before.
 */
export async function startSandbox(settings: Record<string, string> = {}): Promise<SandboxProcess> {
  const child = spawnGroup(process.execPath, ['--import', './src/preload.mjs', 'src/sandbox/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, SANDBOX_PORT: '0', SANDBOX_REGION: '', LOG_LEVEL: '', ...settings },
  });
  let output = '';
  const ready = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const url = /ready: (http\S+)/.exec(output)?.[1];
        if (url) resolve(url);
      });
    }
  });
  const ended = once(child, 'close').then(() => null);
  const url = await Promise.race([ready, ended]);
  if (!url) throw new Error(`The sandbox ended before it was ready:\n${output}`);
  return {
    url,
    process: child,
    output: () => output,
    async interrupt() {
      child.kill('SIGINT');
      await ended;
      return child.exitCode;
    },
  };
}
