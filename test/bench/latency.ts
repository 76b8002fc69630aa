import { longestChain } from './chain.ts';
import type { Figure } from './figure.ts';
import { orderOnce, type Waited } from './one-order.ts';
import { setRig } from './rig.ts';
import { scriptFor } from './script.ts';

/** How often the app is started anew for its first order. */
const STARTS = 3;
const SHOWN = 'Slack chat.postMessage in a thread';

/**
 * How long a person waits from submitting the form to the quote with its buttons, and from the approval to the checkout
 * URL, against the calls that have to come one after another.
 */
export async function benchLatency(runs: number, say: (line: string) => void): Promise<Figure[]> {
  const rig = await setRig({ people: runs + 2 });
  try {
    const script = scriptFor(rig);
    await orderOnce(rig, 1);
    const byScript: number[] = [];
    const quotes: Waited[] = [];
    const checkouts: Waited[] = [];
    for (let run = 0; run <= runs; run += 1) {
      const { quote, checkout } = await orderOnce(rig, run + 2);
      const { ms } = await script(`script-${run}`);
      // The second order of a process still meets code that has not run before.
      if (run === 0) continue;
      quotes.push(quote);
      checkouts.push(checkout);
      byScript.push(ms);
    }
    say(`submit → quote: ${longestChain(quotes.at(-1)?.calls ?? [], SHOWN).names.join(' → ')}`);
    say(`approve → URL: ${longestChain(checkouts.at(-1)?.calls ?? [], SHOWN).names.join(' → ')}`);
    return [
      { ...overChain('submit → quote visible', quotes), mark: 1.1 },
      {
        ...{ name: 'submit → quote visible', unit: 'ms', againstWhat: 'the guide’s calls one after another' },
        ...{ ours: quotes.map(({ ms }) => ms), against: byScript },
      },
      { ...overChain('approve → payment link visible', checkouts), mark: 1.1 },
      overChain('first order of a process: submit → quote', await firstQuotes()),
    ];
  } finally {
    await rig.close();
  }
}

/** What those wait who are the first to order after the app has started. */
async function firstQuotes(): Promise<Waited[]> {
  const quotes: Waited[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const rig = await setRig();
    quotes.push((await orderOnce(rig, 1)).quote);
    await rig.close();
  }
  return quotes;
}

function overChain(name: string, waited: Waited[]): Figure {
  return {
    name,
    unit: 'ms',
    ours: waited.map(({ ms }) => ms),
    against: waited.map(({ calls }) => longestChain(calls, SHOWN).ms),
    againstWhat: 'longest chain of its calls',
  };
}
