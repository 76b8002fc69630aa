import asyncHooks, { type AsyncHook } from 'node:async_hooks';
import { syncBuiltinESMExports } from 'node:module';

// Loaded with --import, before node:test is. node:test tracks each promise to the test that it belongs to, which takes up to
// half the CPU of a test. It needs that where a file declares its tests, and to name the test of an uncaught error.
const { createHook } = asyncHooks;
let ofTestRunner: AsyncHook | undefined;

asyncHooks.createHook = (callbacks) => {
  const hook = createHook(callbacks);
  if (new Error().stack?.includes('node:internal/test_runner')) ofTestRunner = hook;
  return hook;
};
syncBuiltinESMExports();

/** Lets node:test track promises again, or no longer. Without effect where it has another way to do that. */
export function trackPromises(isTracking: boolean): void {
  if (isTracking) ofTestRunner?.enable();
  else ofTestRunner?.disable();
}
