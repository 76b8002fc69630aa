import { setTimeout as pause } from 'node:timers/promises';
import { eventsOf } from '../../src/store/orders.ts';
import { type StoredOrder, storedOrderFromRow } from '../../src/store/rows.ts';
import { killAll } from './crash-injector.ts';
import { type ChaosOptions, type Environment, setUp } from './environment.ts';
import { createFaults } from './faults.ts';
import { formatHistory } from './format-history.ts';
import {
  assertInvariants,
  type Duplicate,
  endedWhereDecided,
  findDuplicates,
  isUnderWay,
  type Violation,
} from './invariants.ts';
import { type AskedOrder, type LostResponse, sendPeople } from './people.ts';
import { seeded } from './random.ts';
import { createReplica, type ProcessRecord } from './replica.ts';
import { createRestores } from './restores.ts';

/** What came of a campaign. */
export type Report = {
  kills: number;
  seconds: number;
  asked: number;
  endedWhereDecided: number;
  violations: Violation[];
  duplicates: Duplicate[];
  /** Approvals that Slack saw taken and that never counted, without a word: people clicked again. */
  lostResponses: LostResponse[];
  /** Processes that ended without being killed. */
  endedByThemselves: string[];
  /** What a strict Slack minded. */
  problems: string[];
};

/** How long orders may still be under way when nothing goes wrong any more, and again when the clocks are ahead. */
const SETTLE_MS = 180_000;
/** At the end the clocks are ahead: the last look for an order of a checkout that was given up comes an hour later. */
const AHEAD_AT_THE_END_MS = 2 * 3_600_000;
const PROGRESS_EVERY_MS = 10_000;

/** Lets people order while the app is killed again and again, then lets everything settle, and judges. */
export async function runChaos(options: ChaosOptions): Promise<Report> {
  const environment = await setUp(options);
  const { slack, ovh, teams } = environment;
  const record: ProcessRecord = { kills: [], logs: [], endedByThemselves: [] };
  const replicas = Array.from({ length: options.replicas }, () => createReplica(environment, record));
  const faults = createFaults(environment, seeded(options.seed + 1));
  const restores = createRestores(environment, seeded(options.seed + 2));
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

  /** With every row due once more. */
  async function restart(clockAheadMs: number): Promise<void> {
    await Promise.all(replicas.map((replica) => replica.kill()));
    await environment.db.updateTable('orders').set({ run_at: 0 }).where('run_at', 'is not', null).execute();
    await Promise.all(replicas.map((replica) => replica.start(clockAheadMs)));
  }

  try {
    const maintain = () => restores.copyOrRestore(people.orders);
    await killAll(replicas, record, {
      kills: options.kills,
      random: seeded(options.seed),
      faults,
      maintain,
    });
    options.say(`${seconds()} s: the last kill; now everything settles`);
    hours.isClosing = true;
    slack.faults.clear();
    await restores.remember(people.orders);
    await restart(0);
    await settle(environment, people.orders, options);
    await restart(AHEAD_AT_THE_END_MS);
    await settle(environment, people.orders, { ...options, now: endOf(environment) });
    // What was held back lands after all: nothing may come of it any more.
    faults.releaseAll();
    hours.isOver = true;
    await people.finished;
    const rows = await readRows(environment);
    const report: Report = {
      kills: record.kills.length,
      seconds: seconds(),
      asked: people.orders.filter(({ isTaken, isForgotten }) => isTaken && !isForgotten).length,
      endedWhereDecided: people.orders.filter(
        (order) => !order.isForgotten && endedWhereDecided(order, rowOf(rows, order)),
      ).length,
      violations: assertInvariants(environment, people.orders, {
        ...{ rows, restores: restores.list },
        now: endOf(environment),
      }),
      duplicates: findDuplicates(everyMessage(environment), faults.lostPosts, {
        kills: record.kills,
        restores: restores.list,
      }),
      lostResponses: await neverCounted(environment, people.lostResponses, rows),
      endedByThemselves: record.endedByThemselves,
      problems: slack.problems,
    };
    await Promise.all(replicas.map((replica) => replica.stop()));
    await formatHistories(environment, report, rows, record, options.say);
    return report;
  } finally {
    clearInterval(progress);
    hours.isClosing = hours.isOver = true;
    await Promise.all(replicas.map((replica) => replica.kill()));
    await people.finished.catch(() => undefined);
    await environment.close();
  }
}

/** Waits until the people have seen the end of their orders and no row is due at `now`, or for minutes. */
async function settle(
  environment: Environment,
  orders: AskedOrder[],
  { now = 0, say }: { now?: number; say: ChaosOptions['say'] },
): Promise<void> {
  const until = Date.now() + SETTLE_MS;
  for (;;) {
    const unseen = orders.filter(({ isOver }) => !isOver);
    const underWay = (await readRows(environment)).filter((row) => isUnderWay(row, now));
    if (unseen.length + underWay.length === 0) return;
    if (Date.now() > until) {
      for (const { name, lastStep } of unseen) say(`not settled: ${name}, its people: ${lastStep}`);
      for (const { order, runAt, syncAt } of underWay)
        say(`not settled: ${order.request.projectName}, ${order.state}, due ${runAt}, to be shown ${syncAt}`);
      return;
    }
    await pause(250);
  }
}

/** The time on the clock by which rows are due at the end. */
function endOf({ database }: Environment): number {
  return Date.now() + (database === 'sqlite' ? AHEAD_AT_THE_END_MS : 0);
}

async function readRows({ db }: Environment): Promise<StoredOrder[]> {
  return (await db.selectFrom('orders').selectAll().execute()).map(storedOrderFromRow);
}

function rowOf(rows: StoredOrder[], { name }: AskedOrder): StoredOrder | undefined {
  return rows.find(({ order }) => order.request.projectName === name);
}

/** The approvals that were not written down either while their people waited. */
async function neverCounted(
  { db }: Environment,
  lostResponses: LostResponse[],
  rows: StoredOrder[],
): Promise<LostResponse[]> {
  const kept = await Promise.all(
    lostResponses.map(async ({ name, by, until }) => {
      const row = rows.find(({ order }) => order.request.projectName === name);
      const events = row ? await eventsOf(db, row.order.id) : [];
      return !events.some(({ type, actor, at }) => type === 'approved' && actor === by && at <= until);
    }),
  );
  return lostResponses.filter((_, index) => kept[index]);
}

function everyMessage({ slack }: Environment) {
  return slack.messages().flatMap((root) => [root, ...slack.thread(root)]);
}

/** Tells the timeline of every order with which something is wrong, once. */
async function formatHistories(
  environment: Environment,
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
    say(`\n${name}: ${why}\n${row ? await formatHistory(environment, row, record) : '    no row'}`);
  }
}
