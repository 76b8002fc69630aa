import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, test } from 'node:test';

const CHILD_PROCESS = new URL('../../src/sandbox/child-process.ts', import.meta.url).href;

/** Starts a child that never ends by itself, and says its number. */
const STARTS_A_CHILD = `
  import { startChild } from '${CHILD_PROCESS}';
  const child = startChild(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { cwd: '.', env: {}, stdio: 'inherit' });
  console.log(child.process.pid);
`;

test('what the sandbox has started ends with it, even if it is killed with -9', {
  timeout: 20_000,
}, async () => {
  const parent = spawn(process.execPath, ['--input-type=module', '-e', STARTS_A_CHILD], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(parent.stdout.setEncoding('utf8'), 'data');
  const childId = Number(said);
  assert.ok(childId > 0, said);
  let isLeft = true;
  after(() => isLeft && process.kill(childId, 'SIGKILL'));

  const ended = once(parent, 'exit');
  parent.kill('SIGKILL');
  // The child holds the other end as well: the output ends when both are gone.
  await once(parent.stdout.resume(), 'close');
  isLeft = false;
  const [, signal] = await ended;
  assert.equal(signal, 'SIGKILL');
});
