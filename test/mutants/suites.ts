import { spawn } from 'node:child_process';
import { glob } from 'node:fs/promises';

/** Tests that are run together, the quick ones first: a mutant that one suite catches is not shown to the next. */
export type Suite = { name: string; files: string[] };

const JOURNEYS = [
  'never-twice',
  'refused-after-effect',
  'what-was-approved',
  'malformed-answers',
  'autopay',
  'clocks',
  'decisions',
  'late-payment',
  'restored',
];

/** All are part of `npm test`. */
export const SUITES: readonly Suite[] = [
  { name: 'orders', files: ['test/orders/*.test.ts'] },
  { name: 'worker', files: ['test/worker/*.test.ts'] },
  { name: 'ovh and store', files: ['test/ovh/*.test.ts', 'test/store/{orders,clock}.test.ts'] },
  { name: 'model', files: ['test/model/*.test.ts'] },
  { name: 'journeys', files: JOURNEYS.map((name) => `test/journeys/${name}.test.ts`) },
];

/** What hangs for so long is noticed, too. */
const LONGEST_MS = 900_000;

/** Runs a suite in the tree at `root`; null if it passes, or else the name of a test that failed. */
export async function failureIn({ files }: Suite, root: string): Promise<string | null> {
  const found: string[] = [];
  for (const pattern of files) for await (const file of glob(pattern, { cwd: root })) found.push(file);
  if (found.length === 0) throw new Error(`There are no tests ${files.join(', ')}`);
  const flags = [
    ...['--test-global-setup=test/run-setup.ts', '--test-concurrency=2', '--test-timeout=180000'],
    '--test-reporter=tap',
  ];
  const child = spawn(process.execPath, ['--import', './src/preload.mjs', '--test', ...flags, ...found], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return null;
  return innermost(output) ?? (code === null ? 'it hangs' : output.trim().slice(-300));
}

/** The first test that failed itself, not because of one within it. */
function innermost(tap: string): string | null {
  const failed = [...tap.matchAll(/^( *)not ok \d+ - (.*)$/gm)];
  return failed[0]?.[2]?.replaceAll(/\\(.)/g, '$1') ?? null;
}
