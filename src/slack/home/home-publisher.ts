import { isRequester } from '../../application/requesters.ts';
import { type Logger, withCorrelationId } from '../../observability/log.ts';
import { type ApprovalRules, approvalDenialReason } from '../../orders/approval-policy.ts';
import type { Order } from '../../orders/order.ts';
import type { HomePages, OrderList } from '../../orders/order-list.ts';
import { HOUR_MS } from '../../orders/time.ts';
import { sumBudgets } from '../../store/budgets.ts';
import type { Database } from '../../store/database.ts';
import {
  deleteHomes,
  FIRST_PAGES,
  loadHome,
  markPublished,
  openHomes,
  recordHomeOpened,
  setPage,
} from '../../store/homes.ts';
import { permalinksOf } from '../../store/messages.ts';
import { listEnded, listOpenOf, listWaiting } from '../../store/order-queries.ts';
import { SlackApiError } from '../client/errors.ts';
import type { Outbound } from '../client/outbound.ts';
import { contentHashOf } from '../content-hash.ts';
import type { LocalizedText } from '../i18n/catalogue.ts';
import { explainLookup } from '../listeners/explain-lookup.ts';
import type { SlackTiming } from '../timing.ts';
import type { UserDirectory } from '../user-directory.ts';
import { homeView, type Inbox, PAGE_SIZE } from '../views/home.ts';
import { ROOT } from '../views/order-messages.ts';
import type { RenderContext } from '../views/render-context.ts';

/** A Home that was opened within this time counts as open: Slack does not say when it is closed. */
const OPEN_FOR_MS = 12 * HOUR_MS;
/** How often another replica may publish the same Home at the same moment. */
const MAX_CONFLICTS = 5;
/** Maximum number of pending orders searched for those that the reader may decide. */
const MAX_WAITING = 500;
/** How many times more orders are read if those were not enough. */
const GROWTH = 4;

/** Publishes App Homes. */
export type HomePublisher = {
  /** A person has opened their Home, which starts at the first pages. `hash` is Slack's, of what they see now. */
  onOpened: (user: string, hash: string | null) => Promise<void>;
  /** A person pages a list to the rows from `from` on. */
  onPaged: (user: string, to: { list: keyof HomePages; from: number }) => Promise<void>;
  /** The first pages of a person's Home with the totals of their budgets, to be sent as a message. */
  inbox: (user: string) => Promise<Inbox>;
  /** An order has changed: publishes every open Home whose content changed, after a short pause. */
  refresh: () => void;
  /** Waits for Homes that are being published. */
  idle: () => Promise<void>;
};

/** What Homes need; `now` is in ms since 1970. */
export type HomePublisherDeps = {
  db: Database;
  outbound: Outbound;
  people: UserDirectory;
  log: Logger;
  now: () => number;
  timing: SlackTiming;
  config: {
    approvers: readonly string[];
    rules: ApprovalRules;
    requesters: readonly string[];
    budget: 'off' | 'optional' | 'required';
  };
  /** How to render what only one person reads, in their language. */
  renderContextFor: (user: string) => Promise<RenderContext>;
};

/** Keeps open Homes up to date, on every replica; closed ones cost nothing. */
export function createHomePublisher(ctx: HomePublisherDeps): HomePublisher {
  const { db, outbound, people, log, now, timing, config, renderContextFor } = ctx;
  let debounce: NodeJS.Timeout | null = null;
  let publishing: Promise<void> = Promise.resolve();

  async function publish(user: string): Promise<void> {
    for (let conflicts = 0; conflicts < MAX_CONFLICTS; conflicts += 1) {
      const home = await loadHome(db, user);
      if (!home) return;
      const renderContext = await renderContextFor(user);
      const view = homeView(await inboxOf(user, home.pages), home.pages, renderContext);
      const contentHash = contentHashOf(view);
      if (home.contentHash === contentHash) return;
      try {
        const hash = await outbound.publishHome(user, { view, hash: home.hash });
        return await markPublished(db, user, { hash, contentHash });
      } catch (error) {
        if (!(error instanceof SlackApiError) || error.code !== 'hash_conflict') throw error;
        // Another replica was faster and records what it published; without a hash the next attempt succeeds.
        await markPublished(db, user, { hash: null, contentHash: '' });
      }
    }
  }

  async function inboxOf(user: string, pages: HomePages): Promise<Inbox> {
    let notice: LocalizedText | undefined;
    const isApprover = await people.matches(user, config.approvers).catch((error: unknown) => {
      notice = explainLookup(ctx, error) ?? undefined;
      return false;
    });
    const [waiting, mine, recent] = await Promise.all([
      isApprover ? waitingFor(user, pages.waiting) : { orders: [], hasMore: false },
      listOpenOf(db, user, { from: pages.mine, size: PAGE_SIZE.mine }),
      listEnded(db, isApprover ? null : user, { from: pages.recent, size: PAGE_SIZE.recent }),
    ]);
    const listed = [...waiting.orders, ...mine.orders, ...recent.orders].map(({ id }) => id);
    // In at least one channel. If Slack does not say at the moment, the form will.
    const mayOrder = await isRequester(ctx, user).catch(() => true);
    const permalinks = await permalinksOf(db, [...new Set(listed)], ROOT);
    const showsSpend = config.budget !== 'off';
    return { reader: user, isApprover, mayOrder, showsSpend, waiting, mine, recent, permalinks, notice };
  }

  /** Adds what all projects with a budget spend: everyone's for an approver. */
  async function withTotals(inbox: Inbox): Promise<Inbox> {
    if (!inbox.showsSpend) return inbox;
    return { ...inbox, totals: await sumBudgets(db, inbox.isApprover ? null : inbox.reader) };
  }

  async function waitingFor(user: string, from: number): Promise<OrderList> {
    const actor = { id: user, isApprover: true };
    const isTheirs = (order: Order) => approvalDenialReason(order, actor, config.rules) === null;
    const end = from + PAGE_SIZE.waiting;
    // Most pending orders are for every approver: read more only if they do not fill the page.
    for (let size = end + 1; ; size *= GROWTH) {
      const { orders, hasMore } = await listWaiting(db, { from: 0, size: Math.min(size, MAX_WAITING) });
      const theirs = orders.filter(isTheirs);
      if (theirs.length > end || !hasMore || size >= MAX_WAITING) {
        return { orders: theirs.slice(from, end), hasMore: theirs.length > end };
      }
    }
  }

  async function publishAll(): Promise<void> {
    const users = await openHomes(db, now() - OPEN_FOR_MS);
    for (const user of users) {
      await publish(user).catch((error: unknown) =>
        log.warn({ err: error, user }, 'failed to publish App Home'),
      );
    }
  }

  return {
    inbox: async (user) => withTotals(await inboxOf(user, FIRST_PAGES)),
    async onOpened(user, hash) {
      await deleteHomes(db, now() - OPEN_FOR_MS);
      await recordHomeOpened(db, user, { hash, now: now() });
      await publish(user);
    },
    async onPaged(user, to) {
      await setPage(db, user, to);
      await publish(user);
    },
    refresh() {
      debounce ??= setTimeout(() => {
        debounce = null;
        publishing = publishing
          .then(() => withCorrelationId({}, publishAll))
          .catch((error: unknown) => {
            log.warn({ err: error }, 'failed to list open App Homes');
          });
      }, timing.homeDebounceMs);
    },
    async idle() {
      if (debounce) clearTimeout(debounce);
      await publishing;
    },
  };
}
