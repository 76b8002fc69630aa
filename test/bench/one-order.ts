import { setTimeout as pause } from 'node:timers/promises';
import type { FakeMessage } from '../fakes/slack/server.ts';
import { type TimedCall, timed } from './chain.ts';
import { CHANNEL, type Rig } from './rig.ts';

/** People read what they see before they click; by then all of it is there. */
const READS_FOR_MS = 500;

/** One thing that a person waits for: how long, and which calls were made for it. */
export type Waited = { ms: number; calls: TimedCall[] };

/** The person with this number orders a project, and another one approves it. */
export async function orderOnce(
  { slack, ovh }: Rig,
  number: number,
): Promise<{ quote: Waited; checkout: Waited }> {
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
  await pause(READS_FOR_MS);
  const checkout = await waitFor(() => approver.click(quote.shown, 'Approve'), /orderPassword|pay/i);
  await pause(READS_FOR_MS);
  return { quote, checkout };
}
