import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { MUTANTS, type Mutant } from './mutants.ts';
import { mutate, StaleMutantError } from './mutate.ts';
import { failureIn, SUITES } from './suites.ts';

const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, list: { type: 'boolean' } },
});
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TREE = ['src', 'test', 'docs', '.slack', 'package.json', 'tsconfig.json', 'manifest.yml', 'README.md'];

const chosen = MUTANTS.filter(({ name }) => !values.only || values.only.some((part) => name.includes(part)));
if (chosen.length === 0) throw new Error(`There is no mutant named ${values.only?.join(', ')}: see --list`);
if (values.list) {
  console.log(chosen.map(({ name }) => name).join('\n'));
} else {
  const copy = await mkdtemp(join(tmpdir(), 'order-cloud-mutants-'));
  process.once('SIGINT', () => {
    rmSync(copy, { recursive: true, force: true });
    process.exit(130);
  });
  try {
    await copyTree(copy);
    process.exitCode = await tryAll(copy);
  } finally {
    await rm(copy, { recursive: true });
  }
}

async function copyTree(copy: string): Promise<void> {
  for (const name of TREE) await cp(join(ROOT, name), join(copy, name), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
}

/** Shows all to the quickest suite, what it does not notice to the next, and so on. Returns the exit code. */
async function tryAll(copy: string): Promise<number> {
  const { ready, stale } = await withoutStale(copy);
  let left = ready;
  for (const suite of SUITES) {
    if (left.length === 0) break;
    // Tests that fail by themselves would catch anything.
    const broken = await failureIn(suite, copy);
    if (broken !== null) {
      console.error(`Without a mutant, ${suite.name} fails already: ${broken}`);
      return 2;
    }
    const unnoticed: Mutant[] = [];
    for (const mutant of left) {
      const failure = await mutated(mutant, copy, () => failureIn(suite, copy));
      if (failure === null) unnoticed.push(mutant);
      else console.log(`caught    ${mutant.name}  (${suite.name}: ${failure})`);
    }
    left = unnoticed;
  }
  for (const { name } of left) console.log(`SURVIVED  ${name}`);
  const caught = ready.length - left.length;
  console.log(`\n${caught} caught, ${left.length} survived, ${stale} stale`);
  return left.length + stale > 0 ? 1 : 0;
}

async function withoutStale(copy: string): Promise<{ ready: Mutant[]; stale: number }> {
  const ready: Mutant[] = [];
  for (const mutant of chosen) {
    try {
      await mutated(mutant, copy, async () => checkLoads(join(copy, mutant.file)));
      ready.push(mutant);
    } catch (error) {
      if (!(error instanceof StaleMutantError)) throw error;
      console.log(`STALE     ${mutant.name}: ${error.message}`);
    }
  }
  return { ready, stale: chosen.length - ready.length };
}

/** Does something while the tree at `copy` is mutated. */
async function mutated<T>(mutant: Mutant, copy: string, task: () => Promise<T>): Promise<T> {
  const file = join(copy, mutant.file);
  const { original, mutated } = await mutate(copy, mutant);
  await writeFile(file, mutated);
  try {
    return await task();
  } finally {
    await writeFile(file, original);
  }
}

/** What cannot be loaded would be caught by any test. */
function checkLoads(file: string): void {
  const script = `await import(${JSON.stringify(pathToFileURL(file).href)})`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script]);
  if (status !== 0) throw new StaleMutantError(`it cannot be loaded: ${String(stderr).trim().slice(-500)}`);
}
