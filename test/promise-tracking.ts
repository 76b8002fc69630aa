import asyncHooks, { type AsyncHook } from 'node:async_hooks';
import { syncBuiltinESMExports } from 'node:module';

// Loaded with --import, before node:test is. node:test follows each promise to the test that it belongs to, which takes
// nearly half the CPU of a run. It needs that where a file declares its tests, and to name the test that an uncaught error
// came from.
const { createHook } = asyncHooks;
let ofTestRunner: AsyncHook | undefined;

asyncHooks.createHook = (callbacks) => {
  const hook = createHook(callbacks);
  if (new Error().stack?.includes('node:internal/test_runner')) ofTestRunner = hook;
  return hook;
};
syncBuiltinESMExports();

/** Lets node:test follow promises again, or no longer. Without effect where it has another way to do that. */
export function trackPromises(isTracking: boolean): void {
  if (isTracking) ofTestRunner?.enable();
  else ofTestRunner?.disable();
}
