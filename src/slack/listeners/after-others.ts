import { setImmediate } from 'node:timers/promises';

let last = Promise.resolve();

/**
 * For what follows an answer to Slack: waits until it may begin, one in each turn of the event loop. Where many people
 * ask at the same moment, all of them are answered before most of the work for the first ones is done.
 */
export function afterOthers(): Promise<void> {
  last = last.then(() => setImmediate());
  return last;
}
