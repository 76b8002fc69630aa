import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mutant } from './mutants.ts';

/** A mutant whose place in the code is gone, or is no single place any more: its entry in mutants.ts has to follow. */
export class StaleMutantError extends Error {
  override readonly name = 'StaleMutantError';
}

/** Reads the mutant's file under `root` and returns it as it is, and mutated. Throws StaleMutantError. */
export async function mutate(root: string, mutant: Mutant): Promise<{ original: string; mutated: string }> {
  const { file, find, replace, after } = mutant;
  const original = await readFile(join(root, file), 'utf8').catch(() => null);
  if (original === null) throw new StaleMutantError(`there is no ${file}`);
  const from = after === undefined ? 0 : original.indexOf(after);
  if (from < 0) throw new StaleMutantError(`${file} has no ${JSON.stringify(after)}`);
  const at = original.indexOf(find, from);
  if (at < 0) throw new StaleMutantError(`${file} has no ${JSON.stringify(find)}`);
  if (after === undefined && original.indexOf(find, at + 1) >= 0)
    throw new StaleMutantError(`${file} has ${JSON.stringify(find)} more than once`);
  return { original, mutated: original.slice(0, at) + replace + original.slice(at + find.length) };
}
