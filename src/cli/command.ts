import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** A command of the command line: its words, the environment, where it prints; gives the exit code. */
export type Command = (
  args: string[],
  env: Record<string, string | undefined>,
  out: Writable,
) => Promise<number>;

/** The command was used in a wrong way; the message says how it is used. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Prints, and waits where whoever reads is slower: what is printed may be large. */
export async function print(out: Writable, text: string): Promise<void> {
  if (out.destroyed) return;
  if (out.write(text)) return;
  const waiting = new AbortController();
  const { signal } = waiting;
  await Promise.race([once(out, 'drain', { signal }), once(out, 'close', { signal })]);
  waiting.abort();
}

/** Ends quietly when whoever reads has seen enough, as `head` has. */
export function ignoreClosedOutput(out: Writable): void {
  out.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}
