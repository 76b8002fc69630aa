import { createHash } from 'node:crypto';
import { correlated } from '../log.ts';
import type { Order } from '../orders/order.ts';
import { whyNotApprove } from '../orders/policy.ts';
import {
  FIRST_PAGES,
  forgetHomes,
  type HomePages,
  loadHome,
  markPublished,
  noteHomeOpened,
  openHomes,
  turnPage,
} from '../store/homes.ts';
import { type Listed, listEnded, listOpenOf, listWaiting } from '../store/inbox.ts';
import type { Desk } from './listeners/desk.ts';
import { SlackTrouble } from './slack-trouble.ts';
import type { Drawing } from './surfaces/drawing.ts';
import { homeView, type Inbox, PAGE_SIZE } from './surfaces/home.ts';

/** A Home that was opened within this time counts as open: Slack does not say when it is closed. */
const OPEN_FOR_MS = 12 * 3_600_000;
/** Somebody else may publish the same Home at the same moment, so often. */
const MOST_CONFLICTS = 5;
/** The orders that wait are looked through for those that this reader may decide. */
const MOST_WAITING = 500;
/** So many times as many, when those that were looked through are not enough. */
const GROWTH = 4;

/** The Homes that people have open. */
export type Homes = {
  /** Somebody has opened theirs: it starts with the newest. `hash` is Slack's, of what they see now. */
  opened: (user: string, hash: string | null) => Promise<void>;
  turned: (user: string, list: keyof HomePages, from: number) => Promise<void>;
  /** What somebody's Home shows first: for where it is wanted as a message. */
  inbox: (user: string) => Promise<Inbox>;
  /** An order has changed: every open Home that shows something else now is published anew, shortly. */
  refresh: () => void;
  /** Waits for what is being published. */
  idle: () => Promise<void>;
};

/** What Homes need of the desk, and how to draw for one reader. */
export type HomeDesk = Pick<Desk, 'db' | 'outbound' | 'people' | 'log' | 'now' | 'timing'> & {
  settings: Pick<Desk['settings'], 'approvers' | 'rules'>;
  drawingFor: (user: string) => Promise<Drawing>;
};

/** Keeps the Homes that are open right, on every replica; those that nobody has open cost nothing. */
export function keepHomes(desk: HomeDesk): Homes {
  const { db, outbound, people, log, now, timing, settings, drawingFor } = desk;
  let gathering: NodeJS.Timeout | null = null;
  let publishing: Promise<void> = Promise.resolve();

  async function publish(user: string): Promise<void> {
    for (let conflicts = 0; conflicts < MOST_CONFLICTS; conflicts += 1) {
      const home = await loadHome(db, user);
      if (!home) return;
      const drawing = await drawingFor(user);
      const view = homeView(await inboxOf(user, home.pages), home.pages, drawing);
      const shown = digestOf(view);
      if (home.shown === shown) return;
      try {
        const hash = await outbound.publishHome(user, view, home.hash);
        return await markPublished(db, user, { hash, shown });
      } catch (error) {
        if (!(error instanceof SlackTrouble) || error.code !== 'hash_conflict') throw error;
        // Somebody was faster. What they published is noted by them; without a hash the next try goes through.
        await markPublished(db, user, { hash: null, shown: '' });
      }
    }
  }

  async function inboxOf(user: string, pages: HomePages): Promise<Inbox> {
    const isApprover = await people.isAmong(user, settings.approvers).catch(() => false);
    const [waiting, mine, recent] = await Promise.all([
      isApprover ? waitingFor(user, pages.waiting) : { orders: [], hasMore: false },
      listOpenOf(db, user, { from: pages.mine, size: PAGE_SIZE.mine }),
      listEnded(db, isApprover ? null : user, { from: pages.recent, size: PAGE_SIZE.recent }),
    ]);
    return { waiting, mine, recent };
  }

  async function waitingFor(user: string, from: number): Promise<Listed> {
    const decider = { id: user, isApprover: true };
    const isTheirs = (order: Order) => whyNotApprove(order, decider, settings.rules) === null;
    const end = from + PAGE_SIZE.waiting;
    // Most of what waits is for every approver: more is read only where that does not fill the page.
    for (let size = end + 1; ; size *= GROWTH) {
      const { orders, hasMore } = await listWaiting(db, { from: 0, size: Math.min(size, MOST_WAITING) });
      const theirs = orders.filter(isTheirs);
      if (theirs.length > end || !hasMore || size >= MOST_WAITING) {
        return { orders: theirs.slice(from, end), hasMore: theirs.length > end };
      }
    }
  }

  async function publishAll(): Promise<void> {
    const users = await openHomes(db, now() - OPEN_FOR_MS);
    for (const user of users) {
      await publish(user).catch((error: unknown) =>
        log.warn({ err: error, user }, 'a Home is not up to date'),
      );
    }
  }

  return {
    inbox: (user) => inboxOf(user, FIRST_PAGES),
    async opened(user, hash) {
      await forgetHomes(db, now() - OPEN_FOR_MS);
      await noteHomeOpened(db, user, hash, now());
      await publish(user);
    },
    async turned(user, list, from) {
      await turnPage(db, user, list, from);
      await publish(user);
    },
    refresh() {
      gathering ??= setTimeout(() => {
        gathering = null;
        publishing = publishing
          .then(() => correlated({}, publishAll))
          .catch((error: unknown) => {
            log.warn({ err: error }, 'the open Homes could not be looked up');
          });
      }, timing.homeDebounceMs);
    },
    async idle() {
      if (gathering) clearTimeout(gathering);
      await publishing;
    },
  };
}

function digestOf(view: unknown): string {
  return createHash('sha256').update(JSON.stringify(view)).digest('hex').slice(0, 16);
}
