import { setImmediate } from 'node:timers/promises';

/** So many turns of the event loop does one wait for others to come first. */
const MOST_TURNS = 10;

let last = Promise.resolve();
let came = 0;

/**
 * For what follows an answer to Slack: waits until it may begin, one after the other, each when nobody new has come for
 * a turn of the event loop, or soon after. Where many people ask at the same moment, all of them are answered before
 * most of the work for the first ones is done.
 */
export function yieldToNewRequests(): Promise<void> {
  came += 1;
  last = last.then(quietTurn);
  return last;
}

async function quietTurn(): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const before = came;
    await setImmediate();
    if (came === before) return;
  }
}
