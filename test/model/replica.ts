import { Kysely } from 'kysely';
import { createLog } from '../../src/observability/log.ts';
import type { OrderChange } from '../../src/orders/events.ts';
import { getAccount } from '../../src/ovh/account.ts';
import type { OvhClient } from '../../src/ovh/client.ts';
import { createProjectIndex } from '../../src/ovh/project-index.ts';
import type { Outbound } from '../../src/slack/client/outbound.ts';
import type { Database } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrations.ts';
import { sqliteDialect } from '../../src/store/sqlite.ts';
import type { Tables } from '../../src/store/tables.ts';
import type { WorkerContext } from '../../src/worker/context.ts';
import { DEFAULT_TIMING } from '../../src/worker/options.ts';
import { createWorker, type Worker } from '../../src/worker/worker.ts';
import { speaking } from '../slack/i18n/every-language.ts';

const HOUR = 3_600_000;
const log = createLog('silent');

/** What happens to a process that dies: none of its calls has an effect any more. */
export class KilledError extends Error {
  override readonly name = 'KilledError';
}

/** No process needs that many calls at one moment: it is running in a circle. */
const TOO_MANY_CALLS = 3_000;

/** Before each call of a process; it may wait here, or die. */
type Gate = (call: 'store' | 'network') => Promise<void>;

/** The one database of all processes; `open` gives each its own way in, through its gate. */
export type SharedStore = { open: (gate: Gate) => Database };

/** Opens an empty database in memory. Its queries and transactions run one after the other, as SQLite's do. */
export async function shareStore(): Promise<SharedStore> {
  const dialect = sqliteDialect(':memory:');
  const driver = dialect.createDriver();
  await driver.init();
  let free = Promise.resolve();
  let release: () => void = () => undefined;

  const open = (gate: Gate): Database =>
    new Kysely<Tables>({
      dialect: {
        createAdapter: () => dialect.createAdapter(),
        createIntrospector: (db) => dialect.createIntrospector(db),
        createQueryCompiler: () => dialect.createQueryCompiler(),
        createDriver: () => ({
          init: async () => undefined,
          destroy: async () => undefined,
          async acquireConnection() {
            await gate('store');
            const turn = free;
            const { promise, resolve } = Promise.withResolvers<void>();
            free = turn.then(() => promise);
            await turn;
            release = resolve;
            return driver.acquireConnection();
          },
          releaseConnection: async () => release(),
          beginTransaction: (connection, settings) => driver.beginTransaction(connection, settings),
          commitTransaction: (connection) => driver.commitTransaction(connection),
          rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
        }),
      },
    });
  await migrate(open(async () => undefined));
  return { open };
}

/** What the processes of a history share. */
export type Environment = {
  store: SharedStore;
  ovh: OvhClient;
  outbound: Outbound;
  now: () => number;
  rules: { required: number; autoPay: boolean };
  isApprover: (person: string) => boolean;
  /** Hears of each event after it was written. */
  onEvent?: (change: OrderChange) => void;
  /** Hears each time that the process stands still. */
  noteHeld?: () => void;
};

/** One running app, as far as the model runs it: its worker, and its way into the store for clicks. */
export type Replica = {
  db: Database;
  worker: Worker;
  isDead: () => boolean;
  hasRunInCircles: () => boolean;
  /** Whether it stands still, or is about to. */
  isHeld: () => boolean;
  /** Lets it make so many more calls; further ones wait: those to the network, or all (the process stands still). */
  hold: (calls: number, what: 'network' | 'everything') => void;
  resume: () => void;
  /** Lets it make so many more calls and then die, between two of them. */
  kill: (calls: number) => void;
};

/** Starts a process with the real worker. `owner` is its name on its leases. */
export function startReplica(
  owner: string,
  { store, rules, isApprover, onEvent, noteHeld, ...edges }: Environment,
): Replica {
  let dead = false;
  let callsToLive = Number.POSITIVE_INFINITY;
  let momentOfCalls = 0;
  let callsAtOnce = 0;
  let held: { calls: number; what: 'network' | 'everything' } | null = null;
  const waiting: (() => void)[] = [];
  const letGo = () => {
    for (const go of waiting.splice(0)) go();
  };

  const gate: Gate = async (call) => {
    while (!dead && held && (held.what === 'everything' || call === 'network')) {
      if (held.calls-- > 0) break;
      noteHeld?.();
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    }
    callsAtOnce = momentOfCalls === edges.now() ? callsAtOnce + 1 : 0;
    momentOfCalls = edges.now();
    if (dead || callsToLive-- <= 0 || callsAtOnce > TOO_MANY_CALLS) {
      dead = true;
      letGo();
      throw new KilledError();
    }
  };

  const db = Object.assign(store.open(gate), onEvent && { onEvent });
  const ovh = gated(edges.ovh, gate);
  const approvers = ['S0CLOUD'];
  const renderContext = {
    ...speaking('en'),
    ...{ approvers, approvalsRequired: rules.required, checkoutUrlTo: 'channel' as const, hasWaiver: true },
    projectPage: () => null,
  };
  const ctx: WorkerContext = {
    canShow: async () => true,
    mayQuote: () => true,
    ...{ db, ovh, log, now: edges.now, outbound: gated(edges.outbound, gate) },
    random: () => 0,
    renderContext,
    renderContextFor: async () => renderContext,
    config: {
      ...{
        planCode: 'project.2018',
        autoPay: rules.autoPay,
        settleFreeOrders: false,
        openOrdersPerPerson: 1_000,
        readsUsage: true,
        usageEveryMs: 86_400_000,
      },
      ...{ approvalTimeoutMs: 72 * HOUR, remindAfterMs: 24 * HOUR },
      ...{ hasOrderDateFilter: true, hasEligibility: true, hasWaiver: true },
    },
    projectIndex: createProjectIndex(ovh, edges.now),
    subsidiary: async () => (await getAccount(ovh)).ovhSubsidiary,
    mayAddVoucher: async () => false,
    checkoutTiming: DEFAULT_TIMING.checkout,
    approvalRules: { required: rules.required, allowSelfApproval: false },
    async currentApprovers(people) {
      await gate('network');
      return people.filter(isApprover);
    },
    pendingApprovers: async () => approvers,
    reminderRecipients: async () => approvers,
    keyOf: async (user) => user,
    nameOf: async () => 'Rita',
  };
  const worker = createWorker(ctx, { owner, options: DEFAULT_TIMING, onFatal: () => undefined });
  worker.start();
  return {
    db,
    worker,
    isDead: () => dead,
    hasRunInCircles: () => callsAtOnce > TOO_MANY_CALLS,
    isHeld: () => held !== null,
    hold(calls, what) {
      held = { calls, what };
    },
    resume() {
      held = null;
      letGo();
    },
    kill(calls) {
      callsToLive = calls;
      if (calls === 0) {
        dead = true;
        letGo();
      }
    },
  };
}

/** The same tool, each of whose calls goes through the gate first. */
function gated<T extends object>(tool: T, gate: Gate): T {
  return new Proxy(tool, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver);
      // What the client knows already takes no call.
      if (typeof method !== 'function' || name === 'toLocalTime') return method;
      return async (...values: unknown[]) => {
        await gate('network');
        return method.apply(target, values);
      };
    },
  });
}
