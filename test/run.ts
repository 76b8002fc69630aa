import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { globalSetup, globalTeardown } from './run-setup.ts';
import { isFullSize } from './size.ts';

// Runs the test files that the words name, all of them without any. To load the app for each file costs more than most
// tests: a few processes share the files (share-process.ts). Only *.process.test.ts get a process of their own.
const MINUTE = 60_000;
const TEST_MS = (isFullSize ? 15 : 3) * MINUTE;
/** Only what not even its own process can end, such as an endless loop, is ended by this. */
const RUN_MS = (isFullSize ? 120 : 30) * MINUTE;

const words = process.argv.slice(2);
const files = globSync(words.length > 0 ? words : 'test/**/*.test.ts').sort();
if (files.length === 0) throw new Error(`There are no tests ${words.join(' ')}`);
const alone = files.filter((file) => file.endsWith('.process.test.ts'));
const shared = files.filter((file) => !alone.includes(file));
// Tests wait now and then: two processes more than there are cores.
const processes = availableParallelism() + 2;

await globalSetup();
const taken = mkdtempSync(join(tmpdir(), 'order-cloud-files-'));
process.env.TEST_FILES = JSON.stringify(shared);
process.env.TEST_FILES_TAKEN = taken;
const tooLong = AbortSignal.timeout(RUN_MS);
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());

const results = run({
  files: [...alone, ...new Array<string>(Math.min(processes, shared.length)).fill('test/share-process.ts')],
  concurrency: processes,
  // Where few files are run, each error is to be told with its test.
  execArgv: words.length > 0 ? [] : ['--import', './test/promise-tracking.ts'],
  timeout: TEST_MS,
  signal: AbortSignal.any([tooLong, interrupted.signal]),
});
results.on('test:fail', () => {
  process.exitCode = 1;
});
results.compose(spec).pipe(process.stdout);
results.once('end', async () => {
  if (tooLong.aborted)
    process.stderr.write(`Ended after ${RUN_MS / MINUTE} minutes within ${unfinished()}\n`);
  rmSync(taken, { recursive: true });
  await globalTeardown();
});

function unfinished(): string {
  const begun = readdirSync(taken).filter((name) => readFileSync(join(taken, name), 'utf8') === '');
  return begun.map(decodeURIComponent).join(', ');
}
