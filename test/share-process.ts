import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, mock } from 'node:test';
import { isFullSize } from './size.ts';
import { endGroups } from './spawn.ts';

// One of the processes that share the test files of a run (run.ts): it takes the next one until none is left. A file that
// cannot be loaded, or does not end, fails by itself.
const FILE_MS = isFullSize ? 1_800_000 : 240_000;
const { TEST_FILES = '[]', TEST_FILES_TAKEN = '' } = process.env;

for (const file of JSON.parse(TEST_FILES) as string[]) {
  if (!take(file)) continue;
  // The hooks of a file are for this file alone: it becomes a suite.
  await describe(file, { timeout: FILE_MS }, () => import(resolve(file)));
  mock.reset();
  endGroups();
}

// What a test has left open must not keep the run from ending, nor go unnoticed.
setTimeout(() => {
  process.stderr.write(`Tests have left open: ${process.getActiveResourcesInfo().join(', ')}\n`);
  process.exit(1);
}, 5_000).unref();

function take(file: string): boolean {
  try {
    writeFileSync(join(TEST_FILES_TAKEN, encodeURIComponent(file)), '', { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}
