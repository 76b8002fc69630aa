import { pino } from 'pino';
import type { Outbound } from '../../src/slack/client/outbound.ts';
import { createHomePublisher, type HomePublisherDeps } from '../../src/slack/home/home-publisher.ts';
import { languageFor } from '../../src/slack/i18n/catalogue.ts';
import { SLACK_TIMING } from '../../src/slack/timing.ts';
import { createUserDirectory } from '../../src/slack/user-directory.ts';
import { inboxMessage } from '../../src/slack/views/home.ts';
import type { RenderContext } from '../../src/slack/views/render-context.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { oldestByState } from '../../src/store/health.ts';
import { claimDue } from '../../src/store/leases.ts';
import { findOpenByName } from '../../src/store/order-queries.ts';
import { listRedactable } from '../../src/store/retention.ts';
import { HOUR, RULES } from '../orders/samples.ts';
import { approver, requester } from './store-histories.ts';

/** What the app does with a store. */
export type Work = (db: Database, now: number) => Promise<unknown>;

const RETAINED_MS = 30 * 24 * HOUR;
const APPROVER = approver(3);
const renderContext: RenderContext = {
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
    { priority: 'interactive', limit: 16 },
    { priority: 'recent', limit: 2 },
    { priority: 'background', limit: 4 },
  ] as const;
  let count = 0;
  for (const priority of lanes) count += (await claimDue(db, lease, { ...priority, now })).length;
  return count;
}

/** Whether a project name is free, as it is looked up when someone submits the form. */
export const checkName: Work = (db) => findOpenByName(db, 'a name that is free');

/** Someone opens the Home; Slack's answers come at once. */
export function openHome(who: 'approver' | 'requester'): Work {
  return async (db, now) => homesOn(db, now).onOpened(who === 'approver' ? APPROVER : requester(7), null);
}

/** Someone types `/order-cloud list`. */
export function list(who: 'approver' | 'requester'): Work {
  return async (db, now) =>
    inboxMessage(await homesOn(db, now).inbox(who === 'approver' ? APPROVER : requester(7)), renderContext);
}

/** From nothing until the app is ready, as far as the store is concerned. */
export async function startUp(url: string, now: number): Promise<void> {
  const db = await openDatabase(url);
  await Promise.all([
    claimAll(db, now),
    listRedactable(db, { before: now - RETAINED_MS, limit: 500 }),
    oldestByState(db, 2_000),
  ]);
  await db.destroy();
}

const known = new WeakMap<Database, ReturnType<typeof createHomePublisher>>();

function homesOn(db: Database, now: number) {
  const homes = known.get(db) ?? createHomePublisher(contextOn(db, now));
  known.set(db, homes);
  return homes;
}

/** A desk with a Slack that answers at once. */
function contextOn(db: Database, now: number): HomePublisherDeps {
  const outbound = {
    publishHome: async () => null,
    readPerson: async (id: string) => ({ id, locale: 'en-US' }),
    readGroup: async () => Array.from({ length: 20 }, (_, index) => approver(index)),
  } as unknown as Outbound;
  return {
    db,
    outbound,
    people: createUserDirectory(outbound, {
      workspace: { teamId: 'T0TEAM', enterpriseId: null },
      now: () => now,
    }),
    log: pino({ level: 'silent' }),
    now: () => now,
    timing: SLACK_TIMING,
    renderContextFor: async () => renderContext,
    config: { approvers: renderContext.approvers, requesters: [], rules: RULES, budget: 'optional' },
  };
}
