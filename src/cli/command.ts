import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** A command: its arguments, the environment, where it prints; returns the exit code. */
export type Command = (
  args: string[],
  env: Record<string, string | undefined>,
  out: Writable,
) => Promise<number>;

/** Wrong usage; the message explains the right one. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Streams whose reader has gone (EPIPE). */
const closedOutputs = new WeakSet<Writable>();

/** Whether the reader has closed the pipe, as `head` does. Anything printed after that is discarded. */
export function isClosed(out: Writable): boolean {
  return closedOutputs.has(out);
}

/** Prints, and waits for a slower reader: the output may be large. */
export async function print(out: Writable, text: string): Promise<void> {
  if (isClosed(out) || out.write(text)) return;
  const waiting = new AbortController();
  const { signal } = waiting;
  // watchOutput decides what an error means.
  const waits = [once(out, 'drain', { signal }), once(out, 'close', { signal })];
  await Promise.race(waits.map((wait) => wait.catch(() => undefined)));
  waiting.abort();
}

/**
 * Ends the command with 1 and a line on stderr if its output cannot be written. A reader that stops early is not an
 * error: the command continues to its own exit code.
 */
export function watchOutput(out: Writable): void {
  out.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') {
      closedOutputs.add(out);
      return;
    }
    process.stderr.write(
      `The output could not be written (${error.message}) and is incomplete. Free some space or write it elsewhere, then run the command again.\n`,
    );
    process.exit(1);
  });
}
