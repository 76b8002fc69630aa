import { spawnSync } from 'node:child_process';
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
  process.once('SIGINT', () => process.exit(130));
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

async function tryAll(copy: string): Promise<number> {
  // Tests that fail by themselves would catch anything.
  for (const suite of SUITES) {
    const failure = await failureIn(suite, copy);
    if (failure === null) continue;
    console.error(`Without a mutant, ${suite.name} fails already: ${failure}`);
    return 2;
  }
  const survived: string[] = [];
  const stale: string[] = [];
  for (const mutant of chosen) {
    try {
      const caught = await whoCatches(mutant, copy);
      console.log(caught ? `caught    ${mutant.name}  (${caught})` : `SURVIVED  ${mutant.name}`);
      if (!caught) survived.push(mutant.name);
    } catch (error) {
      if (!(error instanceof StaleMutantError)) throw error;
      console.log(`STALE     ${mutant.name}: ${error.message}`);
      stale.push(mutant.name);
    }
  }
  const caught = chosen.length - survived.length - stale.length;
  console.log(`\n${caught} caught, ${survived.length} survived, ${stale.length} stale`);
  return survived.length + stale.length > 0 ? 1 : 0;
}

async function whoCatches(mutant: Mutant, copy: string): Promise<string | null> {
  const file = join(copy, mutant.file);
  const { original, mutated } = await mutate(copy, mutant);
  await writeFile(file, mutated);
  try {
    checkLoads(file);
    for (const suite of SUITES) {
      const failure = await failureIn(suite, copy);
      if (failure !== null) return `${suite.name}: ${failure}`;
    }
    return null;
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
