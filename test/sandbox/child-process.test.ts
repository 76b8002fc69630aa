import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, test } from 'node:test';
import { spawnGroup } from '../spawn.ts';

const CHILD_PROCESS = new URL('../../src/sandbox/child-process.ts', import.meta.url).href;

/** Starts a child that never exits on its own, and returns its pid. */
const STARTS_A_CHILD = `
  import { startChild } from '${CHILD_PROCESS}';
  const child = startChild(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { cwd: '.', env: {}, stdio: 'inherit' });
  console.log(child.process.pid);
`;

test('child processes of the sandbox end with it, even on kill -9', {
  timeout: 20_000,
}, async () => {
  const parent = spawnGroup(process.execPath, ['--input-type=module', '-e', STARTS_A_CHILD], {
    env: process.env,
  });
  parent.stderr.pipe(process.stderr);
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
