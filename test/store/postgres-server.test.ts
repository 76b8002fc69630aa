import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { onlyAtFullSize } from '../size.ts';

const SERVER = new URL('./postgres-server.ts', import.meta.url).href;

describe('a PostgreSQL for tests', () => {
  it('does not change the exit code of its process: a failed run does not exit with 0', {
    skip: onlyAtFullSize,
  }, async () => {
    const script = `
      import { startPostgres } from ${JSON.stringify(SERVER)};
      const server = await startPostgres();
      await server.stop();
      process.exitCode = 3;
    `;
    const { TEST_DATABASE_URL: _given, TEST_POSTGRES_OF_RUN: _ofRun, ...env } = process.env;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      env,
      stdio: 'inherit',
    });
    assert.deepEqual(await once(child, 'exit'), [3, null]);
  });
});
