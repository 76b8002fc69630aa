import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { after } from 'node:test';
import { killWithParent } from '../src/sandbox/child-process.ts';

/** The process groups that run, by the number of the process that each began with. */
const groups = new Set<number>();

/**
 * Spawns a process of which nothing is left behind: its whole process group ends when the tests of this file have ended,
 * well or not, and when this process ends, even if it is killed.
 */
export function spawnGroup(
  command: string,
  words: string[],
  options: { cwd?: string; env: Record<string, string | undefined> },
): ChildProcessWithoutNullStreams {
  const child = spawn(command, words, { ...options, detached: true, stdio: 'pipe' });
  const group = child.pid;
  if (group !== undefined) {
    groups.add(group);
    killWithParent(child, group);
    // Only then does none of the group hold its output.
    child.once('close', () => groups.delete(group));
  }
  return child;
}

export function endGroups(): void {
  for (const group of groups) {
    try {
      process.kill(-group, 'SIGKILL');
    } catch {
      // It has ended, and its output was not read to its end.
    }
  }
}

// Programs that are no tests use this as well, and have no test runner.
if (process.env.NODE_TEST_CONTEXT) after(endGroups);
