import { pino } from 'pino';
import { type HomeDesk, keepHomes } from '../../src/slack/homes.ts';
import type { Outbound } from '../../src/slack/outbound.ts';
import { knowPeople } from '../../src/slack/people.ts';
import type { Drawing } from '../../src/slack/surfaces/drawing.ts';
import { inboxMessage } from '../../src/slack/surfaces/home.ts';
import { SLACK_TIMING } from '../../src/slack/timing.ts';
import { languageFor } from '../../src/slack/words/catalogue.ts';
import { storeAnswers } from '../../src/store/answers.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { listErasable } from '../../src/store/erasable.ts';
import { claimDue } from '../../src/store/leases.ts';
import { findOpenByName } from '../../src/store/open-orders.ts';
import { HOUR, RULES } from '../orders/samples.ts';
import { approver, requester } from './store-histories.ts';

/** What the app does with a store. */
export type Work = (db: Database, now: number) => Promise<unknown>;

const RETAINED_MS = 30 * 24 * HOUR;
const APPROVER = approver(3);
const drawing: Drawing = {
  ...(await languageFor('en')),
  approvers: ['S0APPROVERS'],
  approvalsRequired: 1,
  checkoutUrlTo: 'channel',
  projectPage: () => null,
  hasWaiver: true,
};

/** The worker's look at its three lanes, as many orders as it takes on at once; how many it got. */
export async function claimAll(db: Database, now: number): Promise<number> {
  const lease = { owner: 'bench', forMs: 5_000 };
  const lanes = [
    { lane: 'people', limit: 16 },
    { lane: 'recent', limit: 2 },
    { lane: 'any', limit: 4 },
  ] as const;
  let count = 0;
  for (const lane of lanes) count += (await claimDue(db, lease, now, lane)).length;
  return count;
}

/** Whether a project name is free, as it is looked up when somebody submits the form. */
export const checkName: Work = (db) => findOpenByName(db, 'a name that is free');

/** Somebody opens the Home; Slack's answers come at once. */
export function openHome(who: 'approver' | 'requester'): Work {
  return async (db, now) => homesOn(db, now).opened(who === 'approver' ? APPROVER : requester(7), null);
}

/** Somebody types `/order-cloud list`. */
export function list(who: 'approver' | 'requester'): Work {
  return async (db, now) =>
    inboxMessage(await homesOn(db, now).inbox(who === 'approver' ? APPROVER : requester(7)), drawing);
}

/** From nothing until the app is ready, as far as the store is concerned. */
export async function startUp(url: string, now: number): Promise<void> {
  const db = await openDatabase(url);
  await Promise.all([claimAll(db, now), listErasable(db, now - RETAINED_MS, 500), storeAnswers(db, 2_000)]);
  await db.destroy();
}

const known = new WeakMap<Database, ReturnType<typeof keepHomes>>();

function homesOn(db: Database, now: number) {
  const homes = known.get(db) ?? keepHomes(deskOn(db, now));
  known.set(db, homes);
  return homes;
}

/** A desk with a Slack that answers at once. */
function deskOn(db: Database, now: number): HomeDesk {
  const outbound = {
    publishHome: async () => null,
    readPerson: async (id: string) => ({ id, locale: 'en-US' }),
    readGroup: async () => Array.from({ length: 20 }, (_, index) => approver(index)),
  } as unknown as Outbound;
  return {
    db,
    outbound,
    people: knowPeople(outbound, () => now),
    log: pino({ level: 'silent' }),
    now: () => now,
    timing: SLACK_TIMING,
    drawingFor: async () => drawing,
    settings: { approvers: drawing.approvers, rules: RULES },
  };
}
