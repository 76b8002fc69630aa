import { setTimeout as pause } from 'node:timers/promises';
import { eventsOf } from '../../src/store/orders.ts';
import { fromRow, type StoredOrder } from '../../src/store/rows.ts';
import { createFaults } from './faults.ts';
import { killAll } from './killer.ts';
import { type AskedOrder, sendPeople, type Unheard } from './people.ts';
import { seeded } from './random.ts';
import { createReplica, type ProcessRecord } from './replica.ts';
import { tellStory } from './story.ts';
import { type CampaignOptions, type Surroundings, setUp } from './surroundings.ts';
import {
  type Duplicate,
  endedWhereDecided,
  findDuplicates,
  isUnderWay,
  judge,
  type Violation,
} from './verdict.ts';

/** What came of a campaign. */
export type Report = {
  kills: number;
  seconds: number;
  asked: number;
  endedWhereDecided: number;
  violations: Violation[];
  duplicates: Duplicate[];
  /** Approvals that Slack saw taken and that never counted, without a word: people clicked again. */
  unheard: Unheard[];
  /** Processes that ended without being killed. */
  endedByThemselves: string[];
  /** What a strict Slack minded. */
  problems: string[];
};

/** How long orders may still be under way when nothing goes wrong any more. */
const SETTLE_MS = 60_000;
const PROGRESS_EVERY_MS = 10_000;

/** Lets people order while the app is killed again and again, then lets everything settle, and judges. */
export async function runCampaign(options: CampaignOptions): Promise<Report> {
  const surroundings = await setUp(options);
  const { slack, ovh, teams } = surroundings;
  const record: ProcessRecord = { kills: [], logs: [], endedByThemselves: [] };
  const replicas = Array.from({ length: options.replicas }, () => createReplica(surroundings, record));
  const faults = createFaults(surroundings, seeded(options.seed + 1));
  const hours = { isClosing: false, isOver: false };
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const people = sendPeople(
    slack,
    teams.map((team) => ({ team, random: seeded(options.seed + 100 + team.number) })),
    (name) => {
      const own = [...ovh.orders.values()].filter(({ description }) => description === name);
      for (const { orderId } of own) ovh.payOrder(orderId);
    },
    { isClosing: () => hours.isClosing, isOver: () => hours.isOver },
  );
  const progress = setInterval(() => {
    // Nobody looks at these, and they are many.
    slack.calls.length = 0;
    const ended = people.orders.filter(({ isOver }) => isOver).length;
    const { length: killed } = record.kills;
    options.say(
      `${seconds()} s: ${killed} kills, ${people.orders.length} orders asked for, ${ended} ended, ${ovh.orders.size} at OVHcloud`,
    );
  }, PROGRESS_EVERY_MS);

  try {
    await killAll(replicas, record, { kills: options.kills, random: seeded(options.seed), faults });
    options.say(`${seconds()} s: the last kill; now everything settles`);
    hours.isClosing = true;
    slack.faults.clear();
    await Promise.all(replicas.map((replica) => replica.start()));
    await settle(surroundings, people.finished);
    // What was held back lands after all: nothing may come of it any more.
    faults.releaseAll();
    hours.isOver = true;
    await people.finished;
    const rows = await readRows(surroundings);
    const report: Report = {
      kills: record.kills.length,
      seconds: seconds(),
      asked: people.orders.filter(({ isTaken }) => isTaken).length,
      endedWhereDecided: people.orders.filter((order) => endedWhereDecided(order, rowOf(rows, order))).length,
      violations: judge(surroundings, people.orders, rows),
      duplicates: findDuplicates(everyMessage(surroundings), faults.lostPosts, record.kills),
      unheard: await neverCounted(surroundings, people.unheard, rows),
      endedByThemselves: record.endedByThemselves,
      problems: slack.problems,
    };
    await Promise.all(replicas.map((replica) => replica.stop()));
    await tellStories(surroundings, report, rows, record, options.say);
    return report;
  } finally {
    clearInterval(progress);
    hours.isClosing = hours.isOver = true;
    await Promise.all(replicas.map((replica) => replica.kill()));
    await people.finished.catch(() => undefined);
    await surroundings.close();
  }
}

/** Waits until the people have seen the end of their orders and no row wants attention, or for a minute. */
async function settle(surroundings: Surroundings, finished: Promise<unknown>): Promise<void> {
  const until = Date.now() + SETTLE_MS;
  await Promise.race([finished, pause(SETTLE_MS, undefined, { ref: false })]);
  while (Date.now() < until && (await readRows(surroundings)).some(isUnderWay)) await pause(250);
}

async function readRows({ db }: Surroundings): Promise<StoredOrder[]> {
  return (await db.selectFrom('orders').selectAll().execute()).map(fromRow);
}

function rowOf(rows: StoredOrder[], { name }: AskedOrder): StoredOrder | undefined {
  return rows.find(({ order }) => order.request.projectName === name);
}

/** The approvals that were not written down either while their people waited. */
async function neverCounted(
  { db }: Surroundings,
  unheard: Unheard[],
  rows: StoredOrder[],
): Promise<Unheard[]> {
  const kept = await Promise.all(
    unheard.map(async ({ name, by, until }) => {
      const row = rows.find(({ order }) => order.request.projectName === name);
      const events = row ? await eventsOf(db, row.order.id) : [];
      return !events.some(({ type, actor, at }) => type === 'approve' && actor === by && at <= until);
    }),
  );
  return unheard.filter((_, index) => kept[index]);
}

function everyMessage({ slack }: Surroundings) {
  return slack.messages().flatMap((root) => [root, ...slack.thread(root)]);
}

/** Tells the story of every order with which something is wrong, once. */
async function tellStories(
  surroundings: Surroundings,
  { violations, duplicates }: Report,
  rows: StoredOrder[],
  record: ProcessRecord,
  say: (line: string) => void,
): Promise<void> {
  const wrong = new Map(violations.map(({ name, kind, why }) => [name, `${kind}: ${why}`]));
  for (const { mark } of duplicates.filter(({ why }) => why === null)) {
    const row = rows.find(({ order }) => mark.startsWith(order.id));
    wrong.set(row?.order.request.projectName ?? mark, `unexplained duplicate of ${mark}`);
  }
  for (const [name, why] of wrong) {
    const row = rows.find(({ order }) => order.request.projectName === name);
    say(`\n${name}: ${why}\n${row ? await tellStory(surroundings, row, record) : '    no row'}`);
  }
}
