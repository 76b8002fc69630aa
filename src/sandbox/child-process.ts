import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A process of the sandbox: one that runs until it is stopped. */
export type Child = {
  process: ChildProcess;
  /** Settles when the process is gone, with a few words on how it ended. Never rejects. */
  ended: Promise<string>;
  /** Asks it to end (SIGTERM), and ends it (SIGKILL) if it has not after `graceMs`. */
  stop(graceMs?: number): Promise<void>;
};

/**
 * Starts a process with exactly the environment given: nothing is inherited. It gets a process group of its own,
 * so that Ctrl-C in the terminal reaches the sandbox alone, which then stops things in order. It does not outlive us.
 */
export function startChild(
  command: string,
  args: string[],
  options: { cwd: string; env: Record<string, string>; stdio: 'inherit' | 'pipe' },
): Child {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env,
    stdio: ['ignore', options.stdio, options.stdio],
    detached: true,
  });
  if (child.pid !== undefined) killWithParent(child, child.pid);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`could not be started: ${error.message}`));
    child.once('exit', (code, signal) =>
      resolve(signal ? `was ended by ${signal}` : `ended with code ${code}`),
    );
  });
  return {
    process: child,
    ended,
    async stop(graceMs = 10_000) {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      const killer = setTimeout(() => child.kill('SIGKILL'), graceMs);
      child.kill('SIGTERM');
      await gone;
      clearTimeout(killer);
    },
  };
}

/**
 * Kills the child's process group once this process is gone, even by kill -9: a shell waits for that on a pipe that only
 * this process holds open. (Without /bin/sh nothing waits.)
 */
export function killWithParent(child: ChildProcess, group: number): void {
  const waiting = spawn('/bin/sh', ['-c', `read -r _; kill -s KILL -- -${group}`], {
    env: {},
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  waiting.on('error', () => {});
  // Its pid may soon be reused.
  child.once('exit', () => waiting.kill('SIGKILL'));
}

/** The little of our own environment that a process needs to run at all; nothing that names a Slack or an OVHcloud. */
export function minimalEnv(): Record<string, string> {
  const wanted = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && /^(PATH|HOME|TZ|NODE_.*|SystemRoot|TEMP|TMP)$/i.test(entry[0]),
  );
  return Object.fromEntries(wanted);
}
