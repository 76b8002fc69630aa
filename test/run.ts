import { globSync, mkdtempSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { globalSetup, globalTeardown } from './run-setup.ts';
import { isFullSize } from './size.ts';

// Runs the test files that the words name, all of them without any. To load the app for each file costs more than most
// tests: a few processes share the files (share-process.ts). Only *.process.test.ts get a process of their own.
const TEST_MS = isFullSize ? 900_000 : 180_000;
const RUN_MS = isFullSize ? 3_600_000 : 900_000;

const words = process.argv.slice(2);
const files = globSync(words.length > 0 ? words : 'test/**/*.test.ts').sort();
const alone = files.filter((file) => file.endsWith('.process.test.ts'));
const shared = files.filter((file) => !alone.includes(file));
// Tests wait now and then: one process more than there are cores.
const processes = availableParallelism() + 1;

await globalSetup();
process.env.TEST_FILES = JSON.stringify(shared);
process.env.TEST_FILES_TAKEN = mkdtempSync(join(tmpdir(), 'order-cloud-files-'));
const results = run({
  files: [...alone, ...new Array<string>(Math.min(processes, shared.length)).fill('test/share-process.ts')],
  concurrency: processes,
  timeout: TEST_MS,
  signal: AbortSignal.timeout(RUN_MS),
});

const running = new Set<string>();
results.on('test:start', ({ name, nesting }) => nesting === 0 && running.add(name));
results.on('test:pass', ({ name, nesting }) => nesting === 0 && running.delete(name));
results.on('test:fail', ({ name, nesting }) => {
  process.exitCode = 1;
  if (nesting === 0) running.delete(name);
});
results.compose(spec).pipe(process.stdout);
results.once('end', globalTeardown);
