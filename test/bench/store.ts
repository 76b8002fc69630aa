import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { isPostgres } from '../../src/store/dialect.ts';
import { NOW } from '../orders/samples.ts';
import { startPostgres } from '../store/postgres-server.ts';
import type { Figure } from './figure.ts';
import { type Filling, fillStore, putDue } from './store-filling.ts';
import { checkName, claimAll, list, openHome, startUp, type Work } from './store-work.ts';

/** The store that is looked at, and one to compare it with. */
type Pair = { full: Place; other: Place; otherIs: string };
type Place = { url: string; db: Database };

/** Enough orders to fill the page of each list. */
const SMALL: Filling = { ended: 1_000, open: 200 };
const FULL: Filling = { ended: 100_000, open: 10_000 };
/** So many orders are due at once, half of them of those that people wait for. */
const DUE = 8;
const MARK = 2;

/**
 * How long the app's work on its store takes when that holds 110,000 orders, against the same work on an empty one, on
 * SQLite and on PostgreSQL; `again` times in each of `runs` runs.
 */
export async function benchStore(
  runs: number,
  say: (line: string) => void,
  { again = 200, filling = FULL }: { again?: number; filling?: Filling } = {},
): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'order-cloud-'));
  const server = await startPostgres({ durable: true });
  try {
    const newUrl = {
      SQLite: async () => `sqlite:${join(folder, `${randomUUID()}.db`)}`,
      PostgreSQL: server.newDatabase,
    };
    const figures: Figure[] = [];
    for (const [name, url] of Object.entries(newUrl)) {
      say(`${name}: ${filling.ended} ended and ${filling.open} open orders are put in`);
      const full = await place(await url(), filling);
      const empty = await place(await url());
      const small = await place(await url(), SMALL);
      const measured = [
        ...(await benchAll({ full, other: empty, otherIs: 'an empty store' }, runs, again)),
        ...(await benchLists({ full, other: small, otherIs: 'a store of 1,200 orders' }, runs, again)),
      ];
      figures.push(...measured.map((figure) => ({ ...figure, name: `${figure.name}, ${name}` })));
      for (const { db } of [full, empty, small]) await db.destroy();
    }
    return figures;
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }
}

async function place(url: string, filling: Filling = { ended: 0, open: 0 }): Promise<Place> {
  const db = await openDatabase(url);
  await fillStore(db, filling, NOW);
  if (isPostgres(db)) await sql`vacuum analyze`.execute(db);
  return { url, db };
}

async function benchAll(pair: Pair, runs: number, again: number): Promise<Figure[]> {
  const start = ({ url }: Place) => startUp(url, NOW);
  return [
    await compare(pair, 'claim, nothing due', on(claimAll), runs, again),
    await compare(pair, 'is a name free', on(checkName), runs, again),
    await compare(pair, 'Home of an approver', on(openHome('approver')), runs, again),
    await compare(pair, 'Home of a requester', on(openHome('requester')), runs, again),
    ...(await benchLists(pair, runs, again)),
    await compare(pair, 'start-up', start, runs, Math.ceil(again / 10)),
    await benchDue(pair, runs, again),
  ];
}

async function benchLists(pair: Pair, runs: number, again: number): Promise<Figure[]> {
  return [
    await compare(pair, 'list for an approver', on(list('approver')), runs, again),
    await compare(pair, 'list for a requester', on(list('requester')), runs, again),
  ];
}

function on(work: Work): (place: Place) => Promise<unknown> {
  return ({ db }) => work(db, NOW);
}

/** Both stores get the same few orders that are due: one has nothing else. */
async function benchDue(pair: Pair, runs: number, again: number): Promise<Figure> {
  const dueAgain = async ({ db }: Place) => putDue(db, DUE, NOW);
  const claim = async ({ db }: Place) => {
    const count = await claimAll(db, NOW);
    if (count !== DUE) throw new Error(`${count} orders were claimed, not ${DUE}.`);
  };
  return compare(pair, `claim, ${DUE} due`, claim, runs, again, dueAgain);
}

/** Times a work on both stores in turn; one value for each run is the mean of its repetitions. */
async function compare(
  { full, other, otherIs }: Pair,
  name: string,
  work: (place: Place) => Promise<unknown>,
  runs: number,
  again: number,
  prepare: (place: Place) => Promise<unknown> = async () => undefined,
): Promise<Figure> {
  const took = async (place: Place) => {
    await prepare(place);
    const from = performance.now();
    await work(place);
    return performance.now() - from;
  };
  const [ours, against]: [number[], number[]] = [[], []];
  // The first run is for the compiler and the caches.
  for (let run = 0; run <= runs; run += 1) {
    let [inFull, inOther] = [0, 0];
    for (let count = 0; count < again; count += 1) {
      // Whoever comes second finds the processor's caches warm: in turns.
      if (count % 2 === 0) inOther += await took(other);
      inFull += await took(full);
      if (count % 2 === 1) inOther += await took(other);
    }
    if (run === 0) continue;
    ours.push(inFull / again);
    against.push(inOther / again);
  }
  return { name, unit: 'ms', ours, against, againstWhat: otherIs, mark: MARK };
}
