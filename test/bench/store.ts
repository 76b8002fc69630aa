import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { isShared } from '../../src/store/shared.ts';
import { NOW } from '../orders/samples.ts';
import { startPostgres } from '../store/postgres-server.ts';
import type { Figure } from './figure.ts';
import { type Filling, fillStore, putDue } from './store-filling.ts';
import { checkName, claimAll, list, openHome, startUp, type Work } from './store-work.ts';

/** The same store twice: with nothing in it, and full. */
type Pair = { empty: Place; full: Place };
type Place = { url: string; db: Database };

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
  const server = await startPostgres();
  try {
    const sqlite = { empty: `sqlite:${join(folder, 'empty.db')}`, full: `sqlite:${join(folder, 'full.db')}` };
    const postgres = { empty: await server.newDatabase(), full: await server.newDatabase() };
    const figures: Figure[] = [];
    for (const [name, urls] of Object.entries({ SQLite: sqlite, PostgreSQL: postgres })) {
      say(`${name}: ${filling.ended} ended and ${filling.open} open orders are put in`);
      const pair = { empty: await place(urls.empty), full: await place(urls.full) };
      await fillStore(pair.full.db, filling, NOW);
      if (isShared(pair.full.db)) await sql`vacuum analyze`.execute(pair.full.db);
      for (const figure of await benchPair(pair, runs, again)) {
        figures.push({ ...figure, name: `${figure.name}, ${name}` });
      }
      for (const { db } of Object.values(pair)) await db.destroy();
    }
    return figures;
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }
}

async function place(url: string): Promise<Place> {
  return { url, db: await openDatabase(url) };
}

async function benchPair(pair: Pair, runs: number, again: number): Promise<Figure[]> {
  const on = (work: Work) => (place: Place) => work(place.db, NOW);
  const works: Record<string, (place: Place) => Promise<unknown>> = {
    'claim, nothing due': on(claimAll),
    'is a name free': on(checkName),
    'Home of an approver': on(openHome('approver')),
    'Home of a requester': on(openHome('requester')),
    'list for an approver': on(list('approver')),
    'list for a requester': on(list('requester')),
  };
  const figures: Figure[] = [];
  for (const [name, work] of Object.entries(works))
    figures.push(await compare(pair, name, work, runs, again));
  const start = ({ url }: Place) => startUp(url, NOW);
  figures.push(await compare(pair, 'start-up', start, runs, Math.ceil(again / 10)));
  return [...figures, await benchDue(pair, runs, again)];
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
  { empty, full }: Pair,
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
    let [inFull, inEmpty] = [0, 0];
    for (let count = 0; count < again; count += 1) {
      // Whoever comes second finds the processor's caches warm: in turns.
      if (count % 2 === 0) inEmpty += await took(empty);
      inFull += await took(full);
      if (count % 2 === 1) inEmpty += await took(empty);
    }
    if (run === 0) continue;
    ours.push(inFull / again);
    against.push(inEmpty / again);
  }
  return { name, unit: 'ms', ours, against, againstWhat: 'an empty store', mark: MARK };
}
