import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, mock } from 'node:test';
import { inspect } from 'node:util';
import { trackPromises } from './promise-tracking.ts';
import { isFullSize } from './size.ts';
import { endGroups } from './spawn.ts';

// One of the processes that share the test files of a run (run.ts): it takes the next one until none is left. A file that
// cannot be loaded, or does not end, fails by itself.
const FILE_MS = (isFullSize ? 60 : 15) * 60_000;
const { TEST_FILES = '[]', TEST_FILES_TAKEN = '' } = process.env;
let running = '';
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  // While promises are not tracked, node:test fails this process for it, and names neither file nor line.
  process.on(event, (error) => process.stderr.write(`Not caught in ${running}: ${inspect(error)}\n`));
}

for (const file of JSON.parse(TEST_FILES) as string[]) {
  const mark = join(TEST_FILES_TAKEN, encodeURIComponent(file));
  if (!create(mark)) continue;
  running = file;
  trackPromises(true);
  // The hooks of a file are for this file alone: it becomes a suite.
  await describe(file, { timeout: FILE_MS }, async () => {
    await import(resolve(file));
    trackPromises(false);
  });
  mock.reset();
  endGroups();
  writeFileSync(mark, 'finished');
}

// Time that runs out later is no reason to wait. Sockets and servers that a test has left open are a failure.
setTimeout(() => {
  const open = process.getActiveResourcesInfo().filter((kind) => !/^(Timeout|PipeWrap|TTYWrap)$/.test(kind));
  if (open.length > 0) {
    process.stderr.write(`Tests have left open: ${open.join(', ')}\n`);
    process.exitCode = 1;
  }
  process.exit();
}, 2_000).unref();

/** Whether this process, and no other, has created the file. */
function create(path: string): boolean {
  try {
    writeFileSync(path, '', { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}
