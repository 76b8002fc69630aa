import { setTimeout as pause } from 'node:timers/promises';
import type { OpenModal } from '../fakes/slack/server.ts';
import type { Figure } from './figure.ts';
import { CHANNEL, type Rig, setRig } from './rig.ts';
import { residentMb } from './start.ts';

const ORDERS = 1_000;
const WITHIN_MS = 10_000;
/** Forms are filled in at leisure. */
const FORMS_AT_ONCE = 25;
const CALLS_AT_ONCE = 20;
/** OVHcloud says 429 to so many carts, and to so many looks at the offers. */
const REFUSED = 100;
const LOOK_EVERY_MS = 250;
/** So much memory may a storm take, as a multiple of what the app holds when idle. */
const MEMORY_MARK = 3;

/** What was seen of one storm. */
type Storm = { perSecond: number; idleMb: number; peakMb: number; callsAtOnce: number };

/** A thousand people order within ten seconds, and OVHcloud says now and then that this is too much. */
export async function benchStorm(runs: number, say: (line: string) => void): Promise<Figure[]> {
  const storms: Storm[] = [];
  for (let run = 0; run < runs; run += 1) storms.push(await storm(say));
  return [
    {
      ...{ name: `${ORDERS} orders submitted in 10 s: quoted per second`, unit: 'orders/s' },
      ...{ ours: storms.map(({ perSecond }) => perSecond), against: [ORDERS / (WITHIN_MS / 1000)] },
      againstWhat: 'submitted per second',
    },
    {
      ...{ name: '… memory at its peak (RSS)', unit: 'MB', mark: MEMORY_MARK },
      ...{ ours: storms.map(({ peakMb }) => peakMb), against: storms.map(({ idleMb }) => idleMb) },
      againstWhat: 'the same process idle',
    },
    {
      ...{ name: '… calls to OVHcloud at the same time', unit: 'calls', mark: 1 },
      ...{ ours: storms.map(({ callsAtOnce }) => callsAtOnce), against: [CALLS_AT_ONCE] },
      againstWhat: 'OVH_CALLS_AT_ONCE',
    },
  ];
}

async function storm(say: (line: string) => void): Promise<Storm> {
  const rig = await setRig({
    people: ORDERS,
    settings: { OVH_CALLS_AT_ONCE: String(CALLS_AT_ONCE), OVH_CALLS_PER_MINUTE: '60000' },
  });
  try {
    const idleMb = residentMb(rig.app.pid);
    const forms = await fillForms(rig);
    const tooMany = { status: 429, body: { message: 'Too many requests' } };
    for (const [method, path] of [
      ['POST', '/order/cart'],
      ['GET', '/order/cart/{cartId}/cloud'],
    ] as const) {
      rig.ovh.faults.add({ method, path, kind: 'refuse', ...tooMany, times: REFUSED });
    }
    const from = performance.now();
    let peakMb = idleMb;
    const submitting = Promise.all(
      forms.map(async (form, index) => {
        await pause((index * WITHIN_MS) / ORDERS);
        const outcome = await form.submit();
        if (!('closed' in outcome)) throw new Error(`An order was not taken: ${JSON.stringify(outcome)}`);
      }),
    );
    while ((await waitingForApproval(rig)) < ORDERS) {
      peakMb = Math.max(peakMb, residentMb(rig.app.pid));
      await pause(LOOK_EVERY_MS);
    }
    await submitting;
    const seconds = (performance.now() - from) / 1000;
    const refused = rig.ovh.calls.filter(({ status }) => status === 429).length;
    say(
      `${ORDERS} orders within ${WITHIN_MS / 1000} s: ${refused} × 429, all quoted after ${seconds.toFixed(1)} s`,
    );
    return { perSecond: ORDERS / seconds, idleMb, peakMb, callsAtOnce: mostAtOnce(rig) };
  } finally {
    await rig.close();
  }
}

async function fillForms({ slack }: Rig): Promise<OpenModal[]> {
  const forms: OpenModal[] = [];
  for (let from = 1; from <= ORDERS; from += FORMS_AT_ONCE) {
    const numbers = Array.from({ length: FORMS_AT_ONCE }, (_, index) => from + index);
    const filled = numbers.map(async (number) => {
      const requester = slack.as(`U0REQ${number}`);
      await requester.command(`storm-${number}`, CHANNEL);
      return requester.modal();
    });
    forms.push(...(await Promise.all(filled)));
  }
  return forms;
}

/** As /metrics says it. */
async function waitingForApproval({ app }: Rig): Promise<number> {
  const page = await (await fetch(`http://127.0.0.1:${app.port}/metrics`)).text();
  return Number(/^order_cloud_orders\{state="awaiting_approval"\} (\d+)/m.exec(page)?.[1] ?? 0);
}

function mostAtOnce({ ovh }: Rig): number {
  const changes = ovh.calls.flatMap(({ from, to }) => [
    { at: from, by: 1 },
    { at: to ?? from, by: -1 },
  ]);
  changes.sort((a, b) => a.at - b.at || a.by - b.by);
  let running = 0;
  return Math.max(...changes.map(({ by }) => (running += by)));
}
