import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { MUTANTS } from './mutants.ts';
import { mutate, StaleMutantError } from './mutate.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('the mutants of the money path', () => {
  for (const mutant of MUTANTS) {
    it(`“${mutant.name}” still applies to the code`, async () => {
      const { original, mutated } = await mutate(ROOT, mutant);
      assert.notEqual(original, mutated);
    });
  }

  it('have unique names', () => {
    assert.equal(new Set(MUTANTS.map(({ name }) => name)).size, MUTANTS.length);
  });

  it('are stale if their code is missing or appears twice', async () => {
    const mutant = { name: 'x', file: 'src/ovh/request.ts', find: 'export function callLabel', replace: '' };
    await mutate(ROOT, mutant);
    for (const stale of [
      { find: 'no such code' },
      { find: 'e' },
      { after: 'no such code' },
      { file: 'no.ts' },
    ])
      await assert.rejects(mutate(ROOT, { ...mutant, ...stale }), StaleMutantError);
  });
});
