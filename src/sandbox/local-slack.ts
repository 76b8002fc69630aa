import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { minimalEnv, startChild } from './child-process.ts';
import { startSlackProxy } from './slack-proxy.ts';
import { APP, workspaceConfig } from './workspace.ts';

/** A Slack on this machine: local-slack (github.com/parvalabs/local-slack) behind a proxy of ours. */
export type LocalSlack = {
  /** What a person opens in the browser. */
  url: string;
  /** What the app takes as SLACK_API_URL. */
  apiUrl: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  /** Settles if it ends, with a few words on how. */
  ended: Promise<string>;
  close(): Promise<void>;
};

/** local-slack's program is not installed: its npm package is there for some kinds of machines only. */
class LocalSlackMissingError extends Error {
  constructor() {
    super(
      `There is no local Slack for ${process.platform}-${process.arch}. The local OVHcloud works here with a ` +
        'Slack workspace of your own: set SLACK_BOT_TOKEN, SLACK_APP_TOKEN and APPROVERS (docs/setup.md says where they ' +
        'come from), and start the sandbox again.',
    );
    this.name = 'LocalSlackMissingError';
  }
}

/**
 * Starts the sandbox's Slack workspace. `port` is the one a person opens, on 127.0.0.1 (0: a free one).
 * Throws LocalSlackMissingError, or an Error that holds local-slack's own words if it does not start.
 */
export async function startLocalSlack(options: { port?: number } = {}): Promise<LocalSlack> {
  const program = findLocalSlack();
  const folder = await mkdtemp(join(tmpdir(), 'order-cloud-slack-'));
  const config = join(folder, 'workspace.json');
  await writeFile(config, JSON.stringify(workspaceConfig()));

  // Its files go to the same folder, and no .env of the person's is read: Bun takes the one in its cwd.
  const child = startChild(program, ['--config', config, '--port', '0', '--base-host', '127.0.0.1'], {
    cwd: folder,
    env: { ...minimalEnv(), TMPDIR: folder },
    stdio: 'pipe',
  });
  const close = async () => {
    await child.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const proxy = await startSlackProxy({ behind: await addressPrinted(child), port: options.port ?? 0 });
    return {
      url: proxy.url,
      apiUrl: `${proxy.url}/api/`,
      botToken: APP.botToken,
      appToken: APP.appToken,
      signingSecret: APP.signingSecret,
      ended: child.ended,
      async close() {
        await proxy.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Where local-slack's program is. Throws LocalSlackMissingError. */
export function findLocalSlack(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const require = createRequire(import.meta.url);
    const home = dirname(require.resolve(`local-slack-${platform}-${process.arch}/package.json`));
    return join(home, 'bin', platform === 'windows' ? 'local-slack.exe' : 'local-slack');
  } catch {
    throw new LocalSlackMissingError();
  }
}

/** Waits until local-slack says where it listens: with `--port 0` only it knows. */
async function addressPrinted(child: ReturnType<typeof startChild>): Promise<string> {
  const said: string[] = [];
  child.process.stderr?.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const { stdout } = child.process;
  if (!stdout) throw new Error('local-slack has no output');
  const lines = createInterface({ input: stdout });
  const found = (async () => {
    for await (const line of lines) {
      const address = /Web UI:\s+(http\S+)/.exec(line)?.[1];
      if (address) return address;
    }
    return null;
  })();
  const address = await Promise.race([found, once(AbortSignal.timeout(15_000), 'abort').then(() => null)]);
  if (address) {
    stdout.resume();
    return address;
  }
  throw new Error(`local-slack did not start. ${said.join('').trim()}`.trim());
}
