import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from './config/config.ts';
import type { Logger } from './observability/log.ts';
import { getAccount } from './ovh/account.ts';
import { createOvhClient, type OvhClient } from './ovh/client.ts';
import { createProjectIndex } from './ovh/project-index.ts';
import { appNames } from './slack/app-names.ts';
import { pendingApprovers } from './slack/approvers.ts';
import { createHomePublisher } from './slack/home/home-publisher.ts';
import { type Language, languageFor } from './slack/i18n/catalogue.ts';
import type { ListenerContext } from './slack/listeners/context.ts';
import { createSlackConnection } from './slack/receivers/connection.ts';
import { SLACK_TIMING, type SlackTiming } from './slack/timing.ts';
import { createUserDirectory, type UserDirectory } from './slack/user-directory.ts';
import { startInfrastructure } from './startup/infrastructure.ts';
import { cannotConnect } from './startup/prerequisites.ts';
import { showWaitingAgain } from './store/sync.ts';
import type { WorkerContext } from './worker/context.ts';
import { DEFAULT_TIMING, type WorkerOptions } from './worker/options.ts';
import { startRetention } from './worker/retention.ts';
import { mayAddVoucher } from './worker/voucher-permission.ts';
import { createWorker } from './worker/worker.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Who may approve, and who may order: ids of people and user groups. The one thing that may change while the app runs. */
type Access = { approvers: readonly string[]; requesters: readonly string[] };
/** What an app is started with beside its settings: its clock (ms since 1970), how it paces itself, and `onFatal`. */
export type StartOptions = {
  now?: () => number;
  pace?: WorkerOptions;
  timing?: SlackTiming;
  /** Hears when the store seems to be gone for good. */
  onFatal?: (error: unknown) => void;
};

/** A running app. */
export type RunningApp = {
  /** The port of /healthz, /readyz and /slack/events. */
  port: number;
  /** From now on these people and groups may approve and order; the messages of orders that wait follow. */
  setAccess: (access: Access) => Promise<void>;
  /** Takes no new work, finishes what runs within `graceMs`, and lets go of everything. */
  stop: (graceMs: number) => Promise<void>;
};

/**
 * The composition root: wires the rooms together and starts them. Its port is open from the first moment; Slack is asked
 * once the store is open. Throws StartupError.
 */
export async function startApp(config: Config, log: Logger, options: StartOptions = {}): Promise<RunningApp> {
  const {
    now = Date.now,
    pace: workerOptions = DEFAULT_TIMING,
    timing = SLACK_TIMING,
    onFatal = () => undefined,
  } = options;
  const infrastructure = await startInfrastructure(config, { log, now });
  const { db, outbound, identity, metrics, telemetry, readiness, token, http } = infrastructure;
  const { onOvhCall, onDenied, onRefusedRequest } = telemetry;
  const ovh = createOvhClient(config.ovh, { log: onOvhCall, callsAtOnce: config.ovh.callsAtOnce, now });

  const people = createUserDirectory(outbound, { workspace: identity, now });
  const language = await languageFor(config.locale, appNames(config.app));
  const access: Access = { approvers: config.approvals.approvers, requesters: config.requesters };
  const workerContext = workerContextOf({
    config,
    access,
    language,
    db,
    ovh,
    outbound,
    people,
    log,
    now,
    canShow: token.canShow,
    checkoutPace: workerOptions.checkout,
  });
  const settings = listenerConfig(config, access);
  const homes = createHomePublisher({ ...workerContext, timing, people, config: settings });
  const hooks = { onSynced: homes.refresh, onClaimed: metrics.claimed, onError: metrics.operationFailed };
  const pacedOptions = { ...workerOptions, backgroundPerMinute: config.ovh.followPerMinute };
  const worker = createWorker({ ...workerContext, ...hooks }, randomUUID(), pacedOptions, onFatal);
  const retention = startRetention(workerContext, Math.round(config.retainSecretsDays * DAY_MS));
  const listenerContext: ListenerContext = {
    homes,
    renderContextFor: workerContext.renderContextFor,
    db,
    outbound,
    people,
    log,
    now,
    timing,
    config: settings,
    onDenied,
    submit: worker.submit,
    nudge: worker.nudge,
  };
  const onAck = metrics.acked;
  const way = { ...config.slack, proxy: config.proxy };
  const slack = createSlackConnection(way, identity, listenerContext, { onAck, onRefusedRequest, onFatal });
  try {
    await slack.start();
  } catch (error) {
    await Promise.all([worker.stop(0), retention.stop()]);
    await infrastructure.stop();
    throw cannotConnect(error);
  }
  readiness.started(slack);
  // An app that cannot hear anybody orders nothing.
  worker.start();

  return {
    port: http.port,
    async setAccess(next) {
      Object.assign(access, next);
      await showWaitingAgain(db, now()).catch((error: unknown) => {
        log.warn({ err: error }, 'the messages of orders that wait still name the approvers of before');
      });
      worker.nudge();
      homes.refresh();
    },
    async stop(graceMs) {
      // /readyz says 503 from now on, until nothing is left to do.
      readiness.stopping();
      // Whatever sends requests here has to notice that first.
      const unnoticed = config.slack.appToken ? undefined : sleep(config.shutdownDelayMs);
      await Promise.all([unnoticed, slack.stop(), worker.stop(graceMs), retention.stop()]);
      await http.stop();
      await Promise.all([slack.idle(), homes.idle()]);
      await infrastructure.stop();
    },
  };
}

