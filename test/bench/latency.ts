import type { FakeMessage } from '../fakes/slack/server.ts';
import { longestChain, type TimedCall, timed } from './chain.ts';
import type { Figure } from './figure.ts';
import { CHANNEL, type Rig, setRig } from './rig.ts';
import { scriptFor } from './script.ts';

const SHOWN = 'Slack chat.postMessage in a thread';

/** One thing that a person waits for: how long, and which calls were made for it. */
type Waited = { ms: number; calls: TimedCall[] };

/**
 * How long a person waits from submitting the form to the quote with its buttons, and from the approval to the checkout
 * URL, against the calls that have to come one after another.
 */
export async function benchLatency(runs: number, say: (line: string) => void): Promise<Figure[]> {
  const rig = await setRig({ people: runs + 2 });
  try {
    const script = scriptFor(rig);
    const first = await orderOnce(rig, 1);
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
      { ...overChain('approve → checkout URL visible', checkouts), mark: 1.1 },
      overChain('first order of a process: submit → quote', [first.quote]),
    ];
  } finally {
    await rig.close();
  }
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

/** Somebody orders a project, and somebody else approves it. */
async function orderOnce({ slack, ovh }: Rig, number: number): Promise<{ quote: Waited; checkout: Waited }> {
  const [requester, approver] = [slack.as(`U0REQ${number}`), slack.as(`U0ADA${number}`)];
  const name = `bench-${number}`;
  await requester.command(name, CHANNEL);
  const modal = await requester.modal();
  modal.fill({ Voucher: 'CREDIT5' });

  /** From now until the app has posted something new in the order's thread. */
  async function waitFor(
    act: () => Promise<unknown>,
    what: RegExp,
  ): Promise<Waited & { shown: FakeMessage }> {
    const before = { ovh: ovh.calls.length, slack: slack.calls.length };
    const from = performance.now();
    const acted = act();
    const isShown = (text: unknown) => what.test(String(text)) && String(text).includes(name);
    const call = await slack.until(
      () =>
        slack.calls
          .slice(before.slack)
          .find((one) => one.to !== null && one.args.thread_ts !== undefined && isShown(one.args.text)),
      `${name}: ${what}`,
    );
    const until = call.to ?? 0;
    const made = { ovh: ovh.calls.slice(before.ovh), slack: slack.calls.slice(before.slack) };
    const inTime = (one: { to: number | null }) => one.to !== null && one.to <= until;
    const calls = timed(made.ovh.filter(inTime), made.slack.filter(inTime));
    await acted;
    const { ts } = Object(call.answer) as { ts?: string };
    const shown = slack
      .messages(CHANNEL)
      .flatMap((root) => slack.thread(root))
      .find((one) => one.ts === ts);
    if (!shown) throw new Error(`${name} is not to be seen`);
    return { ms: until - from, calls, shown };
  }

  const quote = await waitFor(() => modal.submit(), /decide/);
  await settled(slack);
  const checkout = await waitFor(() => approver.click(quote.shown, 'Approve'), /orderPassword|pay/i);
  await settled(slack);
  return { quote, checkout };
}

/** Waits until all that was asked of Slack is answered. */
async function settled(slack: Rig['slack']): Promise<void> {
  await slack.until(() => slack.calls.every(({ to }) => to !== null), 'Slack to have answered everything');
}
