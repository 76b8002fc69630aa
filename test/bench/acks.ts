import { setTimeout as pause } from 'node:timers/promises';
import type { Order } from '../../src/orders/order.ts';
import { approve as approveAction } from '../../src/slack/actions/approve.ts';
import { buttonValue } from '../../src/slack/views/button-value.ts';
import type { Ack, FakeMessage } from '../fakes/slack/server.ts';
import { type Figure, percentile } from './figure.ts';
import { CHANNEL, type Rig, type RigOptions, setRig } from './rig.ts';
import { writeWaitingOrders } from './waiting-orders.ts';

/** Slack shows an error to the person after this. */
const SLACK_GIVES_UP_MS = 3_000;
const PEOPLE = 200;
const CROWD = 1_000;
/** So many do it before, for the app is not to meet code that has never run. */
const WARM_UP = 20;
/** What follows their answers is done by then. */
const SETTLES_WITHIN_MS = 1_000;
const PERCENTS = [50, 95, 99] as const;

/** What everyone does at the same moment. */
type Doing = { name: string; act: (rig: Rig, number: number, orders: Order[]) => Promise<Ack> };

const DOINGS: Doing[] = [
  {
    name: '/order-cloud',
    act: ({ slack }, number) => slack.as(`U0REQ${number}`).command(`bench-${number}`, CHANNEL),
  },
  {
    name: 'Approve',
    act: ({ slack }, number, orders) =>
      slack.as(`U0ADA${number}`).click(questionOf(orders[number - 1]), 'Approve', { skipConfirm: true }),
  },
];

/** How long Slack waits for the answer to each of many people who do something at the same moment. */
export async function benchAcks(runs: number, say: (line: string) => void): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const mode of ['socket', 'http'] as const) {
    for (const doing of DOINGS) {
      const [ours, bare]: [number[][], number[][]] = [[], []];
      for (let run = 0; run < runs; run += 1) {
        ours.push(await crowd({ mode, people: PEOPLE }, doing));
        bare.push(await crowd({ app: 'bare', mode, people: PEOPLE }, doing));
      }
      for (const percent of PERCENTS) {
        figures.push({
          name: `ack of ${PEOPLE} × ${doing.name}, ${mode}: p${percent}`,
          unit: 'ms',
          ours: ours.map((acks) => percentile(acks, percent)),
          against: bare.map((acks) => percentile(acks, percent)),
          againstWhat: 'bare Bolt app',
          ...(percent === 99 && { mark: 1.5 }),
        });
      }
      const slowest: number[] = [];
      for (let run = 0; run < Math.min(runs, 3); run += 1) {
        slowest.push(Math.max(...(await crowd({ mode, people: CROWD }, doing))));
      }
      say(`${CROWD} × ${doing.name} over ${mode}: all were answered`);
      figures.push({
        name: `slowest ack of ${CROWD} × ${doing.name}, ${mode}`,
        unit: 'ms',
        ours: slowest,
        against: [SLACK_GIVES_UP_MS],
        againstWhat: 'Slack’s patience',
        mark: 1,
      });
    }
  }
  return figures;
}

/** The acks (ms) of all in a crowd, by an app of its own, which has answered a few people before. */
async function crowd(options: RigOptions & { people: number }, doing: Doing): Promise<number[]> {
  let orders: Order[] = [];
  const people = options.people + WARM_UP;
  const rig = await setRig({
    ...options,
    people,
    async prepare({ databaseUrl }) {
      orders = await writeWaitingOrders(databaseUrl, people);
    },
  });
  const everyone = (from: number, to: number) =>
    Promise.all(Array.from({ length: to - from + 1 }, (_, index) => doing.act(rig, from + index, orders)));
  await everyone(1, WARM_UP);
  await pause(SETTLES_WITHIN_MS);
  const acks = await everyone(WARM_UP + 1, people);
  await rig.close();
  const late = acks.filter(({ acked }) => !acked);
  if (late.length > 0) throw new Error(`${late.length} of ${people} were not answered: ${late[0]?.error}`);
  return acks.map(({ ms }) => ms);
}

/** The message in which an approver sees the buttons. */
function questionOf(order: Order | undefined): FakeMessage {
  const { id: orderId = '', fingerprint = '' } = order ?? {};
  const value = buttonValue({ orderId, fingerprint: fingerprint ?? '' });
  const text = { type: 'plain_text', text: 'Approve' };
  const approve = { type: 'button', action_id: approveAction.id, text, value };
  const said = { text: ': approve ', blocks: [{ type: 'actions', block_id: 'b1', elements: [approve] }] };
  return { ...said, channel: CHANNEL, ts: '1.000001', user: 'U0BOT', updates: 0, history: [] };
}