function listenerConfig(config: Config, access: Access): ListenerContext['config'] {
  return {
    get approvers() {
      return access.approvers;
    },
    get requesters() {
      return access.requesters;
    },
    rules: approvalRules(config),
    channels: config.channels,
    autoPay: config.ovh.autoPay,
    hasWaiver: config.ovh.region.hasWaiver,
    checkoutUrlTo: config.checkoutUrlTo,
    locale: config.locale,
    app: appNames(config.app),
  };
}

function approvalRules({ approvals }: Config): ListenerContext['config']['rules'] {
  const { required, allowSelfApproval } = approvals;
  return { required, allowSelfApproval };
}

function workerContextOf(
  wired: Pick<WorkerContext, 'db' | 'ovh' | 'outbound' | 'log' | 'now' | 'canShow' | 'checkoutPace'> & {
    config: Config;
    access: Access;
    language: Language;
    people: UserDirectory;
  },
): WorkerContext {
  const { config, access, language, people, ...rest } = wired;
  const renderContext = {
    ...language,
    get approvers() {
      return access.approvers;
    },
    approvalsRequired: config.approvals.required,
    checkoutUrlTo: config.checkoutUrlTo,
    projectPage: config.ovh.region.projectPage,
    guidePage: config.ovh.region.guidePage,
    hasWaiver: config.ovh.region.hasWaiver,
  };
  return {
    ...rest,
    renderContext,
    async renderContextFor(user) {
      return {
        ...renderContext,
        ...(await languageFor((await people.localeOf(user)) ?? config.locale, language.app)),
      };
    },
    config: {
      planCode: config.ovh.planCode,
      autoPay: config.ovh.autoPay,
      settleFreeOrders: config.ovh.settleFreeOrders,
      approvalTimeoutMs: Math.round(config.approvals.timeoutHours * HOUR_MS),
      remindAfterMs: Math.round(config.approvals.remindAfterHours * HOUR_MS),
      hasOrderDateFilter: config.ovh.region.hasOrderDateFilter,
      hasEligibility: config.ovh.region.hasEligibility,
      hasWaiver: config.ovh.region.hasWaiver,
      readsUsage: config.budgets.mode !== 'off',
      usageEveryMs: Math.round(config.budgets.checkHours * HOUR_MS),
    },
    projectIndex: createProjectIndex(wired.ovh, wired.now),
    subsidiary: subsidiaryOf(config, wired.ovh),
    mayAddVoucher: (projectId) =>
      mayAddVoucher(projectId, { ...wired, isServiceAccount: 'clientId' in config.ovh }),
    approvalRules: approvalRules(config),
    async currentApprovers(ids) {
      const areApprovers = await Promise.all(ids.map((id) => people.matches(id, access.approvers)));
      return ids.filter((_, index) => areApprovers[index]);
    },
    pendingApprovers: (order) =>
      pendingApprovers(order, people, { approvers: access.approvers, rules: approvalRules(config) }),
  };
}

/** The subsidiary from the settings, or from the account: asked once, and again only after a failure. */
function subsidiaryOf(config: Config, ovh: OvhClient): () => Promise<string> {
  let asked: Promise<string> | undefined;
  return async () => {
    if (config.ovh.subsidiary) return config.ovh.subsidiary;
    asked ??= getAccount(ovh).then((account) => account.ovhSubsidiary);
    asked.catch(() => {
      asked = undefined;
    });
    return asked;
  };
}
