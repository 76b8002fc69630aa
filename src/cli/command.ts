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

/** The outputs that nobody reads any more: standard output does not say so of itself. */
const closedOutputs = new WeakSet<Writable>();

/** Whether whoever reads has seen enough, as `head` has. What is printed then goes nowhere. */
export function isClosed(out: Writable): boolean {
  return closedOutputs.has(out);
}

/** Prints, and waits where whoever reads is slower: what is printed may be large. */
export async function print(out: Writable, text: string): Promise<void> {
  if (isClosed(out) || out.write(text)) return;
  const waiting = new AbortController();
  const { signal } = waiting;
  // What an error means is decided where all of the output is watched.
  const waits = [once(out, 'drain', { signal }), once(out, 'close', { signal })];
  await Promise.race(waits.map((wait) => wait.catch(() => undefined)));
  waiting.abort();
}

/**
 * Ends the command with 1 and one line where its output cannot be written. That nobody reads it to its end is no error:
 * the command goes on to its own exit code.
 */
export function watchOutput(out: Writable): void {
  out.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') {
      closedOutputs.add(out);
      return;
    }
    process.stderr.write(
      `The output could not be written (${error.message}), so it is not complete: make room or write it elsewhere, then run the command again.\n`,
    );
    process.exit(1);
  });
}
