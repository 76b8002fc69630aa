import { setTimeout as soon } from 'node:timers/promises';
import type { AppUnderTest } from '../journeys/app-under-test.ts';

/** Whether the app still runs, and has not reported that it is about to end. */
export async function isAlive(app: AppUnderTest): Promise<boolean> {
  const isRunning = await Promise.race([app.ended.then(() => false), soon(50, true)]);
  return isRunning && !app.log().includes('"level":60');
}
